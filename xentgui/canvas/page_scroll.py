"""The scroll bar of a page that is higher than its widget, and the rows that are cut at its edges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from PySide6 import QtCore  # for the animation, which PySide makes when it is first named
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from xentgui.painting import accessibility
from xentgui.painting.style import Style, scroll_bar_sheet

_WIDTH = 8.0
_STEP = 40.0  # both in design pixels
_EASED_MS = 220
_NOTCH = 120.0  # one notch of a wheel, in Qt's units

Interval = tuple[float, float]
"""Top and bottom."""


class PageScroll(QScrollBar):
    """A thin bar at the right of a page, visible only while it is needed.

    Signals
    -------
    moved()
        Another part of the page is to be shown.
    """

    moved = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, page)
        self._page = page
        self._fitted: tuple[float, int] | None = None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.valueChanged.connect(self.moved)
        self.hide()

    @cached_property
    def _easing(self) -> QtCore.QPropertyAnimation:
        easing = QtCore.QPropertyAnimation(self, b"value", self)
        easing.setDuration(_EASED_MS)
        easing.setEasingCurve(QtCore.QEasingCurve.Type.OutCubic)
        return easing

    @property
    def is_needed(self) -> bool:
        """Whether the page is higher than its widget."""
        return self.maximum() > 0

    @property
    def offset(self) -> int:
        """How many pixels of the page are above the visible part."""
        return self.value()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.setStyleSheet(scroll_bar_sheet(style))
        self.setSingleStep(round(style.px(_STEP)))
        self.setFixedWidth(round(style.px(_WIDTH)))
        self.place()

    def page(self, height_of: Callable[[QSizeF], float]) -> QRectF:
        """Return the size of the page, and set the bar; `height_of` gives the height needed."""
        whole = QSizeF(self._page.size())
        narrow = QSizeF(whole.width() - self.width() / 2, whole.height())
        # The page must not extend under the bar.
        size = narrow if self.is_needed else whole
        height = height_of(size)
        if (height > whole.height()) is not (size is narrow):
            size = whole if size is narrow else narrow
            height = height_of(size)
        self._fit(height)
        return QRectF(0.0, 0.0, size.width(), height)

    def page_in(self, whole: QSizeF, height_of: Callable[[QSizeF], float]) -> QRectF:
        """Return the size of a page in another room, and leave the bar as it is."""
        width, height = whole.width(), height_of(whole)
        if height > whole.height():
            width -= self.width() / 2
            height = height_of(QSizeF(width, whole.height()))
        return QRectF(0.0, 0.0, width, height)

    def _fit(self, height: float) -> None:
        seen = self._page.height()
        if (height, seen) == self._fitted:  # true after nearly every edit
            return
        self._fitted = height, seen
        self.setRange(0, max(0, round(height) - seen))
        self.setPageStep(seen)
        self.setVisible(self.is_needed)

    def place(self) -> None:
        """Move the bar to the right edge of the page."""
        self.setGeometry(self._page.width() - self.width(), 0, self.width(), self._page.height())

    def free_of_it(self) -> QRect:
        """Return the part of the page that the bar, which is slow to paint, does not cover."""
        there = self._page.rect()
        return there.adjusted(0, 0, -self.width(), 0) if self.isVisible() else there

    def shows(self, place: QRectF) -> bool:
        """Return whether all of `place` is visible."""
        return self.offset <= place.top() and place.bottom() <= self.offset + self._page.height()

    def bring(self, place: QRectF) -> None:
        """Scroll, eased and no further than needed, until `place` is visible."""
        if self.shows(place):
            return
        lowest = place.bottom() - self._page.height()
        self._go(min(place.top(), max(lowest, self.offset)))

    def step(self, way: int) -> None:
        """Go a step down (1) or up (-1)."""
        self._go(self.offset + way * self.singleStep())

    def wheel(self, event: QWheelEvent) -> bool:
        """Scroll with a wheel or two fingers; return whether scrolling was possible."""
        if not self.is_needed or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return False
        turned = event.angleDelta().y() / _NOTCH
        pixels = event.pixelDelta().y() or turned * self.singleStep()
        self._easing.stop()
        self.setValue(round(self.value() - pixels))
        return True

    def pan(self, by: QPointF) -> bool:
        """Scroll with a finger that has gone so far; return whether scrolling is possible."""
        if not self.is_needed:
            return False
        self._easing.stop()
        self.setValue(round(self.value() - by.y()))
        return True

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Scroll with two fingers, too; letters have the size of the window."""
        del factor, around
        self.pan(by)

    def give_up(self) -> None:
        """Do nothing: on a page, nothing is dragged."""

    def _go(self, value: float) -> None:
        value = min(max(round(value), self.minimum()), self.maximum())
        self._easing.stop()
        if accessibility.motion_is_reduced():
            self.setValue(value)
            return
        self._easing.setStartValue(self.value())
        self._easing.setEndValue(value)
        self._easing.start()


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
