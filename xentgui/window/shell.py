"""The first thing to be seen: the window's ground and its empty cards, before there is more."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from xentgui.painting.style import Style

_MENU, _TOOLS, _STATUS, _GAP, _COLUMN = 20, 58, 30, 14, 368  # design pixels
_TABLES = (0.285, 0.285, 0.43)


def paint_shell(painter: QPainter, room: QRectF, style: Style) -> None:
    """Paint what the window looks like without words and numbers."""
    theme, gap = style.theme, style.px(_GAP)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(room, QColor(theme.window))
    painter.setPen(QPen(QColor(theme.line), 1.0))
    painter.setBrush(QColor(theme.card))
    top = style.px(_MENU)
    painter.drawRect(QRectF(-1, top + 0.5, room.width() + 2, style.px(_TOOLS)))
    top += style.px(_TOOLS)
    table_cards = room.adjusted(gap, top + gap, 0, -style.px(_STATUS) - gap)
    table_cards.setWidth(style.px(_COLUMN))
    panel_cards = room.adjusted(table_cards.right() + gap, top + gap, -gap, 0)
    panel_cards.setBottom(table_cards.bottom())
    for card in (*_column(table_cards, gap), *_grid(panel_cards, gap)):
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), style.px(6), style.px(6))


def _column(room: QRectF, gap: float) -> list[QRectF]:
    cards, top, height = [], room.top(), room.height() - 2 * gap
    for part in _TABLES:
        cards.append(QRectF(room.left(), top, room.width(), height * part))
        top += height * part + gap
    return cards


def _grid(room: QRectF, gap: float) -> list[QRectF]:
    width, height = (room.width() - gap) / 2, (room.height() - gap) / 2
    corners = (
        (room.left() + column * (width + gap), room.top() + row * (height + gap))
        for column in range(2)
        for row in range(2)
    )
    return [QRectF(x, y, width, height) for x, y in corners]
