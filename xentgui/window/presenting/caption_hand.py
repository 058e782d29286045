"""The hand on a caption: which of its numbers can be dragged, and the one that is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF
from PySide6.QtGui import QMouseEvent, QPainter

from xentgui.language.fields import Field
from xentgui.painting.style import Style
from xentgui.window.presenting.caption_drag import CaptionDrag, can_drag, is_press
from xentgui.window.presenting.caption_places import number_places
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.stage_layout import StageLayout
from xentgui.window.presenting.stage_words import StageWords, boxes


class CaptionHand:
    """Takes the pointer where a number of a caption stands."""

    def __init__(self, lecture: Lecture) -> None:
        self._lecture = lecture
        self._drag: CaptionDrag | None = None

    def draggable(
        self, words: StageWords, style: Style, layout: StageLayout | None
    ) -> list[tuple[Field, QRectF]]:
        """Return the numbers that can be dragged, and where they stand."""
        if layout is None or not any(one.field for one in words.pieces):
            return []
        if "".join(one.text for one in words.pieces) != words.caption:
            return []  # it is not shown now
        box = boxes(words, style, layout.words).caption
        found = number_places(words.pieces, style, box)
        return [(field, where) for field, where in found if can_drag(field, self._lecture)]

    def at(self, places: list[tuple[Field, QRectF]], point: QPointF) -> Field | None:
        """Return the number at `point`."""
        return next((field for field, where in places if where.contains(point)), None)

    def handles(self, event: QMouseEvent, places: list[tuple[Field, QRectF]], style: Style) -> bool:
        """Move a number with the pointer; return whether the event belonged to it."""
        if self._drag is not None:
            if event.type() == QEvent.Type.MouseMove:
                self._drag.moved(event)
            elif event.type() == QEvent.Type.MouseButtonRelease:
                self._drag.ended()
                self._drag = None
            return True
        held = self.at(places, event.position()) if is_press(event) else None
        if held is None:
            return False
        self._drag = CaptionDrag(self._lecture, held, event.position(), style.em)
        return True


def underline(painter: QPainter, places: list[tuple[Field, QRectF]], style: Style) -> None:
    """Draw a dotted line below each number that can be dragged."""
    painter.setPen(style.pen(style.theme.accent, 1.4, (1.6, 1.6)))
    for _, where in places:
        low = where.bottom() - style.px(1.0)
        painter.drawLine(QLineF(where.left(), low, where.right(), low))
