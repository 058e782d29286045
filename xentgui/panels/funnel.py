"""What one pays: the mean of -log p over more and more draws, and the funnel in which it stays."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, number, translate, unit_name
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.sampling.codes import arithmetic_bits
from xentgui.model.sampling.drawn import Drawn, Paid
from xentgui.model.sampling.settings import MOST_DRAWS
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_ticks, draw_y_axis
from xentgui.painting.legend import AxisName, Header, draw_header
from xentgui.painting.marks import draw_handle
from xentgui.painting.qt_arrays import polygon
from xentgui.painting.ticks import round_above
from xentgui.panels.axis_limits import FARTHEST, Zoom, within
from xentgui.panels.beside_curves import spread
from xentgui.panels.draws_shown import count_text, draws_of, grouped
from xentgui.panels.funnel_lines import DrawsHold, DrawsMark, within_plot
from xentgui.panels.later_of_many import FunnelPanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.setting_edits import setting_edit, setting_step

_POINTS = 400  # of a line
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_AXIS = QT_TRANSLATE_NOOP("panels", "draws n")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_INFINITE = QT_TRANSLATE_NOOP("panels", "from y: infinite, because p lacks what y asks for")
_PAID = QT_TRANSLATE_NOOP("panels", "{count} draws paid")
_IDEAL = QT_TRANSLATE_NOOP("panels", "ideal, n·H(p)")
_ARITHMETIC = QT_TRANSLATE_NOOP("panels", "as arithmetic code")
_FROM_TARGET = QT_TRANSLATE_NOOP("panels", "draws from y paid")
_SURPLUS = QT_TRANSLATE_NOOP("panels", "ideal, n·H(y, p)")


class Funnel(FunnelPanel):
    """The running mean of draws from p about H(p), and of draws from y about H(y, p)."""

    zoom = Zoom()
    measured = "left bottom"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for numbers, and for names at the right."""
        return QMarginsF(46, 40, 70, 44)

    def header(self, view: View) -> Header:
        """Return the name of the y axis."""
        name = AxisName(with_logarithm("−log p", view.unit), unit_name(view.unit))
        return Header(name, above=23.0)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return 1 … the power of ten beyond n, and all that is paid, but not the first draws."""
        found = draws_of(snapshot, view)
        right = max(2.0, math.ceil(math.log10(snapshot.state.draws)))
        values = [0.0, 1.0]
        for paid in _lines(found):
            late = paid.means[min(9, len(paid.means) - 1) :]
            late = late[np.isfinite(late)]
            values += [paid.mean + float(paid.funnel(np.array(10.0)))]
            values += [float(late.max())] if late.size else []
        finite = [value for value in values if math.isfinite(value)]
        top = in_unit(within(max(finite), 1e-300, FARTHEST), view.unit)
        return Ranges(0.0, right, 0.0, round_above(top * 1.05))

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return view.unit

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid, and n in powers of ten."""
        draw_y_axis(painter, frame)
        powers = range(int(frame.ranges.right) + 1)
        texts = {float(n): "1" if n == 0 else "10" + str(n).translate(_RAISED) for n in powers}
        draw_x_ticks(painter, frame, texts, translate("panels", _AXIS), steady=True)
        draw_header(painter, frame, self.header(view))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the funnels, the running means, and the line of n."""
        found, style = draws_of(snapshot, view), frame.style
        colors = (style.theme.accent, style.theme.ink)
        for paid, color in zip(_lines(found), colors, strict=False):
            _paint_funnel(painter, frame, paid, color, view)
        for paid, color in zip(_lines(found), colors, strict=False):
            _paint_mean(painter, frame, paid, color, view)
        self._paint_names(painter, frame, found, view)
        self._paint_line(painter, frame, found, view)

    def _paint_names(self, painter: QPainter, frame: Frame, found: Drawn, view: View) -> None:
        """Write H(p) and H(y, p) at the right, each at its height."""
        style, rect = frame.style, frame.rect
        named = [(found.own.mean, "H(p)", style.theme.accent)]
        if found.of_target is not None and math.isfinite(found.of_target.mean):
            named.append((found.of_target.mean, "H(y, p)", style.theme.ink))
        named.sort(reverse=True)
        wanted = [frame.y(in_unit(value, view.unit)) for value, _, _ in named]
        gap = style.px(15)
        places = spread(wanted, gap, rect.top(), rect.bottom())
        painter.setFont(style.font(0.88, bold=True))
        for (_, words, color), y in zip(named, places, strict=True):
            painter.setPen(style.color(color))
            box = QRectF(rect.right() + style.px(11), y - gap / 2, style.px(60), gap)
            painter.drawText(box, _LEFT, words)
        if found.of_target is not None and not math.isfinite(found.of_target.mean):
            box = QRectF(rect.left() + style.px(4), rect.top(), rect.width(), gap)
            painter.setPen(style.color(style.theme.mute))
            draw_fitting(painter, style, box, translate("panels", _INFINITE), 0.85)

    def _paint_line(self, painter: QPainter, frame: Frame, found: Drawn, view: View) -> None:
        style, rect = frame.style, frame.rect
        at = self.locate(DrawsMark(), frame, found.snapshot, view)
        painter.setPen(style.pen(style.theme.accent, 1.4))
        painter.drawLine(QLineF(at.x(), rect.top() - style.px(4), at.x(), rect.bottom()))
        if view.handles:
            draw_handle(painter, style, at, style.theme.accent)
        words = count_text(found)
        width = style.metrics(0.9, bold=True).horizontalAdvance(words) + style.px(6)
        box = QRectF(at.x() + style.px(5), rect.top() - style.px(20), width, style.px(18))
        if box.right() > frame.outer.right():
            box.moveRight(at.x() - style.px(3))
        least = frame.outer.left() + style.px(86)  # the name of the axis
        if box.left() < least:
            box.moveLeft(least)
        painter.setFont(style.font(0.9, bold=True))
        painter.drawText(box, _LEFT, words)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return what the draws paid, and what was to be expected."""
        found = draws_of(snapshot, view)
        lines = (f"{name}: {value}" for name, value in _totals(found, view))
        return "; ".join((count_text(found), *lines))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return what all draws paid together."""
        if isinstance(mark, DrawsMark):
            found = draws_of(snapshot, view)
            return ReadOut(count_text(found), tuple(_totals(found, view)))
        return super().read_out(mark, snapshot, view)

    # The one mark: how many draws

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark, all along its line."""
        x = self.locate(DrawsMark(), frame, snapshot, view).x()
        is_inside = frame.outer.top() <= point.y() <= frame.rect.bottom()
        return DrawsMark() if is_inside and abs(point.x() - x) <= frame.style.px(REACH) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, unless Tab leaves it."""
        if mark is not None and way in (Way.NEXT, Way.PREVIOUS):
            return None
        return DrawsMark()

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the mark at `point`."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of the last draw on the line of draws from p."""
        own = draws_of(snapshot, view).own
        last = float(own.means[-1])
        height = in_unit(last, view.unit) if math.isfinite(last) else frame.ranges.top
        x = frame.x(math.log10(snapshot.state.draws))
        return QPointF(x, frame.y(within(height, 0.0, frame.ranges.top)))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the strip about the line of n."""
        if not isinstance(mark, DrawsMark):
            return None
        x, half = self.locate(mark, frame, snapshot, view).x(), frame.style.px(REACH)
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move."""
        return setting_step("draws")

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag the number of draws."""
        return DrawsHold(snapshot.state.draws)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key: one draw more or less; with Ctrl ten."""
        if not way[0]:
            return None
        count = snapshot.state.draws + way[0] * max(round(size), 1)
        return setting_edit(draws=within(count, 1.0, float(MOST_DRAWS)))

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the names of the numbers that can be typed."""
        return ("n",)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the number of draws."""
        return (snapshot.state.draws,)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed number of draws."""
        return setting_edit(draws=values[0])


def _lines(found: Drawn) -> tuple[Paid, ...]:
    """Return what has a line: draws from p, and from y."""
    return (found.own,) if found.of_target is None else (found.own, found.of_target)


def _paint_funnel(painter: QPainter, frame: Frame, paid: Paid, color: str, view: View) -> None:
    """Paint the mean that is expected, and how far that of n draws usually is from it."""
    if not math.isfinite(paid.mean):
        return
    style = frame.style
    x = np.linspace(0.0, frame.ranges.right, 120)
    away = paid.funnel(10.0**x)
    top = frame.ranges.top
    high = frame.y(np.clip(in_unit(paid.mean + away, view.unit), 0.0, top))
    low = frame.y(np.clip(in_unit(paid.mean - away, view.unit), 0.0, top))
    across = frame.x(x)
    shape = np.concatenate([np.stack([across, high], 1), np.stack([across, low], 1)[::-1]])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(color, 0.12))
    painter.drawPolygon(polygon(shape))
    painter.setPen(style.pen(color, 1.2, (4.0, 3.0)))
    y = frame.y(in_unit(within(paid.mean, 0.0, FARTHEST), view.unit))
    painter.drawLine(QLineF(frame.rect.left(), y, frame.rect.right(), y))


def _paint_mean(painter: QPainter, frame: Frame, paid: Paid, color: str, view: View) -> None:
    """Paint the running mean, at places that are even on the logarithmic axis."""
    count = len(paid.means)
    places = np.unique(np.geomspace(1.0, count, _POINTS).astype(np.intp)) - 1
    values = in_unit(paid.means[places], view.unit)
    x = frame.x(np.log10(places + 1.0))
    painter.setPen(frame.style.pen(color, 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for run in within_plot(x, values, frame.ranges.top):
        painter.drawPolyline(polygon(np.stack([run[:, 0], frame.y(run[:, 1])], axis=1)))


def _totals(found: Drawn, view: View) -> list[tuple[str, str]]:
    """Return what all draws paid together, and what was to be expected."""
    count, unit = len(found.draws), view.unit

    def amount(nats: float) -> str:
        return f"{number(in_unit(nats, unit), 2)} {unit_name(unit)}"

    total = count * float(found.own.means[-1])
    bits = arithmetic_bits(total / math.log(2.0))
    lines = [
        (translate("panels", _PAID).format(count=grouped(count)), amount(total)),
        (translate("panels", _IDEAL), amount(count * found.own.mean)),
        (translate("panels", _ARITHMETIC), f"{number(bits, 0)} {unit_name('bits')}"),
    ]
    if found.of_target is not None:
        paid = count * float(found.of_target.means[-1])
        lines.append((translate("panels", _FROM_TARGET), amount(paid)))
        lines.append((translate("panels", _SURPLUS), amount(count * found.of_target.mean)))
    return lines
