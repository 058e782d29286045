"""The logits: a stem for each class, with a head to drag."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter

from xentgui.language.text import number, translate, typed
from xentgui.model import Snapshot, State
from xentgui.model.view import View
from xentgui.painting.bars import bar_rects, draw_class_bars, draw_envelope, draw_rects, is_dense
from xentgui.painting.class_axis import draw_class_axis
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.ghosts import pinned_name
from xentgui.painting.labels import draw_y_axis
from xentgui.painting.legend import AxisName, Header, Sample, draw_header
from xentgui.painting.mark_labels import Edges, Label, draw_labels, draw_ranked
from xentgui.painting.marks import draw_beyond, draw_handles
from xentgui.painting.ticks import tick_step
from xentgui.painting.turned_numbers import (
    TurnedNumber,
    best_turned,
    draw_turned,
    has_a_number_each,
    has_turned_numbers,
)
from xentgui.panels.accessible_text import classes_in_words
from xentgui.panels.axis_limits import span, within
from xentgui.panels.class_numbers import LOGIT, ClassNumber, NumberMark
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.hidden import hidden_classes, seen_classes, seen_ghosts
from xentgui.panels.labelled_classes import (
    found_slots,
    labelled_classes,
    names_beside,
    spanned,
    with_value,
)
from xentgui.panels.later import LogitsPanel

_ABOVE, _BELOW = ("above", "right"), ("below", "right", "left")
_ROOM_FOR_HEAD = 14.0  # design pixels a class
_BESIDE_STEM = 6.0  # design pixels from the middle of a stem, which is thin
_WIDEST = "−00.000"  # what the widest of most numbers looks like
_HEAD = 6.0  # design pixels: the radius of a head
_LEAST = 3.0  # the axis always shows so much in both directions


def _text_of(logit: float) -> str:
    return typed(logit) if len(typed(logit)) <= 7 else number(logit, 3)


class Logits(ClassPlot, LogitsPanel):
    """Stems at z; a logit of minus infinity is a chevron at the bottom edge."""

    numbers = (LOGIT,)
    hides_singly, hidden_kinds = True, "z"

    def header(self, view: View) -> Header:
        """Return the axis of the logits, and the pinned state."""
        return Header(
            AxisName("z", words=translate("panels", "logit z")),
            tuple(Sample("dots", name) for name in pinned_name(view)),
        )

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return a range that contains 0 and every finite logit."""
        lowest, highest = span(snapshot.logits)
        low, high = min(-_LEAST, lowest), max(_LEAST, highest)
        step = tick_step(low, high, 8)
        bottom, top = math.floor(low / step * 1.02) * step, math.ceil(high / step * 1.02) * step
        return Ranges(-0.5, len(snapshot.logits) - 0.5, bottom, top)

    def slots_found(self, snapshot: Snapshot, view: View) -> np.ndarray:
        """Return the classes that somebody looks for."""
        return found_slots(view, snapshot.state.names, None)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the names."""
        draw_y_axis(painter, frame)
        draw_class_axis(painter, frame, snapshot.state.names, view.highlighted_class)
        draw_header(painter, frame, self.header(view))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return (snapshot.state.names, view.highlighted_class, pinned_name(view))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the stems, their heads and numbers."""
        finite = np.maximum(snapshot.logits, frame.ranges.bottom)
        if is_dense(frame):
            neutral = QBrush(frame.style.color(frame.style.theme.mute))
            draw_envelope(painter, frame, finite, neutral, signed=True)
        else:
            width = min(0.3, frame.style.px(4) / frame.slot)
            others = frame if view.highlighted_class is None else frame.faint
            draw_class_bars(painter, others, finite, width, snapshot.state)
            self._paint_highlighted(painter, frame, finite, snapshot.state, view, width)
            self._paint_heads(painter, frame, snapshot, view)
        self._paint_ghosts(painter, frame, snapshot, view)
        if view.values:
            self._paint_numbers(painter, frame, snapshot, view)

    def _paint_highlighted(
        self,
        painter: QPainter,
        frame: Frame,
        values: np.ndarray,
        state: State,
        view: View,
        width: float,
    ) -> None:
        shown = frame.visible(len(values))
        if (
            view.highlighted_class is not None
            and shown.start <= view.highlighted_class < shown.stop
        ):
            painter.setBrush(frame.style.brush(state.color_of(view.highlighted_class)))
            draw_rects(
                painter, bar_rects(frame, values, width)[view.highlighted_class - shown.start :][:1]
            )

    def _paint_heads(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        if not self.has_handles(frame, view):
            return
        logits, r = snapshot.logits, frame.ranges
        shown = frame.visible(len(logits))
        which, z = np.arange(shown.start, shown.stop), logits[shown]
        inside = (r.bottom <= z) & (z <= r.top)
        if hidden := hidden_classes(view, "z"):
            inside &= ~np.isin(which, list(hidden))
        points = np.stack([frame.centers(len(logits))[inside], frame.y(z[inside])], axis=1)
        draw_handles(
            painter, frame.style, points, which[inside], snapshot.state, view.highlighted_class
        )
        for index in seen_classes(which[~inside].tolist(), view, "z"):
            at = self.place(LOGIT, index, frame, snapshot, view)
            style = frame.style if view.highlighted_class in (None, index) else frame.style.faint
            color = style.theme.class_color(snapshot.state.color_of(index))
            draw_beyond(painter, style, at, color, up=bool(logits[index] > 0))

    def _paint_ghosts(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        painter.setPen(frame.style.pen(frame.style.theme.ink, 1.2, (1.2, 2.4)))
        half = min(frame.slot * 0.28, frame.style.px(16))
        for ghost in seen_ghosts(snapshot, view, "z"):
            if ghost.logits is None or len(ghost.logits) > 400:
                continue
            for index in np.flatnonzero(~np.isnan(ghost.logits)).tolist():
                logit = float(ghost.logits[index])
                x, y = (
                    frame.x(float(index)),
                    frame.y(within(logit, frame.ranges.bottom, frame.ranges.top)),
                )
                painter.drawLine(QPointF(x - half, y), QPointF(x + half, y))

    def _paint_numbers(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        style, labels, ink = frame.style, [], frame.style.theme.ink
        dense, ruler = not has_a_number_each(frame), style.ruler(0.92, bold=True)
        crowded = not dense and frame.slot < style.px(48)
        numbered = seen_classes(labelled_classes(frame, snapshot, view), view, "z")
        names = names_beside(snapshot, numbered) if dense else {}
        taken, near, zero = list[Edges](), style.px(2), frame.y(0.0)
        if dense and not is_dense(frame):  # no label covers one of so few stems
            shown = frame.visible(len(snapshot.logits))
            for index in range(shown.start, shown.stop):
                x, y = self.place(LOGIT, index, frame, snapshot, view).toTuple()
                taken.append((x - near, min(y, zero), x + near, max(y, zero)))
        if has_turned_numbers(style, frame.slot, ruler.width(_WIDEST)):
            self._paint_turned(painter, frame, snapshot, view)
            return
        for index in numbered:
            logit, highlighted = float(snapshot.logits[index]), index == view.highlighted_class
            x, y = self.place(LOGIT, index, frame, snapshot, view).toTuple()
            text = _text_of(logit)
            if dense:
                text = with_value(names[index], text)
            elif crowded and not highlighted:
                others = snapshot.logits[spanned(frame, index, ruler.width(text))]
                further = float(others.max() if logit >= 0 else others.min())
                if further != logit and abs(frame.y(further) - y) > style.px(2):
                    continue
            # A highlighted head is larger, and can have a ring.
            clear = style.px(13 if highlighted else 8)
            sides: tuple[str, ...] = _ABOVE if logit >= 0 else _BELOW
            if crowded and not highlighted:
                sides = sides[:1]
            y = min(y, frame.rect.bottom() - style.px(6))  # a little up, to fit beside the head
            labels.append(Label(text, ink, x, y, clear, sides, backed=True))
        if dense:
            draw_ranked(painter, frame, labels, len(snapshot.logits), taken)
        else:
            draw_labels(painter, frame, labels)

    def _paint_turned(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        """Paint the number of each stem from below upwards, beyond its head."""
        head = frame.style.px(_HEAD if self.has_handles(frame, View()) else 0.0)
        shown, numbers = frame.visible(len(snapshot.logits)), []
        for index in seen_classes(range(shown.start, shown.stop), view, "z"):
            logit = snapshot.logits.item(index)
            x, y = self.place(LOGIT, index, frame, snapshot, View()).toTuple()
            up = logit >= 0.0
            numbers.append(TurnedNumber(_text_of(logit), x, y - head if up else y + head, up=up))
        draw_turned(painter, frame, *best_turned(frame, numbers, frame.y(0.0)))

    def place(
        self, which: ClassNumber, index: int, frame: Frame, snapshot: Snapshot, view: View
    ) -> QPointF:
        """Return the middle of the stem's head."""
        logit = within(float(snapshot.logits[index]), frame.ranges.bottom, frame.ranges.top)
        return QPointF(frame.x(float(index)), frame.y(logit))

    def has_handles(self, frame: Frame, view: View) -> bool:
        """Return whether there is room for a head on each stem."""
        return frame.slot >= frame.style.px(_ROOM_FOR_HEAD)

    def body_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> NumberMark | None:
        """Return the logit whose stem is at `point`."""
        index = self.class_at(frame, snapshot, view, point)
        if index is None or is_dense(frame):
            return None
        ends = self.place(LOGIT, index, frame, snapshot, view).y(), frame.y(0.0)
        beside = min(frame.style.px(_BESIDE_STEM), 0.5 * frame.slot)
        inside = abs(point.x() - frame.x(float(index))) <= beside
        is_stem = inside and min(ends) <= point.y() <= max(ends)
        return NumberMark(LOGIT, index) if is_stem else None

    def value_at(self, frame: Frame, view: View, point: QPointF) -> float:
        """Return the logit at the height of `point`."""
        return frame.y_value(point.y())

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the largest logits."""
        logits = snapshot.logits
        hidden = hidden_classes(view, "z")
        return classes_in_words(snapshot, logits, lambda k: typed(float(logits[k])), hidden)
