"""Where the rows of *Where it rests* have their dots, and how their words are written."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model import Snapshot
from xentgui.painting.fitting_text import draw_fitting, fitting_size
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.panels.rest_rows import RestRow, drawn_classes

_SIZE = 0.85  # em
_NEAR, _APART = 5.0, 9.0  # design pixels: of dots that would hide each other, and between them
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def places_in_row(
    frame: Frame, snapshot: Snapshot, nth: int, values: np.ndarray
) -> dict[int, QPointF]:
    """Return where the dots of a row are, by class; dots at the same x are spread up and down."""
    y, near, found = height_of_row(frame, nth), frame.style.px(_NEAR), dict[int, QPointF]()
    along = sorted((frame.x(float(values[index])), index) for index in drawn_classes(snapshot))
    heaps: list[list[tuple[float, int]]] = []
    for x, index in along:
        if heaps and x - heaps[-1][-1][0] < near:
            heaps[-1].append((x, index))
        else:
            heaps.append([(x, index)])
    for heap in heaps:
        step = min(frame.style.px(_APART), 0.7 * frame.lift / len(heap))
        for place, (x, index) in enumerate(sorted(heap, key=lambda one: one[1])):
            found[index] = QPointF(x, y + (place - (len(heap) - 1) / 2) * step)
    return dict(sorted(found.items()))


def height_of_row(frame: Frame, nth: int) -> float:
    """Return the y of a row, counted from the top; 0 is the target's."""
    return frame.y(frame.ranges.top - nth - 0.5)


def beside_row(frame: Frame, nth: int) -> QRectF:
    """Return the room for the name of a row."""
    style, y = frame.style, height_of_row(frame, nth)
    left = frame.outer.left() + style.px(8)
    wide = frame.rect.left() - style.px(14) - left
    return QRectF(left, y - style.px(8), wide, style.px(16))


def size_of_names(style: Style, rows: Sequence[RestRow], room: float) -> float:
    """Return the size of the names of all losses, in em, in which each has its `room`."""
    return min(
        fitting_size(style, (row.name + row.values,), room, _SIZE, bold=row.is_chosen)
        for row in rows
    )


def write_loss(
    painter: QPainter, style: Style, box: QRectF, row: RestRow, size: float, color: str
) -> None:
    """Write the name of a loss; where it is too long, its end gives way, not the parameter."""
    metrics = style.metrics(size, bold=row.is_chosen)
    room = box.width() - metrics.horizontalAdvance(row.values)
    name = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, room)
    painter.setFont(style.font(size, bold=row.is_chosen))
    painter.setPen(style.color(color))
    painter.drawText(box, _LEFT, name + row.values)


def write_words(
    painter: QPainter,
    style: Style,
    box: QRectF,
    words: str,
    color: str,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = _LEFT,
) -> None:
    """Write `words` into `box`, in smaller letters if there is no room."""
    painter.setPen(style.color(color))
    draw_fitting(painter, style, box, words, _SIZE, bold=bold, align=align)
