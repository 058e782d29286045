"""The numbers of a derivation as text: rounded, but never misleading, and exact at the limits.

"e" and a number mean a power of ten everywhere, as in `xentgui.language.text.number`.
"""

from __future__ import annotations

import math
from functools import lru_cache

from xentgui.language.text import INFINITY, MINUS, number, typed

_FEW = 7
"""A logit of at most so many characters is shown as it was typed."""

_NEARLY = 1e-7
"""Below this distance from 1 a number is written as its distance from 1."""

_LEAST_EXPONENT = -700.0
"""Below it e to the power is no normal float64."""

_KEPT = 2048
"""How many texts of numbers are kept, because an edit changes few of them."""

_HOPELESS = -1e7
"""Below it even the leading digit of e to the power is lost."""


@lru_cache(maxsize=_KEPT)
def figure(value: float, places: int, *, signed: bool = False) -> str:
    """Return `value` with `places` decimals, or one more; tiny ones with a power of ten."""
    text = number(value, places, signed=signed)
    if "e" not in text:
        return text
    near = 10.0**-places <= abs(value) < 1.0
    return number(value, places + 1 if near else max(2, places - 1), signed=signed)


@lru_cache(maxsize=_KEPT)
def logit(value: float, places: int) -> str:
    """Return a logit or a temperature as it was typed if it is short, else rounded."""
    text = typed(value + 0.0)  # -0 is shown as 0
    behind = len(text.partition(".")[2])
    return text if len(text) <= _FEW and behind <= places else figure(value, places)


def scaled(value: float, temperature: float, places: int) -> str:
    """Return z/T; at T = 0 and T = inf its limit."""
    if value == -math.inf:
        return MINUS + INFINITY
    if temperature == 0.0:
        return "0" if value == 0.0 else (MINUS if value < 0 else "") + INFINITY
    return _quotient(value, temperature, places)


def shifted(value: float, largest: float, temperature: float, places: int) -> str:
    """Return (z - max)/T; at T = 0 its limit."""
    if value == largest:
        return "0"
    if temperature == 0.0 or value == -math.inf:
        return MINUS + INFINITY
    gap = value - largest
    if math.isinf(gap):  # their difference is larger than any float64
        return _quotient(value / 2 - largest / 2, temperature / 2, places)
    return _quotient(gap, temperature, places)


@lru_cache(maxsize=_KEPT)
def _quotient(value: float, divisor: float, places: int) -> str:
    try:
        quotient = value / divisor
    except ZeroDivisionError:  # half of the smallest temperature is 0
        quotient = math.inf
    lost = math.isinf(quotient) or (quotient == 0.0 and value != 0.0 and divisor != math.inf)
    # A difference of typed numbers has no more digits than they have: 0.55 − 1.45 is −0.9.
    tidy = round(quotient, 12) if abs(quotient) > 1e-6 else quotient
    return _power(value, divisor) if lost else logit(tidy, places)


def _power(value: float, divisor: float) -> str:
    """Return value/divisor, which float64 cannot hold, with a power of ten."""
    sign = MINUS if value < 0 else ""
    return sign + _of_ten(math.log10(abs(value)) - math.log10(divisor or math.ulp(0.0)))


@lru_cache(maxsize=_KEPT)
def exponential(exponent: float, places: int) -> str:
    """Return e to the power `exponent`, 0 or less, also where float64 gives 0."""
    if exponent == -math.inf:
        return "0"
    if exponent < _HOPELESS:
        return "\N{ALMOST EQUAL TO}0"
    if exponent < _LEAST_EXPONENT:
        return _of_ten(exponent / math.log(10.0))
    return figure(math.exp(exponent), places)


def _of_ten(power: float) -> str:
    """Return ten to the power `power` in two digits."""
    whole = math.floor(power)
    mantissa = f"{10.0 ** (power - whole):.1f}"
    if mantissa == "10.0":
        mantissa, whole = "1", whole + 1
    return f"{mantissa.removesuffix('.0')}e{MINUS if whole < 0 else ''}{abs(whole)}"


def share(value: float, complement: float, information: float, places: int) -> str:
    """Return a probability: one near 1 as its distance from 1, a tiny one with a power of ten."""
    if 0.0 < complement < _NEARLY:
        return f"1 {MINUS} {number(complement, 2)}"
    if information > 0.0 and value < 1e-300:
        return exponential(-information, places)
    return figure(value, places)


def normaliser(value: float, complement: float, places: int) -> str:
    """Return the sum of e^(z - max), which is 1 or more, given p and 1 - p of the largest."""
    beyond = complement / value
    if 0.0 < beyond < _NEARLY:
        return f"1 + {number(beyond, 2)}"
    total = 1.0 + beyond
    whole = round(total)
    # K equal logits have exactly p = 1/K as a float64, but 1/p need not be exactly K.
    return figure(float(whole) if abs(total - whole) < 1e-15 * total else total, places)
