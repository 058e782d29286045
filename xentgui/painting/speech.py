"""What is told to a person who listens instead of looking."""

from __future__ import annotations

from PySide6 import QtGui  # for QAccessible, which PySide makes when it is first named
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget


def somebody_listens() -> bool:
    """Return whether a screen reader, or another program that reads windows, is at work."""
    return QtGui.QAccessible.isActive()


def tell(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text`, which is about `widget`; nothing happens if none listens.

    An alert would not do: Qt passes none on to the readers of Linux.
    """
    if text and somebody_listens():
        said = QtGui.QAccessibleAnnouncementEvent(widget, text)
        QtGui.QAccessible.updateAccessibility(said)


def tell_cell(table: QAbstractItemView, event: QFocusEvent) -> None:
    """Have a screen reader say in which cell the keys are that have come to `table`.

    Qt tells of a cell only when another one was there before.
    """
    if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
        tell(table, str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""))
