"""Classifiers to be saved, opened, undone and recovered."""

from __future__ import annotations

import math

import numpy as np

from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects.classifier import Classifier

SMALL = Classifier(
    labels=("cat", "dog", "owl"),
    colors=(0, 2, 5),
    input_names=("length", "width"),
    points=[(1.0, 2.0), (0.1, -0.5), (3.0, 1 / 3), (-2.0, 1e-5)],
    targets=[(1, 0, 0), (0, 1, 0), (0.5, 0.25, 0), (0, 0, 1)],
    weights=[(0.1, -0.3), (0.25, 0.7), (1 / 3, -1.0)],
    bias=(0.1, -1.5, 0.0),
    chosen=2,
    settings=ScalarSettings(temperature=2.0, label_smoothing=0.1, loss="focal", gamma=1.5),
)
OFF = Classifier(
    labels=("a", "b", "c"),
    points=[(1.0,), (2.0,)],
    targets=np.eye(3)[:2],
    weights=np.zeros((3, 1)),
    bias=(0.0, 1.0, -math.inf),
)

_RNG = np.random.default_rng(3)
LARGE = Classifier(
    labels=("a", "b", "c"),
    points=_RNG.normal(size=(3000, 2)),
    targets=np.eye(3)[_RNG.integers(0, 3, 3000)],
    weights=_RNG.normal(size=(3, 2)),
    bias=_RNG.normal(size=3),
)
