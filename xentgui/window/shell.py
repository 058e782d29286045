"""The first thing to be seen: the window's ground and its empty cards, before there is more."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPalette

_MENU, _TOOLS, _STATUS, _GAP, _COLUMN = 20, 58, 30, 14, 368  # design pixels
_TABLES = (0.285, 0.285, 0.43)


def paint_shell(painter: QPainter, room: QRectF, palette: QPalette, zoom: float) -> None:
    """Paint what the window looks like without words and numbers, and so without fonts."""
    gap, top = _GAP * zoom, _MENU * zoom
    bar = QRectF(-1, top, room.width() + 2, _TOOLS * zoom)
    table_cards = room.adjusted(gap, bar.bottom() + gap, 0, -_STATUS * zoom - gap)
    table_cards.setWidth(_COLUMN * zoom)
    panel_cards = room.adjusted(table_cards.right() + gap, table_cards.top(), -gap, 0)
    panel_cards.setBottom(table_cards.bottom())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for card in (bar, *_column(table_cards, gap), *_grid(panel_cards, gap)):
        radius = 0.0 if card is bar else 6 * zoom
        for edge, brush in ((0.0, palette.mid()), (1.0, palette.base())):
            path = QPainterPath()
            path.addRoundedRect(card.adjusted(edge, edge, -edge, -edge), radius, radius)
            painter.fillPath(path, brush)


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
