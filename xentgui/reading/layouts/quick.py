"""Quick ways through long tables that are as plain as programs write them."""

from __future__ import annotations

from typing import Final

from xentgui.reading.cell import looks_like_number
from xentgui.reading.decimal_mark import decimal_mark
from xentgui.reading.grid import Column, Grid
from xentgui.reading.numbers import fast_numbers

_OTHER_ENDS: Final = "\r\f\v\u2028\u2029"
_ODD: Final = ('"', "#", "|", "&", "…", "...", "[", "{", "，", "；", "、", "–", "—")
_MOST_WIDTH: Final = 3000


def quick_grid(text: str, locale: str) -> Grid | None:
    """Return a column of numbers, or rows of cells with one sign between them; None for the rest.

    What is not plain is left to the layouts, which know more forms and can say what is wrong.
    """
    text = text.replace("\r\n", "\n").strip("\n")
    if any(sign in text for sign in _OTHER_ENDS) or any(sign in text for sign in _ODD):
        return None
    lines = text.split("\n")
    if len(lines) < 2 or "" in lines:
        return None
    if not any(sign in text for sign in " \t,;:="):
        numbers = fast_numbers(lines, ".")
        return None if numbers is None else Grid([numbers], range(1, len(lines) + 1), header=())
    return _cells(lines, text, locale)


def _cells(lines: list[str], text: str, locale: str) -> Grid | None:
    sign = next((one for one in "\t;," if one in lines[0]), "")
    if (
        not sign
        or (sign != "\t" and "\t" in text)
        or (sign == "," and (";" in text or locale == ","))
    ):
        return None
    width = lines[0].count(sign) + 1
    if not 1 < width <= _MOST_WIDTH or any(line.count(sign) != width - 1 for line in lines):
        return None
    cells = list(map(str.strip, text.replace("\n", sign).split(sign)))
    columns: list[Column] = [cells[j::width] for j in range(width)]
    if (sign == "\t" and text != text.strip(" ")) or not all(map(bool, cells)):
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
