"""Reads the number in one cell of a pasted block, or refuses it and names its place."""

from __future__ import annotations

import math
import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.literal import plain_number
from xentgui.reading.number import read_number
from xentgui.reading.read_error import NumberError, ReadError

_LOOKS = re.compile(
    r"[+\-−]?(?:[0-9][0-9.,]*|[.,][0-9]+)(?:[eE][+\-−]?[0-9]+)?%?|[+\-−]?(?:inf(?:inity)?|∞|nan)",
    re.IGNORECASE,
)

_BEGINNINGS: Final = frozenset("+-−.,0123456789iInN∞")

LONGEST: Final = 200
"""Characters; a longer cell is a text, except digits as programs write them."""

_BARE: Final = r"(?:[0-9][0-9.,]*|[.,][0-9]+)(?:[eE][+\-−]?[0-9]+)?%?"
# A dash that stands for a minus, but not where programs write one.
_APART: Final = re.compile(rf"[-−–—‐‑]\s+({_BARE})|\(\s*({_BARE})\s*\)|({_BARE})\s?[-−–]")

_EMPTY = QT_TRANSLATE_NOOP(
    "errors", "Line {line}, column {column} is empty. Write a number, or leave out the whole row."
)
_NAN = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: {cell} cannot be read as a number. "
    "Write a number, or -inf for a class that is switched off.",
)
_INFINITE = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: {cell} is infinite. "
    "Write a finite number, or -inf for a class that is switched off.",
)
_SHORTENED = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: “...” stands for numbers that were not printed. "
    "Print all of them, with numpy.set_printoptions(threshold=sys.maxsize) or "
    'torch.set_printoptions(profile="full"), or save them with numpy.save and open the file.',
)


def looks_like_number(text: str) -> bool:
    """Whether `text` has the shape of one written number, in any locale; no expression."""
    return len(text) <= LONGEST and _LOOKS.fullmatch(text) is not None


def numbers_among(texts: list[str]) -> int:
    """Return how many of `texts` look like numbers; of names, the first letter tells enough."""
    return sum(map(looks_like_number, [text for text in texts if text[:1] in _BEGINNINGS]))


def minus_apart(text: str) -> str:
    """Return ``-1.46`` for a number whose minus is set apart, as ``− 1.46``, ``(1.46)``, ``1.46-``.

    Spreadsheets, accounts and PDF files write so.  Return "" for every other text.
    """
    found = _APART.fullmatch(text) if len(text) <= LONGEST else None
    return "-" + next(filter(None, found.groups())) if found else ""


def is_number(text: str, decimal_point: str) -> bool:
    """Whether `text` reads as a number."""
    try:
        read_cell(text, (0, 0), decimal_point)
    except ReadError:
        return False
    return True


def no_number(text: str, place: tuple[int, int]) -> ReadError:
    """Return the refusal of a cell at line and column `place`."""
    return ReadError(_NAN, line=place[0], column=place[1], cell=shown(text))


def read_cell(text: str, place: tuple[int, int], decimal_point: str) -> float:
    """Return the number in a cell, finite or -inf.

    Parameters
    ----------
    text : str
        The text of the cell, without blanks around it.
    place : tuple[int, int]
        Its line and column, for the message.
    decimal_point : str
        The decimal point of its block.

    Raises
    ------
    ReadError
        For an empty cell, an ellipsis, NaN, +inf and everything that `read_number` refuses.
    """
    plain = text.replace("−", "-") if "−" in text else text
    if decimal_point == ",":
        # A point would be a group sign here: leave that to `read_number`.
        plain = "" if "." in plain else plain.replace(",", ".")
    value = plain_number(plain)
    line, column = place
    if value is None:
        if not text:
            raise ReadError(_EMPTY, line=line, column=column)
        if text in {"...", "…", ".."}:
            raise ReadError(_SHORTENED, line=line, column=column)
        try:
            value = read_number(text, decimal_point=decimal_point)
        except NumberError:
            raise no_number(text, place) from None
    if value == math.inf:
        raise ReadError(_INFINITE, line=line, column=column, cell=shown(text))
    return value
