"""Passes arrays to Qt without a Python object for each row: shapes, and many copies of small pictures."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

_T = TypeVar("_T")

UNSEEN = 0.1
"""How many device pixels a point may be aside from a line that is drawn as a straight one."""


def in_place(array: np.ndarray, kind: type[_T]) -> _T:
    """Return the first row of `array` as Qt's `kind`; the others follow it in memory.

    `array` is C-contiguous, of float64, with as many columns as `kind` has doubles (a QRectF four,
    a QLineF four), and must live longer than the result.

    >>> from PySide6.QtCore import QRectF
    >>> rects = np.array([[1.0, 2.0, 3.0, 4.0]])
    >>> in_place(rects, QRectF).width()
    3.0
    """
    return shiboken6.wrapInstance(_address(array), kind)  # type: ignore[return-value]


def in_place_at(array: np.ndarray, kind: type[_T], rows: Iterable[int]) -> Iterator[_T]:
    """Yield the rows at `rows` of `array`, as `in_place` returns the first."""
    address, size = _address(array), array.strides[0]
    for row in rows:
        yield shiboken6.wrapInstance(address + row * size, kind)  # type: ignore[misc]


def _address(array: np.ndarray) -> int:
    # `array.ctypes.data` takes ten times as long, because it imports a module at each call.
    memory: Any = shiboken6.VoidPtr(array)  # type: ignore[arg-type]
    return int(memory)


def polygon(points: np.ndarray) -> QPolygonF:
    """Return `points`, shape (n, 2), in the form from which Qt draws lines, polygons and points.

    >>> polygon(np.array([[1.0, 2.0], [3.0, 4.0]])).at(1).y()
    4.0
    """
    shape = QPolygonF()
    if len(points):
        _rows_of(shape, len(points))[:] = points
    return shape


def polygon_of(x: np.ndarray, y: np.ndarray) -> QPolygonF:
    """Return the points with these coordinates, each of shape (n,) with n > 0, as `polygon` does.

    >>> polygon_of(np.array([1.0, 3.0]), np.array([2.0, 4.0])).at(1).y()
    4.0
    """
    shape = QPolygonF()
    rows = _rows_of(shape, len(x))
    rows[:, 0], rows[:, 1] = x, y
    return shape


def draw_line_through(
    painter: QPainter, x: np.ndarray, y: np.ndarray, tolerance: float = 0.0
) -> None:
    """Draw a line through the points with these coordinates, each of shape (n,) with n > 1.

    If none is farther than `tolerance` from the line between the first and the last, that is drawn:
    Qt takes up to fourteen times as long for a polyline.
    """
    if len(x) == 2 or (tolerance > 0.0 and _is_straight(x, y, tolerance)):
        painter.drawLine(QLineF(float(x[0]), float(y[0]), float(x[-1]), float(y[-1])))
    else:
        painter.drawPolyline(polygon_of(x, y))


def _is_straight(x: np.ndarray, y: np.ndarray, tolerance: float) -> bool:
    across, down = float(x[-1] - x[0]), float(y[-1] - y[0])
    squared = across * across + down * down
    right, below = x - x[0], y - y[0]
    aside = np.abs(across * below - down * right)
    along = across * right + down * below
    is_near = aside.max() <= tolerance * math.sqrt(squared)
    return bool(squared > 0.0 and is_near and along.min() >= 0.0 and along.max() <= squared)


def draw_polygons(painter: QPainter, shapes: np.ndarray) -> None:
    """Draw polygons with as many points each, shape (n, m, 2)."""
    if not len(shapes):
        return
    # A painter keeps nothing of what it draws, so that one polygon can be written to again.
    shape = QPolygonF()
    rows = _rows_of(shape, shapes.shape[1])
    for points in shapes:
        rows[:] = points
        painter.drawPolygon(shape)


def _rows_of(shape: QPolygonF, count: int) -> np.ndarray:
    """Give `shape` so many points, and return them as an array of shape (count, 2) to write to."""
    shape.resize(count)
    # A QPointF is two doubles, as a row is.
    (address,) = shiboken6.getCppPointer(shape.data())
    memory = shiboken6.VoidPtr(address, count * 16, True)  # type: ignore[call-arg]
    return np.frombuffer(memory, dtype=np.float64).reshape(count, 2)  # type: ignore[call-overload, no-any-return]


def lengths_along(points: np.ndarray) -> np.ndarray:
    """Return how far each of `points`, shape (n, 2), is along the line through them, shape (n,).

    >>> lengths_along(np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 6.0]])).tolist()
    [0.0, 5.0, 7.0]
    """
    found: np.ndarray = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))))
    return found


class PixmapSheet:
    """Square pictures, `side` device pixels wide; `resolution` device pixels make a pixel.

    Attributes
    ----------
    drawn
        The rows of pictures that are drawn already, where they are drawn one by one.
    """

    def __init__(self, picture: QPixmap, side: int, resolution: float) -> None:
        self.picture, self.side, self.resolution = picture, side, resolution
        self.drawn: set[int] = set()
        # The x and y of its centre; left, top, width and height in the sheet; its scale in x and y;
        # its angle; its opacity.
        scale = 1.0 / resolution
        self._copy = np.array([0.0, 0.0, 0.0, 0.0, side, side, scale, scale, 0.0, 1.0])

    def copies(self, count: int) -> np.ndarray:
        """Return `count` copies, shape (count, 10), of the first picture; the caller moves them."""
        copies = np.empty((count, len(self._copy)))
        copies[:] = self._copy
        return copies

    def draw(self, painter: QPainter, copies: np.ndarray) -> None:
        """Draw `copies`; the last one lies on top."""
        first = in_place(copies, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, len(copies), self.picture)


def blank_sheet(side: int, rows: int, columns: int, resolution: float) -> PixmapSheet:
    """Return a transparent sheet for a number of pictures."""
    picture = QPixmap(side * columns, side * rows)
    picture.fill(Qt.GlobalColor.transparent)
    return PixmapSheet(picture, side, resolution)
