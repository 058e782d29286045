"""The buttons that go along a run: to its start, back, play, a step, and to its end."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from xentgui.language.text import translate
from xentgui.painting import icons
from xentgui.painting.style import Style


class Actions(Protocol):
    """The commands, by key."""

    def __getitem__(self, key: str) -> QAction: ...


class Transport(QHBoxLayout):
    """A button for each of some commands; the one that plays has a text, and is wider."""

    def __init__(
        self,
        card: str,
        keys: tuple[str, ...],
        actions: Actions,
        names: tuple[str, str],
        parent: QWidget,
    ) -> None:
        """Make the buttons; the third of `keys` plays, and `names` say so, and that it pauses.

        Objects are named ``<card>.<key>``.
        """
        super().__init__()
        self._names, self._plays = names, False
        self._style: Style | None = None
        self._action = actions[keys[2]]
        self.buttons = {key: self._button(card, key, actions[key], parent) for key in keys}
        self.play = self.buttons[keys[2]]
        for button in self.buttons.values():
            self.addWidget(button, 3 if button is self.play else 1)

    def _button(self, card: str, key: str, action: QAction, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        if action is self._action:  # it has another text and icon while it plays
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.clicked.connect(lambda _on: action.trigger())
        else:
            button.setDefaultAction(action)
        button.setObjectName(f"{card}.{key}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        button.setAutoRepeat(key.endswith((".step", ".back")))
        return button

    def show_plays(self, *, plays: bool) -> None:
        """Show whether it plays."""
        self._plays = plays
        play, pause = self._names
        self.play.setText(translate("descent", pause if plays else play))
        self.play.setAccessibleName(self.play.text())
        self.play.setToolTip(self._action.toolTip())
        if self._style is not None:
            self.play.setIcon(icons.icon("pause" if plays else "play", self._style.theme))

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self.setSpacing(round(style.px(4)))
        side = round(style.em * 1.2)
        for button in self.buttons.values():
            button.setIconSize(QSize(side, side))
        self.show_plays(plays=self._plays)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.show_plays(plays=self._plays)
