"""A painter that draws nothing, and keeps the places of the texts."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPaintDevice, QPainter, QTransform

_TO_RIGHT, _ACROSS = Qt.AlignmentFlag.AlignRight.value, Qt.AlignmentFlag.AlignHCenter.value
_TO_BOTTOM, _DOWN = Qt.AlignmentFlag.AlignBottom.value, Qt.AlignmentFlag.AlignVCenter.value
_WRAPS = Qt.TextFlag.TextWordWrap.value
_MOST_FONTS, _MOST_FLAGS, _MOST_TEXTS = 256, 64, 4096


Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class TextRuler(QPainter):
    """A painter that keeps the places of texts instead of drawing them.

    It has no device, so that what else is painted costs nothing.  All that a panel may call is
    answered here; Qt warns of a call that is not.

    Attributes
    ----------
    boxes
        The rectangle of each text that runs from left to right, from the height of capitals to the
        depth of the descenders.
    turned
        Those of the other texts.
    """

    def __init__(self) -> None:
        super().__init__()
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
                box = measures.metrics.boundingRect(place, flags, text)
                left, top, wide = box.left(), box.top(), box.width()
                bottom = box.bottom()
            else:
                wide, left, top = measures.width(text), place.left(), place.top()
                left += (place.width() - wide) * _share(flags, _TO_RIGHT, _ACROSS)
                top += (place.height() - measures.height) * _share(flags, _TO_BOTTOM, _DOWN)
                bottom = top + measures.height
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

    def keep_column(self, right: float, high: float, low: float, width: float) -> None:
        """Keep the rectangle of texts below each other that end at `right`.

        `high` and `low` are the middles of the lines of the first and the last, and `width` is that
        of the widest.
        """
        measures = self._measures
        low += measures.height / 2
        high += measures.ascent - measures.capital - measures.height / 2
        self.boxes.append((right - width, high, right, low))

    def keep_row(self, top: float, height: float) -> None:
        """Keep how high a row of texts is, at the middle of a row of `height`.

        It is above or below the plot, so that its place across, and what it says, do not matter.
        """
        measures = self._measures
        top += (height - measures.height) * 0.5
        high = top + (measures.ascent - measures.capital)
        self.boxes.append((math.inf, high, -math.inf, top + measures.height))

    def keep_hanging(self, top: float, lines: Iterable[str]) -> None:
        """Keep how far down a text reaches that runs upwards to `top`, wherever it is across."""
        low = top + max(map(self._measures.width, lines))
        self.boxes.append((math.inf, top, -math.inf, low))

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

    __slots__ = ("_widths", "ascent", "capital", "descent", "font", "height", "metrics")

    def __init__(self, font: QFont) -> None:
        self.font = QFont(font)
        self.metrics = m = QFontMetricsF(font)
        self.ascent, self.height = m.ascent(), m.height()
        self.capital, self.descent = m.capHeight(), m.descent()
        self._widths: dict[str, float] = {}

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
