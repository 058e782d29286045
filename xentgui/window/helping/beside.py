"""Where a small card stands beside a part of the window, without covering it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

_GAP = 6


def beside(part: QRect, room: QRect, size: QSize) -> QPoint | None:
    """Return the top left corner of what is `size`, within `room` and off `part`; None if nowhere.

    To the right is best, then to the left, below and above: along `part`, as far as `room` allows.
    """
    width, height = size.width(), size.height()
    y = _between(part.top(), room.top(), room.bottom() + 1 - height)
    x = _between(part.left(), room.left(), room.right() + 1 - width)
    places = (
        QPoint(part.right() + 1 + _GAP, y),
        QPoint(part.left() - _GAP - width, y),
        QPoint(x, part.bottom() + 1 + _GAP),
        QPoint(x, part.top() - _GAP - height),
    )
    return next((place for place in places if room.contains(QRect(place, size))), None)


def _between(value: int, low: int, high: int) -> int:
    return max(min(value, high), low)
