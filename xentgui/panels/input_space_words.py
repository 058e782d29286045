"""The input space in words: a point with its class and loss, a boundary with its equation."""

from __future__ import annotations

import numpy as np

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_in_unit,
    loss_unit,
    number,
    probability,
    translate,
    typed,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.naming import name_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import with_chosen
from xentgui.model.view import View
from xentgui.panels.boundary_mark import BoundaryMark
from xentgui.panels.input_space_points import classes_in, wrong_in
from xentgui.panels.kept import kept
from xentgui.panels.mean_mark import MeanMark, means_in
from xentgui.panels.panel import ReadOut
from xentgui.panels.point_mark import PointMark

_POINT = QT_TRANSLATE_NOOP("panels", "Point {number}: {label}")
_NO_TARGET = QT_TRANSLATE_NOOP("panels", "no target")
_PREDICTED = QT_TRANSLATE_NOOP("panels", "prediction")
_MEAN = QT_TRANSLATE_NOOP("panels", "mean of {label}")
_BETWEEN = QT_TRANSLATE_NOOP("panels", "{one} | {other}")
_WORDS = QT_TRANSLATE_NOOP(
    "panels", "{count} points, {wrong} of them on a wrong side; point {number} is chosen: {inputs}"
)


@kept
def _snapshot_of(snapshot: Snapshot, row: int) -> Snapshot:
    from xentgui.model import derive  # noqa: PLC0415

    subject = snapshot.subject
    assert isinstance(subject, Classifier)
    return derive(with_chosen(subject, row).resolve())


def reading_of(
    mark: PointMark | BoundaryMark | MeanMark, snapshot: Snapshot, subject: Classifier, view: View
) -> ReadOut | None:
    """Return the read-out of a mark."""
    labels = subject.labels
    if isinstance(mark, BoundaryMark):
        if not mark.is_in(snapshot.state):
            return None
        one, other = name_of(labels, mark.first), name_of(labels, mark.second)
        name = translate("panels", _BETWEEN).format(one=one, other=other)
        with np.errstate(all="ignore"):
            weights, bias = subject.linear
            across = weights[mark.first] - weights[mark.second]
            offset = float(bias[mark.first] - bias[mark.second])
        lines = [
            (f"Δw {name_of(subject.input_names, d)}", number(float(one), 4, signed=True))
            for d, one in enumerate(across[:6])
        ]
        return ReadOut(name, (*lines, ("Δb", number(offset, 4, signed=True))))
    if isinstance(mark, MeanMark):
        means = means_in(subject, view)
        if means is None or not mark.is_in(snapshot.state):
            return None
        name = translate("panels", _MEAN).format(label=name_of(labels, mark.index))
        pairs = zip(range(len(means[0]))[:6], means[mark.index].tolist(), strict=False)
        return ReadOut(
            name, tuple((name_of(subject.input_names, d), number(one, 6)) for d, one in pairs)
        )
    if mark.number >= len(subject.points):
        return None
    return point_reading(mark.number, snapshot, subject, view)


def point_reading(row: int, snapshot: Snapshot, subject: Classifier, view: View) -> ReadOut:
    """Return the read-out of a point: inputs, prediction and loss."""
    own = int(classes_in(subject)[row])
    label = name_of(subject.labels, own) if own >= 0 else translate("panels", _NO_TARGET)
    name = translate("panels", _POINT).format(number=row + 1, label=label)
    there = snapshot if row == subject.chosen else _snapshot_of(snapshot, row)
    predicted = there.prediction[0]
    loss = chosen_loss(there.state)
    amount = number(loss_in_unit(there.loss, loss, view.unit), view.decimals)
    lines = [
        (name_of(subject.input_names, d), typed(float(one)))
        for d, one in enumerate(subject.points[row][:6])
    ]
    p = probability(
        float(there.probabilities[predicted]), float(there.complements[predicted]), view.decimals
    )
    lines.append((translate("panels", _PREDICTED), f"{name_of(subject.labels, predicted)}, {p}"))
    lines.append(("L", f"{amount} {loss_unit(loss, view.unit)}".rstrip()))
    return ReadOut(name, tuple(lines))


def points_in_words(snapshot: Snapshot, subject: Classifier) -> str:
    """Return how many points there are, how many are wrong, and which one is chosen."""
    row = subject.points[subject.chosen][:6]
    inputs = ", ".join(
        f"{name_of(subject.input_names, d)} = {typed(float(one))}" for d, one in enumerate(row)
    )
    return translate("panels", _WORDS).format(
        count=len(subject.points),
        wrong=int(np.count_nonzero(wrong_in(subject))),
        number=subject.chosen + 1,
        inputs=inputs,
    )
