"""The ranges that a plot shows: pyqtgraph's view box holds them, and their moves are animated."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QVariantAnimation, Signal
from PySide6.QtWidgets import QGraphicsItem

from xentgui.painting import accessibility
from xentgui.painting.frame import Ranges
from xentgui.panels.axis_limits import Zoom

_EASE_MS = 160
_FAR = 1e307  # larger than all limits


class Axes(QObject):
    """The current ranges, the ranges that they move to, and whether a person has zoomed.

    Attributes
    ----------
    box
        The view box: it has the ranges, zooms with the wheel, and keeps to the limits.
    zoomed
        Whether a person has zoomed in; then the axes that can be zoomed do not move by themselves.

    Signals
    -------
    moved()
        The ranges have changed; emitted at each step of an eased move.
    """

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.box = pg.ViewBox(enableMenu=False, defaultPadding=0.0)
        self.box.disableAutoRange()
        for item in (self.box, *self.box.childItems()):
            item.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)
        self.box.sigRangeChanged.connect(self._on_range_changed)
        self.box.sigRangeChangedManually.connect(self._on_zoomed)
        self.zoomed = False
        self._zoom = Zoom()
        self.allow(self._zoom)
        self._goal = self._limit = self.ranges
        self._from = self._goal
        self._easing = QVariantAnimation(self)
        self._easing.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._easing.setStartValue(0.0)
        self._easing.setEndValue(1.0)
        self._easing.valueChanged.connect(self._on_eased)

    @property
    def ranges(self) -> Ranges:
        """The ranges that are shown at this moment."""
        (left, right), (bottom, top) = self.box.viewRange()
        return Ranges(left, right, bottom, top)

    @property
    def goal(self) -> Ranges:
        """The ranges at the end of the move in progress."""
        return self._goal

    def place(self, rect: QRectF) -> None:
        """Let the ranges fill `rect` of the scene."""
        self.box.setGeometry(rect)

    def get_ready(self) -> None:
        """Update the box's ranges before it answers the pointer.

        pyqtgraph does so when its view paints, but here the picture is painted without it.
        """
        self.box.updateMatrix()

    def allow(self, zoom: Zoom) -> None:
        """Allow the wheel to zoom, and a drag to pan, the axes that `zoom` names."""
        self._zoom = zoom
        self.box.setMouseEnabled(x=zoom.across is not None, y=zoom.up is not None)

    def limit(self, home: Ranges) -> None:
        """Limit zooming out to `home`, and zooming in to the smallest ranges of `zoom`."""
        self._limit = home
        left, right, least_across, across = _limits(home.left, home.right, self._zoom.across)
        bottom, top, least_up, up = _limits(home.bottom, home.top, self._zoom.up)
        self.box.setLimits(
            xMin=left,
            xMax=right,
            minXRange=least_across,
            maxXRange=across,
            yMin=bottom,
            yMax=top,
            minYRange=least_up,
            maxYRange=up,
        )

    def jump(self, ranges: Ranges) -> None:
        """Show `ranges` at once."""
        self.stop()
        self._goal = ranges
        if not self.zoomed:
            self.limit(ranges)
        self._apply(ranges)

    def go(self, ranges: Ranges, least: Ranges | None = None, *, eased: bool = True) -> None:
        """Move to `ranges`; axes that a person has zoomed stay.

        During the move `least` is always in view.
        """
        ranges, now = self._where_zoomed(ranges), self.ranges
        start = now if least is None else now.united(self._where_zoomed(least)).limited()
        if ranges == self._goal and start == now:
            return
        if not eased or accessibility.motion_is_reduced():
            self.jump(ranges)
            return
        self._from, self._goal = start, ranges
        # During the move neither end may be outside the limits.
        left, right = min(self._from.left, ranges.left), max(self._from.right, ranges.right)
        bottom, top = min(self._from.bottom, ranges.bottom), max(self._from.top, ranges.top)
        if not self.zoomed:
            self.limit(Ranges(left, right, bottom, top))
        self._easing.stop()
        if start != now:
            self._apply(start)
        self._easing.setDuration(_EASE_MS)
        self._easing.start()

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Enlarge by `factor` around a point of the scene and move by so many pixels, as a hand does.

        Axes that cannot be zoomed stay as they are.
        """
        across, up = self._zoom.across is not None, self._zoom.up is not None
        if not across and not up:
            return
        self.stop()
        self.get_ready()
        middle, before = self.box.mapSceneToView(around), self.box.mapSceneToView(around - by)
        moved = before - middle
        self.box.translateBy(x=moved.x() if across else None, y=moved.y() if up else None)
        scale = 1.0 / max(factor, 1e-3)
        center = self.box.mapSceneToView(around)
        self.box.scaleBy((scale if across else 1.0, scale if up else 1.0), center)
        self._on_zoomed()

    def stop(self) -> None:
        """Stop the move at its current ranges."""
        self._easing.stop()

    def _where_zoomed(self, ranges: Ranges) -> Ranges:
        """Return `ranges`, but along axes that a person has zoomed what is shown there."""
        now, zoom = self.ranges, self._zoom
        if self.zoomed and zoom.across is not None:
            ranges = ranges._replace(left=now.left, right=now.right)
        if self.zoomed and zoom.up is not None:
            ranges = ranges._replace(bottom=now.bottom, top=now.top)
        return ranges

    def _apply(self, ranges: Ranges) -> None:
        self.box.setRange(
            xRange=(ranges.left, ranges.right),
            yRange=(ranges.bottom, ranges.top),
            padding=0,
            disableAutoRange=True,
        )

    def _on_eased(self, share: float) -> None:
        if share >= 1.0:
            self._apply(self._goal)
            if not self.zoomed:
                self.limit(self._goal)
            return
        a, b = self._from, self._goal

        def between(one: float, other: float) -> float:
            return one + (other - one) * share

        self._apply(
            Ranges(
                between(a.left, b.left),
                between(a.right, b.right),
                between(a.bottom, b.bottom),
                between(a.top, b.top),
            )
        )

    def _on_range_changed(self, *_: object) -> None:
        self.moved.emit()

    def _on_zoomed(self, *_: object) -> None:
        self.zoomed = True
        # Zooming out ends at the limits but for a rounding, which is not to be seen as a zoom.
        whole = self.ranges.settled_at(self._limit)
        if whole != self.ranges:
            self._apply(whole)
        self._goal = self.ranges


def _limits(
    low: float, high: float, least: float | None
) -> tuple[float, float, float | None, float | None]:
    """Return an axis' two ends, least and greatest length; no limits if it cannot be zoomed."""
    if least is None:
        return -_FAR, _FAR, None, None
    return low, high, min(least, high - low), high - low
