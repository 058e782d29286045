"""Where a plot has room beside one of its marks, so that no number and no line is covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage

from xentgui.canvas.plot_view import PlotView
from xentgui.model.mark import Mark
from xentgui.painting.theme import Theme
from xentgui.panels.marked_panel import Way

_MOST_MARKS = 8
_CALM = 28  # of 255: how much neighbours on shaded ground differ at most
_AWAY = (9.0, 14.0, 20.0, 28.0, 38.0)  # design pixels between a handle and its cue


class FreePlace(NamedTuple):
    """A place, the mark beside it, and where its handle is, in pixels of the plot."""

    place: QRect
    mark: Mark
    at: QPointF


def free_place(plot: PlotView, size: QSize) -> FreePlace | None:
    """Return the nearest free place for what is `size`; None if there is none, or nothing to pull.

    On shaded ground, as that of a landscape, a place is free if the shades hardly change.
    """
    picture = plot.picture
    snapshot, style, view = picture.snapshot, picture.style, picture.view
    if snapshot is None or style is None or not view.handles:
        return None
    frame = picture.frame()
    if not picture.face.is_legible(frame):
        return None
    marks = [(mark, picture.face.locate(mark, frame, snapshot, view)) for mark in _marks(plot)]
    if not marks:
        return None
    pixels = _pixels(plot)
    for inked in (_marked(pixels, style.theme), _uneven(pixels)):
        for far in map(style.px, _AWAY):
            for mark, at in marks:
                for place in _around(at, far, size):
                    if _is_bare(inked, place.adjusted(-2, -2, 2, 2)):
                        return FreePlace(place, mark, at)
    return None


def _marks(plot: PlotView) -> Iterator[Mark]:
    picture = plot.picture
    assert picture.snapshot is not None
    mark = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
    for _ in range(_MOST_MARKS):
        if mark is None:
            return
        yield mark
        mark = picture.face.mark_beside(mark, Way.NEXT, picture.snapshot, picture.view)


def _around(at: QPointF, far: float, size: QSize) -> Iterable[QRect]:
    """Return the places to the right, the left, above and below, and at the corners."""
    width, height = size.width(), size.height()
    right, left = at.x() + far, at.x() - far - width
    above, below = at.y() - far - height, at.y() + far
    across, along = at.x() - width / 2, at.y() - height / 2
    corners = [(right, along), (left, along), (across, above), (across, below)]
    corners += [(right, above), (right, below), (left, above), (left, below)]
    return [QRect(round(x), round(y), width, height) for x, y in corners]


def _pixels(plot: PlotView) -> np.ndarray:
    """Return red, green and blue of each pixel, (height, width, 3), whatever the screen's scale."""
    port = plot.viewport()
    image = QImage(port.size(), QImage.Format.Format_RGB32)
    port.render(image)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8)
    pixels = pixels.reshape(image.height(), image.bytesPerLine() // 4, 4)
    return pixels[:, : image.width(), 2::-1].astype(np.int16)


def _marked(pixels: np.ndarray, theme: Theme) -> np.ndarray:
    """Return where something is drawn, (height, width): all but ground and grid."""
    found = np.ones(pixels.shape[:2], dtype=bool)
    for color in map(QColor, (theme.card, theme.grid)):
        found &= (pixels != (color.red(), color.green(), color.blue())).any(axis=2)
    return found


def _uneven(pixels: np.ndarray) -> np.ndarray:
    """Return where neighbours differ, (height, width)."""
    found = np.zeros(pixels.shape[:2], dtype=bool)
    for axis in (0, 1):
        steps = np.abs(np.diff(pixels, axis=axis)).max(axis=2) > _CALM
        found[: steps.shape[0], : steps.shape[1]] |= steps
    return found


def _is_bare(inked: np.ndarray, place: QRect) -> bool:
    height, width = inked.shape
    inside = place.left() >= 0 and place.top() >= 0
    inside = inside and place.right() < width and place.bottom() < height
    return (
        inside
        and not inked[place.top() : place.bottom() + 1, place.left() : place.right() + 1].any()
    )
