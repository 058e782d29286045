"""The texts of the visible cells as they are drawn, with their places.

They are shortened so that they fit and are still true.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from xentgui.language.numbers import number, scientific
from xentgui.model import Snapshot
from xentgui.model.short_names import names_that_fit
from xentgui.painting.letters import TextWidth
from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import name_left, text_right
from xentgui.tables.class_model import ClassModel
from xentgui.tables.column import TableColumn, TableView

_SMALL = 0.1  # below it, a number needs more decimals than digits

_FEW = 200  # classes; of more, names are cut at their ends, each by itself


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


class CellText(NamedTuple):
    """The text of a cell: its left end, the drawn text, and its look."""

    left: float
    text: str
    quiet: bool
    bold: bool
    wrong: bool


def cell_texts(
    model: ClassModel, style: Style, at: int, left: float, width: float, rows: Iterable[int]
) -> Iterator[CellText]:
    """Yield the texts of `rows` in column `at`, which begins at `left` and is `width` wide."""
    table_view, drafts, column = model.table_view, model.drafts, model.columns[at]
    if table_view is None:
        return
    plain, bold_ruler = style.ruler(), style.ruler(bold=True)
    editable, quietly, boldly = column.editable, column.quiet, column.bold
    right = text_right(style, boxed=editable)
    end, room = left + width - right, width - (2 * right if editable else right)
    if column.is_name:
        room = width - name_left(style) - style.px(2)
    wanted = table_view.view.decimals
    shortened = not editable and decimals_that_fit(wanted, plain, room) < wanted
    for row in rows:
        bold = boldly is not None and boldly(table_view, row)
        ruler = bold_ruler if bold else plain
        draft = drafts.at(row, at) if drafts.all else None
        text = draft.text if draft else column.cell_text(table_view, row)
        long = ruler.width(text)
        if long > room or (shortened and "." in text):
            if column.value is None and not draft and len(table_view.snapshot.state.labels) <= _FEW:
                text = fitted_names(table_view.snapshot.state.labels, ruler, room)[row]
            elif column.value is None or draft:
                text = fitted_name(text, ruler, room)
            elif editable:
                text = fitted_typed(text, column.value(table_view, row), ruler, room)
            else:
                text = fitted_number(text, column, table_view, row, ruler, room)
            long = ruler.width(text)
        start = left + name_left(style) if column.is_name else end - long
        quiet = quietly is not None and quietly(table_view, row)
        yield CellText(start, text, quiet, bold, draft is not None)


class CellTexts:
    """The texts of the visible cells, which are made again only where their numbers change.

    A text costs formatting, measuring and perhaps shortening a number.  An edit changes the numbers
    of many cells, but with many classes most of their texts stay the same.

    Attributes
    ----------
    lefts, widths
        The columns' places, from the left of the first, and their widths.
    """

    def __init__(self, model: ClassModel, style: Style) -> None:
        self._model = model
        self._style = style
        self.lefts: list[int] = []
        self.widths: list[int] = []
        self._forget()

    def _forget(self) -> None:
        self._table_view: TableView | None = None
        self._columns: tuple[TableColumn, ...] = ()
        self._texts: dict[int, dict[int, CellText]] = {}  # by column, then by row

    def set_style(self, style: Style) -> None:
        """Apply other fonts."""
        self._style = style
        self._forget()

    def set_columns(self, lefts: list[int], widths: list[int]) -> None:
        """Place the columns."""
        self.lefts, self.widths = lefts, widths
        self._forget()

    def of(self, at: int, rows: Iterable[int]) -> list[CellText]:
        """Return the texts of `rows` in the column `at`."""
        known = self._texts.setdefault(at, {})
        missing = [row for row in rows if row not in known]
        if missing:
            known.update(zip(missing, self._read(at, missing), strict=True))
        return [known[row] for row in rows]

    def follow(self, rows: range) -> list[tuple[int, int]] | None:
        """Follow the model; return the row and column of each cell with another text.

        Only `rows` are visible.  None if any cell can have another text.
        """
        before, now, columns = self._table_view, self._model.table_view, self._columns
        if (
            before is None
            or now is None
            or columns != self._model.columns
            or not _is_shown_alike(before, now)
        ):
            self._forget()
            self._table_view, self._columns = now, self._model.columns
            return None
        self._table_view, others = now, []
        visible = frozenset(rows)
        for at, known in self._texts.items():
            for row in known.keys() - visible:
                del known[row]
            changed = _changed_rows(columns[at], before.snapshot, now.snapshot, rows)
            if not changed:
                continue
            for row, text in zip(changed, self._read(at, changed), strict=True):
                if known.get(row) != text:
                    known[row] = text
                    others.append((row, at))
        return others

    def _read(self, at: int, rows: Iterable[int]) -> Iterator[CellText]:
        return cell_texts(self._model, self._style, at, self.lefts[at], self.widths[at], rows)


def _is_shown_alike(one: TableView, other: TableView) -> bool:
    """Return whether a number has the same text in both, refused texts included."""
    return (
        one is not other
        and one.view is other.view
        and one.pinned is other.pinned
        and one.snapshot.state.names is other.snapshot.state.names
    )


def _changed_rows(column: TableColumn, old: Snapshot, new: Snapshot, rows: range) -> list[int]:
    """Return those of `rows` whose numbers for a column differ."""
    part = slice(rows.start, rows.stop)
    sources = [(getattr(old, name), getattr(new, name)) for name in column.sources]
    before = [one[part].tolist() for one, other in sources if one is not other]
    after = [other[part].tolist() for one, other in sources if one is not other]
    if before == after:
        return []
    numbers = zip(rows, zip(*before, strict=True), zip(*after, strict=True), strict=True)
    return [row for row, was, now in numbers if was != now]
