"""Names that are broken into lines, because whole names say more than short ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.style import Style

LINE = 13.0
"""The height of a line of a name that has several, in design pixels."""

MOST_LINES = 3
"""Of a name beside a row, or along a turned line; what is below a plot may have one more."""


def broken(text: str, width: Callable[[str], float], room: float, most: int) -> list[str]:
    """Return `text` in as few lines as fit into `room`; [] if it needs more than `most`.

    `width` measures a text in the unit of `room`.

    >>> broken("Golden retriever", len, 10, 2), broken("Golden retriever", len, 10, 1)
    (['Golden', 'retriever'], [])
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        elif width(word) > room:
            return []
        else:
            lines.append(word)
    return lines if len(lines) <= most else []


def all_broken(
    style: Style, names: Sequence[str], rooms: Sequence[float], size: float, most: int
) -> list[list[str]] | None:
    """Return each of `names` in lines as wide as its room; None if one needs more than `most`."""
    width, found = style.ruler(size).width, list[list[str]]()
    for name, room in zip(names, rooms, strict=True):
        lines = broken(name, width, room, most)
        if not lines:
            return None
        found.append(lines)
    return found


def draw_lines(
    painter: QPainter, style: Style, box: QRectF, lines: Sequence[str], align: Qt.AlignmentFlag
) -> None:
    """Draw lines one below the other from the top of `box`, with the font of `painter`."""
    line = QRectF(box.left(), box.top(), box.width(), style.px(LINE))
    for text in lines:
        painter.drawText(line, align | Qt.AlignmentFlag.AlignVCenter, text)
        line.translate(0.0, style.px(LINE))
