"""Quick ways through long tables that are as plain as programs write them."""

from __future__ import annotations

from itertools import repeat
from typing import Final

import numpy as np

from xentgui.reading.cell import looks_like_number, numbers_among
from xentgui.reading.decimal_mark import decimal_mark
from xentgui.reading.grid import Column, Grid
from xentgui.reading.layouts.lines import BLANKS, PAIRS, SEPARATED, TABS, WIDE
from xentgui.reading.numbers import fast_numbers, plain_numbers

_OTHER_ENDS: Final = "\r\f\v\u2028\u2029"
_ODD: Final = ('"', "#", "|", "&", "…", "...", "[", "{", "，", "；", "、", "–", "—")
_MOST_WIDTH: Final = 3000
_NO_PAIRS: Final = "=：\"'“”‘’"
_BULLETS: Final = {"- ", "* ", "• "}
_NO_NAMES: Final = ("'", "(", ")", "__label__")
_GAPS: Final = ("  ", "\n ", " \n", "- ", "− ", "– ", "— ", "+ ", "* ", "• ")
_NUMBERS: Final = {"inf", "infinity", "nan", "e", "pi"}
_SIGNS: Final = {"..", "-", "−", "–", "—", "+", "*", "•"}
_FEW: Final = 10  # names that are alike may be one name with a number in it


def quick_grid(text: str, locale: str) -> tuple[str, Grid] | None:
    """Return the name of the layout and the cells of a long plain text; None for the rest.

    What is not plain is left to the layouts, which know more forms and can say what is wrong.
    """
    text = text.replace("\r\n", "\n").strip("\n")
    if any(sign in text for sign in _OTHER_ENDS) or any(sign in text for sign in _ODD):
        return None
    lines = text.split("\n")
    if "" in lines:
        return None
    sign = next((one for one in "\t;," if one in text), "")
    if sign:
        separated = len(lines) > 1 and _cells(lines, text, locale)
        name = TABS if sign == "\t" else SEPARATED
        if separated or locale == ",":
            return (name, separated) if separated else None
        return _row(lines, sign)
    if " " not in text and len(lines) > 1 and ":" not in text and "=" not in text:
        numbers = fast_numbers(lines, ".")
        grid = None if numbers is None else Grid([numbers], range(1, len(lines) + 1), header=())
        return None if grid is None else (BLANKS, grid)
    if locale == ",":
        return None
    if len(lines) == 1:
        return _row(lines, " ")
    if ":" in text or "=" in text:
        pairs = _pairs(lines, text)
        return None if pairs is None else (PAIRS, pairs)
    words = _words(lines, text)
    return None if words is None else (BLANKS, words)


def _row(lines: list[str], sign: str) -> tuple[str, Grid] | None:
    """Return one line of numbers as a column, which costs less."""
    if len(lines) > 1 or sign not in {" ", ","}:
        return None
    cells = lines[0].split(None if sign == " " else sign)
    numbers = fast_numbers(list(map(str.strip, cells)), ".")
    if numbers is None or len(cells) < WIDE:
        return None
    places = list(range(1, len(cells) + 1))
    grid = Grid([numbers], [1] * len(cells), places, header=())
    return (BLANKS if sign == " " else SEPARATED), grid


def _pairs(lines: list[str], text: str) -> Grid | None:
    """Return a line ``name: number`` for each class as two columns."""
    if any(sign in text for sign in _NO_PAIRS):
        return None
    halves = _halves(lines, text, ":")
    if halves is None:
        return None
    names, values = (list(map(str.strip, half)) for half in halves)
    if "" in names or not _BULLETS.isdisjoint({name[:2] for name in names}):
        return None
    numbers = fast_numbers(values, ".")
    if numbers is None:
        return None
    return Grid([names, numbers], range(1, len(lines) + 1), header=("label", "value"))


def _halves(lines: list[str], text: str, sign: str) -> tuple[list[str], list[str]] | None:
    """Return what is before the only `sign` of each line, and what is after it."""
    if set(map(str.count, lines, repeat(sign))) != {1}:
        return None
    cells = text.replace("\n", sign).split(sign)
    return cells[::2], cells[1::2]


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return what is before the last blank of each line, and what is after it."""
    parts = list(map(str.rpartition, lines, repeat(" ")))
    return [part[0] for part in parts], [part[2] for part in parts]


def _words(lines: list[str], text: str) -> Grid | None:
    """Return a name and a number in each line, with a blank between; a name may have blanks."""
    if any(sign in text for sign in _NO_NAMES):
        return None
    halves = _halves(lines, text, " ")
    if halves is None and any(sign in text for sign in _GAPS):
        return None
    names, values = halves or _parted(lines)
    first = 0 if looks_like_number(values[0]) else 1
    body = names[first:]
    numbers = fast_numbers(values[first:], ".")
    if numbers is None or "" in body or (first and " " in names[0]):
        return None
    # The numbers at the end of a line are its cells, and a word with a digit could be a number.
    ends = {name.rpartition(" ")[2] for name in body if " " in name} if halves is None else ()
    if not all(end.isalpha() and end.lower() not in _NUMBERS for end in ends):
        return None
    few = len(set(body)) < _FEW or body[0] == "0"
    if few or numbers_among(body) or not _SIGNS.isdisjoint(body):
        return None
    cells: list[Column] = [names, values] if first else [names, numbers]
    return Grid(cells, range(1, len(lines) + 1), header=None if first else ())


def _cells(lines: list[str], text: str, locale: str) -> Grid | None:
    """Return rows of cells with one sign between them."""
    sign = next((one for one in "\t;," if one in lines[0]), "")
    if (
        not sign
        or (sign != "\t" and "\t" in text)
        or (sign == "," and (";" in text or locale == ","))
        or (sign != "\t" and (":" in text or "=" in text))  # they can be pairs
    ):
        return None
    width = lines[0].count(sign) + 1
    if not 1 < width <= _MOST_WIDTH or set(map(str.count, lines, repeat(sign))) != {width - 1}:
        return None
    if "," not in text or sign == ",":
        numbers = plain_numbers(text.replace(sign, " "), width * len(lines))
        if numbers is not None and not text.startswith("0"):  # 0, 1, 2, … may be a header
            table = np.ascontiguousarray(numbers.reshape(-1, width).T)
            return Grid([*table], range(1, len(lines) + 1), header=())
    cells = list(map(str.strip, text.replace("\n", sign).split(sign)))
    columns: list[Column] = [cells[j::width] for j in range(width)]
    if (sign == "\t" and text != text.strip(" ")) or "" in cells:
        return None
    if (
        sign == "\t" and len(set(columns[0])) != len(columns[0]) and " \t" in text
    ) or "\n " in text:
        return None  # names can differ by a blank
    if not looks_like_number(cells[-1]):
        return None
    grid = Grid(columns, range(1, len(lines) + 1))
    point = (
        "." if sign == "," or "," not in text else decimal_mark(grid, delimiter=sign, locale=locale)
    )
    return Grid(columns, grid.lines, decimal_point=point)
