"""A panel with axes: ranges by what is shown, a background that is cached, marks on top."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges, device_resolution
from xentgui.painting.legend import ROW, Header, legend_rows
from xentgui.painting.parts import part
from xentgui.painting.style import Style
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.marks import Hold, Way
from xentgui.panels.panel import Panel
from xentgui.panels.too_small import draw_too_small

REACH = 10.0
"""The distance, in design pixels, within which a press grabs a mark."""

_POINTED, _FOCUSED = 9.5, 11.0  # design pixels: rings around a handle, without covering it


class PlotPanel(Panel):
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
    takes_long
        Whether to paint it takes a good part of a frame.  While the numbers go on by themselves, it
        may then be painted in every second one.
    has_ground
        Whether `paint_axes` is `paint_ground`, which depends on the frame alone and is cached of its
        own, and then `paint_over_ground`.
    """

    zoom: ClassVar[Zoom] = Zoom(across=3.0)
    in_rows: ClassVar[bool] = False
    legible: ClassVar[tuple[float, float]] = (180.0, 108.0)
    measured: ClassVar[str] = "left top right bottom"
    takes_long: ClassVar[bool] = False
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
        """Paint of the axes at least what stands around the plot, of which the room is measured."""
        self.paint_axes(painter, frame, snapshot, view)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint everything that follows from the numbers."""
        raise NotImplementedError

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of `paint_axes`: what it depends on beside the frame."""
        return (snapshot.state.labels, view.unit)

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
        inner.setWidth(max(inner.width(), 1.0))
        inner.setHeight(max(inner.height(), 1.0))
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

    # Marks.  For a panel without marks, only `mark_at` and `mark_beside` are called.

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark that a press at `point` grabs, or None."""
        return None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the mark to which a key leads from `mark`, or from outside the panel.

        None if there is no mark: after the last and before the first, Tab leaves the panel.
        """
        return None

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the mark, or the class, to highlight at `point`, or None."""
        return None

    def highlight_of(self, mark: Mark) -> Mark:
        """Return the mark to highlight everywhere while `mark` is dragged or has the focus."""
        return mark

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of `mark` in pixels; a mark outside the plot is at its edge."""
        raise NotImplementedError

    def held_at(
        self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> QPointF:
        """Return the place of `mark` that a press at `point` takes along; by default its place."""
        return self.locate(mark, frame, snapshot, view)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return where `mark`, or a mark to highlight, is drawn: a read-out must not cover it."""
        return None

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint over the marks what a press would grab: by default a ring around `mark`."""
        at, radius = self.locate(mark, frame, snapshot, view), frame.style.px(_POINTED)
        painter.setPen(frame.style.pen(frame.style.theme.accent, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)

    def paint_focused(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint over the marks which one has the keys: by default a dashed ring around `mark`."""
        at, radius = self.locate(mark, frame, snapshot, view), frame.style.px(_FOCUSED)
        style, theme = frame.style, frame.style.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # On the shades of an area, the dashes alone could be of nearly the same colour.
        for pen in (style.pen(theme.card, 4.0), style.pen(theme.accent, 2.0, (2.0, 1.5))):
            painter.setPen(pen)
            painter.drawEllipse(at, radius, radius)

    def hides_mark(self, mark: Mark, view: View) -> bool:
        """Return whether `mark` is one of the numbers that are hidden: no key reaches it then."""
        return False

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move of `mark` for the Edit menu, translated."""
        raise NotImplementedError

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin a drag of `mark` from its place in `snapshot`."""
        raise NotImplementedError

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for an arrow key; None if the mark does not move in this direction.

        Raises RefusedError, with the reason, if the mark cannot be moved now.

        `way` is to the right and up, each -1, 0 or 1; `size` is in steps of the mark.
        """
        return None

    def pressed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Return what a press on `mark` does at once, and the name of the step; None if nothing."""
        return None

    def clicked(
        self,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        point: QPointF,
        tool: int | None,
        *,
        painting: bool = False,
    ) -> tuple[Edit, str] | None:
        """Return what a click beside all marks does, and the name of the step; None if nothing.

        `tool` is the class, from 0, whose number key was pressed last, or None.  While `painting`,
        one of many clicks is meant, along the way of the pointer.
        """
        return None

    def removed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Return what the key Delete does to `mark`, and the name of the step; None if nothing."""
        return None

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the name, with its unit, of each number that can be typed at `mark`."""
        raise NotImplementedError

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for typed numbers, one for each of `captions`."""
        raise NotImplementedError

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return what the numbers of `captions` are now; to type them changes nothing."""
        raise NotImplementedError

    def name_of(self, mark: Mark, snapshot: Snapshot, view: View) -> str:
        """Return what `mark` is called where it is told: by default as in its read-out."""
        said = self.read_out(mark, snapshot, view)
        if said is None:
            said = self.read_out(self.highlight_of(mark), snapshot, view)
        return translate("panels", self.title) if said is None else said.name
