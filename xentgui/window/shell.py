"""The shell, which is visible first: the window's background and its empty cards."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPalette

from xentgui.window.arrangements import FIRST
from xentgui.window.card_room import INSET_PX, seats
from xentgui.window.card_sizes import CardSizes
from xentgui.window.workspaces import WORKSPACES

_MENU, _TOOLS, _STATUS, _GAP = 20, 58, 31, 14  # design pixels
_BETWEEN = 6  # pixels between two docks, whatever the size of everything


def paint_shell(
    painter: QPainter,
    room: QRectF,
    palette: QPalette,
    zoom: float,
    sizes: CardSizes | None,
    workspace: str,
) -> None:
    """Paint the window without texts and numbers, and so without fonts.

    The cards have the `sizes` from the last end of the program.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = QRectF(-1, _MENU * zoom, room.width() + 2, _TOOLS * zoom)
    for card in (bar, *shell_cards(room, zoom, sizes, workspace)):
        radius = 0.0 if card is bar else 6 * zoom
        for edge, brush in ((0.0, palette.mid()), (1.0, palette.base())):
            path = QPainterPath()
            path.addRoundedRect(card.adjusted(edge, edge, -edge, -edge), radius, radius)
            painter.fillPath(path, brush)


def shell_cards(
    room: QRectF, zoom: float, sizes: CardSizes | None, key: str = FIRST
) -> list[QRectF]:
    """Return the places of the cards of a window of size `room`, without their margins."""
    workspace = WORKSPACES.get(key, WORKSPACES[FIRST])
    edge, top = round(_GAP * zoom) - INSET_PX, round((_MENU + _TOOLS) * zoom)
    docks = room.adjusted(edge, top + edge, -edge, -round(_STATUS * zoom) - edge)
    width, height = round(docks.width()) + _BETWEEN, round(docks.height()) + _BETWEEN
    found = seats(
        sizes or workspace.sizes,
        (width, height),
        workspace.tables[0][0],
        zoom,
        _BETWEEN,
        workspace.order,
    )
    gap = INSET_PX + _BETWEEN
    return [
        QRectF(docks.left() + left, docks.top() + above, right - left, below - above).adjusted(
            INSET_PX, INSET_PX, -gap, -gap
        )
        for left, above, right, below in found.places.values()
    ]
