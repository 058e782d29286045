"""The keys of a page, and two small buttons at its corner: they lead from stage to stage."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.icons import icon
from xentgui.painting.style import Style
from xentgui.panels.marked_panel import Way

_STEPS = {
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Backspace: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: None}
_WALKS = {Qt.Key.Key_Up: Way.PREVIOUS, Qt.Key.Key_Down: Way.NEXT}
_BACK = QT_TRANSLATE_NOOP("panels", "Take the last stage back (Backspace)")
_FORWARD = QT_TRANSLATE_NOOP("panels", "Show the next stage (Space)")
_SIDE = 20.0
_INSET_PX = 2


class PageHost(Protocol):
    """What the keys need from a page."""

    def step(self, way: int) -> None:
        """Request one more stage (1) or one fewer (-1)."""
        ...

    def go_to(self, stage: int | None) -> None:
        """Request a number of stages; None for all of them."""
        ...

    def walk(self, way: Way) -> None:
        """Request to highlight the next mark or the one before."""
        ...

    def scroll_step(self, way: int) -> None:
        """Scroll one step down (1) or up (-1)."""
        ...


def page_key_pressed(page: PageHost, event: QKeyEvent, *, staged: bool) -> bool:
    """Act on a key; return whether it has a meaning on this page."""
    key = Qt.Key(event.key())
    if key in _WALKS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        page.scroll_step(1 if _WALKS[key] is Way.NEXT else -1)
    elif staged and key in _STEPS:
        page.step(_STEPS[key])
    elif staged and key in _ENDS:
        page.go_to(_ENDS[key])
    elif key in _WALKS:
        page.walk(_WALKS[key])
    else:
        return False
    return True


def stage_button_name(key: str, way: str) -> str:
    """Return the object name of the button "back" or "forward" of the panel `key`."""
    # The derivation was the only page with stages at first, and names are stable.
    return f"control.stage.{way}" if key == "derivation" else f"control.stage.{key}.{way}"


class StageButtons(QWidget):
    """The buttons are at the bottom right of their page, unless they are placed elsewhere.

    Signals
    -------
    step_requested(int)
        One more stage (1) or one fewer (-1) is requested.
    """

    step_requested = Signal(int)

    def __init__(self, key: str, parent: QWidget) -> None:
        """`key` is that of the panel."""
        super().__init__(parent)
        self._page = parent
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.back, self.forward = QToolButton(self), QToolButton(self)
        for button, name, way in ((self.back, "back", -1), (self.forward, "forward", 1)):
            button.setObjectName(stage_button_name(key, name))
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the page's keys do the same
            button.clicked.connect(lambda *_, way=way: self.step_requested.emit(way))
            layout.addWidget(button)

    def allow(self, *, back: bool, forward: bool) -> None:
        """Enable only the buttons that lead to another stage."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        side = round(style.px(_SIDE))
        for button, name in ((self.back, "step-back"), (self.forward, "step")):
            button.setIcon(icon(name, style.theme))
            button.setIconSize(QSize(side * 3 // 4, side * 3 // 4))
            button.setFixedSize(side, side)
        self.place()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        for button, text in ((self.back, _BACK), (self.forward, _FORWARD)):
            button.setToolTip(translate("panels", text))
            button.setAccessibleName(translate("panels", text))

    def place(self) -> None:
        """Move to the corner of the page, if they are on the page."""
        if self.parentWidget() is not self._page:
            return
        self.adjustSize()
        corner = self._page.rect().bottomRight()
        self.move(corner.x() - self.width() - _INSET_PX, corner.y() - self.height() - _INSET_PX)
