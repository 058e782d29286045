"""Text on pages: paragraphs are broken into lines, and lines are spread over pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from xentgui.painting.style import Style

_LEADING = 1.12  # times the height of the letters


class Paragraph(NamedTuple):
    """A text, and how it is written.

    Attributes
    ----------
    text
        It may have several lines.
    size, bold, muted
        The look; the size is a multiple of the page's.
    above, indent
        Free room above, which is left out at the top of a page, and at the left, in ems.
    with_next
        Whether it stands on the page of what follows, as a heading does.
    """

    text: str
    size: float = 1.0
    bold: bool = False
    muted: bool = False
    above: float = 0.0
    indent: float = 0.0
    with_next: bool = False


class Line(NamedTuple):
    """One line of a paragraph; `above` and `height` are in design pixels."""

    text: str
    look: Paragraph
    above: float
    height: float
    with_next: bool


def lines_of(paragraph: Paragraph, style: Style, width: float) -> list[Line]:
    """Return the lines of a paragraph in a column of `width` design pixels."""
    metrics = style.metrics(paragraph.size, bold=paragraph.bold)
    room = width - paragraph.indent * style.em
    broken = [
        one
        for text in paragraph.text.split("\n")
        for one in _broken(text, paragraph, style, max(room, 1.0))
    ]
    return [
        Line(
            text,
            paragraph,
            above=0.0 if at else paragraph.above * style.em,
            height=metrics.height() * _LEADING,
            # One line of a paragraph does not stand alone at the end of a page.
            with_next=paragraph.with_next or (at == 0 and len(broken) > 1),
        )
        for at, text in enumerate(broken)
    ]


def _broken(text: str, look: Paragraph, style: Style, width: float) -> Iterator[str]:
    layout = QTextLayout(text, style.font(look.size, bold=look.bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = text.encode("utf-16-le", "surrogatepass")  # Qt counts in these
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, length = line.textStart(), line.textLength()
        yield units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").rstrip()
        if not text:
            break
    layout.endLayout()


def height_of(lines: Iterable[Line]) -> float:
    """Return the height of lines with the room above each."""
    return sum(line.above + line.height for line in lines)


def paint_lines(painter: QPainter, lines: Iterable[Line], style: Style, room: QRectF) -> float:
    """Write lines from the top of `room`, and return the y below them."""
    y, theme = room.top(), style.theme
    for line in lines:
        look = line.look
        metrics = style.metrics(look.size, bold=look.bold)
        y += line.above
        painter.setFont(style.font(look.size, bold=look.bold))
        painter.setPen(style.color(theme.mute if look.muted else theme.ink))
        left = room.left() + look.indent * style.em
        painter.drawText(QPointF(left, y + metrics.ascent()), line.text)
        y += line.height
    return y


def spread(lines: Sequence[Line], height: float) -> list[list[Line]]:
    """Return the lines of each page; what belongs together is not parted, if a page can hold it."""
    pages: list[list[Line]] = [[]]
    at = 0
    while at < len(lines):
        end = at
        while lines[end].with_next and end + 1 < len(lines):
            end += 1
        block = list(lines[at : end + 1])
        if pages[-1] and height_of(pages[-1]) + height_of(block) > height:
            pages.append([])
        if not pages[-1]:
            block[0] = block[0]._replace(above=0.0)
        for line in block:
            if pages[-1] and height_of(pages[-1]) + line.height > height:
                pages.append([])  # the block alone is higher than a page
            pages[-1].append(line)
        at = end + 1
    return pages
