"""Classifiers that are hard to draw, and the article's set A."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from xentgui.model.losses import LOSSES
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.subjects.classifier import Classifier

SET_A = np.array(
    [[0, 0], [1, 0], [0, 2], [2, 1], [3, 0], [4, 1], [2, 2], [1, 1], [1, 3], [0, 1], [3, 3], [3, 1]]
)
OPTIMUM = (
    [[-0.6895, -0.6474], [0.5776, -0.2185], [0.1119, 0.8660]],
    [1.7861, -0.5839, -1.2023],
)


def set_a(**changes: object) -> Classifier:
    """Return the twelve points of set A with W and b near the optimum."""
    parts: dict[str, object] = {
        "labels": ("cat", "dog", "owl"),
        "points": SET_A,
        "targets": np.repeat(np.eye(3), 4, axis=0),
        "weights": OPTIMUM[0],
        "bias": OPTIMUM[1],
    }
    return Classifier(**(parts | changes))  # type: ignore[arg-type]


def made(count: int, inputs: int, classes: int, seed: int = 0, **changes: object) -> Classifier:
    """Return random points, targets and weights."""
    random = np.random.default_rng(seed)
    parts: dict[str, object] = {
        "labels": tuple(f"c{k}" for k in range(classes)),
        "points": random.normal(size=(count, inputs)),
        "targets": np.eye(classes)[random.integers(classes, size=count)],
        "weights": random.normal(size=(classes, inputs)),
        "bias": random.normal(size=classes),
    }
    return Classifier(**(parts | changes))  # type: ignore[arg-type]


def _settings(**changes: object) -> ScalarSettings:
    return replace(ScalarSettings(), **changes)  # type: ignore[arg-type]


HARD = {
    "set A": set_a(),
    "nothing learned": set_a(weights=np.zeros((3, 2)), bias=np.zeros(3)),
    "one point": made(1, 2, 3),
    "one place": set_a(points=np.ones((12, 2))),
    "two classes": made(30, 2, 2),
    "one input": made(10, 1, 3),
    "five inputs": made(40, 5, 4),
    "ten classes": made(500, 2, 10),
    "fifty classes": made(60, 2, 50),
    "very many classes": made(20, 2, 3000),
    "many points": made(20_000, 2, 3),
    "one class off": set_a(bias=[0.0, -np.inf, 0.0]),
    "all but one off": set_a(bias=[0.0, -np.inf, -np.inf]),
    "cold": set_a(settings=_settings(temperature=0.0)),
    "nearly cold": set_a(settings=_settings(temperature=1e-300)),
    "hot": set_a(settings=_settings(temperature=np.inf)),
    "huge": set_a(points=SET_A * 1e150, weights=np.array(OPTIMUM[0]) * 1e150),
    "far": set_a(points=SET_A * 1e-3 + 1e15),
    "largest": set_a(points=SET_A * 4e307, weights=np.zeros((3, 2))),
    "tiny": set_a(points=SET_A * 1e-300),
    "huge weights": set_a(weights=np.array(OPTIMUM[0]) * 1e300),
    "least squares": set_a(way="linear"),
    "discriminant": set_a(way="lda"),
    "soft": set_a(targets=np.full((12, 3), 0.4)),
    "no target": set_a(targets=np.zeros((12, 3))),
    "bent": set_a(features=("x1", "x2", "x1^2", "sin x2"), weights=np.eye(3, 4) - 0.5),
} | {loss: set_a(settings=_settings(loss=loss)) for loss in LOSSES}
"""By a name that says what is hard."""
