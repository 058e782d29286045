"""The one graphics item of a plot view: a panel, with its background cached between edits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from xentgui.canvas.plot_background import PlotAhead, PlotBackground, Shown
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.handlers import guarded
from xentgui.painting.marks import draw_focus_ring
from xentgui.painting.style import Style
from xentgui.panels.plot_panel import PlotPanel

if TYPE_CHECKING:  # no picture at a start is packed
    from xentgui.canvas.packed_pictures import PackedPictures, Unpacked


@guarded
class PictureItem(pg.GraphicsObject):  # type: ignore[misc]
    """Paints a panel in the scene's pixels.

    The axes depend only on ranges and names.  They are painted once into a pixmap, so that an edit
    paints only marks.  What is known to come can be painted ahead, marks and all.

    Attributes
    ----------
    in_play
        Whether the numbers go on by themselves: then axes stay until a difference could be seen.
    """

    def __init__(self, panel: PlotPanel) -> None:
        super().__init__()
        self._panel = panel
        self.snapshot: Snapshot | None = None
        self.view = View()
        self.style: Style | None = None
        self.ranges = Ranges(0.0, 1.0, 0.0, 1.0)
        self.rect = QRectF(0, 0, 1, 1)
        self.resolution = 1.0
        self.focused: Mark | None = None
        self.pointed: Mark | None = None
        self._has_keys = False
        self._frame: Frame | None = None
        self._framed: tuple[object, ...] = ()
        self._framed_in = self._faced_in = self.view
        self._face = panel.face(self.view)
        self._background, self._ahead = PlotBackground(), PlotAhead()
        self._unpacked: Unpacked | None = None
        self.in_play = False

    @property
    def face(self) -> PlotPanel:
        """The panel, or the other way of drawing it that the view chooses."""
        if self._faced_in is not self.view:
            self._faced_in, self._face = self.view, self._panel.face(self.view)
        return self._face

    def show_keys(self, *, there: bool) -> None:
        """Show that the plot has the keys, while none of its marks has them."""
        self._has_keys = there
        self.update()

    def focus_mark(self, mark: Mark | None) -> None:
        """Show that `mark` has the focus."""
        self.focused = mark
        self.update()

    def point_at(self, mark: Mark | None) -> None:
        """Show that a press would grab `mark`, or nothing."""
        if mark != self.pointed:
            self.pointed = mark
            self.update()

    def is_highlighted(self, mark: Mark) -> bool:
        """Return whether `mark`, or the mark that it belongs to, is highlighted."""
        return self.face.highlight_of(mark) == self.view.highlight

    def frame(self) -> Frame:
        """Return the current map from data to the scene's pixels."""
        if self.style is None:
            raise RuntimeError("a picture has no frame before it has a style")
        # It is kept, because every move of the pointer needs it, and every step of a walk.  Its
        # sources are replaced, not changed.
        view, parts = self.view, (self.rect, self.ranges, self.style, self.resolution)
        if self._framed_in is not view and view.is_a_step_from(self._framed_in):
            self._framed_in = view
        if (
            self._frame is None
            or self._framed_in is not view
            or any(a is not b for a, b in zip(parts, self._framed, strict=True))
        ):
            self._frame = self.face.frame(self.rect, self.ranges, view, self.style, self.resolution)
            self._framed, self._framed_in = parts, view
        return self._frame

    def set_rect(self, rect: QRectF) -> None:
        """Fill `rect` of the scene."""
        self.prepareGeometryChange()
        self.rect = QRectF(rect)

    def boundingRect(self) -> QRectF:
        """Return the painted area."""
        return self.rect

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem | None,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the cached background and the current marks."""
        if self.snapshot is None or self.style is None:
            if widget is not None:
                painter.fillRect(self.rect, widget.palette().base())
            return
        frame, at = self.frame(), QPointF(self.rect.topLeft())
        shown = Shown(self.snapshot, self.view, self.ranges, self.rect, self.style, self.resolution)
        whole = self._ahead.picture(shown)
        if whole is not None:
            painter.drawPixmap(at, whole)
            self._background = self._ahead.background  # the next frame moves only marks
        elif self._unpacked is None or not self._unpacked.draw(painter, at, shown):
            background, in_play = self._background, self.in_play
            below = background.picture(self.face, frame, self.snapshot, self.view, in_play=in_play)
            painter.drawPixmap(at, below)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
            self.face.paint_above(painter, frame, self.snapshot, self.view)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        # The focus has a ring of its own.
        pointed = None if self.pointed == self.focused else self.pointed
        if pointed is not None and pointed.is_in(self.snapshot.state):
            self.face.paint_pointed(painter, frame, self.snapshot, self.view, pointed)
        if (
            self.focused is not None
            and self.focused.is_in(self.snapshot.state)
            and self.face.is_legible(frame)
        ):
            self.face.paint_focused(painter, frame, self.snapshot, self.view, self.focused)
        elif self._has_keys:
            draw_focus_ring(painter, self.rect, frame.style)

    def forget_background(self) -> None:
        """Paint the axes again next time; needed when the language changes."""
        self._background.forget()
        self._ahead.forget()
        if self._unpacked is not None:
            self._unpacked.forget()

    def get_ready_to_move(self) -> None:
        """Paint what is below the marks that are seen, if it has not been: the next frame needs it."""
        unpacked = self._unpacked is not None and self._unpacked.is_there
        if self.snapshot is not None and unpacked:
            self._background.picture(self.face, self.frame(), self.snapshot, self.view)

    def paint_ahead(
        self,
        snapshot: Snapshot,
        view: View,
        ranges: Ranges,
        rect: QRectF,
        *,
        packs: PackedPictures | None = None,
    ) -> Iterator[None]:
        """Paint what is to be shown later, a part each time, so that it then is there at once.

        What is shown next is kept as it is; what may come after it, in `packs`.
        """
        if self.style is None:
            return
        shown = Shown(snapshot, view, ranges, rect, self.style, self.resolution)
        if packs is None:
            yield from self._ahead.paint(self._panel, shown, self._background)
            return
        self._unpacked = packs.of_panel(self._panel.key, self._unpacked)
        apart = PlotAhead()
        painting = apart.paint(self._panel, shown, self._background)
        yield from self._unpacked.pack(shown, painting, apart.picture)
