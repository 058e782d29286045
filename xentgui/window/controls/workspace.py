"""The workspaces, as buttons of which one is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from xentgui.commands.view import WORKSPACE
from xentgui.language.text import plain
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
