"""What is below the marks of a plot, painted once so that an edit paints only marks, and a plot painted ahead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from xentgui.canvas.kept_pictures import PixmapCache
from xentgui.model import Snapshot
from xentgui.model.rows import Array
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.panels.plot_panel import PlotPanel


class SeenAxes:
    """Keeps the axes of a snapshot until those of another one would look different.

    Near its end a walk takes steps that are far smaller than a pixel, and contours take longer than
    everything that is drawn over them.
    """

    def __init__(self) -> None:
        self._kept: tuple[Snapshot, tuple[object, ...], Array, float] | None = None

    def forget(self) -> None:
        """Take the axes of the next snapshot."""
        self._kept = None

    def of(self, face: PlotPanel, frame: Frame, snapshot: Snapshot, view: View) -> Snapshot:
        """Return the snapshot whose axes are shown: `snapshot`, or one that looks like it."""
        found = face.axes_numbers(frame, snapshot, view)
        if found is None:
            self._kept = None
            return snapshot
        numbers, rest = found
        finite = np.isfinite(numbers)
        key = (
            face,
            frame.ranges,
            frame.rect,
            frame.outer,
            frame.style,
            frame.resolution,
            finite.tobytes(),
            rest,
        )
        numbers = numbers[finite]
        if self._kept is not None:
            known, its_key, its_numbers, unseen = self._kept
            if key == its_key and (np.abs(numbers - its_numbers) <= unseen).all():
                return known
        self._kept = snapshot, key, numbers, face.unseen(frame, snapshot, view)
        return snapshot


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


class Shown(NamedTuple):
    """All that the picture of a plot depends on, while no mark of it is pointed at or has the keys."""

    snapshot: Snapshot
    view: View
    ranges: Ranges
    rect: QRectF
    style: Style
    resolution: float

    def is_that_of(self, other: Shown) -> bool:
        """Return whether both give the same picture: of the very same numbers, not of equal ones."""
        return self.snapshot is other.snapshot and self[1:] == other[1:]

    def frame(self, face: PlotPanel) -> Frame:
        """Return the map from data to pixels."""
        return face.frame(self.rect, self.ranges, self.view, self.style, self.resolution)


class PlotAhead:
    """Keeps one picture, with the background on which its marks can move on."""

    def __init__(self) -> None:
        self._shown: Shown | None = None
        self._picture = QPixmap()
        self.background = PlotBackground()

    def forget(self) -> None:
        """Have no picture."""
        self._shown, self._picture, self.background = None, QPixmap(), PlotBackground()

    def picture(self, shown: Shown) -> QPixmap | None:
        """Return the picture of `shown`; None if it is not there."""
        mine = self._shown
        return self._picture if mine is not None and mine.is_that_of(shown) else None

    def paint(self, panel: PlotPanel, shown: Shown, background: PlotBackground) -> Iterator[None]:
        """Paint the picture of `shown`, a part each time; what `background` has is not painted anew."""
        if self.picture(shown) is not None:
            return
        self.forget()
        snapshot, view = shown.snapshot, shown.view
        face = panel.face(view)
        frame, below = shown.frame(face), background.copy()
        picture = QPixmap(below.picture(face, frame, snapshot, view))
        yield
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        face.paint_above(painter, frame, snapshot, view)
        painter.end()
        self._shown, self._picture, self.background = shown, picture, below
