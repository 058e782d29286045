"""The first thing to be seen: the window's ground and its empty cards, before there is more."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPalette

from xentgui.window.card_sizes import CardSizes
from xentgui.window.workspaces import WORKSPACES

_MENU, _TOOLS, _STATUS, _GAP, _INSET = 20, 58, 31, 14, 4  # design pixels
_BETWEEN = 6  # pixels between two docks, whatever the size of everything


def paint_shell(
    painter: QPainter, room: QRectF, palette: QPalette, zoom: float, sizes: CardSizes | None
) -> None:
    """Paint what the window looks like without words and numbers, and so without fonts.

    The cards have the `sizes` that they had at the last end.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(-1, _MENU * zoom, room.width() + 2, _TOOLS * zoom)
    for card in (bar, *shell_cards(room, zoom, sizes)):
        radius = 0.0 if card is bar else 6 * zoom
        for edge, brush in ((0.0, palette.mid()), (1.0, palette.base())):
            path = QPainterPath()
            path.addRoundedRect(card.adjusted(edge, edge, -edge, -edge), radius, radius)
            painter.fillPath(path, brush)


def shell_cards(room: QRectF, zoom: float, sizes: CardSizes | None) -> list[QRectF]:
    """Return where the cards of a window that fills `room` will be, without their margins."""
    workspace = WORKSPACES["explore"]
    edge, top = round(_GAP * zoom) - _INSET, round((_MENU + _TOOLS) * zoom)
    docks = room.adjusted(edge, top + edge, -edge, -round(_STATUS * zoom) - edge)
    width, height = round(docks.width()) + _BETWEEN, round(docks.height()) + _BETWEEN
    places = (sizes or workspace.sizes).fitted((width, height), workspace.tables[0][0], zoom)
    gap = _INSET + _BETWEEN
    return [
        QRectF(docks.left() + left, docks.top() + above, right - left, below - above).adjusted(
            _INSET, _INSET, -gap, -gap
        )
        for left, above, right, below in places.values()
    ]
