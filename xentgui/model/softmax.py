r"""Softmax, its logarithm and its limit, to within a few ulp at every gap and temperature.

For logits z with the largest m at class k, and temperature T, everything follows from
:math:`x = (z - m)/T`.  Four habits lose digits; each is avoided by an identity:

- x is kept as an unevaluated sum ``high + low``, because rounding x and exponentiating
  the rounding error costs up to :math:`|x|/1.4` ulp.
- The sum s of :math:`e^x` leaves class k out, so that :math:`1 + s` is never needed where
  s is tiny: :math:`-\log p_k = \operatorname{log1p}(s)`.
- :math:`1 - p_k = s/(1 + s)` is a sum of the others, never a difference from 1.
- Nothing is clipped and nothing is added: a class that is switched off (-inf) has
  p = 0 and information inf, by the rules of IEEE 754 alone.

float64 sets two limits: numbers below 2.2e-308 have few digits, and so have their products; and
where x is beyond 1.8e308 the information is inf although the class is on.

Sources: Blanchard, Higham & Higham 2021, :doi:`10.1093/imanum/draa038` (shifting);
Knuth, TAOCP 2, 4.2.2 (the exact difference); Dekker 1971, :doi:`10.1007/BF01397083`
(the exact product).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from xentgui.model.rows import Array, as_rows, beside_rows, refuse, row_sums

if TYPE_CHECKING:
    import numpy.typing as npt

_SPLITTER = 134217729.0  # 2**27 + 1, splits a 53-bit mantissa into halves (Veltkamp)
_TINY = 2.0**-900  # far above the subnormals, far below an ulp of 1


class Softmax(NamedTuple):
    """All that follows from a batch of logits; every array is (N, K), in nats.

    Attributes
    ----------
    probabilities, complements : p and 1 - p, both to full relative precision.
    information : -log p; inf where the class is off, finite where p only underflows.
    high, low : (z - m)/T as an unevaluated sum; -inf and 0 where the class is off.
    others : (N, 1), the sum of exp((z - m)/T) without the first largest class.
    """

    probabilities: Array
    complements: Array
    information: Array
    high: Array
    low: Array
    others: Array


def softmax_rows(logits: Array, temperature: float, *, with_complements: bool = True) -> Softmax:
    """Return everything that follows from C-contiguous `logits` of shape (N, K).

    Without `with_complements`, these are empty, and the rest takes less time.

    `temperature` may be 0 (hardmax, ties share) and inf (uniform over the classes that
    are on).  Each row has the same bits as if it were computed alone.  Raises ValueError for a row
    whose largest logit is not finite: NaN, +inf, and all -inf.
    """
    with np.errstate(all="ignore"):
        return loud_softmax_rows(logits, temperature, with_complements=with_complements)


def loud_softmax_rows(logits: Array, temperature: float, *, with_complements: bool) -> Softmax:
    """Return the same; the caller silences numpy's warnings, for all that it does at once."""
    count, classes = logits.shape
    top = logits.argmax(axis=1)  # the first NaN, if there is one
    top += np.arange(0, count * classes, classes)  # its index in the flat batch
    peak = logits.take(top)
    if not math.isfinite(np.add.reduce(peak)):  # as a sum of finite numbers nearly always is
        _require_finite(peak)
    high, low = _exponent(logits, beside_rows(peak, classes), temperature)
    weights = np.exp(high)
    weights += weights * low
    flat = weights.reshape(-1)  # whose items are set five times as fast as by `put`
    flat[top] = 0.0
    others = row_sums(weights).reshape(-1, 1)
    flat[top] = 1.0
    total = 1.0 + others
    totals = beside_rows(total, classes)
    if with_complements:
        complements = totals - weights
        complements /= totals
        complements.reshape(-1)[top] = (others / total).reshape(-1)
    else:
        complements = weights[:0]
    information = beside_rows(np.log1p(others), classes) - low
    information -= high
    weights /= totals
    return Softmax(weights, complements, information, high, low, others)


def _require_finite(peak: Array) -> None:
    finite = np.isfinite(peak)
    if not finite.all():
        raise refuse(f"logits need a finite largest value in every row, got {peak[~finite][0]}")


def entropy_rows(soft: Softmax) -> Array:
    """Return the entropy of each row of `soft` in nats, shape (N,); 0 * inf counts 0."""
    with np.errstate(all="ignore"):
        terms = soft.probabilities * soft.information
        sums = row_sums(terms)
        if np.isnan(sums).any():  # 0 * inf
            np.copyto(terms, 0.0, where=soft.probabilities == 0.0)
            sums = row_sums(terms)
        certain = (soft.others < _TINY).nonzero()[0]
        if certain.size:
            # Here p can be subnormal although p * -log p is not, so its root is multiplied twice.
            high, low = soft.high[certain], soft.low[certain]
            root = np.exp(0.5 * high)
            root += root * (0.5 * low)
            small = root * soft.information[certain] * root
            np.copyto(small, 0.0, where=root == 0.0)
            sums[certain] = row_sums(small)
    return sums


def _exponent(logits: Array, peak: Array, temperature: float) -> tuple[Array, Array]:
    """Return (logits - peak)/temperature as high + low; -inf and 0 for classes that are off."""
    if temperature == 0.0:
        high = np.where(logits == peak, 0.0, -np.inf)
        return high, np.zeros_like(high)
    if temperature == math.inf:
        high = np.where(logits > -np.inf, 0.0, -np.inf)
        return high, np.zeros_like(high)
    if temperature == 1.0:
        return _difference(logits, peak)
    # T = mantissa * 2**power.  The power is applied first if it makes numbers smaller, and last if
    # it makes them larger.  Then a number overflows here only if the true result does.
    mantissa, power = math.frexp(temperature)
    if power > 0:
        down = math.ldexp(1.0, -power)
        high, low = _difference(logits * down, peak * down)
    else:
        high, low = _difference(logits, peak)
        for part in (power // 2, power - power // 2):  # 2**1073 itself would overflow
            high *= math.ldexp(1.0, -part)
            low *= math.ldexp(1.0, -part)
    return _quotient(high, low, mantissa)


def _difference(left: Array, right: Array) -> tuple[Array, Array]:
    """Return left - right as the rounded difference and its exact rounding error."""
    high = left - right
    virtual = left - high
    low = virtual - right
    virtual += high
    np.subtract(left, virtual, out=virtual)
    low += virtual
    # The error of a difference is NaN exactly where an operand is infinite.
    if math.isnan(np.add.reduce(low, axis=None)):
        np.copyto(low, 0.0, where=high == -np.inf)
    return high, low


def _quotient(high: Array, low: Array, divisor: float) -> tuple[Array, Array]:
    """Return (high + low)/divisor as high + low again; `divisor` is in [0.5, 1)."""
    if divisor == 0.5:
        high = high * 2.0
        low = low * 2.0
    else:
        carry = _SPLITTER * divisor
        divisor_head = carry - (carry - divisor)
        divisor_tail = divisor - divisor_head
        quotient = high / divisor
        spread = quotient * _SPLITTER
        head = spread - (spread - quotient)
        # high - head * divisor, exactly: the two products have at most 53 bits.
        remainder = high - head * divisor_head
        remainder -= head * divisor_tail
        remainder += low
        remainder /= divisor
        head -= quotient
        remainder += head
        high, low = quotient, remainder
    # Beyond 2**996 the splitting overflows; there the quotient alone is exact enough.
    if not np.isfinite(np.add.reduce(low, axis=None)):
        np.copyto(low, 0.0, where=~np.isfinite(low) | (high == -np.inf))
    return high, low


def _temperature(value: float) -> float:
    try:
        temperature = float(value)
    except (TypeError, ValueError) as error:
        raise refuse(f"temperature needs to be a number, got {value!r}") from error
    if not temperature >= 0.0:
        raise refuse(f"temperature needs to be 0 or more, got {temperature}")
    return temperature


def softmax(logits: npt.ArrayLike, temperature: float = 1.0) -> Array:
    """Return the probabilities exp(z/T) / sum(exp(z/T)), same shape as `logits`.

    Parameters
    ----------
    logits : array_like, shape (..., K)
        z.  -inf switches a class off; NaN and +inf are refused, and so is a row
        without any finite logit.  Works along the last axis.
    temperature : float
        T, from 0 (the limit: hardmax) to inf (the limit: uniform over the classes that are on).

    Raises
    ------
    ValueError
        Naming the value.

    >>> softmax([2.33, -1.46, 0.56]).round(3).tolist()
    [0.838, 0.019, 0.143]
    >>> softmax([3.0, 3.0, 1.0], temperature=0).tolist()
    [0.5, 0.5, 0.0]
    """
    rows, shape = as_rows("logits", logits)
    return softmax_rows(rows, _temperature(temperature)).probabilities.reshape(shape)


def log_softmax(logits: npt.ArrayLike, temperature: float = 1.0) -> Array:
    """Return log softmax in nats, same shape as `logits`; -inf where the class is off.

    Parameters, limits and errors are those of `softmax`.  ``log(softmax(z))`` is no substitute: it
    is -inf where a probability underflows, and 0 where one rounds to 1.

    >>> log_softmax([1000.0, 1.0]).tolist()
    [0.0, -999.0]
    >>> float(log_softmax([40.0, 0.0, 0.0])[0])
    -8.496708510583178e-18
    """
    rows, shape = as_rows("logits", logits)
    information = softmax_rows(rows, _temperature(temperature)).information
    return np.subtract(0.0, information).reshape(shape)  # 0 - 0 is 0, where -(0) is -0


def hardmax(logits: npt.ArrayLike) -> Array:
    """Return 1 for the largest logit and 0 for the others; tied classes share equally.

    Shape and errors are those of `softmax`; this is softmax at temperature 0.

    >>> hardmax([[2.33, -1.46, 0.56], [1.0, 4.0, 4.0]]).tolist()
    [[1.0, 0.0, 0.0], [0.0, 0.5, 0.5]]
    """
    return softmax(logits, 0.0)
