"""The landscape: the loss over two logits, with the point that is pulled over it."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    loss_name,
    number,
    translate,
    typed,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.landscape import section_of
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import values_of
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.panels.axis_limits import Zoom, span
from xentgui.panels.choice import Choice
from xentgui.panels.landscape_choices import HEAT, PATH, axes_of, landscape_choices, shown_in
from xentgui.panels.landscape_marks import (
    amount,
    axis_name,
    draw_names,
    draw_point,
    draw_sentence,
    draw_valley,
    has_valley,
    write_beside,
)
from xentgui.panels.landscape_path import draw_path, draw_pinned, path_over
from xentgui.panels.landscape_surface import draw_surface, reason_for_none, reason_in, unseen_in
from xentgui.panels.later import LandscapePanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.pinned_run import pinned_label, whole_pinned_path
from xentgui.panels.plane_mark import (
    PlaneHold,
    PlaneMark,
    logit_symbol,
    nearest_place,
    nudged_logits,
    set_logits,
)
from xentgui.panels.plot_panel import behind

_HALF = 4.0  # temperatures: half the length of an axis, as long as all is within it
_ROOM = 0.92  # of that half may be used
_FILLED = 0.6  # half an axis is at least so much of what it has to show
_HALVES = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_COLDEST, _HOTTEST = 1e-3, 1e90
_DRAG = QT_TRANSLATE_NOOP("panels", "Drag Logits of {one} and {other}")


class Landscape(LandscapePanel):
    """Heat map, contours and arrows of the loss over two logits, and the path of the descent."""

    zoom = Zoom(across=0.5, up=0.5)
    measured = "left"
    one_in = 2
    has_ground = True

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the two classes, and what is drawn."""
        return landscape_choices(snapshot)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for the numbers of the axes, their names, and the scale."""
        return QMarginsF(46, 26, 64 if HEAT in shown_in(view) else 16, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return round ranges of equal length with the point, and with its path if it is drawn."""
        if len(snapshot.logits) < 2:
            return Ranges(-_HALF, _HALF, -_HALF, _HALF)
        axes = list(axes_of(snapshot, view))
        logits = snapshot.logits[axes].reshape(1, 2)
        if PATH in shown_in(view):
            paths = (path_over(snapshot, view), whole_pinned_path(snapshot, view))
            walked = [path.logits_of(axes) for path in paths if path is not None]
            logits = np.concatenate((logits, *walked))
        (left, right), (bottom, top) = span(logits[:, 0]), span(logits[:, 1])
        temperature = snapshot.state.temperature
        warmth = min(max(temperature, _COLDEST), _HOTTEST) if 0.0 < temperature < math.inf else 1.0
        longest = max(right - left, top - bottom)
        farthest = max(map(abs, (left, right, bottom, top)))
        half = _rounded(max(_HALF * warmth, _FILLED * longest, _COLDEST * farthest))
        return Ranges(*_ends(left, right, half), *_ends(bottom, top, half))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached picture; it stays while the point moves in the plane."""
        what = reason_for_none(snapshot) or section_of(snapshot, *axes_of(snapshot, view))
        return (what, shown_in(view), view.unit)

    def axes_numbers(
        self, frame: Frame, snapshot: Snapshot, view: View
    ) -> tuple[Array, object] | None:
        """Return the logits of all other classes."""
        if reason_for_none(snapshot):
            return None
        state, axes = snapshot.state, axes_of(snapshot, view)
        rest = (axes, values_of(state), snapshot.effective_target.tobytes(), shown_in(view))
        return np.delete(snapshot.logits, axes), (*rest, view.unit)

    def unseen(self, frame: Frame, snapshot: Snapshot, view: View) -> float:
        """Return with how much less no colour is another, and no contour elsewhere by a pixel."""
        return unseen_in(frame, snapshot, view)

    def paint_ground(self, painter: QPainter, frame: Frame) -> None:
        """Paint the numbers of both axes."""
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the numbers of both axes, and the landscape."""
        self.paint_ground(painter, frame)
        self.paint_over_ground(painter, frame, snapshot, view)

    def paint_over_ground(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        """Paint the landscape."""
        draw_surface(painter, frame, snapshot, view)

    def paint_around(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the numbers of both axes; the scale has a width of its own."""
        self.paint_ground(painter, frame)

    def around_key(self, snapshot: Snapshot, view: View) -> object:
        """Return that the numbers depend on nothing but the frame."""
        return None

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the path, the point, and the names of the axes."""
        if len(snapshot.logits) < 2:
            draw_sentence(painter, frame, reason_for_none(snapshot), is_low=False)
            return
        axes = axes_of(snapshot, view)
        draw_names(painter, frame, snapshot, view)
        if has_valley(snapshot, *axes):
            draw_valley(painter, frame, snapshot, view)
        if PATH in shown_in(view):
            self._paint_paths(painter, frame, snapshot, view)
        at = self.locate(PlaneMark(*axes), frame, snapshot, view)
        reason = reason_in(frame, behind(frame, snapshot), view)
        if reason:
            draw_sentence(painter, frame, reason, is_low=at.y() < frame.rect.center().y())
        draw_point(painter, frame, snapshot, view, at)

    def _paint_paths(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        path, axes = path_over(snapshot, view), axes_of(snapshot, view)
        pinned = whole_pinned_path(snapshot, view)
        name_at = None
        if pinned is not None:
            name_at = draw_pinned(painter, frame, pinned, path, axes)
        draw_path(painter, frame, path, axes)
        if name_at is not None and view.values:
            write_beside(painter, frame, name_at, pinned_label(snapshot, view))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the two logits, the loss, and its slope."""
        if len(snapshot.logits) < 2:
            return reason_for_none(snapshot)
        lines = (f"{name} = {value}" for name, value in self._numbers(snapshot, view))
        words = (reason_for_none(snapshot), *lines)
        return "; ".join(filter(None, words))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the numbers at the point, or those of a class."""
        if isinstance(mark, PlaneMark) and mark.is_in(snapshot.state):
            name = chosen_loss(snapshot.state)
            return ReadOut(loss_name(name), tuple(self._numbers(snapshot, view)))
        return super().read_out(mark, snapshot, view)

    def _numbers(self, snapshot: Snapshot, view: View) -> list[tuple[str, str]]:
        axes = axes_of(snapshot, view)
        lines = [
            (axis_name(snapshot, index), typed(float(snapshot.logits[index]))) for index in axes
        ]
        lines.append(("L", amount(snapshot, view, 6)))
        lines += [
            (f"∂L/∂{logit_symbol(index)}", number(float(snapshot.gradient[index]), 6, signed=True))
            for index in axes
        ]
        if has_valley(snapshot, *axes):
            first, second = (logit_symbol(index) for index in axes)
            lines.append((f"L({first} + c, {second} + c)", amount(snapshot, view, 6)))
        return lines

    # The one mark: the point

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the point, within reach."""
        if len(snapshot.logits) < 2:
            return None
        mark = PlaneMark(*axes_of(snapshot, view))
        away = self.locate(mark, frame, snapshot, view) - point
        return mark if math.hypot(away.x(), away.y()) <= frame.style.px(REACH) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, unless Tab leaves it."""
        if len(snapshot.logits) < 2 or (mark is not None and way in (Way.NEXT, Way.PREVIOUS)):
            return None
        return PlaneMark(*axes_of(snapshot, view))

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the point, within reach."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of the two logits; beyond the plot it is at its edge."""
        this = _checked(mark)
        x, y = (float(snapshot.logits[index]) for index in (this.across, this.up))
        return nearest_place(frame, x, y)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the surroundings of the point."""
        if not isinstance(mark, PlaneMark):
            return None
        at, half = self.locate(mark, frame, snapshot, view), frame.style.px(2 * REACH)
        return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move, with both classes."""
        this, labels = _checked(mark), snapshot.state.labels
        one, other = (name_of(labels, index) for index in (this.across, this.up))
        return translate("panels", _DRAG).format(one=one, other=other)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag the point."""
        return PlaneHold(_checked(mark), snapshot.state)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key in any of four directions."""
        return nudged_logits(_checked(mark), snapshot, view, way, size)

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbols of the two logits."""
        return _checked(mark).symbols

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the two logits."""
        mark = _checked(mark)
        return tuple(float(snapshot.logits[index]) for index in (mark.across, mark.up))

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed pair."""
        across, up = values
        return set_logits(_checked(mark), (across, up))


def _checked(mark: Mark) -> PlaneMark:
    if not isinstance(mark, PlaneMark):
        raise TypeError(f"a landscape has no {mark!r}")
    return mark


def _rounded(half: float) -> float:
    """Return a round number that is not below `half`."""
    power = 10.0 ** math.floor(math.log10(half))
    return next(one * power for one in _HALVES if one * power >= half * (1.0 - 1e-9))


def _ends(low: float, high: float, half: float) -> tuple[float, float]:
    """Return the ends of an axis about 0, or about a round middle where that does not suffice."""
    if max(abs(low), abs(high)) <= _ROOM * half:
        return -half, half
    step = half / 4.0
    middle = round((low + high) / 2.0 / step) * step
    return middle - half, middle + half
