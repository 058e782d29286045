"""One pull at a handle, from press to release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from xentgui.canvas.snapping import snapped
from xentgui.language.text import UNITS, explain, translate
from xentgui.model.message import RefusedError
from xentgui.model.naming import name_of
from xentgui.model.subjects import difference
from xentgui.panels.handle import INFORMATION, Handle

if TYPE_CHECKING:
    from xentgui.canvas.plot_view import PlotView


class Drag:
    """A handle that follows the pointer.

    Every state on the way is worked out from the one at the start, so that going there
    and back is going nowhere.  What is asked for is what differs from the last one: other numbers
    may change meanwhile.
    """

    def __init__(self, view: PlotView, handle: Handle, point: QPointF) -> None:
        assert view.snapshot is not None
        self._view, self._handle = view, handle
        self._start = view.snapshot
        at = view.picture.face.locate(handle, view.picture.frame(), self._start, view.picture.view)
        self._asked = self._start.state
        self._offset = at - point
        self._began = False
        self._text = translate("panels", handle.kind.text).format(
            label=name_of(self._start.state.labels, handle.index)
        )

    @staticmethod
    def handle_under(view: PlotView, point: QPointF, reach: float = 1.0) -> Handle | None:
        """Return the handle that a press at `point` would take hold of."""
        if view.snapshot is None:
            return None
        frame = view.picture.frame()
        found = view.picture.face.handle_at(frame, view.snapshot, view.picture.view, point)
        if found is None and reach > 1.0:
            step = view.picture.frame().style.px(8) * (reach - 1)
            for shift in (-step, step):
                found = found or view.picture.face.handle_at(
                    frame, view.snapshot, view.picture.view, point + QPointF(0.0, shift)
                )
        return found

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Follow the pointer to `point`; Alt frees it from round values, Shift keeps Σy."""
        view, handle, frame = self._view, self._handle, self._view.picture.frame()
        value = view.picture.face.value_at(handle, frame, view.picture.view, point + self._offset)
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            unit = UNITS[view.picture.view.unit] if handle.kind is INFORMATION else 1.0
            value = snapped(value, frame, unit)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        write = handle.kind.share if shift and handle.kind.share else handle.kind.write
        try:
            state = write(self._start, handle.index, value)
        except RefusedError as error:
            view.message.emit(explain(error))
            return
        if not self._began:
            self._began = True
            view.gesture_started.emit(self._text)
        asked, self._asked = self._asked, state
        view.edit(difference(asked, state), self._text)

    def finish(self) -> None:
        """Let go."""
        if self._began:
            self._view.gesture_ended.emit()

    def cancel(self) -> None:
        """Put everything back."""
        if self._began:
            self._view.gesture_cancelled.emit()
