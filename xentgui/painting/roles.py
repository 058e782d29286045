"""What a widget is for those who read windows without seeing them, where Qt does not know it."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets  # for QAccessible, which PySide makes when it is first named
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

CHART, GROUP, TEXT, PAGE = "Chart", "Grouping", "StaticText", "Document"
"""Names of Qt's roles: a plot, its marks, a number with its caption, formulas with their numbers."""

_PROPERTY = "accessible_role"
_installed = False


def give_role(widget: QWidget, role: str) -> None:
    """Have `widget` be told as a `role`, a name in `QAccessible.Role`; Qt calls all ours fillers."""
    widget.setProperty(_PROPERTY, role)


def follow_roles() -> None:
    """Let Qt ask us for the roles from now on; once in a program is enough."""
    global _installed  # noqa: PLW0603 (Qt has one list of factories, too)
    if not _installed:
        _installed = True
        QtGui.QAccessible.installFactory(_made)


def _made(_class_name: str, widget: QObject | None) -> QtGui.QAccessibleInterface | None:
    if not isinstance(widget, QWidget):
        return None
    role = widget.property(_PROPERTY)
    if role is None:
        return None  # Qt makes what it makes for such a widget
    return QtWidgets.QAccessibleWidget(widget, QtGui.QAccessible.Role[role])
