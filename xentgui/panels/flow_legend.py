"""The legend of the flow: what stands in its circles, and what below them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.subjects import classifier_of
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.style import Style
from xentgui.panels.flow_layout import classes_shown

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LINE = 17.0  # design pixels

_FORWARD = QT_TRANSLATE_NOOP("panels", "forward")
_BACK = QT_TRANSLATE_NOOP("panels", "error")
_IN_CIRCLES = QT_TRANSLATE_NOOP("panels", "numbers in the circles")
_BELOW = QT_TRANSLATE_NOOP("panels", "∂L/∂· below them: from L back to x")
_DASHED = QT_TRANSLATE_NOOP("panels", "numbers in the circles; dashed: a weight below 0")
_SHORT_DASHED = QT_TRANSLATE_NOOP("panels", "in the circles; dashed: below 0")
_OTHERS = QT_TRANSLATE_NOOP(
    "panels", "numbers in the circles, of the weightiest {shown} of {count} classes"
)


def draw_legend(painter: QPainter, style: Style, rect: QRectF, snapshot: Snapshot) -> None:
    """Write the legend at the bottom of `rect`."""
    px, metrics = style.px, style.metrics(0.88, bold=True)
    rows = [
        (translate("panels", _FORWARD), style.theme.ink, translate("panels", _IN_CIRCLES), ""),
        (translate("panels", _BACK), style.theme.accent, translate("panels", _BELOW), ""),
    ]
    if classifier_of(snapshot) is not None:
        words, fewer = translate("panels", _DASHED), translate("panels", _SHORT_DASHED)
        rows[0] = (*rows[0][:2], words, fewer)
    count, shown = len(snapshot.logits), len(classes_shown(snapshot))
    if shown < count:
        more = translate("panels", _OTHERS).format(shown=shown, count=count)
        rows[0] = (*rows[0][:2], more, "")
    wide = max(metrics.horizontalAdvance(word) for word, *_ in rows) + px(12)
    top = rect.bottom() - px(6) - len(rows) * px(_LINE)
    for word, color, text, short in rows:
        painter.setFont(style.font(0.88, bold=True))
        painter.setPen(style.color(color))
        box = QRectF(rect.left() + px(8), top, wide, px(_LINE))
        painter.drawText(box, _LEFT, word)
        painter.setPen(style.color(style.theme.mute))
        room = rect.width() - wide - px(14)
        fits = not short or style.metrics(0.88).horizontalAdvance(text) <= room
        beside = box.translated(wide, 0).adjusted(0, 0, room - wide, 0)
        draw_fitting(painter, style, beside, text if fits else short, 0.88)
        top += px(_LINE)
