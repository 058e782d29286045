"""Keys on a page: they go from stage to stage, from mark to mark, and scroll."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from xentgui.panels.marks import Way

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
