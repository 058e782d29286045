"""Buttons beside each other of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from xentgui.language.text import translate
from xentgui.painting.accessibility import CHOICE, give_role
from xentgui.painting.handlers import guarded


@guarded
class Segments(QWidget):
    """Shows which of some words is chosen.

    Signals
    -------
    chosen(str)
        The key of the word that somebody wants.
    """

    chosen = Signal(str)

    def __init__(self, name: str, words: Mapping[str, tuple[str, str]], parent: QWidget) -> None:
        """`words` are a name and a tip by key, in the context "descent".

        Objects are named ``<name>.<key>``.
        """
        super().__init__(parent)
        self._name, self._words = name, words
        self.setMinimumWidth(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row, group = QHBoxLayout(self), QButtonGroup(self)
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons = {key: self._button(key) for key in words}
        for button in self._buttons.values():
            row.addWidget(button, 1)
            group.addButton(button)

    @property
    def wanted_width(self) -> int:
        """The width at which every name is whole."""
        return sum(button.sizeHint().width() for button in self._buttons.values())

    def show_chosen(self, key: str) -> None:
        """Mark the word `key`."""
        self._buttons[key].setChecked(True)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for key, (name, tip) in self._words.items():
            self._buttons[key].setText(translate("descent", name))
            self._buttons[key].setToolTip(translate("descent", tip))

    def _button(self, key: str) -> QToolButton:
        button, keys = QToolButton(self), list(self._words)
        button.setObjectName(f"{self._name}.{key}")
        button.setCheckable(True)
        give_role(button, CHOICE)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # In a row of its own height: a word in another script needs more than the others.
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        ends = {keys[0]: "first", keys[-1]: "last"}
        button.setProperty("segment", ends.get(key, "middle"))
        button.clicked.connect(lambda _on: self.chosen.emit(key))
        return button
