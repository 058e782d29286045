"""Keys that do what pulling does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from xentgui.canvas.value_box import ValueBox
from xentgui.language.text import UNITS, explain, translate
from xentgui.model.mark import ClassMark
from xentgui.model.message import RefusedError
from xentgui.model.naming import name_of
from xentgui.model.subjects import difference
from xentgui.panels.handle import INFORMATION, Handle

if TYPE_CHECKING:
    from xentgui.canvas.plot_view import PlotView

_FINER, _COARSER = 0.1, 10.0


class Keyboard:
    """Left and Right go between classes, Tab between handles, Up and Down change the number.

    A held key is one step; typing a number sets it.
    """

    def __init__(self, view: PlotView) -> None:
        self._view = view
        self._held = False

    def focus_came(self, reason: Qt.FocusReason) -> None:
        """Show the handle that the keys act on, unless it was the pointer that came."""
        by_key = reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key:
            last = reason == Qt.FocusReason.BacktabFocusReason
            handles = self._count() * len(self._view.picture.face.kinds)
            self._focus(handles - 1 if last else 0)

    def focus_went(self) -> None:
        """End what a key was doing and show no focus."""
        self._end()
        self._view.picture.focused = None
        self._view.picture.update()

    def tab(self, way: int) -> bool:
        """Go to the next handle; return False at the end, to leave the panel."""
        focused = self._view.picture.focused
        if focused is None:
            return False
        return self._focus(self._position(focused) + way)

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; return whether it meant something here."""
        key, view = event.key(), self._view
        if not view.picture.face.kinds or view.snapshot is None:
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return self._walk(1 if key == Qt.Key.Key_Right else -1)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            kind = view.picture.focused.kind if view.picture.focused else view.picture.face.kinds[0]
            return self._to(Handle(kind, 0 if key == Qt.Key.Key_Home else self._count() - 1))
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and view.picture.focused is not None:
            self._nudge(1.0 if key == Qt.Key.Key_Up else -1.0, event.modifiers())
            return True
        if view.picture.focused is not None and event.text() and event.text() in "0123456789.,-−+∞":
            self._type(event.text())
            return True
        return False

    def key_released(self, event: QKeyEvent) -> bool:
        """End the step that a held key makes."""
        if event.key() not in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return False
        if not event.isAutoRepeat():
            self._end()
        return True

    def _end(self) -> None:
        if self._held:
            self._held = False
            self._view.gesture_ended.emit()
            self._view.settle()

    def _count(self) -> int:
        return len(self._view.snapshot.logits) if self._view.snapshot is not None else 0

    def _position(self, handle: Handle) -> int:
        kinds = self._view.picture.face.kinds
        return handle.index * len(kinds) + kinds.index(handle.kind)

    def _focus(self, position: int) -> bool:
        kinds = self._view.picture.face.kinds
        if not kinds or not 0 <= position < self._count() * len(kinds):
            return False
        return self._to(Handle(kinds[position % len(kinds)], position // len(kinds)))

    def _walk(self, way: int) -> bool:
        focused = self._view.picture.focused
        if focused is None:
            return self._focus(0)
        index = min(max(focused.index + way, 0), self._count() - 1)
        return self._to(Handle(focused.kind, index))

    def _to(self, handle: Handle) -> bool:
        self._view.picture.focused = handle
        self._view.highlight_requested.emit(ClassMark(handle.index))
        self._view.picture.update()
        return True

    def _nudge(self, way: float, modifiers: Qt.KeyboardModifier) -> None:
        handle, snapshot = self._view.picture.focused, self._view.snapshot
        assert handle is not None and snapshot is not None
        step = handle.kind.step
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            step *= _FINER
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            step *= _COARSER
        if not self._held:
            self._held = True
            self._view.gesture_started.emit(self._text(handle))
        value = handle.kind.read(snapshot, handle.index)
        # On the grid of the step, ten presses of 0.01 are 0.1 and not 0.09999999999999999.
        self._set(handle, float(f"{(round(value / step) + way) * step:.12g}"))

    def _set(self, handle: Handle, value: float) -> None:
        snapshot = self._view.snapshot
        assert snapshot is not None
        try:
            state = handle.kind.write(snapshot, handle.index, value)
        except RefusedError as error:
            self._view.message.emit(explain(error))
            return
        self._view.edit(difference(snapshot.state, state), self._text(handle))

    def _text(self, handle: Handle) -> str:
        assert self._view.snapshot is not None
        label = name_of(self._view.snapshot.state.labels, handle.index)
        return translate("panels", handle.kind.text).format(label=label)

    def _type(self, first: str) -> None:
        view, handle = self._view, self._view.picture.focused
        assert handle is not None and view.snapshot is not None
        at = view.picture.face.locate(
            handle, view.picture.frame(), view.snapshot, view.picture.view
        )
        size = UNITS[view.picture.view.unit] if handle.kind is INFORMATION else 1.0
        snapshot = view.snapshot

        def back() -> None:
            self._to(handle)

        def write(value: float) -> None:
            state = handle.kind.write(snapshot, handle.index, value * size)
            view.edit(difference(snapshot.state, state), self._text(handle))
            view.settle()

        ValueBox(view, at, first, write, back)
