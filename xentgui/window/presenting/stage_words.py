"""The words of the picture for a room: title, loss, caption, and the line at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

from xentgui.language.fields import Piece
from xentgui.language.numbers import loss_in_unit, number
from xentgui.language.text import loss_unit
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.window.presenting.room_style import CAPTION, LOSS
from xentgui.window.presenting.stage_layout import StageLayout
from xentgui.window.presenting.stage_lines import lines_of

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BETWEEN = 0.8  # em between title and loss
_DECIMALS = 4
_BAR, _BAR_AWAY = 2.6, 0.48  # design pixels, and em from the caption


class StageWords(NamedTuple):
    """What is written, in the current language; "" for what is hidden or not there.

    Attributes
    ----------
    title, caption, loss, place, hint
        The texts.
    captions
        All captions of the scene, for which there is room, so that nothing moves from step to step.
    asks
        Whether the caption is a question.
    task, is_done
        What there is to try, or what is said when it is done.
    pieces
        The parts of the caption, with the fields that its numbers come from.
    has_ring
        Whether there is a ring for the time that is left, beside the title.
    as_prepared
        Whether the caption is about the scene as it was prepared, and a what-if is shown: it has a
        bar beside it then.
    """

    title: str
    caption: str
    captions: tuple[str, ...]
    loss: str
    place: str
    hint: str = ""
    asks: bool = False
    task: str = ""
    is_done: bool = False
    pieces: tuple[Piece, ...] = ()
    has_ring: bool = False
    as_prepared: bool = False


class Boxes(NamedTuple):
    """Where title, loss and caption stand."""

    title: QRectF
    loss: QRectF
    caption: QRectF
    ring: QRectF


def loss_text(snapshot: Snapshot, view: View) -> str:
    """Return the loss with its unit."""
    loss = chosen_loss(snapshot.state)
    amount = number(loss_in_unit(snapshot.loss, loss, view.unit), min(view.decimals, _DECIMALS))
    return f"{amount} {loss_unit(loss, view.unit)}".rstrip()


def boxes(words: StageWords, style: Style, room: QRectF) -> Boxes:
    """Return the places of the words in `room`, whose height does not matter."""
    parts = words.title, words.loss, words.captions, words.has_ring
    return _boxes(*parts, style, room.left(), room.top(), room.width())


@lru_cache(maxsize=256)  # several ask in each frame, and for what is to come
def _boxes(
    title: str,
    loss_words: str,
    captions: tuple[str, ...],
    has_ring: bool,  # noqa: FBT001 - a part of the key
    style: Style,
    *edges: float,
) -> Boxes:
    left, top, width = edges
    room = QRectF(left, top, width, 1.0)
    number_box = style.metrics(LOSS, bold=True)
    loss_width = number_box.horizontalAdvance(loss_words) if loss_words else 0.0
    gap = _BETWEEN * style.em if loss_words else 0.0
    ring = number_box.height() if has_ring else 0.0
    beside = max(room.width() - loss_width - gap - ring - (ring and _BETWEEN * style.em), 1.0)
    height = lines_of(title, style, beside, bold=True).height
    if loss_words or has_ring:
        height = max(height, number_box.height())
    above = QRectF(room.left(), room.top(), beside, height)
    loss = QRectF(room.right() - loss_width - 1, room.top(), loss_width + 1, number_box.height())
    heights = (lines_of(one, style, room.width()).height for one in captions)
    below = max(heights, default=0.0)
    around = QRectF(loss.left() - gap - ring, room.top(), ring, ring)
    caption_box = QRectF(room.left(), above.bottom(), room.width(), below)
    return Boxes(above, loss, caption_box, around)


def height_of(words: StageWords, style: Style, width: float) -> float:
    """Return the height that the words take."""
    return boxes(words, style, QRectF(0.0, 0.0, width, 1.0)).caption.bottom()


def changed_region(
    before: StageWords, after: StageWords, style: Style, layout: StageLayout
) -> QRegion:
    """Return what is to be painted where `after` takes the place of `before`."""
    was, places = (boxes(words, style, layout.words) for words in (before, after))
    foot = QRegion(layout.foot.toAlignedRect())
    if was != places or before.title != after.title or before.asks != after.asks:
        return foot.united(layout.words.toAlignedRect())
    region = QRegion()
    if before.loss != after.loss:
        region = region.united(places.loss.toAlignedRect())
    if (before.caption, before.pieces) != (after.caption, after.pieces):
        region = region.united(places.caption.toAlignedRect())
    if before.as_prepared != after.as_prepared:
        for one in (before, after):
            region = region.united(_bar(one, places.caption, style).toAlignedRect())
    below = [(one.place, one.hint, one.task, one.is_done) for one in (before, after)]
    return region if below[0] == below[1] else region.united(foot)


def paint_words(
    painter: QPainter,
    words: StageWords,
    style: Style,
    layout: StageLayout,
    within: QRegion | None = None,
) -> None:
    """Write title, loss, caption, and the line at the bottom, or only what is `within` a region."""
    theme, places = style.theme, boxes(words, style, layout.words)

    def is_wanted(box: QRectF) -> bool:
        return within is None or within.intersects(box.toAlignedRect())

    if is_wanted(places.title):
        painter.setPen(style.color(theme.ink))
        painter.setFont(style.font(CAPTION, bold=True))
        lines_of(words.title, style, places.title.width(), bold=True).draw(painter, places.title)
    if words.loss and is_wanted(places.loss):
        painter.setPen(style.color(theme.ink))
        painter.setFont(style.font(LOSS, bold=True, number=True))
        # On the baseline of its digits: the font of a unit in Chinese would push them down.
        down = style.metrics(LOSS, bold=True).ascent()
        painter.drawText(places.loss.topLeft() + QPointF(0.0, down), words.loss)
    if is_wanted(places.caption):
        painter.setPen(style.color(theme.ink if words.asks else theme.mute))
        painter.setFont(style.font(CAPTION))
        lines_of(words.caption, style, places.caption.width()).draw(painter, places.caption)
    bar = _bar(words, places.caption, style)
    if words.as_prepared and is_wanted(bar):
        painter.fillRect(bar, style.color(theme.accent))
    if is_wanted(layout.foot):
        _paint_foot(painter, words, style, layout)


def _bar(words: StageWords, caption: QRectF, style: Style) -> QRectF:
    """Return the place of the bar in the margin beside the caption."""
    left, high = caption.left() - _BAR_AWAY * style.em, caption.height()
    high = min(lines_of(words.caption, style, caption.width()).height, high)
    return QRectF(left, caption.top(), style.px(_BAR), high)


def _paint_foot(painter: QPainter, words: StageWords, style: Style, layout: StageLayout) -> None:
    theme = style.theme
    painter.setPen(style.color(theme.mute))
    painter.setFont(style.font())
    painter.drawText(layout.foot, _LEFT, words.place)
    taken = style.metrics().horizontalAdvance(words.place) + 2 * style.em
    if words.task:
        room = layout.foot.adjusted(taken - style.em, 0, 0, 0)
        painter.setFont(style.font(1.0, bold=words.is_done))
        painter.setPen(style.color(theme.accent if words.is_done else theme.ink))
        metrics = style.metrics(1.0, bold=words.is_done)
        painter.drawText(
            room,
            _LEFT,
            metrics.elidedText(words.task, Qt.TextElideMode.ElideRight, room.width()),
        )
        taken += metrics.horizontalAdvance(words.task) + style.em
        painter.setFont(style.font())
        painter.setPen(style.color(theme.mute))
    if style.metrics().horizontalAdvance(words.hint) <= layout.foot.width() - taken:
        painter.drawText(layout.foot, _RIGHT, words.hint)


def paint_ring(painter: QPainter, box: QRectF, left: float, style: Style) -> None:
    """Paint the time that is left as a ring, which closes when it is over."""
    inner = box.adjusted(*(style.px(one) for one in (4, 4, -4, -4)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.pen(style.theme.line, 4.0))
    painter.drawEllipse(inner)
    painter.setPen(style.pen(style.theme.accent if left > 0.0 else style.theme.warning, 4.0))
    turn = -left if left > 0.0 else 1.0
    painter.drawArc(inner, 90 * 16, round(turn * 360 * 16))


def place_text(scene: int, count: int, aside: Sequence[str]) -> str:
    """Return where the lecture is, and which panels have no room."""
    return f"{scene + 1} / {count}" + " ▸" * bool(aside)
