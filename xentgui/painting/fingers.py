"""Turns touches into what a part of the window knows: presses, drags, scrolling, a pinch.

A table scrolls by whole rows, also for a hand.
"""

from __future__ import annotations

import math
from typing import Protocol, cast

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import (
    QContextMenuEvent,
    QEventPoint,
    QGuiApplication,
    QMouseEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from xentgui.painting.handlers import guarded

TARGET_MM = 9.0
"""The least size of what a finger can hit; source: Parhi, Karlson & Bederson 2006,
:doi:`10.1145/1152215.1152260` (9.2 mm for single targets)."""

_LONG_MS = 600
_STILL_MM = 2.0  # a finger that moves less has not moved
_MM_PER_INCH = 25.4
_DENSE = (60.0, 400.0)  # of screens that say how large they are
_TOUCHES = (
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TouchCancel,
)


class Surface(Protocol):
    """What is touched."""

    def pan(self, by: QPointF) -> bool:
        """Follow one finger by so many pixels; False if it is to act as the mouse instead."""

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Enlarge by `factor` around a point, and move by so many pixels."""

    def give_up(self) -> None:
        """Cancel what the first finger has begun: there is a second one, or a menu comes."""


def pixels(widget: QWidget, millimetres: float) -> float:
    """Return how many pixels of `widget` are so many millimetres on its screen."""
    dense = float(widget.physicalDpiX())
    if not _DENSE[0] <= dense <= _DENSE[1]:
        dense = float(widget.logicalDpiX())
    return millimetres / _MM_PER_INCH * dense


def is_of_finger(event: QMouseEvent) -> bool:
    """Return whether a finger is behind `event`, which needs more room than a pointer."""
    from PySide6.QtGui import QInputDevice  # noqa: PLC0415 - no picture waits for its enumerations

    made = event.source() == Qt.MouseEventSource.MouseEventSynthesizedByApplication
    return made or event.deviceType() == QInputDevice.DeviceType.TouchScreen


@guarded
class Fingers(QObject):
    """Watches the touches of one widget.

    One finger is the mouse, or scrolls; held still, it asks for the menu.  Two fingers pinch.
    """

    def __init__(self, widget: QWidget, surface: Surface) -> None:
        super().__init__(widget)
        self._widget, self._surface = widget, surface
        self._first = self._last = QPointF()
        self._is_down = self._has_moved = self._scrolls = self._is_over = False
        self._pair: tuple[QPointF, float] | None = None  # the middle of two fingers, and their gap
        self._tapped = -math.inf  # when the last tap was, in ms
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(self._ask_for_menu)
        widget.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Act on touches, and let everything else pass."""
        kind = event.type()
        if kind not in _TOUCHES:
            return False
        touch = cast("QTouchEvent", event)
        touch.accept()
        if kind == QEvent.Type.TouchCancel:
            self._end(touch, cancelled=True)
        elif kind == QEvent.Type.TouchEnd:
            self._end(touch, cancelled=False)
        else:
            points = [
                point for point in touch.points() if point.state() != QEventPoint.State.Released
            ]
            if len(points) >= 2:
                self._two(points[0].position(), points[1].position())
            elif points and kind == QEvent.Type.TouchBegin:
                self._begin(touch, points[0])
            elif points and not self._is_over:
                self._one(touch, points[0])
        return True

    def _begin(self, touch: QTouchEvent, point: QEventPoint) -> None:
        self._first = self._last = point.position()
        self._is_down, self._has_moved, self._is_over, self._pair = True, False, False, None
        self._scrolls = self._surface.pan(QPointF())
        self._long.start()
        if not self._scrolls:
            self._press(touch, point)

    def _one(self, touch: QTouchEvent, point: QEventPoint) -> None:
        at = point.position()
        gap = at - self._first
        if not self._has_moved and math.hypot(gap.x(), gap.y()) < pixels(self._widget, _STILL_MM):
            return
        self._has_moved = True
        self._long.stop()
        if self._scrolls:
            self._surface.pan(at - self._last)
        else:
            self._send(QEvent.Type.MouseMove, touch, point)
        self._last = at

    def _two(self, one: QPointF, other: QPointF) -> None:
        self._long.stop()
        middle, apart = (one + other) / 2, one - other
        gap = max(math.hypot(apart.x(), apart.y()), 1.0)
        if self._pair is None:
            if self._is_down and not self._scrolls:
                self._surface.give_up()
            self._is_down, self._is_over = False, True
        else:
            before, gap_before = self._pair
            self._surface.pinch(gap / gap_before, middle, middle - before)
        self._pair = middle, gap

    def _end(self, touch: QTouchEvent, *, cancelled: bool) -> None:
        self._long.stop()
        self._pair = None
        if not self._is_down:
            return
        self._is_down = False
        if cancelled:
            self._surface.give_up()
            return
        point = touch.points()[0]
        if self._scrolls and not self._has_moved:
            self._press(touch, point)
        if not self._scrolls or not self._has_moved:
            self._send(QEvent.Type.MouseButtonRelease, touch, point)

    def _press(self, touch: QTouchEvent, point: QEventPoint) -> None:
        hints = QGuiApplication.styleHints()
        again = touch.timestamp() - self._tapped < hints.mouseDoubleClickInterval()
        self._tapped = -math.inf if again else float(touch.timestamp())
        kind = QEvent.Type.MouseButtonDblClick if again else QEvent.Type.MouseButtonPress
        self._send(kind, touch, point)

    def _send(self, kind: QEvent.Type, touch: QTouchEvent, point: QEventPoint) -> None:
        moves, ends = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
        # Not with the screen as its device: Qt would keep this state in place of the finger's.
        event = QMouseEvent(
            kind,
            point.position(),
            point.scenePosition(),
            point.globalPosition(),
            Qt.MouseButton.NoButton if moves else Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton if ends else Qt.MouseButton.LeftButton,
            touch.modifiers(),
            Qt.MouseEventSource.MouseEventSynthesizedByApplication,
        )
        QApplication.sendEvent(self._widget, event)

    def _ask_for_menu(self) -> None:
        if not self._is_down:
            return
        if not self._scrolls:
            self._surface.give_up()
        self._is_down, self._is_over = False, True
        at = self._first.toPoint()
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, self._widget.mapToGlobal(at))
        QApplication.sendEvent(self._widget, event)


class TouchedRows:
    """Scrolls one table with one finger or two; a tap is a click."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._left = 0.0  # of a row that the finger has gone and the table has not
        self._fingers = Fingers(table.viewport(), self)

    def pan(self, by: QPointF) -> bool:
        """Scroll by as many whole rows as the finger has gone; columns follow at once."""
        table = self._table
        if by.isNull():
            self._left = 0.0
        across, down = table.horizontalScrollBar(), table.verticalScrollBar()
        across.setValue(round(across.value() - by.x()))
        whole = table.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerItem
        size = max(table.rowHeight(max(table.rowAt(0), 0)), 1) if whole else 1
        self._left -= by.y() / size
        rows = int(round(self._left, 6))
        self._left -= rows
        down.setValue(down.value() + rows)
        return True

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Scroll with two fingers, too; letters have the size of the window."""
        del factor, around
        self.pan(by)

    def give_up(self) -> None:
        """Do nothing: a scrolled table stays where it is."""
