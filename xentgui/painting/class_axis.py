"""The names of classes below a plot: shortened so that they differ, turned, or left out evenly.

What is measured of them is how far down they reach: of names that reach equally far, one will do.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import gt
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.short_names import WHOLE, short_names
from xentgui.painting.fitting_names import (
    LENGTHS,
    LINE,
    MOST_LINES,
    all_broken,
    are_high,
    cut_to_fit,
    draw_lines,
    turned_lines,
    usual_width,
    widest_words,
)
from xentgui.painting.frame import Frame, is_measured
from xentgui.painting.labels import draw_x_name, pushed_inside
from xentgui.painting.parts import as_part
from xentgui.painting.style import Style

_FEW = 24  # so many classes keep their names, shortened, if there is room for a few letters
_AMPLE, _LEAST = 12, 5  # characters of a shortened name: enough for one row, and the fewest
_SIZE, _SMALL, _SMALLEST = 0.92, 0.84, 0.77  # em
_TOP, _HEIGHT, _GAP = 6.0, 18.0, 6.0  # design pixels
_TOP_OF_TWO, _HEIGHT_OF_TWO = 3.0, 13.0
_WIDEST, _LEAST_ROOM = 120.0, 60.0  # design pixels for each of the names that are not left out
_BELOW_TURNED = 1.0  # design pixels
_CLASS = QT_TRANSLATE_NOOP("panels", "class")
_TURNED_ROOM, _ROOM_FOR_CHINESE = 11.5, 14.0  # design pixels a class
_SMALL_CHINESE = 0.77  # em, for less room: these letters are as high as a line, without descenders
_TURNED, _LEAST_TURNED = 90.0, 40.0  # design pixels: the most and the least depth of turned names
_NAME_OF_AXIS, _ROUNDING = 14.0, 0.1  # design pixels below the names
_EDGE = 2.0  # design pixels from the edge of the picture
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_TO_RIGHT = Qt.AlignmentFlag.AlignRight


@as_part("axis", "x")
def draw_class_axis(
    painter: QPainter, frame: Frame, labels: Sequence[str], highlight: int | None
) -> None:
    """Draw names of classes below the plot, always with the highlighted one.

    A few classes have all their names: in one row, in two where that shows more of them, and
    shortened; or in several lines, or turned, where the room below the plot follows from them.  Of
    many, every second, fifth, tenth and so on is named.
    """
    if is_measured(painter) and not painter.below:
        return
    shown = frame.visible(len(labels))
    if shown.stop <= shown.start:
        return
    painter.setPen(frame.style.color(frame.style.theme.ink))
    depth = _draw_names(painter, frame, labels, shown, highlight)
    if frame.style.snug:
        draw_x_name(painter, frame, translate("panels", _CLASS), frame.rect.bottom() + depth)


def _draw_names(
    painter: QPainter, frame: Frame, labels: Sequence[str], shown: slice, highlight: int | None
) -> float:
    """Draw the names, and return how far below the plot they reach."""
    style, count = frame.style, shown.stop - shown.start
    if count <= _FEW:
        one = _fitting(frame, labels, shown, 1, _SIZE)
        two = one if one.length >= _AMPLE else _fitting(frame, labels, shown, 2, _SMALL)
        allowed = _allowed(frame)
        best = two if two.length > one.length and allowed >= _depth(style, 2) else one
        if style.snug and best.length < WHOLE:
            lines = _wrapped(frame, labels, shown)
            if lines is not None and lines.depth(style) <= allowed:
                return _draw_wrapped(painter, frame, shown, lines)
        least = style.px(_LEAST_TURNED)
        is_turned = style.snug and best.length < WHOLE and frame.slot >= style.px(_TURNED_ROOM)
        if is_turned and allowed >= least:
            return _draw_turned(painter, frame, labels, shown, min(allowed, style.px(_TURNED)))
        if best.length >= _LEAST:
            _draw_rows(painter, frame, shown, best)
            return _depth(style, best.rows)
    _draw_some(painter, frame, labels, shown, highlight)
    return style.px(_TOP + _HEIGHT)


class _Names(NamedTuple):
    """Names that fit into `rows` rows, each cut to `length` characters; 0 if none fit."""

    texts: tuple[str, ...]
    length: int
    rows: int
    size: float


def _fitting(frame: Frame, labels: Sequence[str], shown: slice, rows: int, size: float) -> _Names:
    """Return the longest names of the classes `shown` that fit side by side in `rows` rows."""
    rooms, names = _rooms(frame, shown, rows), tuple(labels[shown.start : shown.stop])
    texts, length = cut_to_fit(frame.style, names, shown.start, rooms, size)
    return _Names(texts, length, rows, size)


def _rooms(frame: Frame, shown: slice, rows: int) -> tuple[float, ...]:
    """Return the width that each of the classes `shown` has for its name."""
    most, edge = rows * frame.slot - frame.style.px(_GAP), frame.style.px(_EDGE)
    left, right = frame.outer.left(), frame.outer.right()
    rooms = [most] * (shown.stop - shown.start)
    # A name at the edge is not moved to the inside, where the next one of its row is; those further
    # inside have the whole room.
    for inwards in (range(len(rooms)), range(len(rooms) - 1, -1, -1)):
        for nth in inwards:
            x = frame.x(float(shown.start + nth))
            room = 2 * (min(x - left, right - x) - edge)
            if room >= most:
                break
            rooms[nth] = room
    return tuple(rooms)


class _Lines(NamedTuple):
    """Whole names in lines, and the size of their letters."""

    names: list[list[str]]
    size: float

    def depth(self, style: Style) -> float:
        """Return how far below the plot they reach."""
        return style.px(_TOP + max(map(len, self.names)) * LINE)


def _wrapped(frame: Frame, labels: Sequence[str], shown: slice) -> _Lines | None:
    """Return the whole names in lines, if they fit side by side."""
    classes = range(shown.start, shown.stop)
    names, rooms = short_names(labels, classes, WHOLE), _rooms(frame, shown, 1)
    for size in (_SIZE, _SMALL, _SMALLEST):
        if any(map(gt, widest_words(frame.style, names, size), rooms)):
            continue
        found = all_broken(frame.style, names, rooms, size, MOST_LINES + 1)
        if found is not None:
            return _Lines(found, size)
    return None


def _draw_wrapped(painter: QPainter, frame: Frame, shown: slice, lines: _Lines) -> float:
    style, top = frame.style, frame.rect.bottom() + frame.style.px(_TOP)
    painter.setFont(style.font(lines.size))
    if is_measured(painter):
        line = style.px(LINE)
        painter.keep_row(top + (max(map(len, lines.names)) - 1) * line, line)
        return lines.depth(style)
    for index, name in enumerate(lines.names, shown.start):
        box = QRectF(frame.x(float(index)) - frame.slot / 2, top, frame.slot, 0.0)
        draw_lines(painter, style, box, name, Qt.AlignmentFlag.AlignHCenter)
    return lines.depth(style)


def _draw_rows(painter: QPainter, frame: Frame, shown: slice, names: _Names) -> None:
    style, room = frame.style, names.rows * frame.slot
    top, height = (_TOP, _HEIGHT) if names.rows == 1 else (_TOP_OF_TWO, _HEIGHT_OF_TWO)
    painter.setFont(style.font(names.size))
    if is_measured(painter):
        lowest = style.px(top + (min(names.rows, len(names.texts)) - 1) * height)
        painter.keep_row(frame.rect.bottom() + lowest, style.px(height))
        return
    for nth, text in enumerate(names.texts):
        y = frame.rect.bottom() + style.px(top + nth % names.rows * height)
        box = QRectF(frame.x(float(shown.start + nth)) - room / 2, y, room, style.px(height))
        painter.drawText(box, _CENTER, text)


def _allowed(frame: Frame) -> float:
    """Return how far down names may reach: there is the name of the axis, or the edge."""
    below = frame.style.px(_NAME_OF_AXIS) if frame.style.snug else 0.0
    return frame.outer.bottom() - frame.rect.bottom() - below + _ROUNDING


def _depth(style: Style, rows: int) -> float:
    return style.px(_TOP + _HEIGHT if rows == 1 else _TOP_OF_TWO + 2 * _HEIGHT_OF_TWO)


def _draw_turned(
    painter: QPainter, frame: Frame, labels: Sequence[str], shown: slice, allowed: float
) -> float:
    """Draw all names from below upwards, long ones shortened; return how far down they reach."""
    style, classes = frame.style, range(shown.start, shown.stop)
    room = allowed - style.px(_TOP + _BELOW_TURNED)
    names = tuple(labels[shown.start : shown.stop])
    is_narrow = frame.slot < style.px(_ROOM_FOR_CHINESE)
    size = _SMALL_CHINESE if is_narrow and are_high(names) else _SIZE
    most = min(MOST_LINES, int(frame.slot / style.px(LINE)))
    lines, longest, widest = turned_lines(style, names, shown.start, size, room, max(most, 1))
    depth = style.px(_TOP + _BELOW_TURNED) + widest
    painter.setFont(style.font(size))
    if is_measured(painter):
        painter.keep_hanging(frame.rect.bottom() + style.px(_TOP), longest)
        return depth
    for index, name in zip(classes, lines, strict=False):
        painter.save()
        painter.translate(frame.x(float(index)), frame.rect.bottom() + style.px(_TOP))
        painter.rotate(-90.0)
        high = style.px(LINE) * len(name)
        draw_lines(painter, style, QRectF(-room, -high / 2, room, high), name, _TO_RIGHT)
        painter.restore()
    return depth


def _draw_some(
    painter: QPainter, frame: Frame, labels: Sequence[str], shown: slice, highlight: int | None
) -> None:
    """Draw the names of some classes, evenly spaced, and the one of class `highlight`."""
    style = frame.style
    painter.setFont(style.font(_SIZE))
    top, height = frame.rect.bottom() + style.px(_TOP), style.px(_HEIGHT)
    if is_measured(painter):
        painter.keep_row(top, height)
        return
    ruler, gap = style.ruler(_SIZE), style.px(_GAP)
    step = _class_step(frame, labels, shown, gap)
    indices = [*range(-(-shown.start // step) * step, shown.stop, step)]
    if highlight is not None and shown.start <= highlight < shown.stop:
        indices = [highlight, *(index for index in indices if index != highlight)]
    most = max(frame.slot * step, style.px(_LEAST_ROOM)) - gap
    widest = max(map(ruler.width, texts := short_names(labels, indices, WHOLE)))
    for length in LENGTHS[1:]:
        if widest <= most:
            break
        texts = short_names(labels, indices, length)
        widest = max(map(ruler.width, texts))
    used: list[QRectF] = []
    for index, text in zip(indices, texts, strict=True):
        width = ruler.width(text)
        box = QRectF(frame.x(float(index)) - width / 2 - gap / 2, top, width + gap, height)
        box = pushed_inside(box, frame.outer)
        if not any(box.intersects(other) for other in used[:1] + used[-1:]):
            used.append(box)
            painter.drawText(box, _CENTER, text)


def _class_step(frame: Frame, labels: Sequence[str], shown: slice, gap: float) -> int:
    """Return the step at which classes are named: 1, 2, 5, 10 and so on."""
    style, count = frame.style, shown.stop - shown.start
    sample = range(shown.start, shown.stop, max(1, count // 24))
    some = *labels[sample.start : sample.stop : sample.step], labels[shown.stop - 1]
    # A few long names are shortened, so that the other names need not be left out.
    room = min(usual_width(style, some, sample, _SIZE) + gap, style.px(_WIDEST))
    return 1 if room <= frame.slot else _round_step(room / frame.slot)


def _round_step(least: float) -> int:
    power = 1
    while True:
        for step in (1, 2, 5):
            if step * power >= least:
                return step * power
        power *= 10
