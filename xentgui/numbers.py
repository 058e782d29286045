"""Where numbers are made for people: units and formats.  Needs no Qt and no language."""

from __future__ import annotations

import math
from typing import overload

import numpy as np

UNITS = {"nats": 1.0, "bits": math.log(2.0), "dits": math.log(10.0)}
"""The size of each unit of information, in nats."""

MINUS = "\N{MINUS SIGN}"
INFINITY = "\N{INFINITY}"

_ROUNDING = 4e-15  # relative: what a logarithm, a sum and a division may leave


@overload
def in_unit(nats: float, unit: str) -> float: ...
@overload
def in_unit(nats: np.ndarray, unit: str) -> np.ndarray: ...
def in_unit(nats: float | np.ndarray, unit: str) -> float | np.ndarray:
    """Convert an amount of information, any shape, from nats to `unit`.

    >>> in_unit(math.log(1000.0), "dits")
    3.0
    """
    return nats if unit == "nats" else without_rounding(nats / UNITS[unit])


@overload
def without_rounding(value: float) -> float: ...
@overload
def without_rounding(value: np.ndarray) -> np.ndarray: ...
def without_rounding(value: float | np.ndarray) -> float | np.ndarray:
    """Return what was computed; what only rounding keeps from a whole number is that number.

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
    """Return `value` with `decimals` places, but never so that rounding tells a lie.

    Exact integers are plain (0 is "0", 666 is "666"); a number that is no integer never
    looks like one: it gets more places, or powers of ten when it is very small or large.

    >>> number(0.83836), number(-1.946), number(0.99999), number(8.496e-18)
    ('0.8384', '\N{MINUS SIGN}1.9460', '0.99999', '8.496e\N{MINUS SIGN}18')
    """
    if math.isnan(value):
        return "?"
    sign = MINUS if value < 0 else "+" if signed and value > 0 else ""
    size = abs(value)
    if math.isinf(size):
        return sign + INFINITY
    return sign + _unsigned(size, decimals)


def _unsigned(size: float, decimals: int) -> str:
    if size >= 1e7 or 0 < size < 10.0 ** (1 - decimals):
        return _scientific(size, decimals)
    if size.is_integer():
        return f"{size:.0f}"
    for places in range(decimals, 17):
        text = f"{size:.{places}f}"
        if not float(text).is_integer():
            return text
    return repr(size)


def _scientific(size: float, digits: int) -> str:
    mantissa, exponent = f"{size:.{max(digits - 1, 0)}e}".split("e")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    power = int(exponent)
    return f"{mantissa}e{MINUS if power < 0 else ''}{abs(power)}"


def probability(value: float, complement: float, decimals: int = 4) -> str:
    """Return a probability; one that is nearly 1 is told by its distance from 1.

    `complement` is 1 - p to full precision, as `Snapshot.complements` has it.

    >>> probability(1.0, 8.496e-18)
    '1 \N{MINUS SIGN} 8.5e\N{MINUS SIGN}18'
    """
    if 0 < complement < 1e-7:
        return f"1 {MINUS} {_scientific(complement, 2)}"
    return number(value, decimals)


def typed(value: float) -> str:
    """Return a number as a person would have typed it: the shortest that reads back the same.

    >>> typed(-1.46), typed(2.0), typed(float("-inf"))
    ('\N{MINUS SIGN}1.46', '2', '\N{MINUS SIGN}\N{INFINITY}')
    """
    if math.isinf(value):
        return (MINUS if value < 0 else "") + INFINITY
    text = f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    return text.replace("-", MINUS).replace("e+", "e")
