"""For people who listen instead of looking, and for those who want things to stand still.

Here is what a widget is, where Qt does not know it; what is said; and whether axes and pages may
move gently, or have to be where they go at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtGui, QtWidgets  # for QAccessible, which PySide makes when it is first named
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.painting.handlers import guarded

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QAbstractItemView

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

_motion_chosen: list[bool] = []  # what the person has set, if anything
_motion_told: list[bool] = []  # what the system said last, where Qt does not know


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
    # The first window must not wait for Qt's hundred enumerations.
    from PySide6.QtCore import Qt  # noqa: PLC0415

    if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
        tell(table, str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""))


def motion_is_reduced() -> bool:
    """Return whether the person, or else the system, asks for things to stand still.

    Where nobody says anything, things move: Qt's own switch for effects is off on most Linux
    desktops, and means nothing there.
    """
    if _motion_chosen:
        return _motion_chosen[0]
    # Each is held: PySide takes what it has given away back with what it came from.
    hints = QApplication.styleHints()
    accessibility = hints.accessibility()
    preference = getattr(accessibility, "motionPreference", None)  # Qt asks from 6.12 on
    if preference is not None:
        # The first window must not wait for Qt's hundred enumerations.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        return preference() == Qt.MotionPreference.ReducedMotion  # type: ignore[attr-defined, unused-ignore, no-any-return]
    return bool(_motion_told) and _motion_told[0]


def reduce_motion(*, reduced: bool | None) -> None:
    """Let everything stand still or move as the person says; None leaves it to the system."""
    _motion_chosen[:] = [] if reduced is None else [reduced]


def system_says_motion(*, reduced: bool | None) -> None:
    """Take what the system says, where Qt does not ask it; None if it says nothing."""
    _motion_told[:] = [] if reduced is None else [reduced]
