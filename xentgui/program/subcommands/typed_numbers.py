"""Logits and targets as people type them on a command line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from xentgui.language.catalog import QT_TRANSLATE_NOOP
from xentgui.model.naming import name_of
from xentgui.program.usage import UsageError, nearest
from xentgui.reading.number import read_number
from xentgui.reading.read_error import NumberError

_NO_NUMBERS = QT_TRANSLATE_NOOP(
    "cli", "There are no numbers here. Write for example 2.33,-1.46,0.56."
)
_NO_CLASS = QT_TRANSLATE_NOOP(
    "cli",
    "There is no class “{text}”. Write the name of a class ({names}), or a number for each class, "
    "for example {example}.",
)
_TWO_READINGS = QT_TRANSLATE_NOOP(
    "cli",
    "{text} could be class {text} counted from 1 ({from_one}), or counted from 0 ({from_zero}). "
    "Write the name of the class, or a number for each class, for example {example}.",
)

_MOST_NAMES: Final = 6
_SIGNS: Final = str.maketrans("，；、［］（）", ",;,[]()")
_MEANT: Final = re.compile(r"[\[(]?[-+−]?[\d.∞]+[,;\s]")
_AROUND: Final = re.compile(r"\s*(?:[a-z]+\.)?(?:array|tensor)\((.*)\)\s*", re.DOTALL)


def typed_numbers(text: str) -> tuple[float, ...]:
    """Return the numbers of a list; raises NumberError or UsageError.

    Commas, semicolons or blanks stand between them, and brackets around them.  If semicolons do, a
    comma is a decimal point.

    >>> typed_numbers("[2, 1/2, -inf]"), typed_numbers("2.33 -1.46"), typed_numbers("2,5; 1")
    ((2.0, 0.5, -inf), (2.33, -1.46), (2.5, 1.0))
    """
    plain = text.translate(_SIGNS).strip()
    if inside := _AROUND.fullmatch(plain):
        plain = inside.group(1).strip()
    while plain[:1] + plain[-1:] in {"[]", "()"} and _is_pair(plain):
        plain = plain[1:-1].strip()
    sign = next((sign for sign in ";," if sign in plain), None)
    parts = [part for part in plain.split(sign) if part.strip()]
    if not parts:
        raise UsageError(_NO_NUMBERS)
    point = "," if sign == ";" and "," in plain and "." not in plain else "."
    return tuple(read_number(part, decimal_point=point) for part in parts)


def _is_pair(text: str) -> bool:
    """Return whether the first bracket is closed by the last character."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter in "[(") - (letter in "])")
        if depth == 0:
            return place == len(text) - 1
    return False


def are_numbers(text: str) -> bool:
    """Return whether `text` is a list of numbers, or is meant as one and has a mistake.

    >>> are_numbers("2"), are_numbers("1,nan"), are_numbers("1.csv")
    (True, True, False)
    """
    try:
        typed_numbers(text)
    except (NumberError, UsageError):
        return _MEANT.match(text) is not None
    return True


def typed_target(text: str, labels: Sequence[str]) -> tuple[float, ...]:
    """Return the target that `text` means: a name of a class, or a number for each class.

    Raises NumberError or UsageError; a single number could be a class counted from 1 or from 0.
    """
    wish = text.strip().casefold()
    named = [k for k, label in enumerate(labels) if label.strip().casefold() == wish]
    if len(named) == 1:
        return one_hot(named[0], len(labels))
    try:
        numbers = typed_numbers(text)
    except (NumberError, UsageError):
        if re.search(r"[,;\s]", wish) and re.search(r"\d", wish):
            raise  # numbers with a mistake
        raise _no_class(text, labels) from None
    if len(numbers) > 1:
        return numbers
    if not numbers[0].is_integer():
        raise _no_class(text, labels)
    number = int(numbers[0])
    raise UsageError(
        _TWO_READINGS,
        text=text.strip(),
        from_one=_reading(number - 1, labels),
        from_zero=_reading(number, labels),
        example=_example(number - 1 if 0 < number <= len(labels) else 0, labels),
    )


def one_hot(k: int, classes: int) -> tuple[float, ...]:
    """Return the target with 1 for class `k`, from 0, of a number of `classes`."""
    return tuple(float(k == j) for j in range(classes))


def _no_class(text: str, labels: Sequence[str]) -> UsageError:
    shown = [name_of(labels, k) for k in range(min(len(labels), _MOST_NAMES))]
    names = ", ".join(shown) + (", …" if len(labels) > _MOST_NAMES else "")
    return UsageError(
        _NO_CLASS,
        near=nearest(text, labels),
        text=text.strip(),
        names=names,
        example=_example(0, labels),
    )


def _reading(k: int, labels: Sequence[str]) -> str:
    return f"“{name_of(labels, k)}”" if 0 <= k < len(labels) else "–"


def _example(k: int, labels: Sequence[str]) -> str:
    shown = [f"{value:.0f}" for value in one_hot(k, len(labels))[:_MOST_NAMES]]
    return ",".join([*shown, "…"] if len(labels) > _MOST_NAMES else shown)
