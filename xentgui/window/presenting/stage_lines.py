"""The lines of title and caption, and where numbers stand in them: one pitch for every script.

A font for Chinese asks for lines that are a third higher than its letters need.  Lines of the same
pitch have the same room in every language, so that the panels below stand alike, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from xentgui.language.fields import Field, Piece
from xentgui.painting.style import Style
from xentgui.window.presenting.room_style import CAPTION

GUESS = "guess"
"""The word of the field for the guess of the audience."""

_BREAK = "\N{LINE SEPARATOR}"


class _Line(NamedTuple):
    """A line: what is written, and the left end of each of its characters, and of the end."""

    start: int
    text: str
    edges: tuple[float, ...]


class TextLines:
    """A text in lines.

    Attributes
    ----------
    width
        The width of the widest line, in pixels.
    height
        The height of all lines.
    """

    def __init__(self, text: str, style: Style, width: float, *, bold: bool) -> None:
        metrics = style.metrics(CAPTION, bold=bold)
        self._pitch, self._ascent = metrics.height(), metrics.ascent()
        self._lines = tuple(_broken(text, style, width, bold=bold)) if text else ()
        self.width = max((line.edges[-1] for line in self._lines), default=0.0)
        self.height = self._pitch * len(self._lines)

    def draw(self, painter: QPainter, box: QRectF) -> None:
        """Write the lines in the font and the colour of `painter`, from the top of `box`."""
        for nth, line in enumerate(self._lines):
            down = self._ascent + nth * self._pitch
            painter.drawText(box.topLeft() + QPointF(0.0, down), line.text)

    def places(self, start: int, end: int, box: QRectF) -> Iterator[QRectF]:
        """Yield the rectangles of some characters of the text in `box`, line by line."""
        for nth, line in enumerate(self._lines):
            first, last = max(line.start, start), min(line.start + len(line.edges) - 1, end)
            if first < last:
                left, right = line.edges[first - line.start], line.edges[last - line.start]
                top = box.top() + nth * self._pitch
                yield QRectF(box.left() + left, top, right - left, self._pitch)


@lru_cache(maxsize=1024)  # those of a lecture are found before they are to be seen
def lines_of(text: str, style: Style, width: float, *, bold: bool = False) -> TextLines:
    """Return the lines of `text`, at most `width` wide; those of the last texts are kept."""
    return TextLines(text, style, max(width, 1.0), bold=bold)


def _broken(text: str, style: Style, width: float, *, bold: bool) -> Iterator[_Line]:
    layout = QTextLayout(text.replace("\n", _BREAK), style.font(CAPTION, bold=bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, count = line.textStart(), line.textLength()
        edges = tuple(line.cursorToX(start + at)[0] for at in range(count + 1))  # type: ignore[index]
        yield _Line(start, text[start : start + count].rstrip(), edges)
    layout.endLayout()


def number_places(
    pieces: Sequence[Piece], style: Style, box: QRectF
) -> Iterator[tuple[Field, QRectF]]:
    """Yield each field of a caption in `box` with the rectangles of its text, line by line."""
    lines = lines_of("".join(piece.text for piece in pieces), style, box.width())
    at = 0
    for piece in pieces:
        start, at = at, at + len(piece.text)
        if piece.field is not None:
            for place in lines.places(start, at, box):
                yield piece.field, place
