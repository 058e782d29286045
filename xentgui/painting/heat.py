"""Heat maps: numbers on a grid as shades of one colour, and the scale that says which is which."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from xentgui.painting.frame import Frame
from xentgui.painting.labels import SMALL, fitting
from xentgui.painting.theme import Theme, blended, contrast

SHADES = 256
_MARKS = 3.0
"""Every mark of the theme's ink has this contrast on the strongest shade, or more."""

_BAR = 12.0  # design pixels: the width of a scale
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom


@lru_cache(maxsize=8)
def shades_of(theme: Theme) -> np.ndarray:
    """Return the shades from the card's colour towards the accent, (SHADES,) as 0xffRRGGBB.

    They end where ink can still be seen on them.
    """
    shares = np.linspace(1.0, 0.0, 101).tolist()
    strongest = next(
        share
        for share in shares
        if contrast(theme.ink, blended(theme.card, theme.accent, share)) >= _MARKS
    )
    steps = np.linspace(0.0, strongest, SHADES).tolist()
    colors = (blended(theme.card, theme.accent, step) for step in steps)
    found = np.array([0xFF000000 | int(color[1:], 16) for color in colors], dtype=np.uint32)
    found.setflags(write=False)
    return found


def heat_image(values: np.ndarray, low: float, high: float, shades: np.ndarray) -> QImage:
    """Return `values`, (m, n) with the lowest row first, as a picture with the lowest row last.

    `low` has the first of `shades` and `high` the last; what is infinite or NaN has the last, too.
    """
    scale = (len(shades) - 1e-3) / (high - low) if high > low else 0.0
    with np.errstate(all="ignore"):
        depths = np.subtract(values[::-1], low, out=_scratch(values.shape))
        depths *= scale
        if not np.isfinite(np.add.reduce(depths, axis=None)):
            depths[~np.isfinite(depths)] = len(shades) - 1
    np.clip(depths, 0.0, len(shades) - 1, out=depths)
    indices = depths.astype(np.uint8)
    rows, columns = indices.shape
    image = QImage(indices.data, columns, rows, columns, QImage.Format.Format_Indexed8)
    image.setColorTable(shades.tolist())
    return image.convertToFormat(QImage.Format.Format_RGB32)  # Qt does it faster than numpy


@lru_cache(maxsize=2)
def _scratch(shape: tuple[int, int]) -> np.ndarray:
    """Return an array to write into: to be given new memory takes longer than the arithmetic."""
    return np.empty(shape)


def draw_heat(painter: QPainter, rect: QRectF, image: QImage) -> None:
    """Fill `rect` with `image`, without steps between its pixels."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, True)
    painter.drawImage(rect, image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)


@lru_cache(maxsize=2)
def _ramp(theme: Theme) -> QImage:
    """Return all shades, one above the other."""
    ramp = np.linspace(0.0, 1.0, SHADES).reshape(-1, 1)
    return heat_image(ramp, 0.0, 1.0, shades_of(theme))


def draw_scale(
    painter: QPainter,
    frame: Frame,
    left: float,
    places: dict[float, str],
    ends: tuple[float, float],
    unit: str,
) -> None:
    """Draw the scale of a heat map at x = `left`, as high as the plot, with numbers beside it.

    `places` are texts by their number, between the `ends`; those that would touch are left out.
    """
    style, theme, rect = frame.style, frame.style.theme, frame.rect
    bar = QRectF(left, rect.top(), style.px(_BAR), rect.height())
    low, high = ends
    draw_heat(painter, bar, _ramp(theme))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(style.pen(theme.line, 1.0))
    painter.drawRect(bar)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    beside = bar.right() + style.px(5)
    room = frame.outer.right() - beside
    painter.setFont(style.font(fitting(frame, places.values(), room)))
    height, end = style.px(14), -np.inf
    for value, text in sorted(places.items(), reverse=True):
        share = (value - low) / (high - low) if high > low else 0.0
        y = bar.bottom() - share * bar.height()
        if y - end < height:
            continue
        end = y
        painter.setPen(style.pen(theme.mute, 1.0))
        painter.drawLine(QPointF(bar.right(), y), QPointF(bar.right() + style.px(3), y))
        painter.setPen(style.color(theme.mute))
        painter.drawText(QRectF(beside, y - height / 2, room, height), _LEFT, text)
    if unit:
        painter.setFont(style.font(SMALL))
        painter.setPen(style.color(theme.mute))
        right = frame.outer.right() - style.px(6)
        box = QRectF(frame.outer.left(), frame.outer.top(), right - frame.outer.left(), 0.0)
        box.setBottom(rect.top() - style.px(4))
        painter.drawText(box, _RIGHT, unit)
