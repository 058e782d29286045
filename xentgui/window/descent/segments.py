"""Buttons beside each other of which one is chosen, such as those for the methods of a walk."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.recipes import Method, Walk
from xentgui.painting.accessibility import CHOICE, give_role
from xentgui.painting.handlers import guarded

_METHODS = {
    "gradient": (
        QT_TRANSLATE_NOOP("descent", "Gradient"),
        QT_TRANSLATE_NOOP("descent", "Each step is −η·∂L/∂z"),
    ),
    "momentum": (
        QT_TRANSLATE_NOOP("descent", "Momentum"),
        QT_TRANSLATE_NOOP("descent", "Each step takes the share β of the one before along"),
    ),
    "newton": (
        QT_TRANSLATE_NOOP("descent", "Newton"),
        QT_TRANSLATE_NOOP(
            "descent",
            "Each step goes where the curvature puts the minimum, halved until the loss falls",
        ),
    ),
}
_USUAL_MOMENTUM = 0.9


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


class MethodRow(Segments):
    """Shows which method is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("descent.method", _METHODS, parent)

    def show_walk(self, walk: Walk) -> None:
        """Mark the method of `walk`."""
        momentum = "momentum" if walk.momentum else "gradient"
        self.show_chosen("newton" if walk.method is Method.NEWTON else momentum)


def walk_by(key: str, walk: Walk) -> Walk:
    """Return `walk` by the method `key`; momentum is the usual one if it was 0."""
    momentum = walk.momentum or _USUAL_MOMENTUM if key == "momentum" else 0.0
    method = Method.NEWTON if key == "newton" else Method.GRADIENT
    return walk._replace(method=method, momentum=momentum)
