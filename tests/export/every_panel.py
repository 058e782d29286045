"""What each panel has something to show of: a state, or points with a training, and the rows of a matrix."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np

from tests.panels.classifiers import made, set_a
from xentgui.model import Snapshot, State, derive
from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.recipes import Training
from xentgui.model.sampling.fit import fit_of
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.softmax import softmax_rows
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.panels import PANELS

KEYS = tuple(panel.key for panel in PANELS)
OF_POINTS = frozenset(
    ("input_space", "learning_curve", "losses_of_points", "confusion", "points_calibration")
)
"""Panels that show nothing without points."""


@cache
def rows() -> SeenRows:
    """Return rows of a matrix, and the temperature that fits them."""
    random = np.random.default_rng(3)
    logits = 3.0 * random.normal(size=(300, 3))
    p = softmax_rows(logits, 1.0).probabilities
    classes = np.array([random.choice(3, p=row) for row in softmax_rows(logits, 2.0).probabilities])
    right = (logits.argmax(axis=1) == classes).astype(float)
    losses = -np.log(p[np.arange(300), classes])
    entropy = -(p * np.log(p)).sum(axis=1)
    fit = fit_of(logits, classes)
    return SeenRows(
        "rows", 300, 300, 0, losses, entropy, p.max(axis=1), right, float(losses.mean()), fit, _none
    )


def _none(_row: int) -> Edit:
    raise AssertionError("nobody walks here")


def trained(subject: Classifier, rate: float = 0.25, steps: int = 30) -> tuple[Snapshot, View]:
    """Return a classifier after some steps, and a view with its training beside a pinned one."""
    run = TrainingRun.begun(subject, Training(rate)).forward(steps, lambda: False)
    now = replace(subject, weights=run.linear.weights, bias=run.linear.bias)
    view = View(training=run.training, training_run=run, pinned_training=run.to(0), rows=rows())
    return derive(now.resolve(), now), view


@cache
def shown_by(key: str, state: State) -> tuple[Snapshot, View]:
    """Return what the panel `key` shows: `state`, or points in classes with its names."""
    if key not in OF_POINTS:
        return derive(state), View(rows=rows())
    if len(state.labels) == 3:
        return trained(set_a(labels=state.labels, weights=np.zeros((3, 2)), bias=np.zeros(3)))
    count = min(len(state.labels), 12)
    return trained(made(60, 2, count, labels=state.labels[:count]))
