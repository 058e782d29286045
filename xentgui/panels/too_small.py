"""What a plot shows where it would be too small to be read: a sentence, and its numbers as text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style

_TOO_SMALL = QT_TRANSLATE_NOOP("panels", "Too small to read: enlarge")
_PAD, _LINE, _SIZE = 8.0, 18.0, 0.92  # design pixels, and em
_PLAIN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def draw_too_small(painter: QPainter, style: Style, rect: QRectF, words: str) -> None:
    """Write the sentence, and below it as many of the numbers in `words` as there is room for."""
    metrics, pad, line = style.metrics(_SIZE), style.px(_PAD), style.px(_LINE)
    room = rect.adjusted(pad, pad / 2, -pad, -pad / 2)
    painter.setFont(style.font(_SIZE))
    color = style.theme.mute
    parts = words.replace("；", "; ").split("; ")  # in Chinese, too, each of them has a line
    for at, text in enumerate((translate("panels", _TOO_SMALL), *parts)):
        box = QRectF(room.left(), room.top() + at * line, room.width(), line)
        if at and box.bottom() > room.bottom():
            break
        painter.setPen(style.color(color))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _PLAIN, elided)
        color = style.theme.ink
