"""Pointing without a press: the mark is highlighted everywhere and read out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
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
        The small card with the numbers of the mark.
    """

    def __init__(
        self,
        widget: QWidget,
        key: str,
        words: Callable[[Mark], ReadOut | None],
        highlighted: Callable[[], Mark | None],
        highlight: Callable[[Mark | None], None],
        extent: Callable[[Mark, QPointF], QRectF | None],
    ) -> None:
        """Serve the panel `key` in `widget`; `words` gives the read-out.

        `extent` returns where a mark at a point is drawn, which the read-out does not cover.
        """
        self.readout = MarkReadout(widget, key, words, extent)
        self._highlighted, self._highlight = highlighted, highlight

    def point_at(self, mark: Mark | None, point: QPointF) -> None:
        """Highlight `mark`, or nothing, and read it out; `point` is in pixels of the panel."""
        if mark != self._highlighted():
            self._highlight(mark)
        self.readout.point_at(mark, point)

    def hide(self) -> None:
        """Hide the read-out; the highlight stays."""
        self.readout.point_at(None, QPointF())

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.readout.show_style(style)

    def refresh(self) -> None:
        """Show the current numbers."""
        self.readout.refresh()
