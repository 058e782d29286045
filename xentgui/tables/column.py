"""A column of a table, whether it is shown, and the texts of its cells, by what a table shows."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from xentgui.language.text import number, translate, typed, unit_name
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.class_colors import class_matching
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.tables.cells.typed_text import typed_here


class TableView(NamedTuple):
    """A snapshot with the view in which it is shown.

    Attributes
    ----------
    snapshot
        The current numbers.
    view
        The unit and the number of decimals.
    pinned
        The snapshot of `view.pinned`, or None.
    """

    snapshot: Snapshot
    view: View
    pinned: Snapshot | None = None

    def pinned_row(self, row: int) -> int | None:
        """Return the row of the pinned state that matches the class in `row`, or None."""
        if self.pinned is None:
            return None
        rows = class_matching(self.snapshot.state.labels, self.pinned.state.labels)
        return int(rows[row]) if rows[row] >= 0 else None

    def number(self, value: float, *, signed: bool = False) -> str:
        """Return `value` with the decimals of the view."""
        return number(value, self.view.decimals, signed=signed)

    def change(self, value: float) -> str:
        """Return a difference with its sign; a dash if there is no number to compare with."""
        return "–" if math.isnan(value) else self.number(value, signed=True)


def is_compared(table_view: TableView) -> bool:
    """Return whether a state is pinned."""
    return table_view.pinned is not None


Value = Callable[[TableView, int], float]
Text = Callable[[TableView, int], str]

_LONGEST_NAME = 400  # characters that a tool-tip has room for


class TableColumn(NamedTuple):
    """One column; rows are classes, counted from 0.

    Attributes
    ----------
    key
        Its name in the program, never translated.
    heading, tip
        In English, marked in the context "tables"; ``{unit}`` becomes the name of the unit.
    value
        The number in a row, in the unit of the view; None for the column of names.
    text
        The number as the cell shows it; by default with the decimals of the view.
    full
        The number with all its digits; by default the shortest text that reads back the same.
    detail
        More about the number for the tool-tip, or None.
    sources
        The arrays of `Snapshot` from which a row follows, beside names, view and pinned state.  A
        row for which they hold the same numbers need not be painted again.
    editable
        Whether a person can type here.
    quiet
        Whether a row is muted in this column, because its number is of little interest.
    bold
        Whether a row is bold in this column.
    shown
        Whether the column is shown; None for always.
    sample, least_sample
        Texts that fit into the column at its usual and at its least width; without them, the widths
        depend on the decimals.
    """

    key: str
    heading: str
    tip: str
    value: Value | None = None
    text: Text | None = None
    full: Text | None = None
    detail: Text | None = None
    sources: tuple[str, ...] = ()
    editable: bool = False
    quiet: Callable[[TableView, int], bool] | None = None
    bold: Callable[[TableView, int], bool] | None = None
    shown: Callable[[TableView], bool] | None = None
    sample: str = ""
    least_sample: str = ""

    @property
    def is_name(self) -> bool:
        """Whether the column holds the names of the classes."""
        return self.value is None

    def heading_text(self, view: View) -> str:
        """Return the heading in the current language and the unit of `view`."""
        heading = translate("tables", self.heading).format(unit=unit_name(view.unit))
        return with_logarithm(heading, view.unit)

    def tip_text(self, view: View) -> str:
        """Return the tool-tip of the heading, in the current language and the unit of `view`."""
        text = translate("tables", self.tip).format(unit=unit_name(view.unit))
        return with_logarithm(text, view.unit)

    def cell_text(self, table_view: TableView, row: int) -> str:
        """Return the text of the cell."""
        if self.text is not None:
            return self.text(table_view, row)
        if self.value is None:
            return table_view.snapshot.state.names[row]
        return table_view.number(self.value(table_view, row))

    def exact_text(self, table_view: TableView, row: int) -> str:
        """Return the text for other programs: a number that reads back bit for bit."""
        if self.value is None:
            return table_view.snapshot.state.names[row]
        value = self.value(table_view, row)
        return f"{value:.0f}" if value.is_integer() and abs(value) < 1e15 else repr(value)

    def edit_text(self, table_view: TableView, row: int) -> str:
        """Return the text with which editing begins; it reads back as the same number."""
        if self.value is None:
            return table_view.snapshot.state.names[row]
        return typed_here(self.value(table_view, row))

    def full_text(self, table_view: TableView, row: int) -> str:
        """Return the tool-tip of the cell: the number with all its digits."""
        labels = table_view.snapshot.state.labels
        if self.value is None:
            return name_of(labels, row, _LONGEST_NAME)
        full = (
            typed(self.value(table_view, row)) if self.full is None else self.full(table_view, row)
        )
        lines = [f"{name_of(labels, row)}: {self.heading_text(table_view.view)} = {full}"]
        if self.detail is not None:
            lines.append(self.detail(table_view, row))
        return "\n".join(lines)
