"""Shortens text so that it fits and is still true."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from xentgui.language.numbers import number, scientific
from xentgui.model.short_names import names_that_fit
from xentgui.painting.letters import TextWidth
from xentgui.tables.column import TableColumn, TableView

_SMALL = 0.1  # below it, a number needs more decimals than digits


@lru_cache(maxsize=8)  # every edit of a number needs the same names
def fitted_names(labels: tuple[str, ...], ruler: TextWidth, width: float) -> tuple[str, ...]:
    """Return the names of a few classes; long ones are cut so that they fit, and still differ."""

    def fit(names: tuple[str, ...]) -> bool:
        return all(ruler.width(name) <= width for name in names)

    long = [k for k, label in enumerate(labels) if ruler.width(label) > width]
    names = list(labels)
    for k, name in zip(long, names_that_fit(labels, long, fit), strict=True):
        names[k] = name if ruler.width(name) <= width else ruler.cut(name, width)
    return tuple(names)


def fitted_name(text: str, ruler: TextWidth, width: float) -> str:
    """Return a name that fits, cut with … if necessary."""
    if ruler.width(text) <= width:
        return text
    return ruler.cut(text, width)


@lru_cache(maxsize=64)  # every edit needs it for the same few columns
def decimals_that_fit(wanted: int, ruler: TextWidth, width: float) -> int:
    """Return how many decimals fit in all cells of a column, so that points are aligned."""
    decimals = wanted
    while decimals > 1 and ruler.width("00." + "0" * decimals) > width:
        decimals -= 1
    return decimals


def fitted_number(
    text: str, column: TableColumn, table_view: TableView, row: int, ruler: TextWidth, width: float
) -> str:
    """Return a derived number that fits: with fewer decimals, as a power of ten, or only ….

    Digits are never cut off: 1.5e-12 must not look like 1.5, nor 12345 like 123.
    """
    fits = ruler.width(text) <= width
    if fits and "." not in text:
        return text
    decimals = decimals_that_fit(table_view.view.decimals, ruler, width)
    if fits and decimals == table_view.view.decimals:
        return text
    while decimals > 0:
        coarse = TableView(
            table_view.snapshot, replace(table_view.view, decimals=decimals), table_view.pinned
        )
        text = column.cell_text(coarse, row)
        if ruler.width(text) <= width:
            return text
        decimals -= 1
    value = column.value(table_view, row) if column.value is not None else 0.0
    if 0.0 < abs(value) < _SMALL:  # 0.003 can be written as 3e−3, but 0.00 says nothing
        power = ("+" if text.startswith("+") else "") + scientific(value, 1)
        if ruler.width(power) <= width:
            return power
    return "…"


@lru_cache(maxsize=1024)  # an edit does not change most of the typed numbers
def fitted_typed(text: str, value: float, ruler: TextWidth, width: float) -> str:
    """Return a typed number that fits, rounded to as many digits as there is room for.

    If rounding would mislead, such as 1 for 0.99999999999, the result is its first digits and ….
    Its size is always visible.
    """
    if ruler.width(text) <= width:
        return text
    # A dragged number is too long; a binary search finds the decimals in four or five steps.
    decimals = bisect_right(
        range(1, len(text) + 1), width, key=lambda count: ruler.width(number(value, count))
    )
    if decimals:
        return number(value, decimals)
    shorter = ruler.cut(text, width)
    if "e" not in text and "." in shorter.partition("…")[0]:
        return shorter
    for digits in range(8, 0, -1):
        rounded = scientific(value, digits)
        if ruler.width(rounded) <= width:
            return rounded
    return "…"
