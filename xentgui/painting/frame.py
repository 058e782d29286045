"""Maps data to the device: the rectangle of a plot and the ranges that it shows."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeGuard, overload

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.painting.style import Style

if TYPE_CHECKING:
    from xentgui.painting.text_ruler import TextRuler

_FARTHEST, _SHORTEST = 1e105, 1e-105
"""The ends and the length of the axes that can be drawn: sizes in pixels stay finite."""

_ROUNDING = 1e-12
"""This share of an axis nobody sees."""


class Ranges(NamedTuple):
    """The part of the data that a plot shows, in data units."""

    left: float
    right: float
    bottom: float
    top: float

    def united(self, other: Ranges) -> Ranges:
        """Return the smallest ranges that show what this one and `other` show."""
        return Ranges(
            min(self.left, other.left),
            max(self.right, other.right),
            min(self.bottom, other.bottom),
            max(self.top, other.top),
        )

    def settled_at(self, whole: Ranges) -> Ranges:
        """Return these ranges with each end at that of `whole` where only a rounding is between.

        >>> Ranges(-0.4999999999999, 2, 0, 1).settled_at(Ranges(-0.5, 3, 0, 1))
        Ranges(left=-0.5, right=2, bottom=0, top=1)
        """
        across = _ROUNDING * (whole.right - whole.left)
        up = _ROUNDING * (whole.top - whole.bottom)
        return Ranges(
            *(
                theirs if abs(ours - theirs) <= most else ours
                for ours, theirs, most in zip(self, whole, (across, across, up, up), strict=True)
            )
        )

    def limited(self) -> Ranges:
        """Return the nearest ranges that can be drawn; these ones, unless something is wrong."""
        return Ranges(*_limited(self.left, self.right), *_limited(self.bottom, self.top))


def _limited(low: float, high: float) -> tuple[float, float]:
    # NaN is neither less nor greater than a number, so it gives way to the limit.
    low = min(low, _FARTHEST) if low >= -_FARTHEST else -_FARTHEST
    high = max(high, -_FARTHEST) if high <= _FARTHEST else _FARTHEST
    if high - low >= _SHORTEST:
        return low, high
    room = max(abs(low), 1.0) / 2.0
    return max(low - room, -_FARTHEST), min(low + room, _FARTHEST)


class Frame:
    """The map between data and device-independent pixels; the map does not change.

    Attributes
    ----------
    outer
        The area that may be painted on, with the labels of axes.
    rect
        The plot itself, which `ranges` fill from edge to edge.
    resolution
        Device pixels per unit of `rect`, for level of detail.
    behind
        Whose axes are behind the marks, where those follow more slowly than these; or None.
    legible
        Whether each panel that was asked can be read in it.
    written
        The left, top, right and bottom of the labels that were drawn last, for what comes after.
    """

    __slots__ = (
        "_across",
        "_bottom",
        "_cache",
        "_centers",
        "_faint",
        "_left",
        "_up",
        "_visible",
        "behind",
        "legible",
        "outer",
        "ranges",
        "rect",
        "resolution",
        "style",
        "written",
    )

    def __init__(
        self, outer: QRectF, rect: QRectF, ranges: Ranges, style: Style, resolution: float = 1.0
    ) -> None:
        self.outer, self.rect, self.ranges = outer, rect, ranges
        self.style, self.resolution = style, resolution
        # Every mark needs these, and each call of a QRectF costs time, so they are kept.
        self._left, self._bottom = rect.left(), rect.bottom()
        self._across = rect.width() / (ranges.right - ranges.left)
        self._up = rect.height() / (ranges.top - ranges.bottom)
        self.behind: object = None
        self.legible: dict[object, bool] = {}
        self.written: list[tuple[float, float, float, float]] = []
        self._faint: Frame | None = None
        self._visible: dict[int, slice] = {}
        self._centers: dict[int, np.ndarray] = {}
        self._cache: dict[str, tuple[object, np.ndarray]] = {}

    @overload
    def x(self, value: float) -> float: ...
    @overload
    def x(self, value: np.ndarray) -> np.ndarray: ...
    def x(self, value: float | np.ndarray) -> float | np.ndarray:
        """Return the x of `value` in pixels; any shape."""
        return self._left + (value - self.ranges.left) * self._across

    @overload
    def y(self, value: float) -> float: ...
    @overload
    def y(self, value: np.ndarray) -> np.ndarray: ...
    def y(self, value: float | np.ndarray) -> float | np.ndarray:
        """Return the y of `value` in pixels from the top; any shape."""
        return self._bottom - (value - self.ranges.bottom) * self._up

    def x_value(self, pixel: float) -> float:
        """Return the data value at x = `pixel`."""
        return self.ranges.left + (pixel - self._left) / self._across

    def y_value(self, pixel: float) -> float:
        """Return the data value at y = `pixel`."""
        return self.ranges.bottom + (self._bottom - pixel) / self._up

    @property
    def slot(self) -> float:
        """The width of one data unit in pixels, which is the room of one class."""
        return self._across

    @property
    def lift(self) -> float:
        """The height of one data unit in pixels."""
        return self._up

    @property
    def faint(self) -> Frame:
        """The same map in the style of muted marks."""
        if self._faint is None:
            self._faint = Frame(
                self.outer, self.rect, self.ranges, self.style.faint, self.resolution
            )
        return self._faint

    def visible(self, count: int) -> slice:
        """Return which of `count` classes, at x = 0, 1, 2 …, are visible at least in part."""
        shown = self._visible.get(count)
        if shown is None:
            first = max(0, math.ceil(self.ranges.left - 0.5))
            last = min(count - 1, math.floor(self.ranges.right + 0.5))
            shown = self._visible[count] = slice(first, max(first, last + 1))
        return shown

    def centers(self, count: int) -> np.ndarray:
        """Return the x of the visible ones of `count` classes, in pixels; must not be changed."""
        centers = self._centers.get(count)
        if centers is None:
            shown = self.visible(count)
            centers = self.x(np.arange(shown.start, shown.stop))
            centers.setflags(write=False)
            self._centers[count] = centers
        return centers

    def cached(self, name: str, source: object, make: Callable[[], np.ndarray]) -> np.ndarray:
        """Return ``make(source)``, which is computed once while both stay the same.

        The array is read-only.
        """
        found = self._cache.get(name)
        if found is None or found[0] is not source:
            made = make()
            made.setflags(write=False)
            found = self._cache[name] = source, made
        return found[1]


def device_resolution(painter: QPainter) -> float:
    """Return how many device pixels one unit of `painter` is wide."""
    return max(abs(painter.deviceTransform().m11()), 1e-6)


def is_measured(painter: QPainter) -> TypeGuard[TextRuler]:
    """Return whether `painter` is a `TextRuler`, whose class a start does not wait for.

    The first question alone answers it for a screen, and takes less time than `isinstance`.
    """
    return type(painter) is not QPainter and hasattr(painter, "keep_row")
