"""What a widget is for those who read windows without seeing them, where Qt does not know it."""

from __future__ import annotations

from PySide6 import QtGui, QtWidgets  # for QAccessible, which PySide makes when it is first named
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xentgui.painting.handlers import guarded

CHART, GROUP, TEXT, PAGE = "Chart", "Grouping", "StaticText", "Document"
"""Names of Qt's roles: a plot, its marks, a number with its caption, formulas with their numbers."""
GAP = "Separator"
"""The role of what only keeps other things apart."""

CHOICE = "RadioButton"
"""The role of a button beside others of which one is chosen; Qt would call it a box to tick."""

_PLAIN = {"QWidget", "QDialogButtonBox", "QScrollArea"}
"""Qt's classes of which it tells neither role nor name."""

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


@guarded
class _Told(QtWidgets.QAccessibleWidget):
    """A widget of ours; one without a name is called like what it is in."""

    def text(self, kind: QtGui.QAccessible.Text) -> str:
        own = super().text(kind)
        if own or kind != QtGui.QAccessible.Text.Name:
            return own
        return _name_around(self.widget())


@guarded
class _Choice(_Told):
    """A button of ours as one of several choices: whether it is chosen, and how to choose it."""

    def state(self) -> QtGui.QAccessible.State:
        found, button = super().state(), self.widget()
        assert isinstance(button, QtWidgets.QAbstractButton)
        found.checkable, found.checked = True, button.isChecked()
        return found

    def text(self, kind: QtGui.QAccessible.Text) -> str:
        button = self.widget()
        assert isinstance(button, QtWidgets.QAbstractButton)
        if kind == QtGui.QAccessible.Text.Name and not button.accessibleName():
            return button.text().replace("&", "")
        return super().text(kind)

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        button = self.widget()
        assert isinstance(button, QtWidgets.QAbstractButton)
        if name == self.pressAction():
            button.click()
        else:
            button.setFocus()


def _name_around(widget: QWidget | None) -> str:
    while widget is not None:
        if name := widget.accessibleName() or widget.windowTitle():
            return name
        widget = widget.parentWidget()
    return ""


def _made(class_name: str, widget: QObject | None) -> QtGui.QAccessibleInterface | None:
    if not isinstance(widget, QWidget):
        return None
    role = widget.property(_PROPERTY)
    # Qt asks for each class that the widget is of, and for QWidget last, of which it knows nothing.
    if role is None and class_name in _PLAIN:
        role = GROUP
    if role == CHOICE:
        return _Choice(widget, QtGui.QAccessible.Role[role])
    return None if role is None else _Told(widget, QtGui.QAccessible.Role[role])
