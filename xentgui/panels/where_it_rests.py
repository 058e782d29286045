"""Where it rests: the same target, and the probabilities at which each loss is least."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.settings_of_state import values_of
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis
from xentgui.painting.marks import draw_dot, draw_handle
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.choice import Choice
from xentgui.panels.class_numbers import TARGET
from xentgui.panels.later import WhereItRestsPanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.rest_row_marks import (
    beside_row,
    height_of_row,
    paint_classes,
    paint_row,
    places_in_row,
    size_of_names,
    write_loss,
    write_words,
)
from xentgui.panels.rest_rows import (
    SHARES,
    WITHOUT,
    drawn_classes,
    listed,
    rest_rows,
    verdict,
)
from xentgui.panels.share_mark import ShareHold, ShareMark, nudged_share, shares_of
from xentgui.panels.shown_losses import choice_of_losses, drawn_losses

_NAMES, _WORDS = 150.0, 92.0  # design pixels beside the plot: for the losses, and for what is said
_SMALL_NAMES = 172.0  # the same for whole names in the smallest letters
_WHOLE_NAMES = 215.0  # the same, where there is room for that
_MOST_OF_WIDTH, _USUAL_SHARE = 0.54, 0.48  # of the picture, for names: in a figure, and in a card
_LEAST_PLOT = 72.0  # design pixels: its width
_LEAST_ROW = 16.0  # design pixels
_AXIS = QT_TRANSLATE_NOOP("panels", "probability")
_TARGET = QT_TRANSLATE_NOOP("panels", "target y")


class WhereItRests(WhereItRestsPanel):
    """A row for each loss, with a dot for each class; the target runs through all rows."""

    zoom = Zoom()
    measured = "bottom"

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the choice among the losses."""
        return (choice_of_losses(),)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the names of losses, and for what is said of each."""
        return QMarginsF(_NAMES, 24, _WORDS, 44)

    def usual_room(self, rect: QRectF, view: View, style: Style) -> QMarginsF:
        """Return the margins, with room for the whole names where there is any."""
        around = super().usual_room(rect, view, style)
        share = _MOST_OF_WIDTH if style.snug else _USUAL_SHARE
        wider = min(style.px(_WHOLE_NAMES), share * rect.width())
        least = style.px(_SMALL_NAMES) if style.snug else around.left()
        around.setLeft(max(around.left(), wider, least))
        return around

    def least_plot_for(self, snapshot: Snapshot, view: View) -> tuple[float, float]:
        """Return the least size of the plot, in which each row has room for its name."""
        width, height = self.least_plot(view)
        rows = len(rest_rows(snapshot, view)) + 1
        return max(width, _LEAST_PLOT), max(height, _LEAST_ROW * rows)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return p in 0 … 1, and a row for the target and for each loss."""
        return Ranges(0.0, 1.0, 0.0, len(drawn_losses(self.key, snapshot.state, view)) + 1.0)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes, which have the names of the losses."""
        drawn = drawn_losses(self.key, snapshot.state, view)
        return (values_of(snapshot.state), snapshot.state.target_is_normalised, drawn)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint a line and a name for each row."""
        style, rect = frame.style, frame.rect
        self.paint_around(painter, frame, snapshot, view)
        rows = rest_rows(snapshot, view)
        size = size_of_names(style, rows, beside_row(frame, 0).width())
        for nth, row in enumerate(rows, 1):
            y = height_of_row(frame, nth)
            if row.is_chosen:
                half = abs(frame.lift) / 2
                band = QRectF(frame.outer.left(), y - half, frame.outer.width(), 2 * half)
                painter.fillRect(band, style.color(style.theme.grid, 0.6))
            painter.setPen(style.pen(style.theme.grid, 1.0))
            painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
            color = style.theme.ink if row.is_chosen else style.theme.mute
            write_loss(painter, style, beside_row(frame, nth), row, size, color)
        name = _TARGET if snapshot.state.target_is_normalised else SHARES
        words = translate("panels", name)
        write_words(painter, style, beside_row(frame, 0), words, style.theme.ink, bold=True)

    def paint_around(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the numbers and the name of the axis; the names of losses have a room of their own."""
        draw_x_axis(painter, frame, translate("panels", _AXIS))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the target through all rows, and the dots of each loss."""
        style, state, shown = frame.style, snapshot.state, drawn_classes(snapshot)
        lit, shares = view.highlighted_class, shares_of(snapshot)
        for index in shown:
            own = style if lit in (None, index) else style.faint
            color = own.theme.class_color(state.color_of(index))
            x = frame.x(float(shares[index]))
            painter.setPen(own.pen(color, 1.2, (3.0, 3.0)))
            painter.drawLine(QLineF(x, height_of_row(frame, 0), x, frame.rect.bottom()))
        for nth, row in enumerate(rest_rows(snapshot, view), 1):
            paint_row(painter, frame, snapshot, view, nth, row)
        for index in reversed(shown):
            at = self.locate(ShareMark(index), frame, snapshot, view)
            own = style if lit in (None, index) else style.faint
            color = own.theme.class_color(state.color_of(index))
            if view.handles:
                draw_handle(painter, style, at, color, active=index == lit)
            else:
                draw_dot(painter, style, at, color)
        paint_classes(painter, frame, snapshot, shown)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the target, and where each loss rests."""
        lines = [f"{translate('panels', SHARES)}: {listed(snapshot, shares_of(snapshot))}"]
        for row in rest_rows(snapshot, view):
            if row.rest.probabilities is None:
                said = translate("panels", WITHOUT[row.rest.reach])
            else:
                words, _ = verdict(row.rest, shares_of(snapshot))
                said = f"{listed(snapshot, row.rest.probabilities)} ({words})"
            lines.append(f"{row.name}{row.values}: {said}")
        return "; ".join(lines)

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return where each loss rests for the class."""
        if not isinstance(mark, ShareMark | ClassMark) or not mark.is_in(snapshot.state):
            return None
        index = mark.index
        lines = [(translate("panels", SHARES), number(float(shares_of(snapshot)[index]), 6))]
        lines += [
            (row.name + row.values, number(float(row.rest.probabilities[index]), 6))
            for row in rest_rows(snapshot, view)
            if row.rest.probabilities is not None
        ]
        return ReadOut(name_of(snapshot.state.names, index, 1000), tuple(lines))

    # The marks: the targets of the classes

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the target whose handle is nearest to `point`, within reach."""
        nearest: tuple[float, ShareMark] | None = None
        for index in drawn_classes(snapshot):
            mark = ShareMark(index)
            at = self.locate(mark, frame, snapshot, view)
            away = float(np.hypot(at.x() - point.x(), at.y() - point.y()))
            if away <= frame.style.px(REACH) and (nearest is None or away < nearest[0]):
                nearest = away, mark
        return None if nearest is None else nearest[1]

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the target of the class to which a key leads, in the order of classes."""
        shown = sorted(drawn_classes(snapshot))
        if way in (Way.FIRST, Way.LAST) or not isinstance(mark, ShareMark):
            last = way in (Way.LAST, Way.PREVIOUS)
            return ShareMark(shown[-1 if last else 0])
        at = shown.index(mark.index) if mark.index in shown else 0
        at += 1 if way in (Way.NEXT, Way.RIGHT) else -1
        if not 0 <= at < len(shown):
            return None if way in (Way.NEXT, Way.PREVIOUS) else mark
        return ShareMark(shown[at])

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the class of the nearest dot, within reach."""
        found = self.mark_at(frame, snapshot, view, point)
        if isinstance(found, ShareMark):
            return ClassMark(found.index)
        for nth, row in enumerate(rest_rows(snapshot, view), 1):
            p, away = row.rest.probabilities, abs(height_of_row(frame, nth) - point.y())
            if p is None or away > frame.style.px(REACH):
                continue
            shown = drawn_classes(snapshot)
            apart = [abs(frame.x(float(p[index])) - point.x()) for index in shown]
            if min(apart) <= frame.style.px(REACH):
                return ClassMark(shown[int(np.argmin(apart))])
        return None

    def highlight_of(self, mark: Mark) -> Mark:
        """Return the class whose target `mark` is."""
        return ClassMark(mark.index) if isinstance(mark, ShareMark) else mark

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of a target in the first row."""
        if not isinstance(mark, ShareMark):
            raise TypeError(f"there is no {mark!r} here")
        places = places_in_row(frame, snapshot, 0, shares_of(snapshot))
        usual = QPointF(frame.x(float(shares_of(snapshot)[mark.index])), height_of_row(frame, 0))
        return places.get(mark.index, usual)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the strip about the line of a target."""
        if not isinstance(mark, ShareMark | ClassMark):
            return None
        at = self.locate(ShareMark(mark.index), frame, snapshot, view)
        half = frame.style.px(REACH)
        return QRectF(at.x() - half, frame.outer.top(), 2 * half, frame.outer.height())

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move, as in the panel Distribution."""
        index = mark.index if isinstance(mark, ShareMark) else 0
        label = name_of(snapshot.state.names, index)
        return translate("panels", TARGET.text).format(label=label)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag a target."""
        assert isinstance(mark, ShareMark)
        return ShareHold(mark.index, snapshot.state)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key to the left or right; the others keep the sum."""
        if not isinstance(mark, ShareMark) or not way[0]:
            return None
        return nudged_share(snapshot, mark.index, way[0], size)

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbol of the number that can be typed."""
        return (TARGET.caption(view),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the target of the class."""
        assert isinstance(mark, ShareMark)
        return (TARGET.read(snapshot, mark.index),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed target; the others stay."""
        assert isinstance(mark, ShareMark)
        index = mark.index
        return OnState(lambda state: TARGET.write(state, index, values[0], state))
