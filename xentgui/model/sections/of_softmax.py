r"""Sections of the losses of softmax.

At a point of the plane the classes are two numbers and one more, the log-sum-exp c of all others:
with :math:`w = \log(e^a + e^b + e^c)` the two have :math:`\log p = a - w` and :math:`b - w`, and any
other class k has :math:`\log p_k = \log r_k - (w - c)`, where r is the softmax of the others alone,
which stays.  So every loss is a function of a, b and w, with a few sums over the others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from xentgui.model.information import entropy_terms, support_of
from xentgui.model.losses.mean_over_target import MeanOverTarget
from xentgui.model.rows import Array
from xentgui.model.sections.section import Plane, Section, grouped, linear

_FAR = 600.0
"""Where all u are nearer to each other than this, exp(u) of an axis is computed once, not a plane."""

_GROUPS = 64
_EXACT = 200_000
"""So many costs of single classes take about a millisecond; for more, a table is made."""

_KNOTS = 2048


class _Shares(NamedTuple):
    """The probabilities at the points: p of the two classes and of all others, and -log of them."""

    across: Array
    up: Array
    rest: Array
    h_across: Array
    h_up: Array
    h_rest: Array


class OfSoftmax(Section):
    """A section of a loss that judges softmax."""

    def prepare(self) -> None:
        """Find the log-sum-exp of the others, and their softmax r among themselves."""
        u = self.others
        top = float(u.max()) if u.size else -np.inf
        if top == -np.inf:
            self.level, self.share, self.log_share = -np.inf, np.zeros_like(u), u
            return
        weights = np.exp(u - top)
        every = float(np.add.reduce(weights))
        self.level = top + float(np.log(every))
        self.share, self.log_share = weights / every, u - self.level

    def total(self, a: Array, b: Array) -> Array:
        """Return w, shape (m, n)."""
        c = self.level
        top = max(float(a.max()), float(b.max()), c)
        if min(float(a.min()), float(b.min())) > top - _FAR:
            w: Array = np.exp(a - top) + (np.exp(b - top) + np.exp(c - top))
            np.log(w, out=w)
            w += top
            return w
        highest = np.maximum(np.maximum(a, b), c)
        w = np.exp(a - highest) + np.exp(b - highest) + np.exp(c - highest)
        return np.asarray(np.log(w) + highest)

    def shares(self, a: Array, b: Array) -> _Shares:
        """Return the probabilities at the points."""
        w = self.total(a, b)
        h = w - a, w - b, w - self.level
        return _Shares(np.exp(-h[0]), np.exp(-h[1]), np.exp(-h[2]), *h)


class OfCrossEntropy(OfSoftmax):
    """-sum(y log p), and what differs from it by a constant: the KL divergence, alpha = 1."""

    def __init__(self, plane: Plane, constant: float = 0.0) -> None:
        """`constant` is added to the cross-entropy."""
        self._constant = constant
        super().__init__(plane)

    def prepare(self) -> None:
        """Add up what does not vary."""
        super().prepare()
        self._constant -= linear(self.plane.other_targets, self.others)

    def of_scores(self, a: Array, b: Array) -> Array:
        """Return s w - sum(y u)."""
        (y_a, y_b), s = self.plane.wanted, self.plane.total
        w = self.total(a, b)
        if s != 1.0:
            w *= s
        if y_a:
            w -= y_a * a
        w += self._constant - y_b * b
        return w

    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return s p - y."""
        (y_a, y_b), s, p = self.plane.wanted, self.plane.total, self.shares(a, b)
        return s * p.across - y_a, s * p.up - y_b


class OfReverseKL(OfSoftmax):
    """sum(p log(p/y))."""

    def prepare(self) -> None:
        """Find the mean of log(r/y) over the others; infinite if one of them is not asked for."""
        super().prepare()
        y, on = self.plane.other_targets, self.log_share > -np.inf
        ratios = self.log_share[on] - np.log(y[on])
        missing = bool((y[on] == 0.0).any())
        self._rest = np.inf if missing else float(np.add.reduce(self.share[on] * ratios))

    def _ratios(self, p: _Shares) -> tuple[Array, Array, Array]:
        """Return log(p/y) of the two, and the loss."""
        (y_a, y_b) = self.plane.wanted
        r_a, r_b = -p.h_across - np.log(y_a), -p.h_up - np.log(y_b)
        found = p.across * r_a + p.up * r_b
        if self.level > -np.inf:
            found = found + p.rest * (self._rest - p.h_rest)
        return r_a, r_b, found

    def of_scores(self, a: Array, b: Array) -> Array:
        """Return p_a log(p_a/y_a) + p_b log(p_b/y_b) + those of the others."""
        if 0.0 in self.plane.wanted or self._rest == np.inf:
            return np.full((1, 1), np.inf)
        return self._ratios(self.shares(a, b))[2]

    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return p (log(p/y) - L)."""
        p = self.shares(a, b)
        r_a, r_b, found = self._ratios(p)
        return p.across * (r_a - found), p.up * (r_b - found)


class OfBrier(OfSoftmax):
    """sum((p - y)**2); over the others it is the parabola A (p - B/A)**2 + D - B**2/A."""

    def prepare(self) -> None:
        """Find the parabola: A = sum(r**2), B = sum(r y), and where it is least."""
        super().prepare()
        r, y = self.share, self.plane.other_targets
        self._a, self._b = float(np.add.reduce(r * r)), float(np.add.reduce(r * y))
        self._middle = self._b / self._a if self._a else 0.0
        apart = r * self._middle - y
        self._least = float(np.add.reduce(apart * apart))

    def of_scores(self, a: Array, b: Array) -> Array:
        """Return the sum of the squares."""
        (y_a, y_b), p = self.plane.wanted, self.shares(a, b)
        # Near p = 1 the difference from y = 1 is what the others have.
        d_a = (1.0 - y_a) - (p.up + p.rest) if y_a > 0.5 else p.across - y_a
        d_b = (1.0 - y_b) - (p.across + p.rest) if y_b > 0.5 else p.up - y_b
        rest = p.rest - self._middle
        return d_a * d_a + d_b * d_b + (self._a * rest * rest + self._least)

    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return 2 p (p - y - m) with m = sum(p (p - y))."""
        (y_a, y_b), p = self.plane.wanted, self.shares(a, b)
        d_a, d_b = p.across - y_a, p.up - y_b
        m = p.across * d_a + p.up * d_b + p.rest * (p.rest * self._a - self._b)
        return 2.0 * p.across * (d_a - m), 2.0 * p.up * (d_b - m)


class OfMean(OfSoftmax):
    """sum(y L_t) for a loss L_t of the true class's probability: focal loss and the like."""

    def __init__(self, plane: Plane, loss: MeanOverTarget) -> None:
        self._loss = loss
        super().__init__(plane)

    def prepare(self) -> None:
        """Put the others that are asked for into groups of about the same r."""
        super().prepare()
        y = self.plane.other_targets
        on = support_of(y)
        live = on[self.log_share[on] > -np.inf]
        off = on[self.log_share[on] == -np.inf]
        self._impossible = float(np.add.reduce(y[off]))
        self._logs, self._weights = grouped(self.log_share[live], y[live], _GROUPS)

    def _others(self, function: Callable[..., Array], h_rest: Array) -> Array | float:
        """Return the sum of y times `function` over the others, given -log of their share."""
        logs, weights, always = self._logs, self._weights, 0.0
        if self._impossible:
            zero, one, infinite = (np.array([number]) for number in (0.0, 1.0, np.inf))
            lost = function(zero, one, infinite, self.plane.parameters)
            always = self._impossible * float(lost[0])
        if not logs.size:
            return always

        def of(h: Array) -> Array:
            total = np.full_like(h, always)
            for log, weight in zip(logs.tolist(), weights.tolist(), strict=True):
                p = np.exp(log - h)
                q = -np.expm1(-h) - np.exp(-h) * np.expm1(log)
                total += weight * function(p, q, h - log, self.plane.parameters)
            return total

        if h_rest.size * logs.size <= _EXACT:
            return of(h_rest)
        # It is a function of one number alone, and it bends most where that number is small.
        most = float(h_rest[np.isfinite(h_rest)].max(initial=1.0))
        knots = np.expm1(np.linspace(0.0, np.log1p(most), _KNOTS))
        return np.asarray(np.interp(h_rest, knots, of(knots)))

    def _each(self, function: Callable[..., Array], p: _Shares) -> tuple[Array, Array]:
        """Return y times `function` for the two classes."""
        (y_a, y_b), parameters = self.plane.wanted, self.plane.parameters
        nothing = np.zeros((1, 1))
        q_a, q_b = p.up + p.rest, p.across + p.rest
        return (
            y_a * function(p.across, q_a, p.h_across, parameters) if y_a else nothing,
            y_b * function(p.up, q_b, p.h_up, parameters) if y_b else nothing,
        )

    def of_scores(self, a: Array, b: Array) -> Array:
        """Return the sum of y L_t."""
        p = self.shares(a, b)
        first, second = self._each(self._loss.costs, p)
        return first + second + self._others(self._loss.costs, p.h_rest)

    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return p sum(w) - w with w = y c."""
        p = self.shares(a, b)
        first, second = self._each(self._loss.pulls, p)
        rest = self._others(self._loss.pulls, p.h_rest)
        q_a, q_b = p.up + p.rest, p.across + p.rest
        return p.across * (second + rest) - first * q_a, p.up * (first + rest) - second * q_b


def constant_of_divergence(targets: Array, total: float) -> float:
    """Return D(y‖p) - H(y, p) = -H(y) + 1 - s."""
    return 1.0 - total - float(np.add.reduce(entropy_terms(targets, support_of(targets))))
