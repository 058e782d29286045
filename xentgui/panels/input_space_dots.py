"""Very many points as dots: one picture, which is kept as long as only the chosen point moves.

Dots lie on whole pixels.  Where these lie does not depend on where the plot begins, so that a plot
that is moved by whole pixels shows another part of the same picture.
"""

from __future__ import annotations

import math
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from xentgui.model.rows import Array
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting.frame import Frame
from xentgui.panels.input_space_choices import Axes
from xentgui.panels.kept import kept

_SIDE: Final = 1.6  # pixels of a dot at a resolution of 1, two at least
_ROOM: Final = 64  # pixels by which a picture is larger than the plot
_BITS, _PARTS = 24, 64.0
"""What is not seen: so many bits of the pixels in a unit; and of a pixel such a part."""


class _Pixels(NamedTuple):
    """The pixels along an axis: x is in the one with the number floor(scale * x - phase)."""

    scale: float
    phase: float

    def of(self, values: Array) -> Array:
        """Return in which pixel each value is, shape (N,)."""
        found = values * self.scale
        found -= self.phase
        return np.floor(found, out=found)


def _pixels(start: float, unit: float) -> tuple[_Pixels, int]:
    """Return the pixels along an axis, and the first that is seen: that in which `start` is.

    `unit` is how many there are in a unit, below 0 for an axis that leads up.  Both are rounded, by
    less than can be seen, so that an axis that is moved by whole pixels has the same ones.
    """
    mantissa, exponent = math.frexp(unit)
    scale = math.ldexp(round(math.ldexp(mantissa, _BITS)), exponent - _BITS)
    at = round(start * scale * _PARTS)
    first = at // int(_PARTS)
    return _Pixels(scale, at / _PARTS - first), first


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
    rect, resolution, ranges = frame.rect, frame.resolution, frame.ranges
    wide, high = (max(1, math.ceil(side * resolution)) for side in (rect.width(), rect.height()))
    inks = tuple(0xFF000000 | int(color[1:], 16) for color in frame.style.theme.classes)
    chosen, side = subject.chosen, max(2, round(_SIDE * resolution))
    points = _POINTS.standing_for(subject.points, chosen)
    classes = _CLASSES.standing_for(subject.classes, chosen)
    across, left = _pixels(ranges.left, frame.slot * resolution)
    down, top = _pixels(ranges.top, -frame.lift * resolution)
    # A dot that begins before the plot is seen in it, too.
    first = [(at - side + 1) // _ROOM * _ROOM for at in (left, top)]
    image = _picture(
        *(points, _ink_numbers(classes, colors, len(inks)), chosen, axes, lit, across, down),
        *(first[0], first[1], wide + side + _ROOM, high + side + _ROOM, inks, side),
    )
    seen = image.copy(QRect(left - first[0], top - first[1], wide, high))
    painter.drawImage(QRectF(rect.left(), rect.top(), wide / resolution, high / resolution), seen)


@kept
def _ink_numbers(classes: np.ndarray, colors: tuple[int, ...], inks: int) -> np.ndarray:
    """Return which of the inks each point has, from 1, shape (N,)."""
    numbers = np.arange(int(classes.max(initial=0)) + 1)
    of_class = (np.array(colors)[numbers] if colors else numbers) % inks + 1
    found: np.ndarray = of_class.astype(np.uint8)[np.maximum(classes, 0)]
    return found


@kept
@np.errstate(all="ignore")
def _picture(
    points: Array,
    ink_numbers: np.ndarray,
    chosen: int,
    axes: Axes,
    lit: np.ndarray | None,
    across: _Pixels,
    down: _Pixels,
    left: int,
    top: int,
    wide: int,
    high: int,
    inks: tuple[int, ...],
    side: int,
) -> QImage:
    """Return the picture of `wide` times `high` pixels that begins in pixels `left` and `top`."""
    wide += -wide % 4  # as Qt wants it
    columns, lines = across.of(points[:, axes.across]), down.of(points[:, axes.up])
    columns -= left
    lines -= top
    inside = columns >= 0.0
    inside &= columns < wide
    inside &= lines >= 0.0
    inside &= lines < high
    inside[chosen] = False
    if lit is not None:
        inside &= lit
    lines *= wide
    lines += columns
    starts = np.where(inside, lines, wide * high).astype(np.intp)
    pixels = np.zeros(wide * high + 1, dtype=np.uint8)
    pixels[starts] = ink_numbers
    dots = pixels[:-1].reshape(high, wide)
    for turned in (np.transpose, np.asarray):
        # A pixel has the ink of the dot that begins in it, or else of the nearest one before it.
        before = turned(dots.copy())
        onto = turned(dots)
        for by in range(1, side):
            onto[by:] |= before[:-by] * (onto[by:] == 0)
    image = QImage(dots.data, wide, high, wide, QImage.Format.Format_Indexed8)
    image.setColorTable((0, *inks))
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
