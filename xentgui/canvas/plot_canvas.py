"""A panel on the screen, in pyqtgraph's view: its picture, its ranges, and when it is painted."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsView, QWidget

from xentgui.canvas.accessible import AccessibleText
from xentgui.canvas.axes import Axes
from xentgui.canvas.picture_item import PictureItem
from xentgui.canvas.slow_clock import SlowClock
from xentgui.model import Snapshot
from xentgui.model.subjects import classifier_of
from xentgui.model.view import View
from xentgui.painting.accessibility import CHART, GROUP, give_role
from xentgui.painting.frame import Ranges
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.panels.hidden import words_of_panel
from xentgui.panels.plot_panel import PlotPanel


@guarded
class PlotCanvas(pg.GraphicsView):  # type: ignore[misc]
    """Shows one `PlotPanel`; `PlotView` adds the input.

    Attributes
    ----------
    picture
        The panel with its snapshot, its view, and the marks that are pointed at.
    axes
        The ranges.
    clock
        Says when a picture that takes long is painted again.
    """

    def __init__(self, panel: PlotPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent, background=None)
        self.panel = panel
        self.setObjectName(f"panel.{panel.key}")
        give_role(self, CHART)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        # The picture is one item that covers the view: a change paints it once, and nothing else.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState
            | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setMinimumSize(120, 90)
        self.picture = PictureItem(panel)
        self.axes = Axes(self)
        self.scene().addItem(self.axes.box)
        self.scene().addItem(self.picture)
        self.picture.setZValue(1)
        self.axes.moved.connect(self._on_moved)
        self._held = False
        self._behind = False  # whether the numbers changed while the plot was hidden
        self._anew = False  # whether what they are shown as did
        self._unseen_since: View | None = None  # how they were shown before the plot was hidden
        self.accessible = AccessibleText(self, panel, self._words)
        self.clock = SlowClock(self, self)

    @property
    def snapshot(self) -> Snapshot | None:
        """The snapshot that is shown."""
        return self.picture.snapshot

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show other numbers; the axes follow, eased, unless a drag holds them."""
        if self.clock.is_to_wait(snapshot):
            return
        before = self.picture.snapshot
        self.picture.snapshot = snapshot
        had, has = (-1 if before is None else _points(before)), _points(snapshot)
        if has < had:
            self.picture.focused = self.picture.pointed = None  # it may be that of a lost point
        alike = before is not None and len(before.logits) == len(snapshot.logits)
        is_other = not alike or (had < 0) != (has < 0)
        if is_other:
            self.picture.focused = self.picture.pointed = None
        if before is not None and not self.isVisible():
            # A hidden plot has no read-out, and is painted and described when it is shown.
            self._anew |= is_other
            self._behind = True
            return
        if is_other:
            self._start_anew(snapshot)
        else:
            self.settle()
        self._show_news()
        self.accessible.refresh()

    def show_view(self, view: View) -> None:
        """Show the same numbers in another way."""
        if self.clock.is_to_wait(view):
            return
        before = self.picture.view
        self.picture.view = view
        if not self.isVisible():
            self._unseen_since = self._unseen_since or before
            self.picture.focused = self.picture.pointed = None  # no hand is on what is hidden
            return  # what follows from the view is found when it is shown
        changed_scale = self._notes_change(before)
        if changed_scale and self.snapshot is not None:
            self._place_box()
            self._start_anew(self.snapshot)
        elif view.pinned is not before.pinned:
            self.settle()
        self._show_news()

    def _notes_change(self, before: View) -> bool:
        """Let go of marks that are gone since `before`; return whether the axes begin anew."""
        view, picture = self.picture.view, self.picture
        is_other = picture.face is not self.panel.face(before) or view.choices != before.choices
        if is_other:
            # There can be other marks now, and keys must not move what is no longer shown.
            picture.focused = picture.pointed = None
        if view.hidden != before.hidden:
            self._hide_marks(view)
            self.accessible.refresh()
        return is_other or view.unit != before.unit

    def ranges_for(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return the ranges on which these would be shown: they follow numbers, units and choices."""
        now, is_behind = self.picture.view, self._behind or self._unseen_since is not None
        stay = snapshot is self.snapshot and not is_behind
        if stay and not self.axes.zoomed and (view.choices, view.unit) == (now.choices, now.unit):
            return self.picture.ranges
        return self.panel.face(view).ranges(snapshot, view)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.picture.style = style
        self._place_box()
        self._paint_anew()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.accessible.retranslate()
        self.viewport().setAccessibleName(self.accessibleName())
        self.viewport().setToolTip("")
        self.picture.forget_background()
        self._paint_anew()

    def hold(self) -> None:
        """Keep the axes as still as can be: something is dragged, here or elsewhere."""
        self._held = True

    def release(self) -> None:
        """Let the axes follow again after a drag."""
        if not self._held:
            return
        self._held = False
        if self.isVisible():
            self.settle()
        else:
            self._behind = True

    def come_to_rest(self) -> None:
        """Paint what is shown exactly, now that the numbers do not go on by themselves."""
        if self.picture.in_play:
            self.picture.in_play = False
            self._paint_anew()

    def catch_up(self) -> None:
        """Show the numbers of now, which a picture that takes long may not show yet."""
        self.clock.catch_up()

    def settle(self, *, eased: bool = True) -> None:
        """Move the axes to where what is shown has them.

        While something is dragged elsewhere they only give way, so that nothing leaves them.
        Where a mark of this plot is dragged, they stay: the hand moves on them.
        """
        if self.snapshot is None or self.is_dragged:
            return
        self._behind = False
        face, view = self.picture.face, self.picture.view
        wanted = face.ranges(self.snapshot, view)
        if self._held:
            wanted = wanted.united(self.axes.goal)
        self.axes.go(wanted, face.least(self.snapshot, view), eased=eased and self.isVisible())

    def show_all(self) -> None:
        """Show the whole plot again, after zooming."""
        self.axes.zoomed = False
        if self.snapshot is not None:
            home = self.picture.face.ranges(self.snapshot, self.picture.view)
            self.axes.go(home, eased=self.isVisible())

    @property
    def is_dragged(self) -> bool:
        """Whether a hand moves a mark of this plot."""
        return False

    def _hide_marks(self, view: View) -> None:
        """Let nothing point at what is hidden now."""
        face, picture = self.picture.face, self.picture
        if picture.focused is not None and face.hides_mark(picture.focused, view):
            picture.focused = None
        if picture.pointed is not None and face.hides_mark(picture.pointed, view):
            picture.pointed = None

    def _show_news(self) -> None:
        """Paint what has changed."""
        self._paint_anew()

    def _paint_anew(self) -> None:
        # The scene would request it one turn of the event loop later than all other changes.
        self.viewport().update()

    def _start_anew(self, snapshot: Snapshot) -> None:
        self._behind = self._anew = False
        home = self.picture.face.ranges(snapshot, self.picture.view)
        self.axes.zoomed = False
        self.axes.allow(self.picture.face.zoom)
        self.axes.limit(home)
        self.axes.jump(home)

    def _on_moved(self) -> None:
        self.picture.ranges = self.axes.ranges
        self._paint_anew()

    def _place_box(self) -> None:
        rect = QRectF(self.viewport().rect())
        self.picture.set_rect(rect)
        self.picture.resolution = self.devicePixelRatioF()
        if self.picture.style is not None:
            self.axes.place(self.picture.frame().rect)

    def _words(self) -> str | None:
        if self.snapshot is None:
            return None
        return words_of_panel(self.panel, self.snapshot, self.picture.view)

    # Qt's names, and pyqtgraph's, from here on.

    def useOpenGL(self, b: bool = False) -> None:  # noqa: FBT001, FBT002 (pyqtgraph's signature)
        """Paint on an ordinary widget; pyqtgraph calls this when it makes the view."""
        del b  # without a graphics card, OpenGL is many times slower
        # For Qt's own viewport, PySide would first create every class that it could have.
        viewport = QWidget()
        give_role(viewport, GROUP)
        self.setViewport(viewport)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene without pyqtgraph's preparation, which its only item does not need."""
        self.picture.in_play = self.clock.phase is not None
        QGraphicsView.paintEvent(self, event)
        self.clock.note_paint()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the axes follow the changes that happened while the plot was hidden."""
        before, self._unseen_since = self._unseen_since, None
        self._anew |= before is not None and self._notes_change(before)
        if self._anew and self.snapshot is not None:
            self._place_box()
            self._start_anew(self.snapshot)
        elif self._behind:
            self.settle(eased=False)
        self.accessible.refresh()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Fill the new size."""
        super().resizeEvent(event)
        if hasattr(self, "picture"):  # pyqtgraph resizes the view in its constructor
            self._place_box()


def _points(snapshot: Snapshot) -> int:
    """Return how many points there are; -1 for logits that follow from none."""
    subject = classifier_of(snapshot)
    return -1 if subject is None else len(subject.points)
