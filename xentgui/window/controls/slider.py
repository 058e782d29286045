"""A slider that distinguishes drags from keys, and reports the end of each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from xentgui.painting.accessibility import GROUP, give_role, somebody_listens
from xentgui.painting.handlers import guarded
from xentgui.painting.theme import LIGHT, Theme

if TYPE_CHECKING:
    from xentgui.window.controls.slider_value import SliderValue

BURST_MS = 500
"""Keys and turns of the wheel within this time form one gesture."""


@guarded
class Slider(QSlider):
    """A horizontal slider whose gestures have a beginning and an end.

    Signals
    -------
    begun()
        A person begins to move it with the mouse, a key or the wheel.
    moved(int)
        A person has moved it to this position.
    ended()
        The mouse is released, or no key follows for `BURST_MS`.
    cancelled()
        Escape was pressed in the middle of a drag.
    reset_requested()
        It was double-clicked.
    value_wanted(float)
        A screen reader wants this value, which need not be that of a position.
    """

    begun = Signal()
    moved = Signal(int)
    ended = Signal()
    cancelled = Signal()
    reset_requested = Signal()
    value_wanted = Signal(float)

    def __init__(
        self, steps: int, marks: tuple[int, ...] = (), parent: QWidget | None = None
    ) -> None:
        """Make a slider from 0 to `steps`, with tick marks at the positions `marks`."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(0, steps)
        self._marks = marks
        self._theme = LIGHT
        self._active = False
        self._grip = 0.0
        self._spoken: SliderValue | None = None  # while nobody listens
        self._name, self._value, self._ends = "", math.nan, (0.0, 0.0)
        give_role(self, GROUP)  # or Qt would tell the position
        self._burst = QTimer(self)
        self._burst.setSingleShot(True)
        self._burst.setInterval(BURST_MS)
        self._burst.timeout.connect(self._end)
        # It is never wider than its hint: the gaps of the toolbar take the remaining room.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.sliderPressed.connect(self._begin)
        self.sliderMoved.connect(self._on_moved)
        self.sliderReleased.connect(self._end)
        self.actionTriggered.connect(self._on_action)

    def show_position(self, position: int) -> None:
        """Move to `position`, unless a person is moving it."""
        if not self.isSliderDown():
            self.setValue(position)

    def tell_value(self, name: str, value: float, least: float, most: float) -> None:
        """Tell those who listen that it stands for `value` of `name`, between `least` and `most`."""
        self._name, self._value, self._ends = name, value, (least, most)
        self.setAccessibleName(name)
        self._speak()

    def show_marks(self, marks: tuple[int, ...]) -> None:
        """Show tick marks at these positions instead of those before."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def show_theme(self, theme: Theme) -> None:
        """Apply the colours of `theme`."""
        self._theme = theme
        self.update()

    def finish(self) -> None:
        """End a burst of keys now."""
        if not self.isSliderDown():
            self._end()

    def _speak(self) -> None:
        if self._spoken is None:
            if math.isnan(self._value) or not somebody_listens():
                return
            from xentgui.window.controls.slider_value import SliderValue  # noqa: PLC0415

            self._spoken = SliderValue(self, *self._ends)
            self._spoken.wanted.connect(self.value_wanted)
            self.setFocusProxy(self._spoken)
        self._spoken.show_value(self._name, self._value)

    def _begin(self) -> None:
        if not self._active:
            self._active = True
            self.begun.emit()

    def _end(self) -> None:
        self._burst.stop()
        if self._active:
            self._active = False
            self.ended.emit()

    def _on_moved(self, position: int) -> None:
        if self._active:
            self.moved.emit(position)

    def _on_action(self, _action: int) -> None:
        if self.isSliderDown():
            return
        self._begin()
        self.moved.emit(self.sliderPosition())
        self._burst.start()

    @property
    def _radius(self) -> float:
        return self.fontMetrics().height() * 0.47

    def _x(self, position: int) -> float:
        radius = self._radius + 1
        return radius + (self.width() - 2 * radius) * position / max(self.maximum(), 1)

    def _position_at(self, x: float) -> int:
        radius = self._radius + 1
        share = (x - radius) / max(self.width() - 2 * radius, 1.0)
        return round(min(max(share, 0.0), 1.0) * self.maximum())

    def _follow(self, x: float) -> None:
        self.setSliderPosition(self._position_at(x - self._grip))

    def sizeHint(self) -> QSize:
        """Return the usual size."""
        em = self.fontMetrics().height()
        return QSize(round(9 * em), round(1.8 * em))

    def minimumSizeHint(self) -> QSize:
        """Return the least useful size."""
        em = self.fontMetrics().height()
        return QSize(round(4 * em), round(1.8 * em))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the handle, or move it to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.finish()
        x, handle = event.position().x(), self._x(self.sliderPosition())
        # A press on the handle beside its middle must not move it.
        self._grip = x - handle if abs(x - handle) <= self._radius else 0.0
        self.setSliderDown(True)
        self._follow(x)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the handle with the pointer."""
        if self.isSliderDown() and self._active:
            self._follow(event.position().x())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release the handle."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Request the default value."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.reset_requested.emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel a drag, or a burst of keys, on Escape; else move as sliders do."""
        if event.key() == Qt.Key.Key_Escape and (self.isSliderDown() or self._active):
            self._active = False
            self._burst.stop()
            self.setSliderDown(False)  # otherwise the handle does not go back
            self.cancelled.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to what tells the value, if somebody has begun to listen."""
        super().focusInEvent(event)
        self._speak()
        if self._spoken is not None:
            self._spoken.setFocus(event.reason())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the groove, its marks, and the handle."""
        theme, radius = self._theme, self._radius
        middle, x = self.height() / 2, self._x(self.sliderPosition())
        thickness = max(2.0, radius * 0.45)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.mute), max(1.0, radius / 7)))
        for mark in self._marks:
            painter.drawLine(
                QPointF(self._x(mark), middle + radius * 0.65),
                QPointF(self._x(mark), middle + radius * 1.25),
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.frame))
        groove = QRectF(radius, middle - thickness / 2, self.width() - 2 * radius, thickness)
        painter.drawRoundedRect(groove, thickness / 2, thickness / 2)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(QPointF(x, middle), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.card), max(1.5, radius * 0.25)))
            painter.drawEllipse(QPointF(x, middle), radius * 0.6, radius * 0.6)
