"""One drag of a mark, from press to release."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, Qt

from xentgui.canvas.plot_host import PlotHost, check
from xentgui.language.text import explain
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError

_RINGS, _TURNS = 3, 8  # where a finger is looked under


class Drag:
    """A mark that follows the pointer.

    If the pointer returns to where it was pressed, the mark has its first values again, bit for
    bit.
    """

    def __init__(self, host: PlotHost, mark: Mark, point: QPointF, offset: QPointF) -> None:
        """`offset` is the way from the pointer at `point` to what is held: see `offset_of`."""
        picture, snapshot = host.picture, host.picture.snapshot
        assert snapshot is not None
        face, view = picture.face, picture.view
        self._host, self._pressed, self._offset = host, point, offset
        self._hold = face.hold(mark, snapshot, view)
        self._text = face.step_name(mark, snapshot)
        self._began = False
        self._at_once = face.pressed(mark, snapshot, view)

    def press(self) -> None:
        """Do what the press itself does; a drag that follows belongs to the same step."""
        if self._at_once is not None:
            edit, text = self._at_once
            self._began = True
            self._host.gesture_started.emit(text)
            self._host.edit_requested.emit(edit, text)

    def move(self, point: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Move the mark to the pointer at `point`."""
        host, picture = self._host, self._host.picture
        if point != self._pressed:
            to = point + self._offset
            edit = self._hold.move(picture.frame(), picture.view, to, modifiers)
        elif self._began:
            edit = self._hold.put_back()
        else:
            return
        try:
            check(host, edit)
        except RefusedError as error:
            host.message.emit(explain(error))
            return
        if not self._began:
            self._began = True
            host.gesture_started.emit(self._text)
        host.edit_requested.emit(edit, self._text)

    def finish(self) -> None:
        """End the drag as one undo step."""
        if self._began:
            self._host.gesture_ended.emit()

    def cancel(self) -> None:
        """Restore the values from the start of the drag."""
        if self._began:
            self._host.gesture_cancelled.emit()


def offset_of(host: PlotHost, mark: Mark, point: QPointF) -> QPointF:
    """Return the way from the pointer at `point` to the place at which it holds `mark`."""
    picture = host.picture
    assert picture.snapshot is not None
    frame, snapshot, view = picture.frame(), picture.snapshot, picture.view
    return picture.face.held_at(mark, frame, snapshot, view, point) - point


def mark_under(host: PlotHost, point: QPointF, radius: float = 0.0) -> Mark | None:
    """Return the mark that a press at `point` grabs; a finger reaches `radius` pixels around it.

    The nearest one that such a finger covers, if there is none right under its middle.
    """
    picture, snapshot = host.picture, host.picture.snapshot
    if snapshot is None:
        return None
    face, frame, view = picture.face, picture.frame(), picture.view
    if not face.is_legible(frame):  # then no mark is seen
        return None
    found = face.mark_at(frame, snapshot, view, point)
    for ring in range(1, _RINGS + 1):
        for turn in range(_TURNS):
            if found is not None:
                return found
            angle, reach = 2 * math.pi * turn / _TURNS, radius * ring / _RINGS
            shift = QPointF(reach * math.cos(angle), reach * math.sin(angle))
            found = face.mark_at(frame, snapshot, view, point + shift) if radius else None
    return found
