"""Where things are inside a cell; painter, header and editor agree on it."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from xentgui.painting.style import Style
from xentgui.tables.column import TableColumn

EDGE = 10.0  # design pixels, from a cell's side to what is in it
DOT = 10.0  # the diameter of a class's dot
GAP = 8.0  # between dot and name
BOX_SIDE = 4.0  # from a cell's side to the box that can be typed in
BOX_TOP = 4.0
BOX_INSET = 8.0  # from the box's side to its text
RADIUS = 5.0


def row_height(style: Style) -> int:
    """Return the height of a row: a line of text in a box, with air around."""
    return round(style.metrics().height() + style.px(2 * BOX_TOP + 8))


def least_row_height(style: Style) -> int:
    """Return the height of a row where there is little room: with hardly any air."""
    return round(style.metrics().height() + style.px(8))


def name_left(style: Style) -> float:
    """Return where a name begins, from the left of its cell."""
    return style.px(EDGE + DOT + GAP)


def box(style: Style, cell: QRectF) -> QRectF:
    """Return the rounded box of a cell that holds a typed number."""
    side, top = style.px(BOX_SIDE), _top(style, cell)
    return cell.adjusted(side, top, -side, -top)


def _top(style: Style, cell: QRectF) -> float:
    """Return how far a box is from the top of its cell: less in a low row, as is its own air."""
    return min(style.px(BOX_TOP), (cell.height() - style.metrics().height()) / 4)


def name_box(style: Style, cell: QRectF) -> QRectF:
    """Return where a name is edited: beside its dot."""
    left, top = name_left(style) - style.px(BOX_INSET / 2), _top(style, cell)
    return cell.adjusted(left, top, -style.px(BOX_SIDE), -top)


def frame(style: Style, column: TableColumn, cell: QRectF) -> QRectF:
    """Return where a cell is outlined and edited."""
    return name_box(style, cell) if column.is_name else box(style, cell)


def text_right(style: Style, *, boxed: bool) -> float:
    """Return how far from the right of its cell a number ends."""
    return style.px(BOX_SIDE + BOX_INSET if boxed else EDGE)
