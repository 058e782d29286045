"""The rows at the edges of the visible part of a page, which are shown as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from xentgui.painting.style import Style

Interval = tuple[float, float]
"""Top and bottom."""


def hide_cut_rows(painter: QPainter, rows: Iterable[Interval], seen: QRect, style: Style) -> None:
    """Paint the empty card over those of `rows` of which only a part is in `seen`."""
    end = seen.top() + seen.height()
    for top, bottom in cut_rows(rows, seen.top(), end):
        strip = QRectF(0.0, top - seen.top(), seen.width(), bottom - top)
        painter.fillRect(strip, style.color(style.theme.card))


def cut_rows(rows: Iterable[Interval], top: float, bottom: float) -> Iterator[Interval]:
    """Give the visible parts of those of `rows` that begin above `top`, or end below `bottom`.

    A row that is higher than all of the visible part stays, because otherwise it is never seen.

    >>> list(cut_rows([(0.0, 20.0), (20.0, 40.0), (40.0, 60.0)], 10.0, 50.0))
    [(10.0, 20.0), (40.0, 50.0)]
    """
    for start, end in rows:
        if end - start > bottom - top or end <= top or start >= bottom:
            continue
        if start < top:
            yield top, end
        elif end > bottom:
            yield start, bottom
