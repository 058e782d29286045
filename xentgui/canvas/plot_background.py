"""What is below the marks of a plot: painted once into a pixmap, so that an edit paints only marks."""

from __future__ import annotations

from PySide6.QtGui import QPixmap

from xentgui.canvas.kept_pictures import PixmapCache
from xentgui.canvas.seen_axes import SeenAxes
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.plot_panel import PlotPanel


class PlotBackground:
    """Keeps the axes, which depend only on ranges and names."""

    def __init__(self) -> None:
        self._ground, self._whole = PixmapCache(), PixmapCache()
        self._seen = SeenAxes()

    def picture(
        self,
        face: PlotPanel,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        *,
        in_play: bool = False,
    ) -> QPixmap:
        """Return the picture of what `face` paints below the marks.

        If `in_play`, it can be that of an earlier snapshot, which looks the same.
        """
        frame.behind = None
        if not in_play or not face.is_legible(frame):
            self._seen.forget()
        else:
            seen, known = self._seen.of(face, frame, snapshot, view), self._whole.known
            if seen is not snapshot and known is not None:
                frame.behind = seen
                return known
        size, resolution, style = frame.outer.size(), frame.resolution, frame.style
        key = face, frame.ranges, face.axes_key(snapshot, view)
        if not face.has_ground or not face.is_legible(frame):
            return self._whole.picture(
                key,
                size,
                resolution,
                style,
                lambda painter: face.paint_below(painter, frame, snapshot, view),
            )
        ground = self._ground.picture(
            (face, frame.ranges, frame.rect),
            size,
            resolution,
            style,
            lambda painter: face.paint_ground(painter, frame),
        )
        return self._whole.picture(
            (*key, frame.rect),
            size,
            resolution,
            style,
            lambda painter: face.paint_over_ground(painter, frame, snapshot, view),
            ground,
        )

    def forget(self) -> None:
        """Paint the axes again next time; needed when the language changes."""
        self._seen.forget()
        self._ground.forget()
        self._whole.forget()

    def copy(self) -> PlotBackground:
        """Return another one, which has the same pictures until either paints a new one."""
        other = PlotBackground()
        other._ground, other._whole = self._ground.copy(), self._whole.copy()
        return other
