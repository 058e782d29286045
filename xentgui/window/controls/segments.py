"""Buttons in a row of which one is pressed: the workspaces, and the units of information."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from xentgui.commands.view import WORKSPACE
from xentgui.language.text import plain, translate, unit_name
from xentgui.language.units import UNITS
from xentgui.model.view import View
from xentgui.painting.accessibility import CHOICE, give_role
from xentgui.window.commands import Commands


class WorkspaceButtons(QWidget):
    """One button for each workspace; its command says which one is shown."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        self.setObjectName("control.workspace")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.buttons: dict[str, QToolButton] = {}
        for place, spec in enumerate(WORKSPACE):
            button = QToolButton(self)
            button.setObjectName(f"control.{spec.key}")
            button.setDefaultAction(commands[spec.key])
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            give_role(button, CHOICE)
            edge = "first" if place == 0 else "last" if place == len(WORKSPACE) - 1 else "middle"
            button.setProperty("segment", edge)
            self.buttons[spec.key.partition(".")[2]] = button
            layout.addWidget(button)

    def retranslate(self) -> None:
        """Name the buttons in the current language; their texts are those of the commands."""
        for button in self.buttons.values():
            button.setAccessibleName(plain(button.defaultAction().text()))


class Unit(QWidget):
    """One button for each unit.

    Signals
    -------
    view_requested(View)
        Another unit is requested.
    """

    view_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("control.unit")
        self._view = View()
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for place, unit in enumerate(UNITS):
            button = QToolButton(self)
            button.setObjectName(f"control.unit.{unit}")
            button.setCheckable(True)
            give_role(button, CHOICE)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            edge = "first" if place == 0 else "last" if place == len(UNITS) - 1 else "middle"
            button.setProperty("segment", edge)
            button.clicked.connect(lambda _on, unit=unit: self._ask(unit))
            self._group.addButton(button)
            self.buttons[unit] = button
            layout.addWidget(button)

    def show_view(self, view: View) -> None:
        """Press the button of the view's unit; requests nothing."""
        self._view = view
        self.buttons[view.unit].setChecked(True)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for unit, button in self.buttons.items():
            button.setText(unit_name(unit))
            button.setAccessibleName(
                translate("window", "Unit: {unit}").format(unit=unit_name(unit))
            )
            button.setToolTip(
                translate("window", "Show information in {unit}").format(unit=unit_name(unit))
            )

    def _ask(self, unit: str) -> None:
        self.view_requested.emit(replace(self._view, unit=unit))
