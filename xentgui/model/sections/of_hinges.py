"""Sections of the hinge losses: sums and maxima of functions of one logit each.

They have kinks, and are nowhere more than piecewise linear; a plane costs a few additions.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from xentgui.model.information import weighted
from xentgui.model.losses.hinge_ww import HINGE_WW
from xentgui.model.rows import Array
from xentgui.model.sections.section import Section


class OfHingeWW(Section):
    """sum over t of y_t sum(max(0, 1 + u_j - u_t)), over the classes j other than t."""

    def prepare(self) -> None:
        """Sort the others, and those that are asked for, and add up what does not vary."""
        u, y = self.others, self.plane.other_targets
        self._falling = np.sort(u[u > -np.inf])[::-1]
        self._sums = np.concatenate(([0.0], np.add.accumulate(self._falling)))
        asked = y > 0.0
        order = np.argsort(u[asked], kind="stable")
        self._rising, amounts = u[asked][order], y[asked][order]
        self._amounts = np.concatenate(([0.0], np.add.accumulate(amounts)))
        self._moments = np.concatenate(([0.0], np.add.accumulate(amounts * self._rising)))
        self._constant = 0.0
        if u.size and asked.any():
            row = u.reshape(1, -1)
            costs = HINGE_WW.costs(row, y.reshape(1, -1))[0]
            self._constant = float(np.add.reduce(weighted(y, costs)))

    def _rivals(self, x: Array) -> tuple[Array, Array]:
        """Return how many others are within the margin of a class with u = `x`, and by how much."""
        count = np.searchsorted(-self._falling, -(x - 1.0), side="left")
        return count.astype(np.float64), self._sums[count] + count * (1.0 - x)

    def _pressed(self, x: Array) -> tuple[Array, Array]:
        """Return the sum of y over the others that u = `x` is within the margin of, and what it costs."""
        count = np.searchsorted(self._rising, x + 1.0, side="left")
        amount = self._amounts[count]
        return amount, amount * (1.0 + x) - self._moments[count]

    def of_scores(self, a: Array, b: Array) -> Array:
        """Return the sum over all pairs."""
        y_a, y_b = self.plane.wanted
        found = (self._constant + self._pressed(a)[1]) + self._pressed(b)[1]
        if y_a:
            found = found + y_a * (np.maximum(1.0 + (b - a), 0.0) + self._rivals(a)[1])
        if y_b:
            found = found + y_b * (np.maximum(1.0 + (a - b), 0.0) + self._rivals(b)[1])
        return found

    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return v - y c: by how much it is blamed, less how many it blames."""
        y_a, y_b = self.plane.wanted
        behind, before = 1.0 + (b - a) > 0.0, 1.0 + (a - b) > 0.0
        return (
            y_b * before + self._pressed(a)[0] - y_a * (behind + self._rivals(a)[0]),
            y_a * behind + self._pressed(b)[0] - y_b * (before + self._rivals(b)[0]),
        )


class _Blamers(NamedTuple):
    """Others that are asked for and have the same strongest rival among the others.

    `amount` and `moment` are sum(y) and sum(y u), `level` is the u of that rival and `tied` how many
    there are.  `alone` is whether it is the one class with the largest u, which may lead by a margin.
    """

    amount: float
    moment: float
    level: float
    tied: int
    alone: bool


class OfHingeCS(Section):
    """sum over t of y_t max(0, 1 + max u_j - u_t), over the classes j other than t."""

    def prepare(self) -> None:
        """Put the others that are asked for into two or three groups."""
        u, y = self.others, self.plane.other_targets
        self._top = float(u.max()) if u.size else -np.inf
        leading = u == self._top
        self._tied = int(np.count_nonzero(leading)) if self._top > -np.inf else 0
        self._impossible = bool((y[u == -np.inf] > 0.0).any())
        self._blamers: list[_Blamers] = []

        def blame(
            which: NDArray[np.bool_], level: float, tied: int, *, alone: bool = False
        ) -> None:
            on = which & (y > 0.0) & (u > -np.inf)
            if on.any():
                amounts = float(y[on].sum()), float((y[on] * u[on]).sum())
                self._blamers.append(_Blamers(*amounts, level, tied, alone))

        if self._tied == 1:
            second = float(u[~leading].max(initial=-np.inf))
            tied = int(np.count_nonzero(u[~leading] == second)) if second > -np.inf else 0
            blame(leading, second, tied, alone=True)
        else:
            blame(leading, self._top, self._tied - 1)
        blame(~leading, self._top, self._tied)

    def of_scores(self, a: Array, b: Array) -> Array:
        """Return what the strongest rival of each class costs it."""
        if self._impossible:
            return np.full((1, 1), np.inf)
        (y_a, y_b), higher = self.plane.wanted, np.maximum(a, b)
        found = np.zeros((1, 1))
        if y_a:
            found = found + y_a * np.maximum(1.0 + (np.maximum(b, self._top) - a), 0.0)
        if y_b:
            found = found + y_b * np.maximum(1.0 + (np.maximum(a, self._top) - b), 0.0)
        for one in self._blamers:
            cost = one.amount * (1.0 + np.maximum(higher, one.level)) - one.moment
            found = found + (np.maximum(cost, 0.0) if one.alone else cost)
        return found

    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return v - y c: tied rivals share the blame."""
        (y_a, y_b), m = self.plane.wanted, self._top
        higher = np.maximum(a, b)
        costs_a = y_a * (1.0 + (np.maximum(b, m) - a) > 0.0)
        costs_b = y_b * (1.0 + (np.maximum(a, m) - b) > 0.0)
        by_a = costs_a * (b >= m) / (1.0 + (b == m) * self._tied)
        by_b = costs_b * (a >= m) / (1.0 + (a == m) * self._tied)
        slope_a, slope_b = by_b - costs_a, by_a - costs_b
        for one in self._blamers:
            top = np.maximum(higher, one.level)
            inside = one.amount * (1.0 + top) - one.moment > 0.0 if one.alone else True
            winners = (a == top) * 1.0 + (b == top) + (one.level == top) * one.tied
            share = one.amount * inside / winners
            slope_a, slope_b = slope_a + share * (a == top), slope_b + share * (b == top)
        return slope_a, slope_b
