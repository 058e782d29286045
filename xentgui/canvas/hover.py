"""Pointing without pressing: what is pointed at is highlighted everywhere and read out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from xentgui.canvas.readout import MarkReadout
from xentgui.model.mark import Mark
from xentgui.painting.style import Style
from xentgui.panels.marks import ReadOut


class Hover:
    """Follows the pointer over one panel.

    Attributes
    ----------
    readout
        The card with the numbers.
    """

    def __init__(
        self,
        widget: QWidget,
        key: str,
        words: Callable[[Mark], ReadOut | None],
        highlighted: Callable[[], Mark | None],
        highlight: Callable[[Mark | None], None],
    ) -> None:
        """Serve the panel `key` in `widget`; `words` are read out, `highlight` asks for it."""
        self.readout = MarkReadout(widget, key, words)
        self._highlighted, self._highlight = highlighted, highlight

    def point_at(self, mark: Mark | None, point: QPointF) -> None:
        """Point at `mark`, or at nothing; `point` is in pixels of the panel."""
        if mark != self._highlighted():
            self._highlight(mark)
        self.readout.point_at(mark, point)

    def hide(self) -> None:
        """Take the read-out away, and leave highlighted what is."""
        self.readout.point_at(None, QPointF())

    def show_style(self, style: Style) -> None:
        """Take on colours and sizes."""
        self.readout.show_style(style)

    def refresh(self) -> None:
        """Say the numbers of now."""
        self.readout.refresh()
