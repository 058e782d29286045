"""Points whose numbers were worked out elsewhere (numpy, and scikit-learn where it offers them)."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

import xentgui
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings

DATA = Path(xentgui.__file__).parents[1] / "resources" / "data"

TWELVE = np.array(
    [
        (0, 0),
        (1, 0),
        (0, 2),
        (2, 1),
        (3, 0),
        (4, 1),
        (2, 2),
        (1, 1),
        (1, 3),
        (0, 1),
        (3, 3),
        (3, 1),
    ],
    dtype=float,
)
TWELVE_TARGETS = np.repeat(np.eye(3), 4, axis=0)

BILL, FLIPPER_AND_MASS, BILL_LENGTH_AND_FLIPPER = (0, 1), (2, 3), (0, 2)

SEPARABLE = np.array([(-1, 0), (-2, 1), (1, 0), (2, -1)], dtype=float)
SEPARABLE_TARGETS = np.repeat(np.eye(2), 2, axis=0)


def of_twelve(**settings: float | str) -> MeanLoss:
    """The twelve overlapping points."""
    return MeanLoss(TWELVE, TWELVE_TARGETS, ScalarSettings(**settings))  # type: ignore[arg-type]


def shipped(name: str, inputs: tuple[int, ...]) -> tuple[Array, Array]:
    """Columns of a set that is shipped, and its one-hot targets, classes by name."""
    with (DATA / name).open(encoding="utf-8") as file:
        rows = list(csv.reader(file))[1:]
    points = np.array([[float(row[d]) for d in inputs] for row in rows])
    names = sorted({row[-1] for row in rows})
    return points, np.eye(len(names))[[names.index(row[-1]) for row in rows]]


def of_penguins(inputs: tuple[int, ...] = BILL) -> MeanLoss:
    """Adelie, Chinstrap, Gentoo."""
    return MeanLoss(*shipped("penguins.csv", inputs), ScalarSettings())
