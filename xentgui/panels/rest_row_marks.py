"""What the rows of *Where it rests* show: the dots of each loss, and the classes above the target's."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.short_names import names_that_fit
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.marks import draw_dot
from xentgui.panels.axis_limits import within
from xentgui.panels.rest_row_places import height_of_row, places_in_row, write_words
from xentgui.panels.rest_rows import WITHOUT, RestRow, verdict
from xentgui.panels.share_mark import shares_of

_LONGEST_NAME, _NAME_SHARE = 110.0, 0.3  # of a class: design pixels, and of the picture
_CENTER = Qt.AlignmentFlag.AlignCenter


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
