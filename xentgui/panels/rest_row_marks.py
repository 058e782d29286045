"""The rows of *Where it rests*: where their dots and words stand, the dots of each loss, and the classes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.short_names import names_that_fit
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting, fitting_size
from xentgui.painting.frame import Frame
from xentgui.painting.marks import draw_dot
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import within
from xentgui.panels.rest_rows import WITHOUT, RestRow, drawn_classes, verdict
from xentgui.panels.share_mark import shares_of

_SIZE = 0.85  # em
_NEAR, _APART = 5.0, 9.0  # design pixels: of dots that would hide each other, and between them
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LONGEST_NAME, _NAME_SHARE = 110.0, 0.3  # of a class: design pixels, and of the picture
_CENTER = Qt.AlignmentFlag.AlignCenter


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


def paint_row(
    painter: QPainter,
    frame: Frame,
    snapshot: Snapshot,
    view: View,
    nth: int,
    row: RestRow,
) -> None:
    """Paint the dots of a loss with its verdict, or why it has none."""
    style, y, lit = frame.style, height_of_row(frame, nth), view.highlighted_class
    p = row.rest.probabilities
    if p is None:
        words = translate("panels", WITHOUT[row.rest.reach])
        wide = style.metrics(0.85).horizontalAdvance(words) + style.px(8)
        room = frame.rect.width()
        if wide > room:  # nothing stands beside it
            room = frame.outer.right() - style.px(6) - frame.rect.left()
        place = QRectF(frame.rect.left(), y - style.px(8), room, style.px(16))
        wide = min(wide, room)
        veil = QRectF(place.center().x() - wide / 2, place.top(), wide, place.height())
        painter.fillRect(veil, style.color(style.theme.card, 0.9))
        write_words(painter, style, place, words, style.theme.mute, align=_CENTER)
        return
    for index, at in reversed(places_in_row(frame, snapshot, nth, p).items()):
        own = style if lit in (None, index) else style.faint
        color = own.theme.class_color(snapshot.state.color_of(index))
        draw_dot(painter, style, at, color, active=index == lit)
    words, is_off = verdict(row.rest, shares_of(snapshot))
    left = frame.rect.right() + style.px(10)
    place = QRectF(left, y - style.px(8), frame.outer.right() - left, style.px(16))
    write_words(painter, style, place, words, style.theme.warning if is_off else style.theme.mute)


def paint_classes(
    painter: QPainter, frame: Frame, snapshot: Snapshot, shown: tuple[int, ...]
) -> None:
    """Write the names of the classes above their targets, as far as none covers another."""
    style, taken = frame.style, list[QRectF]()
    metrics, shares = style.metrics(0.85, bold=True), shares_of(snapshot)
    room = max(style.px(_LONGEST_NAME), _NAME_SHARE * frame.outer.width())
    names = names_that_fit(
        snapshot.state.labels,
        shown,
        lambda names: all(metrics.horizontalAdvance(one) <= room for one in names),
    )
    named = dict(zip(shown, names, strict=True))
    for index in sorted(shown, key=lambda one: -shares[one]):
        words = named[index]
        wide, x = metrics.horizontalAdvance(words) + style.px(4), frame.x(float(shares[index]))
        left = within(x - wide / 2, frame.outer.left(), frame.outer.right() - wide)
        box = QRectF(left, height_of_row(frame, 0) - style.px(31), wide, style.px(16))
        if any(box.intersects(one) for one in taken):
            continue
        taken.append(box)
        color = style.theme.class_color(snapshot.state.color_of(index))
        write_words(painter, style, box, words, color, bold=True, align=_CENTER)
