"""A classifier of a table of points, and the table of its points."""

from __future__ import annotations

import csv
import io

import numpy as np

from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects.classifier import Classifier
from xentgui.reading.labelled_points import LabelledPoints


def classifier_of_points(
    found: LabelledPoints, settings: ScalarSettings | None = None
) -> Classifier:
    """Return a classifier with W = 0 and b = 0, as a training begins."""
    classes = len(found.labels)
    return Classifier(
        labels=found.labels,
        input_names=found.inputs,
        points=found.points,
        targets=np.eye(classes)[found.classes],
        weights=np.zeros((classes, len(found.inputs))),
        bias=np.zeros(classes),
        settings=settings or ScalarSettings(),
    )


def as_csv(subject: Classifier) -> str:
    """Return the points with all digits, a line each, as `read_points` reads them.

    The class is the largest target; a point without any has "".
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow([*subject.input_names, "class"])
    for point, own in zip(subject.points.tolist(), subject.classes.tolist(), strict=True):
        label = (subject.labels[own] or f"#{own + 1}") if own >= 0 else ""
        rows.writerow([*map(repr, point), label])
    return text.getvalue()
