"""Reads digits with points and commas as one exact number.

The rule for separators, the same wherever a person types a number:

* The locale's own reading comes first: its decimal point is a decimal point, and its
  group sign between complete groups of three is a group sign.  So ``1,460`` is 1460
  where the comma groups and 1.46 where the comma is the decimal point.
* Signs that the locale does not use are accepted if they can be read in one way only: ``1,46`` and
  ``0,460`` cannot be groups, so there the comma is a decimal point everywhere;
  ``1.234,5`` and ``1,234.5`` end in their decimals; ``1,234,567`` is grouped.
* Apostrophes and narrow spaces between groups of three are group signs everywhere, a
  plain space is one where the locale's group sign is a space.
* Everything else is refused.
"""

from __future__ import annotations

import re
from fractions import Fraction

SPACES = (
    "\u00a0\u2009\u202f"  # no-break, thin and narrow no-break spaces, which group digits in print
)
_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_NOT_ZERO = re.compile(r"[1-9]")
_LARGEST_EXPONENT = 5000  # beyond it, the number is 0 or infinite, whatever its digits are


def plain_number(text: str) -> float | None:
    """Return the float nearest to `text` if the text is as computers write numbers, else None.

    ``-1.46``, ``1e-05`` and ``-inf``: point as decimal point, no groups, no expression.
    None also for 1e999 and 1e-999, which float64 cannot hold.

    >>> plain_number("-1.46"), plain_number("-inf"), plain_number("1,46")
    (-1.46, -inf, None)
    """
    if _PLAIN.fullmatch(text) is None:
        return float(text) if text in {"-inf", "inf", "+inf"} else None
    value = float(text)
    if value - value != 0 or (value == 0 and _NOT_ZERO.search(re.split("[eE]", text)[0])):
        return None
    return value


def exact(digits: str, exponent: int) -> Fraction | None:
    """Return `digits`·10^`exponent` exactly; None if no float is nearly so large or so small."""
    if not _NOT_ZERO.search(digits):
        return Fraction(0)
    if abs(exponent) > _LARGEST_EXPONENT:
        return None
    return Fraction(f"{digits}e{exponent}")


def without_groups(
    run: str, *, decimal_point: str, group: str, scientific: bool, alone: bool
) -> str | None:
    """Return `run` with a plain decimal point and no group signs; None if it cannot be read.

    Parameters
    ----------
    run : str
        Digits, points, commas, apostrophes and spaces.
    decimal_point, group : str
        The locale's.
    scientific : bool
        Whether an exponent follows; then there are no group signs.
    alone : bool
        Whether this is the whole text.  Within an expression, a comma that the locale does not use
        is refused, because ``log(3,2)`` could mean two numbers.
    """
    run = run.replace("’", "'")
    mark = _decimal_mark(run, decimal_point, group, scientific=scientific, alone=alone)
    if mark is None:
        return None
    whole, _, decimals = run.partition(mark) if mark else (run, "", "")
    if not decimals.isdigit() and decimals:
        return None
    if not whole.isdigit() and whole:
        sign = next(character for character in whole if not character.isdigit())
        if scientific or not _is_grouped(whole, sign):
            return None
        whole = whole.replace(sign, "")
    return f"{whole or '0'}.{decimals or '0'}"


def _decimal_mark(
    run: str, decimal_point: str, group: str, *, scientific: bool, alone: bool
) -> str | None:
    """Return the decimal point, "" if there are no decimals, None if both signs are possible."""
    marks = [character for character in run if character in ".,"]
    if not marks:
        return ""
    last = marks[-1]
    if len(set(marks)) == 2:
        return last if marks.count(last) == 1 and marks[0] != last else None
    if len(marks) > 1:
        return ""
    if last == decimal_point:
        return last
    if not scientific and _is_grouped(run, last):
        return "" if last == group else None
    complete = run[0] != last and run[-1] != last
    return last if last == "." or (alone and complete) else None


def _is_grouped(whole: str, sign: str) -> bool:
    """Whether `whole` is 1 to 3 digits, not 0, then groups of three, each after a `sign`."""
    first, *others = whole.split(sign)
    return (
        first.isdigit()
        and len(first) <= 3
        and first[0] != "0"
        and bool(others)
        and all(len(other) == 3 and other.isdigit() for other in others)
    )
