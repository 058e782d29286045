"""What a table looks at: the numbers, how to show them, and what they are compared with."""

from __future__ import annotations

import math
from dataclasses import dataclass

from xentgui.language.text import number
from xentgui.model import Snapshot
from xentgui.model.class_matching import class_matching
from xentgui.model.view import View


@dataclass(frozen=True, slots=True, eq=False)
class TableView:
    """A snapshot as one view wants it.

    Attributes
    ----------
    snapshot
        The present numbers.
    view
        The unit and the number of decimals.
    pinned
        What follows from `view.pinned`, or None.
    """

    snapshot: Snapshot
    view: View
    pinned: Snapshot | None = None

    def pinned_row(self, row: int) -> int | None:
        """Return which class of the pinned state the class in `row` was, or None."""
        if self.pinned is None:
            return None
        rows = class_matching(self.snapshot.state.labels, self.pinned.state.labels)
        return int(rows[row]) if rows[row] >= 0 else None

    def number(self, value: float, *, signed: bool = False) -> str:
        """Return `value` with as many decimals as the view asks for."""
        return number(value, self.view.decimals, signed=signed)

    def change(self, value: float) -> str:
        """Return a difference with its sign; a dash if there is nothing to compare with."""
        return "–" if math.isnan(value) else self.number(value, signed=True)


def is_compared(table_view: TableView) -> bool:
    """Return whether a state is pinned."""
    return table_view.pinned is not None
