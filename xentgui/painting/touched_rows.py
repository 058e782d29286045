"""Rows that follow a finger: a table scrolls by whole rows, also for a hand."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QAbstractItemView, QTableView

from xentgui.painting.fingers import Fingers


class TouchedRows:
    """Scrolls one table with one finger or two; a tap is a click."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._left = 0.0  # of a row that the finger has gone and the table has not
        self._fingers = Fingers(table.viewport(), self)

    def pan(self, by: QPointF) -> bool:
        """Scroll by as many whole rows as the finger has gone; columns follow at once."""
        table = self._table
        if by.isNull():
            self._left = 0.0
        across, down = table.horizontalScrollBar(), table.verticalScrollBar()
        across.setValue(round(across.value() - by.x()))
        whole = table.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerItem
        size = max(table.rowHeight(max(table.rowAt(0), 0)), 1) if whole else 1
        self._left -= by.y() / size
        rows = int(round(self._left, 6))
        self._left -= rows
        down.setValue(down.value() + rows)
        return True

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Scroll with two fingers, too; letters have the size of the window."""
        del factor, around
        self.pan(by)

    def give_up(self) -> None:
        """Do nothing: a scrolled table stays where it is."""
