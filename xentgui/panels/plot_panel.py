"""A panel with axes: ranges by what is shown, a background that is cached, marks on top."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.rows import Array
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges, device_resolution
from xentgui.painting.legend import ROW, Header, legend_rows
from xentgui.painting.parts import part
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.marked_panel import MarkedPanel
from xentgui.panels.panel import Panel

_TOO_SMALL = QT_TRANSLATE_NOOP("panels", "Too small to read: enlarge")
_PAD, _LINE, _SIZE = 8.0, 18.0, 0.92  # design pixels, and em
_PLAIN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PlotPanel(MarkedPanel):
    """A panel that maps data to pixels through a `Frame`, and hands out its marks.

    A mark is opaque outside the panel, and has one or two degrees of freedom.  The panel gives its
    place, its name, and the edits that move it.

    Attributes
    ----------
    zoom
        The directions in which people can zoom and pan.
    in_rows
        Whether its marks stand in rows, so that the keys up and down lead from one to another.
    legible
        The least width and height, in design pixels, at which the plot can be read.  Where there is
        less, it says so, and shows its numbers as text.
    measured
        The sides at which only the axes write, so that the room there can follow from their words;
        at the other sides a figure keeps the `margins`.
    one_in
        In one of how many frames it is painted while the numbers go on by themselves: 2 where that
        takes a good part of a frame, 4 where besides it is read rather than followed.
    has_ground
        Whether `paint_axes` is `paint_ground`, which depends on the frame alone and is cached of its
        own, and then `paint_over_ground`.
    """

    zoom: ClassVar[Zoom] = Zoom(across=3.0)
    in_rows: ClassVar[bool] = False
    legible: ClassVar[tuple[float, float]] = (180.0, 108.0)
    measured: ClassVar[str] = "left top right bottom"
    one_in: ClassVar[int] = 1
    has_ground: ClassVar[bool] = False

    def face(self, view: View) -> PlotPanel:
        """Return the panel that paints for `view`: itself, unless it can be drawn in two ways."""
        return self

    def margins(self, view: View) -> QMarginsF:
        """Return the room for labels around the plot, in design pixels.

        At the top there is room for one row of the `header`.
        """
        return QMarginsF(46, 24, 14, 30)

    def header(self, view: View) -> Header:
        """Return what stands above the plot: the name of the y axis, and every mark's meaning."""
        return Header()

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the ranges that show all of `snapshot`, by what is shown alone."""
        raise NotImplementedError

    def least(self, snapshot: Snapshot, view: View) -> Ranges | None:
        """Return ranges that are to be seen even while the axes move; None if there are none."""
        return None

    def faced(self, view: View) -> Panel:
        """Return the `face`."""
        return self.face(view)

    def ranges(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return `home`, limited to what can be drawn."""
        return self.home(snapshot, view).limited()

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint what depends only on ranges and names; it is cached between edits."""
        raise NotImplementedError

    def paint_ground(self, painter: QPainter, frame: Frame) -> None:
        """Paint of the axes what depends on the frame alone; see `has_ground`."""
        raise NotImplementedError

    def paint_over_ground(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        """Paint the rest of the axes; see `has_ground`."""
        raise NotImplementedError

    def paint_around(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint of the axes at least what stands around the plot, of which the room is measured.

        The functions of `xentgui.painting` know in which sizes of the plot axes and legends stay the
        same.  What a panel writes there itself, it writes in plots of all sizes or in none, so that
        it is known to be written.
        """
        self.paint_axes(painter, frame, snapshot, view)

    def around_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of `paint_around`: what it depends on beside the frame."""
        return self.axes_key(snapshot, view)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint everything that follows from the numbers."""
        raise NotImplementedError

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of `paint_axes`: what it depends on beside the frame."""
        return (snapshot.state.names, view.unit)

    def axes_numbers(
        self, frame: Frame, snapshot: Snapshot, view: View
    ) -> tuple[Array, object] | None:
        """Return the numbers, shape (n,), that move the axes in a play, and all else of `axes_key`.

        None for axes that are always painted exactly.
        """
        return None

    def unseen(self, frame: Frame, snapshot: Snapshot, view: View) -> float:
        """Return by how much each of the `axes_numbers` can change before anybody sees it."""
        return 0.0

    def frame(
        self, rect: QRectF, ranges: Ranges, view: View, style: Style, resolution: float
    ) -> Frame:
        """Return the map from data to pixels for a picture that fills `rect`."""
        inner = rect.marginsRemoved(self.usual_room(rect, view, style))
        return self.framed(rect, inner, ranges, style, resolution)

    def usual_room(self, rect: QRectF, view: View, style: Style) -> QMarginsF:
        """Return the `margins` in the unit of `rect`, with room for all rows of the legend."""
        m = self.margins(view)
        left, right = rect.left() + style.px(m.left()), rect.right()
        rows = legend_rows(style, self.header(view), rect.left(), left, right)
        more = ROW * max(rows - 1, 0)
        return QMarginsF(*map(style.px, (m.left(), m.top() + more, m.right(), m.bottom())))

    def framed(
        self, rect: QRectF, inner: QRectF, ranges: Ranges, style: Style, resolution: float
    ) -> Frame:
        """Return the map for a plot that fills `inner`, within a picture that fills `rect`."""
        if inner.width() < 1.0:
            inner.setWidth(1.0)
        if inner.height() < 1.0:
            inner.setHeight(1.0)
        return Frame(rect, inner, ranges, style, resolution)

    def paint(
        self, painter: QPainter, rect: QRectF, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        """Paint the whole picture on axes that show all marks."""
        ranges = self.face(view).ranges(snapshot, view)
        self.paint_within(painter, rect, ranges, snapshot, view, style)

    def paint_within(
        self,
        painter: QPainter,
        rect: QRectF,
        ranges: Ranges,
        snapshot: Snapshot,
        view: View,
        style: Style,
        around: QMarginsF | None = None,
    ) -> None:
        """Paint the whole picture on axes that show `ranges`.

        `around` is the room around the plot, in the unit of `rect`; by default it is that of
        `frame`.
        """
        resolution = style.resolution or device_resolution(painter)
        face = self.face(view)
        if around is None:
            frame = face.frame(rect, ranges, view, style, resolution)
        else:
            frame = face.framed(rect, rect.marginsRemoved(around), ranges, style, resolution)
        face.paint_below(painter, frame, snapshot, view)
        face.paint_above(painter, frame, snapshot, view)

    def is_legible(self, frame: Frame) -> bool:
        """Return whether `frame` is large enough for the plot to be read.

        Where the axes take less room than usual, the picture may be smaller by as much.
        """
        known = frame.legible.get(self)
        if known is None:
            known = frame.legible[self] = self._is_legible(frame)
        return known

    def _is_legible(self, frame: Frame) -> bool:
        width, height = self.least_plot(View())
        px, rect, outer = frame.style.px, frame.rect, frame.outer
        return (rect.width() >= px(width) or outer.width() >= px(self.legible[0])) and (
            rect.height() >= px(height) or outer.height() >= px(self.legible[1])
        )

    def least_plot(self, view: View) -> tuple[float, float]:
        """Return the least width and height of the plot itself, in design pixels."""
        m, (width, height) = self.margins(view), self.legible
        return width - m.left() - m.right(), height - m.top() - m.bottom()

    def least_plot_for(self, snapshot: Snapshot, view: View) -> tuple[float, float]:
        """Return the least width and height of the plot of `snapshot`, in design pixels."""
        return self.least_plot(view)

    def paint_below(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint what is below the marks: the axes, if they can be read."""
        if self.is_legible(frame):
            with part(painter, "axes", "axes"):
                self.paint_axes(painter, frame, snapshot, view)

    def paint_above(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the marks; if they cannot be read, a sentence and the numbers instead."""
        if self.is_legible(frame):
            with part(painter, "marks", "marks"):
                self.paint_marks(painter, frame, snapshot, view)
        else:
            draw_too_small(painter, frame.style, frame.outer, self.describe(snapshot, view))


def behind(frame: Frame, snapshot: Snapshot) -> Snapshot:
    """Return the snapshot of the axes over which the marks of `snapshot` are painted.

    In a play it can be an earlier one, whose axes look the same.
    """
    known = frame.behind
    return known if isinstance(known, Snapshot) else snapshot


def draw_too_small(painter: QPainter, style: Style, rect: QRectF, words: str) -> None:
    """Write the sentence, and below it as many of the numbers in `words` as there is room for."""
    metrics, pad, line = style.metrics(_SIZE), style.px(_PAD), style.px(_LINE)
    room = rect.adjusted(pad, pad / 2, -pad, -pad / 2)
    painter.setFont(style.font(_SIZE))
    color = style.theme.mute
    parts = words.replace("；", "; ").split("; ")  # in Chinese, too, each of them has a line
    for at, text in enumerate((translate("panels", _TOO_SMALL), *parts)):
        box = QRectF(room.left(), room.top() + at * line, room.width(), line)
        if at and box.bottom() > room.bottom():
            break
        painter.setPen(style.color(color))
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _PLAIN, elided)
        color = style.theme.ink
