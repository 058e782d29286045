"""The geometry of a cell, for the painter, the header and the editor."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from xentgui.painting.style import Style
from xentgui.tables.column import TableColumn

EDGE = 10.0  # design pixels, from a cell's side to its content
DOT = 10.0  # the diameter of a class's dot
GAP = 8.0  # between dot and name
BOX_SIDE = 4.0  # from a cell's side to the box of an editable number
BOX_TOP = 4.0
BOX_INSET = 8.0  # from the box's side to its text
RADIUS = 5.0


def row_height(style: Style) -> int:
    """Return the height of a row: a line of text in a box, with a margin."""
    return round(style.metrics().height() + style.px(2 * BOX_TOP + 8))


def least_row_height(style: Style) -> int:
    """Return the height of a row with nearly no margin, if there is little room."""
    return round(style.metrics().height() + style.px(5))


def name_left(style: Style) -> float:
    """Return the distance of a name from the left of its cell."""
    return style.px(EDGE + DOT + GAP)


def box(style: Style, cell: QRectF) -> QRectF:
    """Return the rectangle of the rounded box around an editable number."""
    side, top = style.px(BOX_SIDE), _top(style, cell)
    return cell.adjusted(side, top, -side, -top)


def _top(style: Style, cell: QRectF) -> float:
    """Return the distance of a box from the top of its cell, which is smaller in a low row."""
    return min(style.px(BOX_TOP), (cell.height() - style.metrics().height()) / 4)


def name_box(style: Style, cell: QRectF) -> QRectF:
    """Return the rectangle of the editor of a name, which is beside its dot."""
    left, top = name_left(style) - style.px(BOX_INSET / 2), _top(style, cell)
    return cell.adjusted(left, top, -style.px(BOX_SIDE), -top)


def frame(style: Style, column: TableColumn, cell: QRectF) -> QRectF:
    """Return the rectangle of a cell's outline and editor."""
    return name_box(style, cell) if column.is_name else box(style, cell)


def text_right(style: Style, *, boxed: bool) -> float:
    """Return the distance of a number from the right of its cell."""
    return style.px(BOX_SIDE + BOX_INSET if boxed else EDGE)
