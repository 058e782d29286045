"""The content of a table: the numbers, the view, and the pinned numbers."""

from __future__ import annotations

import math
from typing import NamedTuple

from xentgui.language.text import number
from xentgui.model import Snapshot
from xentgui.model.class_matching import class_matching
from xentgui.model.view import View


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
