"""The buttons for the methods of a walk: gradient, momentum and Newton."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.walk import Method, Walk
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
class MethodRow(QWidget):
    """Shows which method is chosen.

    Signals
    -------
    chosen(str)
        The key of the method that somebody wants.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMinimumWidth(1)
        row, group = QHBoxLayout(self), QButtonGroup(self)
        row.setSpacing(0)
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons = {key: self._button(key) for key in _METHODS}
        for button in self._buttons.values():
            row.addWidget(button, 1)
            group.addButton(button)

    @property
    def wanted_width(self) -> int:
        """The width at which every name is whole."""
        return sum(button.sizeHint().width() for button in self._buttons.values())

    def show_walk(self, walk: Walk) -> None:
        """Mark the method of `walk`."""
        momentum = "momentum" if walk.momentum else "gradient"
        self._buttons["newton" if walk.method is Method.NEWTON else momentum].setChecked(True)

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for key, (name, tip) in _METHODS.items():
            self._buttons[key].setText(translate("descent", name))
            self._buttons[key].setToolTip(translate("descent", tip))

    def _button(self, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"descent.method.{key}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(button.sizePolicy().Policy.Expanding, button.sizePolicy().Policy.Fixed)
        ends = {"gradient": "first", "newton": "last"}
        button.setProperty("segment", ends.get(key, "middle"))
        button.clicked.connect(lambda _on: self.chosen.emit(key))
        return button


def walk_by(key: str, walk: Walk) -> Walk:
    """Return `walk` by the method `key`; momentum is the usual one if it was 0."""
    momentum = walk.momentum or _USUAL_MOMENTUM if key == "momentum" else 0.0
    method = Method.NEWTON if key == "newton" else Method.GRADIENT
    return walk._replace(method=method, momentum=momentum)
