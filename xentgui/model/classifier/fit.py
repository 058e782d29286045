"""What follows from W and b at N points: much of it is computed, or copied, where it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any, Final, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from xentgui.model.classifier.judgement import predictions_of
from xentgui.model.classifier.linear import Linear
from xentgui.model.rows import Array, row_maxima

Parts = tuple[Array, Array, Array, Array]
"""Logits, probabilities, losses and slopes of some points, as a `Fit` has them."""

_LOGITS, _PROBABILITIES, _LOSSES, _SLOPES = range(4)
_Each = TypeVar("_Each", bound=np.ndarray[Any, Any])
_NO_ROWS: Final = np.empty(0, np.intp)


class OfPoints(Protocol):
    """What a fit needs of the mean loss over its points."""

    @property
    def inputs_and_one(self) -> Array:
        """(x, 1) of each point, shape (N, D + 1)."""


class Fit:
    """What follows from W and b at the points of a mean loss.

    While a point is dragged, all rows but its own are those of a fit before: they are copied where
    somebody asks for them.

    Attributes
    ----------
    loss
        The mean of `losses`.
    """

    def __init__(self, mean_loss: OfPoints, parts: Parts) -> None:
        """`parts` belong to this fit from now on.  The caller silences numpy's warnings."""
        self._mean_loss, self._parts = mean_loss, list(parts)
        # Of a part that has not been copied yet, the numbers of these rows.
        self._rows, self._news = _NO_ROWS, list[Array | None]([None] * len(parts))
        self._predictions: npt.NDArray[np.intp] | None = None
        self.loss = self._mean()

    @property
    def logits(self) -> Array:
        """z, shape (N, K)."""
        return self._part(_LOGITS)

    @property
    def probabilities(self) -> Array:
        """What the loss predicts with: p = softmax(z / T), or something else; shape (N, K)."""
        return self._part(_PROBABILITIES)

    @property
    def losses(self) -> Array:
        """The loss of each point, shape (N,), in nats or without unit."""
        return self._part(_LOSSES)

    @property
    def slopes(self) -> Array:
        """The derivative of each point's loss by its logits, shape (N, K)."""
        return self._part(_SLOPES)

    @cached_property
    def gradient(self) -> Linear:
        """The derivative of `loss` by W and b."""
        slopes = self.slopes
        with np.errstate(all="ignore"):
            both = slopes.T @ self._mean_loss.inputs_and_one / len(slopes)
        return Linear(both[:, :-1], both[:, -1])

    @property
    def predictions(self) -> npt.NDArray[np.intp]:
        """The class with the largest logit of each point, shape (N,), the first of equal ones."""
        if self._predictions is None:
            self._predictions = self._of_each(predictions_of, _LOGITS)
        return self._predictions

    @cached_property
    def largest(self) -> Array:
        """The largest p of each point, shape (N,)."""
        return self._of_each(row_maxima, _PROBABILITIES)

    def with_rows(self, mean_loss: OfPoints, rows: np.ndarray, news: Parts, *, is_own: bool) -> Fit:
        """Return the fit whose parts are `news` in `rows`, shape (n,), and else those of this one.

        One that `is_own`, in nobody else's hands, is written into.
        """
        after = object.__new__(Fit)
        after._mean_loss, after._rows, after._news = mean_loss, rows, list(news)
        is_passed_on = set(self._rows.tolist()).issubset(rows.tolist())
        after._parts = list(
            self._parts if is_passed_on else map(self._part, range(len(self._parts)))
        )
        known = self._predictions
        if known is not None:
            known = known if is_own else known.copy()
            known[rows] = predictions_of(news[_LOGITS])
        after._predictions = known
        if is_own:
            for array, new in zip(after._parts, news, strict=True):
                array[rows] = new
            after._news = [None] * len(news)
        after.loss = after._mean()
        return after

    def _mean(self) -> float:
        losses = self.losses
        return float(np.add.reduce(losses)) / len(losses)

    def _of_each(self, of: Callable[[Array], _Each], nth: int) -> _Each:
        """Return what follows from each row of a part, without a copy of it."""
        news = self._news[nth]
        found = of(self._parts[nth])
        if news is not None:
            found[self._rows] = of(news)
        return found

    def _part(self, nth: int) -> Array:
        # Two threads may do this at once: both come to the same.
        news, array = self._news[nth], self._parts[nth]
        if news is not None:
            array = array.copy()
            array[self._rows] = news
            self._parts[nth], self._news[nth] = array, None
        return array
