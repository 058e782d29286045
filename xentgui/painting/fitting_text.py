"""A line of text for which there is so much room: in smaller letters where it would be cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.painting.style import Style

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LEAST = 0.62  # em: smaller letters are not read in print
_SMALLER = 0.95


def fitting_size(
    style: Style, texts: Sequence[str], room: float, size: float, *, bold: bool = False
) -> float:
    """Return the size in em, `size` or less, in which each of `texts` is no wider than `room`.

    Where even the smallest letters are too wide, it is theirs.
    """
    while size > _LEAST:
        metrics = style.metrics(size, bold=bold)
        if all(metrics.horizontalAdvance(text) <= room for text in texts):
            return size
        size *= _SMALLER
    return _LEAST


def fitting_text(
    style: Style,
    text: str,
    room: float,
    size: float,
    *,
    bold: bool = False,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> tuple[str, float]:
    """Return `text` and its size in em; what is too wide in the smallest letters is cut."""
    size = fitting_size(style, (text,), room, size, bold=bold)
    if size > _LEAST:
        return text, size
    return style.metrics(size, bold=bold).elidedText(text, cut, room), size


def draw_fitting(
    painter: QPainter,
    style: Style,
    box: QRectF,
    text: str,
    size: float,
    *,
    bold: bool = False,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Draw `text` on one line in `box`, with the pen of `painter`."""
    words, size = fitting_text(style, text, box.width(), size, bold=bold)
    painter.setFont(style.font(size, bold=bold))
    painter.drawText(box, align, words)
