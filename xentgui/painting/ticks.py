"""The positions of the ticks of an axis, and their labels."""

from __future__ import annotations

import math
from typing import NamedTuple

from xentgui.language.text import MINUS

_PIXELS_A_STEP = 3.0
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)

_RAISED = str.maketrans("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")

LEAST_TICKS = 3
"""With fewer, the scale of an axis cannot be read; one tick alone says nothing."""


def tick_step(low: float, high: float, most: int) -> float:
    """Return the smallest round step that divides `low` … `high` into at most `most` intervals."""
    raw = (high - low) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(step * power for step in _STEPS if step * power >= raw * (1 - 1e-9))


def ticks(low: float, high: float, most: int) -> list[float]:
    """Return the multiples of a round step within `low` … `high`.

    >>> ticks(0.0, 1.0, 5)
    [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    """
    return _multiples(low, high, tick_step(low, high, most))


class AxisTicks(NamedTuple):
    """The ticks of an axis, multiples of `step`."""

    places: list[float]
    step: float


def axis_ticks(low: float, high: float, most: int) -> AxisTicks:
    """Return the ticks of an axis: as `ticks`, but at least three.

    Where a step for `most` intervals gives fewer, the largest round step that gives three is taken.

    >>> ticks(-3.0, 3.0, 2), axis_ticks(-3.0, 3.0, 2).places
    ([0.0], [-2.5, 0.0, 2.5])
    """
    step = tick_step(low, high, most)
    while len(found := _multiples(low, high, step)) < LEAST_TICKS:
        step = _finer(step)
    return AxisTicks(found, step)


def _multiples(low: float, high: float, step: float) -> list[float]:
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return [round(index * step, 12 - _exponent(step)) for index in range(first, last + 1)]


def _finer(step: float) -> float:
    """Return the next smaller round step."""
    power = 10.0 ** _exponent(step)
    return next(one * power for one in (5.0, 2.5, 2.0, 1.0, 0.5) if one * power < step * (1 - 1e-9))


def snapped(value: float, low: float, high: float, length: float, unit: float = 1.0) -> float:
    """Return the round value nearest to `value` on an axis `low` … `high` of `length` pixels.

    Neighbouring round values are three pixels apart or more.  `unit` is the size of one unit of the
    axis in the unit of `value`.

    >>> snapped(0.4981, 0.0, 1.0, 300.0)
    0.5
    """
    step = tick_step(low, high, max(1, int(length / _PIXELS_A_STEP)))
    steps = round(value / unit / step)
    # Rounded to the decimals of the step, so that 3 · 0.1 is 0.3 and not 0.30000000000000004.
    return float(f"{steps * step:.12g}") * unit


def tick_text(value: float, step: float, *, signed: bool = False) -> str:
    """Return the label of the tick at `value`; all ticks of an axis have the same decimals.

    >>> tick_text(0.5, 0.25), tick_text(-200.0, 100.0)
    ('0.5', '\N{MINUS SIGN}200')
    """
    if value == 0:
        return "0"
    sign = MINUS if value < 0 else "+" if signed else ""
    size = abs(value)
    if size >= 1e6 or step < 1e-5:
        mantissa, power = (
            f"{size:.3g}".split("e") if "e" in f"{size:.3g}" else f"{size:.2e}".split("e")
        )
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        return f"{sign}{mantissa}e{MINUS if int(power) < 0 else ''}{abs(int(power))}"
    places = max(0, -_exponent(step) + 1)
    text = f"{size:.{places}f}"
    return sign + (text.rstrip("0").rstrip(".") if "." in text else text)


def _exponent(step: float) -> int:
    return math.floor(math.log10(step) + 1e-9)


def raised(power: int) -> str:
    """Return ten to the `power`.

    >>> raised(-5)
    '10⁻⁵'
    """
    return f"10{str(power).replace('-', '−').translate(_RAISED)}"


def round_limit(value: float) -> float:
    """Return the smallest of 1, 2, 5 times a power of ten that is not below `value` > 0."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(
        step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= value * (1 - 1e-9)
    )


def round_above(highest: float) -> float:
    """Return a round number a little above `highest` > 0, finer than `round_limit`.

    >>> round_above(1.08), round_above(0.6)
    (1.2, 0.8)
    """
    power = 10.0 ** math.floor(math.log10(highest))
    steps = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
    return next((s * power for s in steps if s * power >= highest * 1.02), round_limit(highest))
