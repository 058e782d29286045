"""Fingers beside buttons and sliders, which may be drawn smaller than what a finger can hit."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QEventPoint, QGuiApplication, QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QScrollBar,
    QWidget,
)

from xentgui.painting.fingers import TARGET_MM, pixels
from xentgui.painting.handlers import guarded

_CONTROLS = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox)
_TOUCHES = {
    QEvent.Type.TouchUpdate: QEvent.Type.MouseMove,
    QEvent.Type.TouchEnd: QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchCancel: QEvent.Type.MouseButtonRelease,
}
_OUTSIDE = QPointF(-1e4, -1e4)  # where a release presses nothing


@guarded
class BesideControls(QObject):
    """Gives a finger that hits nothing to the control beside it, if that is near enough.

    What is drawn stays as it is, and a mouse needs to hit it.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._control: QWidget | None = None
        self._moved_by = QPointF()
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)  # a second time changes nothing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take touches beside controls, and let everything else pass."""
        kind = event.type()
        if kind == QEvent.Type.TouchBegin:
            return self._begin(watched, cast("QTouchEvent", event))
        if self._control is None or kind not in _TOUCHES:
            return False
        touch, control = cast("QTouchEvent", event), self._control
        touch.accept()
        point = touch.points()[0]
        at = point.globalPosition() + self._moved_by
        if kind == QEvent.Type.TouchCancel:
            at = _OUTSIDE
        elif kind == QEvent.Type.TouchUpdate and point.state() == QEventPoint.State.Stationary:
            return True
        if kind != QEvent.Type.TouchUpdate:
            self._control = None
        _send(_TOUCHES[kind], control, at)
        return True

    def _begin(self, watched: QObject, touch: QTouchEvent) -> bool:
        self._control = None
        top = next((one for one in QApplication.topLevelWidgets() if _is_of(one, watched)), None)
        if top is None or len(touch.points()) != 1 or QApplication.activePopupWidget() is not None:
            return False
        there = touch.points()[0].globalPosition()
        found = control_beside(top, top.mapFromGlobal(there))
        if found is None:
            return False
        control, at = found
        touch.accept()
        aim = QPointF(control.mapToGlobal(at))
        self._control, self._moved_by = control.childAt(at.toPoint()) or control, aim - there
        _send(QEvent.Type.MouseButtonPress, self._control, aim)
        return True


def control_beside(top: QWidget, point: QPointF) -> tuple[QWidget, QPointF] | None:
    """Return the nearest control of `top` that a finger at `point` means, and where it is hit.

    None if the finger hits something itself, or no control is near enough to `point`, in pixels
    of `top`.
    """
    under = top.childAt(point.toPoint())
    if under is not None and _hits(under, top):
        return None
    nearest, away = None, float("inf")
    for control in top.findChildren(QWidget):
        if not isinstance(control, _CONTROLS) or isinstance(control, QScrollBar):
            continue
        if not control.isVisible() or control.visibleRegion().isEmpty():
            continue
        rect = QRectF(control.visibleRegion().boundingRect())
        local = control.mapFrom(top, point)
        if not _room_of(control, rect).contains(local):
            continue
        hit = QPointF(
            min(max(local.x(), rect.left()), rect.right() - 1.0),
            min(max(local.y(), rect.top()), rect.bottom() - 1.0),
        )
        gap = (hit - local).manhattanLength()
        if gap < away:
            nearest, away = (control, hit), gap
    # A finger beside a button that can do nothing now does not mean the one behind it.
    return nearest if nearest is not None and nearest[0].isEnabled() else None


def _room_of(control: QWidget, rect: QRectF) -> QRectF:
    """Return where a finger hits `control`, which shows `rect` of itself."""
    least = pixels(control, TARGET_MM)
    across, up = max(least - rect.width(), 0.0) / 2, max(least - rect.height(), 0.0) / 2
    return rect.adjusted(-across, -up, across, up)


def _hits(widget: QWidget, top: QWidget) -> bool:
    """Return whether something happens where `widget` is touched."""
    part: QWidget | None = widget
    while part is not None and part is not top:
        if isinstance(part, _CONTROLS) or part.testAttribute(
            Qt.WidgetAttribute.WA_AcceptTouchEvents
        ):
            return True
        if part.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            return True  # text to type in, a list, a row of tabs
        part = part.parentWidget()
    if not isinstance(widget, QLabel):
        return False
    selects = widget.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    return bool(selects) or "href" in widget.text()


def _is_of(top: QWidget, window: QObject) -> bool:
    return top.windowHandle() is window


def _send(kind: QEvent.Type, widget: QWidget, there: QPointF) -> None:
    moves, ends = kind == QEvent.Type.MouseMove, kind == QEvent.Type.MouseButtonRelease
    event = QMouseEvent(
        kind,
        widget.mapFromGlobal(there),
        widget.window().mapFromGlobal(there),
        there,
        Qt.MouseButton.NoButton if moves else Qt.MouseButton.LeftButton,
        Qt.MouseButton.NoButton if ends else Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.MouseEventSource.MouseEventSynthesizedByApplication,
    )
    QApplication.sendEvent(widget, event)
