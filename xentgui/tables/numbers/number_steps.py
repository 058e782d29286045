"""From cell to cell of a table of numbers: where Enter and Tab lead from a cell that was open."""

from __future__ import annotations

from PySide6.QtWidgets import QTableView

from xentgui.tables.cells.cell_delegate import Ending
from xentgui.tables.numbers.number_model import NumberModel

_STEPS = {
    Ending.DOWN: (1, 0),
    Ending.UP: (-1, 0),
    Ending.NEXT: (0, 1),
    Ending.PREVIOUS: (0, -1),
}
"""Rows down and columns to the right."""


class NumberSteps:
    """Moves the current cell of a table."""

    def __init__(self, table: QTableView, model: NumberModel) -> None:
        self._table, self._model = table, model

    def go(self, ending: Ending) -> None:
        """Go where the key leads that has ended editing."""
        index = self._table.currentIndex()
        down, right = _STEPS.get(ending, (0, 0))
        if right:
            self._go_along(forward=right > 0)
        elif down:
            self._set_current(index.row() + down, index.column())

    def _set_current(self, row: int, column: int) -> None:
        model = self._model
        if 0 <= row < model.rowCount() and 0 <= column < model.columnCount():
            self._table.setCurrentIndex(model.index(row, column))

    def _go_along(self, *, forward: bool) -> None:
        """Go to the next number, and out of the table after the last."""
        model, index = self._model, self._table.currentIndex()
        count = model.columnCount()
        step = 1 if forward else -1
        place = index.row() * count + index.column()
        for _ in range(4 * count if index.isValid() else 0):
            place += step
            row, at = divmod(place, count)
            if not 0 <= row < model.rowCount():
                break
            if model.is_editable(row, at):
                self._set_current(row, at)
                return
        self._table.focusNextPrevChild(forward)
