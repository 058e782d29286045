"""The base of sections: a loss as a function of two logits, while everything else stays.

A grid of 256 x 256 points has 65 536 states, and a new one is asked for with every frame.  No state
is derived for them: what the other classes contribute is summed up once, so that a section of
50 000 classes is as quick as one of three.

As everywhere in the model, only differences of logits are used: logits of 1e6 with gaps of 1 would
lose their digits otherwise.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar, NamedTuple

import numpy as np

from xentgui.model.rows import Array


class Plane(NamedTuple):
    """Two classes whose logits vary, and what stays.

    Attributes
    ----------
    wanted
        The effective targets of the two.
    others, other_targets
        The logits and the effective targets of all other classes, shape (K - 2,).
    total
        The sum s of all effective targets.
    temperature
        T, above 0 and finite.
    parameters
        The values of the loss's own settings, by key.
    """

    wanted: tuple[float, float]
    others: Array
    other_targets: Array
    total: float
    temperature: float
    parameters: dict[str, float]


class Section(ABC):
    """A loss over a plane.

    Attributes
    ----------
    side
        How many points a grid may have in a row and in a column, so that its values take no longer
        than a few milliseconds.
    plane
        What it is computed from.
    others
        u of the other classes, with the same constant less as the u of the two; shape (K - 2,).
    """

    side: ClassVar[int] = 256

    def __init__(self, plane: Plane) -> None:
        self.plane = plane
        finite = plane.others[np.isfinite(plane.others)]
        self._zero = float(finite.max()) if finite.size else None
        with np.errstate(all="ignore"):
            self.others = (plane.others - (self._zero or 0.0)) / plane.temperature
            self.prepare()

    @np.errstate(all="ignore")
    def values(self, x: np.ndarray, y: np.ndarray) -> Array:
        """Return the loss, shape (m, n), at logits `x` (n,) of one class and `y` (m,) of the other.

        In nats or without unit; infinite or NaN where a float cannot hold it.
        """
        found = self.of_scores(*self._scores(x, y))
        return np.asarray(np.broadcast_to(found, (len(y), len(x))))

    @np.errstate(all="ignore")
    def slopes(self, x: np.ndarray, y: np.ndarray) -> Array:
        """Return the derivatives by the two logits at the same points, shape (2, m, n)."""
        both = self.slopes_of_scores(*self._scores(x, y))
        found = np.stack([np.broadcast_to(one, (len(y), len(x))) for one in both])
        return np.asarray(found / self.plane.temperature)

    def _scores(self, x: Array, y: Array) -> tuple[Array, Array]:
        zero, t = float(x[0]) if self._zero is None else self._zero, self.plane.temperature
        return (x - zero).reshape(1, -1) / t, (y - zero).reshape(-1, 1) / t

    @abstractmethod
    def prepare(self) -> None:
        """Sum up what the other classes contribute."""

    @abstractmethod
    def of_scores(self, a: Array, b: Array) -> Array:
        """Return the loss at u of the two classes, (1, n) and (m, 1)."""

    @abstractmethod
    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return the derivatives by the two u, of shapes that broadcast to (m, n)."""


def linear(targets: Array, scores: Array) -> float:
    """Return sum(y u) over the classes that are asked for; -inf if one of them is off."""
    on = targets > 0.0
    return float(np.add.reduce(targets[on] * scores[on]))


def grouped(scores: Array, weights: Array, most: int) -> tuple[Array, Array]:
    """Return at most `most` scores with their weights, in place of many, both of shape (n,).

    Equal scores are put together.  Where that does not suffice, neighbours give way to their mean,
    which a smooth function of the score does not notice.
    """
    found, where = np.unique(scores, return_inverse=True)
    sums = np.bincount(where, weights=weights, minlength=len(found))
    if len(found) <= most:
        return found, np.asarray(sums, dtype=np.float64)
    edges = np.linspace(found[0], found[-1], most + 1)[1:-1]
    bins = np.searchsorted(edges, found)
    totals = np.bincount(bins, weights=sums, minlength=most)
    means = np.bincount(bins, weights=sums * found, minlength=most)
    used = totals > 0.0
    return np.asarray(means[used] / totals[used]), np.asarray(totals[used], dtype=np.float64)
