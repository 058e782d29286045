r"""Sections of the Fenchel-Young losses with alpha above 1.

With :math:`v = (\alpha - 1) u` the threshold :math:`\tau` is where :math:`\sum_k [v_k -
\tau]_+^{1/(\alpha - 1)} = 1`, and the loss is :math:`s\,\Omega^*(u) - \langle y, u\rangle - s\,
H_\alpha(y/s)`, where :math:`\Omega^*(u) = \max_p \langle p, u\rangle + H_\alpha(p)` follows from
:math:`\tau` and :math:`S = \sum_k p_k^\alpha`: it is :math:`(\tau + S)/(\alpha - 1) + (1 - S)/(\alpha
(\alpha - 1))`.

Of the other classes only those have a share that trail the largest of them by less than
:math:`1/(\alpha - 1)`.  Where more than `_GROUPS` of them differ, neighbours are put together.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.rows import Array
from xentgui.model.sections.section import Section, grouped, linear

_GROUPS = 24
_STEPS = 80
_NEAR = 2.0**-50


class OfEntmax(Section):
    """A section of the loss that judges entmax."""

    side = 96

    def prepare(self) -> None:
        """Find the others that can have a share, and what does not vary."""
        self._alpha = self.plane.parameters["alpha"]
        beta, u, y, s = self._alpha - 1.0, self.others, self.plane.other_targets, self.plane.total
        live = u[u > u.max(initial=-np.inf) - 1.0 / beta]
        live = live[live > -np.inf]
        scores, self._counts = grouped(live, np.ones_like(live), _GROUPS)
        self._scores_of_others = beta * scores
        targets = np.concatenate((np.array(self.plane.wanted), y))
        shares = targets / s if s > 0.0 else targets
        entropy = (1.0 - float(np.add.reduce(shares**self._alpha))) / (self._alpha * beta)
        self._constant = -linear(y, u) - (s * entropy if s > 0.0 else 0.0)

    def of_scores(self, a: Array, b: Array) -> Array:
        """Return s Omega*(u) - sum(y u) - s H(y/s)."""
        (y_a, y_b), s, alpha = self.plane.wanted, self.plane.total, self._alpha
        tau = self._threshold(a, b)
        powers = self._sum(a, b, tau, alpha)
        best = (tau + powers) / (alpha - 1.0) + (1.0 - powers) / (alpha * (alpha - 1.0))
        found = s * best + (self._constant - y_a * a - y_b * b)
        # It is never negative; what is below 0 is rounding.
        return np.asarray(np.maximum(found, 0.0))

    def slopes_of_scores(self, a: Array, b: Array) -> tuple[Array, Array]:
        """Return s p - y."""
        (y_a, y_b), s, beta = self.plane.wanted, self.plane.total, self._alpha - 1.0
        tau = self._threshold(a, b)
        return s * _power(beta * a - tau, 1.0 / beta) - y_a, s * _power(
            beta * b - tau, 1.0 / beta
        ) - y_b

    def _sum(self, a: Array, b: Array, tau: Array, times: float) -> Array:
        """Return sum(p**times), where p are the probabilities at `tau`."""
        beta = self._alpha - 1.0
        exponent = times / beta
        total: Array = _power(beta * a - tau, exponent) + _power(beta * b - tau, exponent)
        for score, count in zip(
            self._scores_of_others.tolist(), self._counts.tolist(), strict=True
        ):
            total += count * _power(score - tau, exponent)
        return total

    def _threshold(self, a: Array, b: Array) -> Array:
        """Return tau, shape (m, n): a step of Newton where it stays inside, else half the distance."""
        beta, scores = self._alpha - 1.0, self._scores_of_others
        top = np.maximum(np.maximum(beta * a, beta * b), scores.max(initial=-np.inf))
        classes = 2.0 + float(self._counts.sum())
        low, high = top - 1.0, top - classes**-beta
        tau: Array = low
        for _ in range(_STEPS):
            excess = self._sum(a, b, tau, 1.0) - 1.0
            step = excess * beta / self._sum(a, b, tau, 1.0 - beta)
            # A point that has arrived does not move, however many steps others need.
            far = np.abs(step) > _NEAR * (1.0 + np.abs(tau - top))
            if not far.any():
                break
            low, high = np.where(excess >= 0.0, tau, low), np.where(excess >= 0.0, high, tau)
            moved = tau + step
            moved = np.where((moved > low) & (moved < high), moved, 0.5 * (low + high))
            tau = np.where(far, moved, tau)
        return tau


def _power(above: Array, exponent: float) -> Array:
    """Return [above]_+ to a power; 0 to the power of 0 is 0."""
    positive = np.maximum(above, 0.0)
    if exponent == 1.0:
        return positive
    if exponent == 2.0:
        return positive * positive
    if exponent == 0.0:
        return np.asarray(above > 0.0, dtype=np.float64)
    if exponent < 0.0:
        return np.asarray(np.where(above > 0.0, positive**exponent, 0.0))
    return np.asarray(positive**exponent)
