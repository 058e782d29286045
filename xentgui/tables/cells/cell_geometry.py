"""The geometry of a cell, for the painter, the header and the editor; and the widths of columns."""

from __future__ import annotations

from collections.abc import Sequence

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


def column_widths(needed: Sequence[int], least: Sequence[int], available: int) -> list[int]:
    """Return whole widths that fill `available`, if that is possible.

    Columns get the width that they need and share the remaining room equally.  If there is too
    little, they shrink towards `least` in proportion.  If even that is too wide, the table scrolls.

    >>> column_widths([50, 50], [30, 40], 120), column_widths([50, 50], [30, 40], 85)
    ([60, 60], [40, 45])
    >>> column_widths([50, 50], [30, 40], 10)
    [30, 40]
    """
    total, floor = sum(needed), sum(least)
    if available >= total:
        gains: list[float] = [(available - total) / len(needed)] * len(needed)
        exact = [need + gain for need, gain in zip(needed, gains, strict=True)]
    elif available > floor:
        kept = (available - floor) / (total - floor)
        exact = [low + kept * (need - low) for need, low in zip(needed, least, strict=True)]
    else:
        return list(least)
    # The running sum is rounded, not the parts, so that the widths add up to `available`.
    widths, edge, position = [], 0, 0.0
    for width in exact:
        position += width
        widths.append(round(position) - edge)
        edge = round(position)
    return widths
