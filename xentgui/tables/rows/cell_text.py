"""What the cells of a table say, as it is drawn: shortened, and in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import name_left, text_right
from xentgui.tables.class_model import ClassModel
from xentgui.tables.column import TableColumn
from xentgui.tables.measure import Measure
from xentgui.tables.rows.fitted_text import (
    decimals_that_fit,
    fitted_name,
    fitted_number,
    fitted_typed,
)
from xentgui.tables.table_view import TableView


class CellText(NamedTuple):
    """The text of a cell: where it begins, what is drawn, and how."""

    left: float
    text: str
    quiet: bool
    bold: bool
    wrong: bool


CellTexts = list[list[CellText]]
"""Column by column, those of some rows."""

_Numbers = list[tuple[float, ...]]


class CellTextCache:
    """Keeps the words of rows; those that still hold after an edit are the same objects.

    To read a cell is to format, to measure and maybe to shorten; to see that its numbers are
    those of before takes a tenth of that.

    Attributes
    ----------
    lefts, widths
        Where the columns are, from the left of the first.
    """

    def __init__(self, model: ClassModel, style: Style) -> None:
        self._model = model
        self._style = style
        self._measure = Measure(style)
        self.lefts: list[int] = []
        self.widths: list[int] = []
        self._forget()

    def _forget(self) -> None:
        self._rows = range(0)
        self._table_view: TableView | None = None  # what was read last; None if that does not count
        self._columns: tuple[TableColumn, ...] = ()
        self._numbers: list[_Numbers] = []
        self._words: CellTexts = []

    def set_style(self, style: Style) -> None:
        """Measure with other fonts."""
        self._style, self._measure = style, Measure(style)
        self._forget()

    def set_columns(self, lefts: list[int], widths: list[int]) -> None:
        """Place the columns."""
        self.lefts, self.widths = lefts, widths
        self._forget()

    def of(self, rows: range) -> CellTexts:
        """Return the words of `rows`, column by column."""
        table_view, drafts = self._model.table_view, self._model.drafts.all
        if table_view is None:
            return [[] for _ in self.lefts]
        before = None if drafts else self._table_view
        if table_view is before and rows == self._rows:
            return self._words
        columns = self._model.columns[: len(self.lefts)]
        numbers = [_numbers(column, table_view, rows) for column in columns]
        if before is None or columns != self._columns or not _alike(table_view, before):
            self._words = [self._read(at, table_view, rows) for at in range(len(columns))]
        else:
            self._words = [
                self._words[at] if new == self._numbers[at] else self._renewed(at, table_view, new)
                for at, new in enumerate(numbers)
            ]
        self._rows, self._columns, self._numbers = rows, columns, numbers
        self._table_view = None if drafts else table_view  # whoever mends a draft changes no number
        return self._words

    def _renewed(self, at: int, table_view: TableView, numbers: _Numbers) -> list[CellText]:
        known = dict(zip(self._numbers[at], self._words[at], strict=True))
        read = iter(
            self._read(at, table_view, [int(new[0]) for new in numbers if new not in known])
        )
        return [known.get(new) or next(read) for new in numbers]

    def _read(self, at: int, table_view: TableView, rows: Iterable[int]) -> list[CellText]:
        style, ruler, drafts = self._style, self._measure.plain, self._model.drafts
        column, width = self._model.columns[at], self.widths[at]
        editable, quietly, boldly = column.editable, column.quiet, column.bold
        right = text_right(style, boxed=editable)
        end, room = self.lefts[at] + width - right, width - (2 * right if editable else right)
        if column.is_name:
            room = width - name_left(style) - style.px(2)
        wanted = table_view.view.decimals
        crowded = not editable and decimals_that_fit(wanted, ruler, room) < wanted
        words = []
        for row in rows:
            bold = boldly is not None and boldly(table_view, row)
            ruler = self._measure.bold if bold else self._measure.plain
            draft = drafts.at(row, at) if drafts else None
            text = draft.text if draft else column.cell_text(table_view, row)
            long = ruler.width(text)
            if long > room or (crowded and "." in text):
                if column.value is None or draft:
                    text = fitted_name(text, ruler, room)
                elif editable:
                    text = fitted_typed(text, column.value(table_view, row), ruler, room)
                else:
                    text = fitted_number(text, column, table_view, row, ruler, room)
                long = ruler.width(text)
            start = self.lefts[at] + name_left(style) if column.is_name else end - long
            quiet = quietly is not None and quietly(table_view, row)
            words.append(CellText(start, text, quiet, bold, draft is not None))
        return words


def _numbers(column: TableColumn, table_view: TableView, rows: range) -> _Numbers:
    """Return what each of `rows` follows from in a column; the row comes first."""
    snapshot = table_view.snapshot
    sources = [getattr(snapshot, name)[rows.start : rows.stop].tolist() for name in column.sources]
    return list(zip(rows, *sources, strict=True))


def _alike(one: TableView, other: TableView) -> bool:
    """Return whether what is the same number in both says the same, too."""
    return (
        one.snapshot.state.labels is other.snapshot.state.labels
        and one.pinned is other.pinned
        and (one.view.unit, one.view.decimals) == (other.view.unit, other.view.decimals)
    )
