"""Letters that are pictures: colour emoji have no outlines."""

from __future__ import annotations

import base64
import math
import re
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainterPath

from xentgui.export.formats.device import painting
from xentgui.export.formats.png import SIGNATURE, chunk, header, packed, pixels

_ASKED = 97  # pixels; no text of a figure has this size
_FINE = 4  # pixels in a design pixel
_WIDEST = 1.6  # em, of one letter
# Symbols, what joins and varies them, and skin tones; most of these letters have outlines.
_SYMBOLS = re.compile(
    "[\u00a9\u00ae\u2000-\u33ff\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f]+"
)


class Pictured(NamedTuple):
    """A text whose letters are partly pictures.

    Attributes
    ----------
    elements
        Elements of SVG for the pictures.
    rest
        The other letters, in pieces, each with where it begins.
    """

    elements: list[str]
    rest: list[tuple[float, str]]


def pictured(text: str, font: QFont) -> Pictured:
    """Return the pictures in `text`, from the start of its baseline, and its other letters."""
    metrics = QFontMetricsF(font)
    elements, rest, at = [], [], 0
    for found in _SYMBOLS.finditer(text):
        if _has_outlines(found[0], font):
            continue
        rest.append((metrics.horizontalAdvance(text[:at]), text[at : found.start()]))
        drawn = _element(found[0], font, metrics.horizontalAdvance(text[: found.start()]))
        elements += [drawn] if drawn else []
        at = found.end()
    return Pictured(elements, [*rest, (metrics.horizontalAdvance(text[:at]), text[at:])])


def _has_outlines(text: str, font: QFont) -> bool:
    # Once Qt has been asked for the outline of a picture, it no longer draws it at this size.
    path = QPainterPath()
    path.addText(0.0, 0.0, _sized(font, _ASKED), text)
    return not path.isEmpty()


def _sized(font: QFont, pixels: int) -> QFont:
    other = QFont(font)
    other.setPixelSize(pixels)
    return other


def _element(text: str, font: QFont, left: float) -> str:
    """Return `text` as a picture that begins at `left`, "" if nothing is seen of it."""
    large = _sized(font, font.pixelSize() * _FINE)
    side = math.ceil(_WIDEST * large.pixelSize())
    image = QImage(side * len(text), 2 * side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with painting(image) as painter:
        painter.setFont(large)
        painter.drawText(QPointF(0.0, side), text)
    seen = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()) != 0
    rows, columns = seen.any(axis=1).nonzero()[0], seen.any(axis=0).nonzero()[0]
    if not len(rows):
        return ""
    box = QRect(int(columns[0]), int(rows[0]), np.ptp(columns).item() + 1, np.ptp(rows).item() + 1)
    part = image.copy(box)
    chunks = (header(part), chunk(b"IDAT", packed(pixels(part))), chunk(b"IEND", b""))
    data = base64.b64encode(b"".join((SIGNATURE, *chunks))).decode()
    return (
        f'<image x="{left + box.left() / _FINE:.6g}" y="{(box.top() - side) / _FINE:.6g}" '
        f'width="{box.width() / _FINE:.6g}" height="{box.height() / _FINE:.6g}" '
        f'xlink:href="data:image/png;base64,{data}"/>'
    )
