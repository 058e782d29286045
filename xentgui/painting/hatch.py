"""Patterns that distinguish classes in black ink, drawn as lines that scale with the picture.

Qt's own patterns are bitmaps of eight device pixels: they would vanish at a high resolution, and
each program that reads an SVG draws them in its own way.
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.qt_arrays import in_place
from xentgui.painting.style import Style

SOLID = ""
PATTERNS = ("/", "\\", "x", "|", "-", "+", "//", "=")
"""The fill of a class: each sign stands for strokes in its direction; two signs, for denser ones.

No pattern is solid, because the black line of a target could not be seen on it.
"""

_STEP = 6.0  # design pixels from one stroke to the next
_NARROW = 8.0  # design pixels; a bar without room for strokes is solid


def draw_hatched(painter: QPainter, style: Style, rects: np.ndarray, number: int) -> None:
    """Fill `rects`, shape (n, 4), with the pattern of colour `number` and draw their outlines."""
    pattern, color = PATTERNS[number % len(PATTERNS)], style.theme.class_color(number)
    for left, top, width, height in rects.tolist():
        draw_pattern(painter, style, QRectF(left, top, width, height), pattern, color)


def draw_pattern(
    painter: QPainter, style: Style, rect: QRectF, pattern: str, color: str, step: float = _STEP
) -> None:
    """Fill `rect` with one of `PATTERNS`, `step` design pixels apart, and draw its outline."""
    if pattern == SOLID or rect.width() < style.px(_NARROW):
        painter.fillRect(rect, style.color(color))
        return
    painter.setPen(style.pen(color, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = min(style.px(0.6), rect.height() / 2)
    painter.drawRect(rect.adjusted(inset, inset, -inset, -inset))
    strokes = _strokes(pattern, rect.width(), rect.height(), style.px(step))
    if len(strokes):
        strokes[:, ::2] += rect.left()
        strokes[:, 1::2] = rect.bottom() - strokes[:, 1::2]
        lines = np.ascontiguousarray(strokes)
        painter.drawLines(in_place(lines, QLineF), len(lines))


def _strokes(pattern: str, width: float, height: float, step: float) -> np.ndarray:
    """Return the strokes within a rectangle, shape (n, 4): x, y, x, y from its lower left.

    They are computed to end at its edges, because not every device can clip.
    """
    found = []
    if pattern in {"=", "//"}:
        step /= 2
    if pattern in {"-", "+", "="}:
        y = np.arange(step / 2, height, step)
        found.append(np.stack([0 * y, y, 0 * y + width, y], axis=1))
    if pattern in {"|", "+"}:
        x = np.arange(step / 2, width, step)
        found.append(np.stack([x, 0 * x, x, 0 * x + height], axis=1))
    apart = step * np.sqrt(2.0)
    if pattern in {"/", "//", "x"}:
        c = np.arange(apart / 2 - apart * np.floor(height / apart + 0.5), width, apart)
        start, stop = np.maximum(c, 0.0), np.minimum(c + height, width)
        found.append(np.stack([start, start - c, stop, stop - c], axis=1))
    if pattern in {"\\", "x"}:
        c = np.arange(apart / 2, width + height, apart)
        start, stop = np.maximum(c - height, 0.0), np.minimum(c, width)
        found.append(np.stack([start, c - start, stop, c - stop], axis=1))
    strokes = np.concatenate(found)
    return np.asarray(strokes[np.hypot(*(strokes[:, :2] - strokes[:, 2:]).T) > 0])
