"""Very many points as dots: one picture, which is kept as long as only the chosen point moves."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from xentgui.model.rows import Array
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.frame import Frame, Ranges
from xentgui.panels.input_space_choices import Axes
from xentgui.panels.kept import kept

_SIDE = 1.6  # pixels of a dot at a resolution of 1, two at least
_BLANK = np.uint32(0)


class _ButForOneRow:
    """Keeps an array, to stand for others that differ from it in one row alone."""

    def __init__(self) -> None:
        self._kept = np.empty(0)

    def standing_for(self, array: np.ndarray, row: int) -> np.ndarray:
        """Return the kept array if `array` is equal to it in all rows but `row`; else keep this."""
        before = self._kept
        if array is not before:
            differs = True
            if array.shape == before.shape:
                rows = np.flatnonzero(array != before) // max(1, array[0].size)
                differs = bool((rows != row).any())
            if differs:
                self._kept = array
        return self._kept


_POINTS, _CLASSES = _ButForOneRow(), _ButForOneRow()


def draw_dots(
    painter: QPainter,
    frame: Frame,
    colors: tuple[int, ...],
    subject: Classifier,
    axes: Axes,
    lit: np.ndarray | None,
) -> None:
    """Draw all points but the chosen one, of the classes' `colors`, as squares of few pixels.

    Those that are not `lit`, shape (N,), are left out; None stands for all.
    """
    rect, resolution = frame.rect, frame.resolution
    wide, high = (max(1, math.ceil(side * resolution)) for side in (rect.width(), rect.height()))
    inks = tuple(0xFF000000 | int(color[1:], 16) for color in frame.style.theme.classes)
    chosen = subject.chosen
    points = _POINTS.standing_for(subject.points, chosen)
    classes = _CLASSES.standing_for(subject.classes, chosen)
    image = _picture(
        *(points, classes, chosen, axes, colors, lit),
        *(frame.ranges, (wide, high), (rect.width() * resolution, rect.height() * resolution)),
        *(inks, max(2, round(_SIDE * resolution))),
    )
    painter.drawImage(QRectF(rect.left(), rect.top(), wide / resolution, high / resolution), image)


@kept
@np.errstate(all="ignore")
def _picture(
    points: Array,
    classes: np.ndarray,
    chosen: int,
    axes: Axes,
    colors: tuple[int, ...],
    lit: np.ndarray | None,
    ranges: Ranges,
    size: tuple[int, int],
    lengths: tuple[float, float],
    inks: tuple[int, ...],
    side: int,
) -> QImage:
    wide, high = size
    ink = np.array(inks, dtype=np.uint32)
    numbers = np.arange(int(classes.max(initial=0)) + 1)
    of_class = ink[(np.array(colors)[numbers] if colors else numbers) % len(ink)]
    left, bottom = ranges.left, ranges.bottom
    across = (points[:, axes.across] - left) * (lengths[0] / (ranges.right - left))
    up = (ranges.top - points[:, axes.up]) * (lengths[1] / (ranges.top - bottom))
    # One column and one row more than there are take what lies beyond an edge.
    columns = np.where((across >= -1.0) & (across <= lengths[0] + 1.0), across, wide)
    lines = np.where((up >= -1.0) & (up <= lengths[1] + 1.0), up, high)
    starts = columns.astype(np.int32).clip(0, wide)
    down = lines.astype(np.int32).clip(0, high)
    down[chosen] = high
    if lit is not None:
        down[~lit] = high
    down *= wide + side
    starts += down
    pixels = np.zeros((high + side, wide + side), dtype=np.uint32)
    pixels.reshape(-1)[starts] = of_class[np.maximum(classes, 0)]
    pixels[high:] = _BLANK
    pixels[:, wide:] = _BLANK
    grown = pixels.copy()
    for by in range(1, side):
        _spread(grown[:, by:], pixels[:, :-by])
    pixels = grown.copy()
    for by in range(1, side):
        _spread(grown[by:], pixels[:-by])
    return QImage(
        grown.data, wide, high, 4 * grown.shape[1], QImage.Format.Format_ARGB32_Premultiplied
    ).copy()


def _spread(onto: np.ndarray, of: np.ndarray) -> None:
    np.copyto(onto, of, where=onto == _BLANK)
