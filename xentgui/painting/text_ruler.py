"""A painter that draws nothing, and keeps the places of the texts."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPaintDevice, QPainter, QTransform

_TO_RIGHT, _ACROSS = Qt.AlignmentFlag.AlignRight.value, Qt.AlignmentFlag.AlignHCenter.value
_TO_BOTTOM, _DOWN = Qt.AlignmentFlag.AlignBottom.value, Qt.AlignmentFlag.AlignVCenter.value
_WRAPS = Qt.TextFlag.TextWordWrap.value
_MOST_FONTS, _MOST_FLAGS, _MOST_TEXTS = 256, 64, 4096


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Column(NamedTuple):
    """Numbers below each other at the left of a plot, in plots of some heights.

    `inset` is the distance of their right ends from the plot, and `width` that of the widest; `low`
    and `high` are the values of the lowest and the highest, whose letters reach from `above` its
    middle to `below` it.  `heights` are the least and the most of a plot that has these numbers.
    `signed` is that of `y_column`, which finds them for other plots; None if others find them.
    """

    inset: float
    width: float
    low: float
    high: float
    above: float
    below: float
    heights: tuple[float, float]
    signed: bool | None = None


class TextRuler(QPainter):
    """A painter that keeps the places of texts instead of drawing them.

    It has no device, so that what else is painted costs nothing.  All that a panel may call is
    answered here; Qt warns of a call that is not.

    Attributes
    ----------
    beside, above, below
        Whether numbers and the name of the y axis, legends above the plot, and numbers and names
        below it are asked about; those that draw them pass over them otherwise.
    columns
        The numbers of the y axis.
    rows
        The top and the bottom of each row of texts above or below the plot.
    width
        The least width of a picture whose rows are as high as these; infinite if they may be others
        in any other picture.
    name
        Where the name along the y axis is at the left of a plot: the least distances from the edge
        of the picture to the plot, and from its top to the bottom of the plot, and the least height;
        None if there is no such name.
    boxes
        The rectangle of each other text that runs from left to right, from the height of capitals
        to the depth of the descenders.
    turned
        Those of all other texts.
    """

    def __init__(self, *, beside: bool = True, above: bool = True, below: bool = True) -> None:
        super().__init__()
        self.beside, self.above, self.below = beside, above, below
        self.columns: list[Column] = []
        self.rows: list[tuple[float, float]] = []
        self.width = -math.inf
        self.name: tuple[float, float, float] | None = None
        self.boxes: list[Box] = []
        self.turned: list[Box] = []
        self._font, self._measures = _usual()
        self._transform: QTransform | None = None  # None for none
        self._saved: list[tuple[QFont, _Measures, QTransform | None]] = []

    def device(self) -> QPaintDevice:
        """Return a device that keeps no names of parts."""
        return _DEVICE

    def save(self) -> None:
        """Keep font and transformation."""
        self._saved.append((self._font, self._measures, self._transform))

    def restore(self) -> None:
        """Take font and transformation back."""
        self._font, self._measures, self._transform = self._saved.pop()

    def font(self) -> QFont:
        """Return the font of the next text."""
        return self._font

    def setFont(self, font: Any) -> None:
        """Use `font` for the next text."""
        found = _by_font.get(id(font))
        self._font, self._measures = font, found[1] if found else _measures_of(font)

    def fontMetrics(self) -> Any:
        """Return the measures of the font, in whole pixels."""
        return QFontMetricsF(self._font)

    def transform(self) -> QTransform:
        """Return the map to the picture."""
        return QTransform(self._transform) if self._transform else QTransform()

    deviceTransform = worldTransform = combinedTransform = transform

    def setTransform(self, transform: QTransform, combine: bool = False) -> None:  # noqa: FBT001, FBT002
        """Use another map to the picture, before the present one if the two are to `combine`."""
        self._transform = transform * self.transform() if combine else QTransform(transform)

    def translate(self, *shift: Any) -> None:
        """Move the origin, by a point or by x and y."""
        x, y = shift if len(shift) == 2 else (shift[0].x(), shift[0].y())
        self._transform = self.transform().translate(x, y)

    def rotate(self, angle: float) -> None:
        """Turn the axes by `angle` degrees."""
        self._transform = self.transform().rotate(angle)

    def scale(self, across: float, down: float) -> None:
        """Stretch the axes."""
        self._transform = self.transform().scale(across, down)

    def drawText(self, *arguments: Any) -> Any:
        """Keep the rectangle of a text at a point, or in a rectangle."""
        measures, place, text = self._measures, arguments[0], str(arguments[-1])
        if isinstance(place, QRectF):
            flags = _plain(arguments[1])
            if flags & _WRAPS:
                wide, high = measures.wrapped(text, flags, place.width())
            else:
                wide, high = measures.width(text), measures.height
            left = place.left() + (place.width() - wide) * _share(flags, _TO_RIGHT, _ACROSS)
            top = place.top() + (place.height() - high) * _share(flags, _TO_BOTTOM, _DOWN)
            bottom = top + high
            top += measures.ascent - measures.capital
        else:
            left, base, wide = place.x(), place.y(), measures.width(text)
            top, bottom = base - measures.capital, base + measures.descent
        transform = self._transform
        if transform is None:
            self.boxes.append((left, top, left + wide, bottom))
            return
        mapped = transform.mapRect(QRectF(left, top, wide, bottom - top))
        kept = self.turned if transform.isRotating() else self.boxes
        kept.append((mapped.left(), mapped.top(), mapped.right(), mapped.bottom()))

    def keep_column(
        self, inset: float, width: float, ends: tuple[float, float], heights: tuple[float, float]
    ) -> None:
        """Keep numbers below each other; `ends` are the values of the lowest and the highest."""
        measures = self._measures
        self.columns.append(Column(inset, width, *ends, *measures.half_lines, heights))

    def keep_row(self, top: float, height: float, width: float = math.inf) -> None:
        """Keep how high a row of texts is, at the middle of a row of `height`; and see `width`.

        It is above or below the plot, so that its place across, and what it says, do not matter.
        """
        self.width = width if width > self.width else self.width
        measures = self._measures
        top += (height - measures.height) * 0.5
        self.rows.append((top + (measures.ascent - measures.capital), top + measures.height))

    def keep_hanging(self, top: float, lines: Iterable[str]) -> None:
        """Keep how far down a text reaches that runs upwards to `top`, wherever it is across."""
        self.width = math.inf
        self.rows.append((top, top + max(map(self._measures.width, lines))))

    def keep_name(self, reach: float, depth: float, least: float) -> None:
        """Keep that the name of the y axis runs along it; see `name`."""
        self.name = reach, depth, least

    def keep_upwards(self, x: float, y: float, text: str, scale: float) -> None:
        """Keep the rectangle of a text that runs upwards from `y`; `x` is the middle of its line.

        It is `scale` times as large as its font.
        """
        measures, half = self._measures, self._measures.height / 2
        left = x + (measures.ascent - measures.capital - half) * scale
        wide = measures.width(text) * scale
        self.turned.append((left, y - wide, x + half * scale, y))

    def _nothing(self, *_arguments: Any, **_options: Any) -> None:
        """Draw, or set, nothing: only texts are measured."""

    drawArc = drawChord = drawConvexPolygon = drawEllipse = drawImage = drawLine = _nothing
    drawLines = drawPath = drawPicture = drawPie = drawPixmap = drawPoint = _nothing
    drawPoints = drawPolygon = drawPolyline = drawRect = drawRects = _nothing
    drawRoundedRect = drawTiledPixmap = eraseRect = fillPath = fillRect = _nothing
    strokePath = setBackground = setBrush = setBrushOrigin = setClipping = _nothing
    setClipPath = setClipRect = setClipRegion = setCompositionMode = _nothing
    setOpacity = setPen = setRenderHint = setRenderHints = _nothing


class _Measures:
    """What a text in one font needs."""

    __slots__ = ("_widths", "_wrapped", "ascent", "capital", "descent", "font", "height", "metrics")

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.metrics = m = QFontMetricsF(font)
        self.ascent, self.height = m.ascent(), m.height()
        self.capital, self.descent = m.capHeight(), m.descent()
        self._widths: dict[str, float] = {}
        self._wrapped: dict[tuple[str, int, float], tuple[float, float]] = {}

    @property
    def half_lines(self) -> tuple[float, float]:
        """How far letters reach from the middle of their line, upwards (below zero) and downwards."""
        half = self.height / 2
        return self.ascent - self.capital - half, half

    def wrapped(self, text: str, flags: int, room: float) -> tuple[float, float]:
        """Return the width and the height of `text` in lines that are no longer than `room`."""
        found = self._wrapped.get((text, flags, room))
        if found is None:
            if len(self._wrapped) >= _MOST_TEXTS:
                self._wrapped.clear()
            box = self.metrics.boundingRect(QRectF(0.0, 0.0, room, 1.0), flags, text)
            found = self._wrapped[text, flags, room] = box.width(), box.height()
        return found

    def width(self, text: str) -> float:
        """Return the width of `text`."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) >= _MOST_TEXTS:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found


_DEVICE = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
_by_key: dict[str, _Measures] = {}
_by_font: dict[int, tuple[QFont, _Measures]] = {}
_known_flags: dict[int, tuple[object, int]] = {}


@cache
def _usual() -> tuple[QFont, _Measures]:
    """Return the font in which a painter begins to write, with its measures."""
    font = QFont()
    return font, _measures_of(font)


def _measures_of(font: QFont) -> _Measures:
    """Return the measures of `font`; to tell a font from its key takes as long as a short text."""
    if len(_by_font) >= _MOST_FONTS:
        _by_font.clear()
    key = font.key()
    measures = _by_key.get(key)
    if measures is None:
        if len(_by_key) >= _MOST_FONTS:
            _by_key.clear()
        measures = _by_key[key] = _Measures(font)
    # With the font itself, so that no other font gets its id.
    _by_font[id(font)] = font, measures
    return measures


def half_lines(font: QFont) -> tuple[float, float]:
    """Return how far letters reach from the middle of their line, upwards (below 0) and downwards."""
    return _measures_of(font).half_lines


def _plain(flags: object) -> int:
    """Return alignment flags as a number; Python reads an enum's value slowly."""
    found = _known_flags.get(id(flags))
    if found is None:
        if len(_known_flags) >= _MOST_FLAGS:
            _known_flags.clear()
        found = _known_flags[id(flags)] = flags, int(getattr(flags, "value", flags))  # type: ignore[call-overload]
    return found[1]


def _share(flags: int, end: int, middle: int) -> float:
    """Return the share of the free room that is before a text."""
    return 1.0 if flags & end else 0.5 if flags & middle else 0.0
