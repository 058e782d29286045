"""Text that keeps out of the way: thinned on axes, placed without overlap beside marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.frame import Frame
from xentgui.painting.ticks import tick_step, tick_text, ticks

_SHORTENED = 46.0  # design pixels: with less, nothing of a name would be left
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

SMALL = 0.85
"""The size of tick labels, in em."""

_SIZE = 0.92  # of a label beside a mark, in em


def draw_y_axis(painter: QPainter, frame: Frame, *, signed: bool = False) -> None:
    """Draw the quiet horizontal grid with its numbers at the left."""
    style, r = frame.style, frame.ranges
    most = max(2, int(frame.rect.height() / style.px(46)))
    step = tick_step(r.bottom, r.top, most)
    texts = {value: tick_text(value, step, signed=signed) for value in ticks(r.bottom, r.top, most)}
    room = frame.rect.left() - style.px(7) - frame.outer.left()
    painter.setFont(style.font(_fitting(frame, texts.values(), room)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    height = style.px(16)
    for value, text in texts.items():
        y = frame.y(value)
        painter.setPen(style.pen(style.theme.grid if value else style.theme.line, 1.0))
        painter.drawLine(QPointF(frame.rect.left(), y), QPointF(frame.rect.right(), y))
        painter.setPen(style.color(style.theme.mute))
        painter.drawText(QRectF(frame.outer.left(), y - height / 2, room, height), _RIGHT, text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _fitting(frame: Frame, texts: Iterable[str], room: float) -> float:
    """Return the size of tick labels, in em: smaller where the longest would be cut."""
    metrics = frame.style.metrics(SMALL)
    widest = max((metrics.horizontalAdvance(text) for text in texts), default=0.0)
    return SMALL if widest <= room else SMALL * room / widest


def draw_x_axis(painter: QPainter, frame: Frame, title: str = "") -> None:
    """Draw the numbers below the plot, and what they are."""
    style, r = frame.style, frame.ranges
    most = max(2, int(frame.rect.width() / style.px(80)))
    step = tick_step(r.left, r.right, most)
    painter.setFont(style.font(SMALL))
    painter.setPen(style.color(style.theme.mute))
    top, height = frame.rect.bottom() + style.px(5), style.px(16)
    for value in ticks(r.left, r.right, most):
        box = QRectF(frame.x(value) - style.px(40), top, style.px(80), height)
        painter.drawText(box, _CENTER, tick_text(value, step))
    if title:
        box = QRectF(frame.rect.left(), top + height, frame.rect.width(), style.px(18))
        painter.setFont(style.font(0.92))
        painter.drawText(box, _CENTER, title)


def draw_class_axis(
    painter: QPainter, frame: Frame, labels: Sequence[str], highlight: int | None
) -> None:
    """Name the classes below the plot; as many as there is room for, and the one pointed at."""
    style = frame.style
    metrics = style.metrics(0.92)
    shown = frame.visible(len(labels))
    count = shown.stop - shown.start
    if count <= 0:
        return
    gap = style.px(8)
    step = _class_step(frame, labels, shown, gap)
    indices = [*range(-(-shown.start // step) * step, shown.stop, step)]
    if highlight is not None and shown.start <= highlight < shown.stop:
        indices = [highlight, *(index for index in indices if index != highlight)]
    painter.setFont(style.font(0.92))
    painter.setPen(style.color(style.theme.ink))
    top, height = frame.rect.bottom() + style.px(6), style.px(18)
    most = max(frame.slot * step, style.px(60) if step > 1 else 0.0) - gap
    used: list[QRectF] = []
    for index in indices:
        text = labels[index]
        width = metrics.horizontalAdvance(text)
        if width > most:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, max(most, style.px(14)))
            width = metrics.horizontalAdvance(text)
        box = QRectF(frame.x(float(index)) - width / 2 - gap / 2, top, width + gap, height)
        box = _pushed_inside(box, frame.outer)
        if not any(box.intersects(other) for other in used[:1] + used[-1:]):
            used.append(box)
            painter.drawText(box, _CENTER, text)


def _class_step(frame: Frame, labels: Sequence[str], shown: slice, gap: float) -> int:
    """Return the step at which classes are named: 1, 2, 5, 10 and so on."""
    style, count = frame.style, shown.stop - shown.start
    if count <= 12 and frame.slot >= style.px(_SHORTENED):
        return 1  # a few classes each keep their name, shortened
    metrics = style.metrics(0.92)
    sample = labels[shown.start : shown.stop : max(1, count // 24)]
    widest = max(metrics.horizontalAdvance(label) for label in (*sample, labels[shown.stop - 1]))
    room = min(widest + gap, style.px(120))
    return 1 if room <= frame.slot else _round_step(room / frame.slot)


def _pushed_inside(box: QRectF, outer: QRectF) -> QRectF:
    if box.right() > outer.right():
        box.moveRight(outer.right())
    if box.left() < outer.left():
        box.moveLeft(outer.left())
    return box


def _round_step(least: float) -> int:
    power = 1
    while True:
        for step in (1, 2, 5):
            if step * power >= least:
                return step * power
        power *= 10


@dataclass(frozen=True, slots=True)
class Label:
    """A text that belongs to a mark.

    `at` is the mark's centre, `clear` how far the text keeps from it, and `sides` the
    places to try in turn: any of "right", "left", "above", "below",
    "above right", "above left", "below left", "below right", "center".  A `backed` text has
    a veil of the card's colour behind it, to be read over other marks.
    """

    text: str
    color: str
    at: QPointF
    clear: float
    sides: tuple[str, ...]
    bold: bool = True
    backed: bool = False


def draw_labels(
    painter: QPainter, frame: Frame, labels: Sequence[Label], taken: Sequence[QRectF] = ()
) -> None:
    """Draw as many of `labels`, the important first, as fit without overlap.

    `taken` are rectangles that no label may cover.
    """
    style = frame.style
    used = [_edges(box) for box in taken]
    _, top, right, bottom = _edges(frame.outer)
    first = frame.rect.left() - style.px(4)  # left of it stand the numbers of the axis
    bounds = first, top, right, min(bottom, frame.rect.bottom() + style.px(3))
    height = style.px(16)
    for label in labels:
        ruler = style.ruler(_SIZE, bold=label.bold)
        text_width = ruler.width(label.text)
        width = text_width + style.px(2)
        for side in label.sides:
            left, top = _corner(label, side, width, height)
            if side in ("above", "below"):
                left = max(first, min(left, right - width))
            edges = (left, top, left + width, top + height)
            if _leaves(edges, bounds) or _meets(edges, used):
                continue
            used.append(edges)
            if label.backed and style.veiled:
                veil = style.color(style.theme.card, 0.85)
                painter.fillRect(QRectF(left, top, width, height), veil)
            painter.setFont(style.font(_SIZE, bold=label.bold))
            painter.setPen(style.color(label.color))
            # At a point, and not in a box: Qt would measure it once more, which is half the cost.
            start = QPointF(left + (width - text_width) / 2, top + height / 2 + ruler.rise)
            painter.drawText(start, label.text)
            break


_Edges = tuple[float, float, float, float]  # left, top, right, bottom


def _edges(box: QRectF) -> _Edges:
    return box.left(), box.top(), box.right(), box.bottom()


def _leaves(edges: _Edges, bounds: _Edges) -> bool:
    left, top, right, bottom = bounds
    return edges[0] < left or edges[1] < top or edges[2] > right or edges[3] > bottom


def _meets(edges: _Edges, used: Sequence[_Edges]) -> bool:
    left, top, right, bottom = edges
    for other in used:
        if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
            return True
    return False


def _corner(label: Label, side: str, width: float, height: float) -> tuple[float, float]:
    """Return the left and the top of a label at one of its sides."""
    x, y, clear = label.at.x(), label.at.y(), label.clear
    if side == "right":
        return x + clear, y - height / 2
    if side == "left":
        return x - clear - width, y - height / 2
    if side == "above":
        return x - width / 2, y - clear - height
    if side == "below":
        return x - width / 2, y + clear
    if side == "center":
        return x - width / 2, y - height / 2
    if side == "above right":
        return x + clear * 0.75, y - clear * 0.75 - height
    if side == "above left":
        return x - clear * 0.75 - width, y - clear * 0.75 - height
    if side == "below left":
        return x - clear * 0.75 - width, y + clear * 0.75
    if side == "below right":
        return x + clear * 0.75, y + clear * 0.75
    raise ValueError(f"no such side: {side!r}")
