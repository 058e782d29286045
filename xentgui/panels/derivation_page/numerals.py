"""The numbers of a derivation as text: rounded, but never to a lie, and at the limits exact.

Everywhere "e" and a power stand for a power of ten, as `xentgui.language.text.number` writes them.
"""

from __future__ import annotations

import math
from functools import lru_cache

from xentgui.language.text import INFINITY, MINUS, number, typed

_FEW = 7
"""A logit typed with at most so many characters is shown as typed."""

_NEARLY = 1e-7
"""Below this distance from 1 a number is written as its distance from 1."""

_LEAST_EXPONENT = -700.0
"""Below it e to a power is no normal float64 any more."""

_KEPT = 2048
"""So many numbers are remembered as text: an edit changes few of those that are shown."""

_HOPELESS = -1e7
"""Below it even the leading digit of e to a power is lost."""


@lru_cache(maxsize=_KEPT)
def figure(value: float, places: int, *, signed: bool = False) -> str:
    """Return `value` with `places` digits behind the point, or one more; tiny ones as a power."""
    text = number(value, places, signed=signed)
    if "e" not in text:
        return text
    near = 10.0**-places <= abs(value) < 1.0
    return number(value, places + 1 if near else max(2, places - 1), signed=signed)


@lru_cache(maxsize=_KEPT)
def logit(value: float, places: int) -> str:
    """Return a logit or a temperature as it was typed if that is short, else rounded."""
    text = typed(value + 0.0)  # a minus sign before 0 says nothing here
    behind = len(text.partition(".")[2])
    return text if len(text) <= _FEW and behind <= places else figure(value, places)


def scaled(value: float, temperature: float, places: int) -> str:
    """Return z/T; at the ends its limit, as T goes to 0 or grows without bound."""
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
    if math.isinf(gap):  # they are as far apart as numbers can be
        return _quotient(value / 2 - largest / 2, temperature / 2, places)
    return _quotient(gap, temperature, places)


@lru_cache(maxsize=_KEPT)
def _quotient(value: float, divisor: float, places: int) -> str:
    try:
        quotient = value / divisor
    except ZeroDivisionError:  # half of the smallest temperature is 0
        quotient = math.inf
    lost = math.isinf(quotient) or (quotient == 0.0 and value != 0.0 and divisor != math.inf)
    # What was typed with few digits is shown with few: 0.55 − 1.45 is −0.9.
    tidy = round(quotient, 12) if abs(quotient) > 1e-6 else quotient
    return _power(value, divisor) if lost else logit(tidy, places)


def _power(value: float, divisor: float) -> str:
    """Return value/divisor where float64 has no such number, as a power of ten."""
    sign = MINUS if value < 0 else ""
    return sign + _of_ten(math.log10(abs(value)) - math.log10(divisor or math.ulp(0.0)))


@lru_cache(maxsize=_KEPT)
def exponential(exponent: float, places: int) -> str:
    """Return e to the power `exponent`, 0 or less, also where float64 would say 0."""
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
    """Return a probability; one near 1 by its distance from 1, one that underflows as a power."""
    if 0.0 < complement < _NEARLY:
        return f"1 {MINUS} {number(complement, 2)}"
    if information > 0.0 and value < 1e-300:
        return exponential(-information, places)
    return figure(value, places)


def normaliser(value: float, complement: float, places: int) -> str:
    """Return the sum of e^(z - max), given p and 1 - p of the largest: 1 and something."""
    beyond = complement / value
    if 0.0 < beyond < _NEARLY:
        return f"1 + {number(beyond, 2)}"
    total = 1.0 + beyond
    whole = round(total)
    # K equal logits have p = 1/K to the last digit, but 1/p need not be K to the last.
    return figure(float(whole) if abs(total - whole) < 1e-15 * total else total, places)
