"""Numbers as people read them: formats, and amounts in a unit.  It needs no Qt and no language."""

from __future__ import annotations

import math
from typing import Final, overload

import numpy as np

from xentgui.language.units import UNITS
from xentgui.model.losses import Loss

MINUS = "\N{MINUS SIGN}"
INFINITY = "\N{INFINITY}"
HIDDEN = "?"
"""What the audience reads instead of a number that is hidden."""

_ROUNDING = 4e-15  # the relative rounding error of a logarithm, a sum and a division
_SMALL = 1e-3  # below it a number is written with a power of ten, in tables and in plots
_USUAL = 0.01
_LARGE = 1e7
_NORMAL = -708.0, 709.0  # between them e to the power is a float64 with all its digits
_NEGLIGIBLE = 1e-12  # the rounding error of a sum of 1
_INVISIBLE = 1e-7  # above 1, so small a difference is not visible in the first digits
_UNCERTAIN = 8.0  # the error of a sum of logarithms, in ulp


@overload
def in_unit(nats: float, unit: str) -> float: ...
@overload
def in_unit(nats: np.ndarray, unit: str) -> np.ndarray: ...
def in_unit(nats: float | np.ndarray, unit: str) -> float | np.ndarray:
    """Convert an amount of information, any shape, from nats to `unit`.

    >>> in_unit(math.log(1000.0), "dits")
    3.0
    """
    if unit == "nats":
        return nats
    with np.errstate(over="ignore"):  # what is too large for a float64 is infinite
        return without_rounding(nats / UNITS[unit].nats)


@overload
def loss_in_unit(value: float, loss: Loss, unit: str) -> float: ...
@overload
def loss_in_unit(value: np.ndarray, loss: Loss, unit: str) -> np.ndarray: ...
def loss_in_unit(value: float | np.ndarray, loss: Loss, unit: str) -> float | np.ndarray:
    """Convert a number of `loss`, any shape, to `unit`; a plain number stays as it is."""
    return value if loss.unit is None else in_unit(value, unit)


@overload
def without_rounding(value: float) -> float: ...
@overload
def without_rounding(value: np.ndarray) -> np.ndarray: ...
def without_rounding(value: float | np.ndarray) -> float | np.ndarray:
    """Return `value`, or the nearest integer if it differs from it only by rounding.

    >>> without_rounding(2.9999999999999996), without_rounding(1e-18)
    (3.0, 1e-18)
    """
    if isinstance(value, np.ndarray):
        with np.errstate(invalid="ignore"):  # infinities stay
            whole = np.rint(value)
            return np.where(np.abs(value - whole) <= _ROUNDING * np.abs(value), whole, value)
    nearest = float(round(value)) if math.isfinite(value) else value
    return nearest if abs(value - nearest) <= _ROUNDING * abs(value) else value


def number(value: float, decimals: int = 4, *, signed: bool = False) -> str:
    """Return `value` with `decimals` places, or more where rounding would mislead.

    Exact integers have no decimals (0 is "0", 666 is "666").  Another number never looks like an
    integer: it gets more places.  A number below a thousandth, or a very large one, has a power of
    ten.  Whether it has one does not depend on `decimals`, so that a number looks the same in a
    table and in a plot.

    >>> number(0.83836), number(-1.946), number(0.99999), number(8.496e-18)
    ('0.8384', '\N{MINUS SIGN}1.9460', '0.99999', '8.496e\N{MINUS SIGN}18')
    >>> number(0.00583, 4), number(0.00583, 3), number(0.000583, 4), number(0.000583, 3)
    ('0.0058', '0.0058', '5.83e\N{MINUS SIGN}4', '5.83e\N{MINUS SIGN}4')
    """
    if value == 0.0:  # as are most numbers of a million classes
        return "0"
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    size = abs(value)
    if _USUAL <= size < _LARGE and decimals > 2:
        # Nearly all numbers are of this kind, and need no further checks.
        text = f"{size:.{decimals}f}"
        if text[-1] != "0" or text[-decimals:].strip("0"):
            return sign + text
    if math.isnan(value):
        return "?"
    if math.isinf(size):
        return sign + INFINITY
    return sign + _unsigned(size, decimals)


def _unsigned(size: float, decimals: int) -> str:
    if size >= _LARGE or 0 < size < _SMALL:
        return _scientific(size, decimals)
    if size.is_integer():
        return f"{size:.0f}"
    for places in range(_places(size, decimals), 17):
        text = f"{size:.{places}f}"
        if not float(text).is_integer():
            return text
    return repr(size)


def _places(size: float, decimals: int) -> int:
    """Return how many places show two digits, or one digit if `decimals` is 1."""
    digits = min(decimals, 2)
    return max(decimals, digits - 1 - math.floor(math.log10(size)))


def _scientific(size: float, digits: int) -> str:
    return _with_power(f"{size:.{max(digits - 1, 0)}e}")


def scientific(value: float, digits: int) -> str:
    """Return a finite `value` with a power of ten and at most `digits` digits before it.

    >>> scientific(-123456.0, 2)
    '\N{MINUS SIGN}1.2e5'
    """
    return (MINUS if value < 0 else "") + _scientific(abs(value), digits)


def _with_power(text: str) -> str:
    mantissa, exponent = text.lower().split("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    power = int(exponent)
    return f"{mantissa}e{MINUS if power < 0 else ''}{abs(power)}"


def exponential(power: float, decimals: int = 4) -> str:
    """Return e to the `power` in the form of `number`, also where float64 gives 0 or infinity.

    Digits that are uncertain because of the rounding of `power` are not shown.  If all of them are,
    only the power is written.

    >>> exponential(-0.176), exponential(-1023.0), exponential(950.0), exponential(-1e300)
    ('0.8386', '5.209e\N{MINUS SIGN}445', '3.8e412', 'e^\N{MINUS SIGN}1e300')
    """
    least, most = _NORMAL
    if least < power < most or not math.isfinite(power):
        return number(math.exp(power), decimals)
    known = math.floor(-math.log10(2.0 * _UNCERTAIN * math.ulp(power)))
    if known < 1:
        return f"e^{number(power, decimals)}"
    # No start writes such a number, and the module takes longer than three of ours.
    from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal  # noqa: PLC0415

    exact = Context(prec=24, Emax=MAX_EMAX, Emin=MIN_EMIN).exp(Decimal(power))
    return _with_power(f"{exact:.{max(min(decimals, known, 17), 1) - 1}e}")


def probability(
    value: float, complement: float, decimals: int = 4, information: float = 0.0
) -> str:
    """Return a probability as text; one near 1 is written as its distance from 1.

    `complement` is 1 - p to full precision, as `Snapshot.complements` has it; `information` is -log
    p in nats, which is known also where p is too small for float64.

    >>> probability(1.0, 8.496e-18), probability(0.0, 1.0, information=1023.0)
    ('1 \N{MINUS SIGN} 8.5e\N{MINUS SIGN}18', '5.209e\N{MINUS SIGN}445')
    """
    if 0 < complement < 1e-7:
        return f"1 {MINUS} {_scientific(complement, 2)}"
    if information > -_NORMAL[0]:
        return exponential(-information, decimals)
    return number(value, decimals)


def typed(value: float) -> str:
    """Return a number as a person types it: the shortest text that reads back as the same number.

    >>> typed(-1.46), typed(2.0), typed(float("-inf"))
    ('\N{MINUS SIGN}1.46', '2', '\N{MINUS SIGN}\N{INFINITY}')
    """
    if math.isinf(value):
        return (MINUS if value < 0 else "") + INFINITY
    text = f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    return text.replace("-", MINUS).replace("e+", "e")


def sums_to_one(total: float) -> bool:
    """Return whether a sum of probabilities is 1, apart from rounding."""
    return abs(total - 1.0) <= _NEGLIGIBLE


def sum_of_probabilities(total: float, decimals: int = 4) -> str:
    """Return a sum of probabilities as text; rounding errors are not shown.

    >>> sum_of_probabilities(0.9999999999999999)
    '1'
    """
    return "1" if sums_to_one(total) else number(total, decimals)


def perplexity_text(perplexity: float, cross_entropy: float, decimals: int = 4) -> str:
    """Return the perplexity as text, also where float64 holds it as 1 or as infinity.

    `cross_entropy` is its logarithm, in nats.

    >>> perplexity_text(1.0, 8.496e-18), perplexity_text(math.inf, 1000.0)
    ('1 + 8.496e\N{MINUS SIGN}18', '1.97e434')
    """
    above = math.expm1(min(cross_entropy, 1.0))
    if 0 < above < _INVISIBLE:
        return f"1 + {number(above, decimals)}"
    if math.isinf(perplexity):
        return exponential(cross_entropy, decimals)
    return number(without_rounding(perplexity), decimals)


def tied_share(share: float, tied: int) -> str:
    """Return the hardmax of a class as text; `tied` classes have the largest logit.

    >>> tied_share(1 / 3, 3), tied_share(0.0, 3), tied_share(1.0, 1)
    ('1/3', '0', '1')
    """
    if share == 0:
        return "0"
    return "1" if tied == 1 else f"1/{tied}"


_LOWERED: Final = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def lowered(text: str) -> str:
    """Return `text` with its digits as subscripts.

    >>> lowered("w3")
    'w₃'
    """
    return text.translate(_LOWERED)
