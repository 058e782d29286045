r"""The mean loss over points as a function of W and b, with its gradient.

.. math:: L(W, b) = \frac1N \sum_i \ell(W x_i + b, y_i) + \frac\lambda2 \lVert W \rVert^2

The bias is not penalised, and `Fit.loss` is the mean alone, without the penalty.  Any loss of
`LOSSES` can be the l, at any temperature between 0 and infinity.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import cached_property
from typing import Final

import numpy as np

from xentgui.model.classifier.fit import Fit, Parts
from xentgui.model.classifier.linear import Linear, scores_of_columns
from xentgui.model.losses import chosen_loss
from xentgui.model.losses.loss import at_logits
from xentgui.model.losses.of_rows import row_gradients
from xentgui.model.rows import Array, row_sums, sums_of_others, total
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.softmax import loud_softmax_rows

_TOGETHER = 16_384
"""So many logits at once: what follows from them stays in the caches of a processor."""

_MOST_BESIDE = 4
"""If no more than one point of so many differs, the others are taken over."""


_NOTHING: Final[tuple[Callable[[], object], np.ndarray]] = (lambda: None, np.empty(0, np.intp))


class MeanLoss:
    """The mean loss over points, for one choice of loss, temperature and label smoothing.

    Attributes
    ----------
    points
        x, shape (N, D).
    targets
        The effective targets y, shape (N, K).
    totals
        The sum of each target, shape (N,).
    farthest
        The size of the largest of each input, shape (D,).
    """

    def __init__(self, points: Array, targets: Array, settings: ScalarSettings) -> None:
        """`targets` are as set, shape (N, K); label smoothing is applied here."""
        self.settings, self._given = settings, targets
        self._moved = _NOTHING  # what it was made from, and the rows that differ
        self._put(points)
        self.totals = _sums(targets)
        smoothing = settings.label_smoothing
        if smoothing:
            spread = smoothing * (self.totals / targets.shape[1])
            targets = (1.0 - smoothing) * targets + spread[:, None]
        self.targets, self._rests = targets, sums_of_others(targets)
        self._loss = chosen_loss(settings)
        self._parameters = self._loss.parameters_in(settings)

    @np.errstate(all="ignore")
    def at(self, linear: Linear) -> Fit:
        """Return everything at `linear`; its scores must be finite, or -inf where b is."""
        return self.loud_at(linear)

    def loud_at(self, linear: Linear) -> Fit:
        """Return the same; the caller silences numpy's warnings."""
        count, classes = self.targets.shape
        size = max(1, _TOGETHER // classes)
        if count <= size:
            return Fit(self, self.of_each(linear))
        logits, probabilities, slopes = (np.empty((count, classes)) for _ in range(3))
        losses = np.empty(count)
        for start in range(0, count, size):
            part = slice(start, start + size)
            found = self.of_each(linear, part)
            logits[part], probabilities[part], losses[part], slopes[part] = found
        return Fit(self, (logits, probabilities, losses, slopes))

    @np.errstate(all="ignore")
    def beside(
        self, other: MeanLoss, linear: Linear, fit: Fit, *, is_own: bool = False
    ) -> Fit | None:
        """Return `at(linear)`, bit for bit, from the `fit` that `other` has there.

        Only the points that differ are computed.  None if these are many.  A fit that `is_own`, in
        nobody else's hands, is written into: it must not be used afterwards.
        """
        if other is self:
            return fit
        if (
            other.points.shape != self.points.shape
            or other.targets.shape != self.targets.shape
            or other.settings != self.settings
        ):
            return None
        rows = self._moved[1]
        if self._moved[0]() is not other:
            of_points = _that_differ(self.points, other.points)
            rows = _both(of_points, _that_differ(self.targets, other.targets))
        if len(rows) > len(self.points) // _MOST_BESIDE:
            return None
        if not rows.size:
            return fit
        return fit.with_rows(self, rows, self.of(rows).of_each(linear), is_own=is_own)

    def moved(
        self, points: Array, targets: Array, rows: np.ndarray | None = None
    ) -> MeanLoss | None:
        """Return the same over as many other points, if the `targets` are those that were given.

        `rows`, ascending, are those in which they can be others, if they are known.
        """
        if targets is not self._given or len(points) != len(self.points):
            return None
        after = object.__new__(MeanLoss)
        vars(after).update(vars(self))
        for of_points in ("_columns", "inputs_and_one"):
            vars(after).pop(of_points, None)
        if points.shape != self.points.shape:
            rows = np.arange(len(points))
        elif rows is None:
            rows = _that_differ(points, self.points)
        if len(rows) > len(points) // _MOST_BESIDE:
            after._put(points)
        else:
            after._put_rows(points, rows)
        after._moved = weakref.ref(self), rows
        return after

    def _put(self, points: Array) -> None:
        self.points = points
        self.farthest = np.abs(self._columns).max(axis=1)

    def _put_rows(self, points: Array, rows: np.ndarray) -> None:
        """Do the same, where `points` are other ones than before only in `rows`, shape (n,)."""
        before, now = self.points[rows], points[rows]
        self.points = points
        if (np.abs(before) < self.farthest).all():
            self.farthest = np.maximum(self.farthest, np.abs(now).max(axis=0, initial=0.0))
        else:  # one that moved was the farthest
            self.farthest = np.abs(self._columns).max(axis=1)

    @cached_property
    def _columns(self) -> Array:
        return np.ascontiguousarray(self.points.T)

    @cached_property
    def inputs_and_one(self) -> Array:
        """(x, 1) of each point, shape (N, D + 1): the derivative of its logits by W and b."""
        count, inputs = self.points.shape
        found = np.ones((count, inputs + 1))
        found[:, :-1] = self.points
        return found

    def of_each(self, linear: Linear, part: slice = slice(None)) -> Parts:
        """Return logits, probabilities, losses and slopes of some points, each as if alone."""
        temperature, loss, parameters = self.settings.temperature, self._loss, self._parameters
        logits, targets = scores_of_columns(linear, self._columns[:, part]), self.targets[part]
        plain = loud_softmax_rows(
            logits,
            temperature,
            with_complements=loss.rows_need_complements or temperature == 0.0,
        )
        soft = loss.predicted(plain, parameters)
        losses = loss.of_rows(soft, targets, parameters)
        rests = None if self._rests is None else self._rests[part]
        slopes = row_gradients(
            loss, soft, targets, self.totals[part], parameters,
            at_limit=temperature == 0.0, rests=rests,
        )  # fmt: skip
        return logits, soft.probabilities, losses, at_logits(slopes, temperature)

    def of(self, rows: np.ndarray) -> MeanLoss:
        """Return the mean loss over some of the points; `rows` are their numbers, shape (n,)."""
        part = object.__new__(MeanLoss)
        part.points, part.targets = self.points[rows], self.targets[rows]
        part.totals, part.farthest = self.totals[rows], self.farthest
        part._given = part.targets
        part._rests = None if self._rests is None else self._rests[rows]
        part.settings, part._moved = self.settings, _NOTHING
        part._loss, part._parameters = self._loss, self._parameters
        return part


def _that_differ(one: Array, other: Array) -> np.ndarray:
    """Return in which rows two arrays of the same shape (N, D) differ, be it in a bit, ascending."""
    if one is other:
        return np.empty(0, np.intp)
    bits = (array.reshape(-1).view(np.int64) for array in (one, other))
    return _once(np.flatnonzero(np.not_equal(*bits)) // one.shape[1])


def _both(some: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the rows of both, each once, ascending."""
    return _once(np.sort(np.concatenate((some, others))))


def _once(ascending: np.ndarray) -> np.ndarray:
    """Return each row once.  `np.unique` would first import what few need, in a tenth of a second."""
    return ascending[np.diff(ascending, prepend=-1) > 0]


def _sums(targets: Array) -> Array:
    """Return the sum of each target as a state has it, rounded once; shape (N,)."""
    sums = row_sums(targets)
    for row in np.flatnonzero(np.count_nonzero(targets, axis=1) > 1).tolist():
        sums[row] = total(targets[row])
    return sums
