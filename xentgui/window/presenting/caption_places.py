"""Where the numbers of a caption stand, so that they can be dragged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextOption

from xentgui.language.fields import Field, Piece
from xentgui.painting.style import Style
from xentgui.window.presenting.room_style import CAPTION

GUESS = "guess"
"""The word of the field for the guess of the audience."""

_BREAK = "\N{LINE SEPARATOR}"


def number_places(
    pieces: Sequence[Piece], style: Style, box: QRectF
) -> Iterator[tuple[Field, QRectF]]:
    """Yield each field of a caption in `box` with the rectangles of its text, line by line.

    The lines are those of `QPainter.drawText` with word wrap.
    """
    text = "".join(piece.text for piece in pieces)
    lines = _lines(text, style, box.width())
    at = 0
    for piece in pieces:
        start, at = at, at + len(piece.text)
        if piece.field is None or start == at:
            continue
        for line in lines:
            first, last = line.textStart(), line.textStart() + line.textLength()
            if max(first, start) < min(last, at):
                left, right = (
                    line.cursorToX(place)[0] for place in (max(first, start), min(last, at))
                )
                corner = box.topLeft() + QPointF(left, line.y())
                yield piece.field, QRectF(corner.x(), corner.y(), right - left, line.height())


def _lines(text: str, style: Style, width: float) -> list:  # type: ignore[type-arg]
    layout = QTextLayout(text.replace("\n", _BREAK), style.font(CAPTION))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    leading, height = style.metrics(CAPTION).leading(), 0.0
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, height))
        height += line.height() + leading
        lines.append(line)
    layout.endLayout()
    _kept[:] = [layout]  # lines live as long as their layout
    return lines


_kept: list[QTextLayout] = []
