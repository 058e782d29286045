"""The keys of a plot: those that do the same as dragging a mark, and those that zoom and move the plot."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from xentgui.canvas.plot_host import PlotHost, check
from xentgui.canvas.value_box import ValueBox
from xentgui.language.text import explain
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError
from xentgui.panels.marked_panel import Way

_FINER, _COARSER = 0.1, 10.0
_MOST_STOPS = 12
"""Tab goes from mark to mark in a panel with so many of them, or fewer."""

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}
_WALKS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Home: Way.FIRST,
    Qt.Key.Key_End: Way.LAST,
}
_BETWEEN_ROWS = {Qt.Key.Key_Up: Way.UP, Qt.Key.Key_Down: Way.DOWN}

PASSING = (
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
)
"""Reasons for which the focus goes away for a moment, and comes back."""

_FACTOR = 1.25
_STEP = 40.0  # pixels
_WAYS = {
    Qt.Key.Key_Left: QPointF(_STEP, 0.0),
    Qt.Key.Key_Right: QPointF(-_STEP, 0.0),
    Qt.Key.Key_Up: QPointF(0.0, _STEP),
    Qt.Key.Key_Down: QPointF(0.0, -_STEP),
}
_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Keyboard:
    """Arrows move the focused mark in directions in which it can move; others lead to another mark.

    Tab goes from mark to mark, too, unless they are many.  A held key makes one undo step; a typed number sets the value.
    """

    def __init__(self, host: PlotHost) -> None:
        self._host = host
        self._held = False

    def focus_came(self, reason: Qt.FocusReason) -> None:
        """Show the focused mark, unless the focus came by the pointer."""
        if reason == Qt.FocusReason.TabFocusReason:
            self._walk(None, Way.NEXT)
        elif reason == Qt.FocusReason.BacktabFocusReason:
            self._walk(None, Way.PREVIOUS)

    def focus_went(self) -> None:
        """End the step of a held key and show no focus."""
        self._end()
        self._host.speech.left()
        self._host.picture.focus_mark(None)

    def left(self) -> bool:
        """Put back what a held key has moved, else leave the mark; return False without any."""
        host, focused = self._host, self._host.picture.focused
        if self._held:
            self._held = False
            host.gesture_cancelled.emit()
            host.settle()
        elif focused is not None:
            shown = host.picture.is_highlighted(focused)
            self.focus_went()
            if shown:
                host.highlight_requested.emit(None)
        else:
            return False
        return True

    def tab(self, way: Way) -> bool:
        """Go to the next mark; return False after the last one, to leave the panel.

        Nobody has to go through many marks to leave: from one to the next of them, arrows lead.
        """
        focused = self._host.picture.focused
        return focused is not None and not self._are_many() and self._walk(focused, way)

    def _are_many(self) -> bool:
        picture = self._host.picture
        mark = None
        for _ in range(_MOST_STOPS + 1):
            if picture.snapshot is None:
                return False
            mark = picture.face.mark_beside(mark, Way.NEXT, picture.snapshot, picture.view)
            if mark is None:
                return False
        return True

    def key_pressed(self, event: QKeyEvent) -> bool:
        """Act on a key; return whether it has a meaning here."""
        key, focused = Qt.Key(event.key()), self._host.picture.focused
        if self._host.picture.snapshot is None:
            return False
        if focused is not None and key in _ARROWS and self._nudge(focused, key, event.modifiers()):
            return True
        if key in _WALKS:
            return self._walk(focused, _WALKS[key])
        if key in _BETWEEN_ROWS and self._host.picture.face.in_rows:
            return self._walk(focused, _BETWEEN_ROWS[key])
        if focused is not None and event.text() and event.text() in "0123456789.,-−+∞":
            self._type(focused, event.text())
            return True
        return False

    def key_released(self, event: QKeyEvent) -> bool:
        """End the undo step of a held key."""
        key = Qt.Key(event.key())
        if key not in _ARROWS or (key in _WALKS and not self._held):
            return False
        if not event.isAutoRepeat():
            self._end()
        return True

    def _end(self) -> None:
        if self._held:
            self._held = False
            self._host.gesture_ended.emit()
            self._host.settle()

    def _walk(self, mark: Mark | None, way: Way) -> bool:
        """Go from `mark` to the next one in direction `way`; return whether there is one."""
        picture = self._host.picture
        if picture.snapshot is None:
            return False
        found = picture.face.mark_beside(mark, way, picture.snapshot, picture.view)
        if found is None:
            return False
        self._go_to(found)
        return True

    def _go_to(self, mark: Mark) -> None:
        picture = self._host.picture
        picture.focus_mark(mark)
        self._host.highlight_requested.emit(picture.face.highlight_of(mark))
        self._host.speech.came_to(mark)

    def _nudge(self, mark: Mark, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Move `mark` in the direction of an arrow key; return False if it cannot move so."""
        host, picture, size = self._host, self._host.picture, 1.0
        assert picture.snapshot is not None
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            size *= _FINER
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            size *= _COARSER
        try:
            edit = picture.face.nudge(mark, picture.snapshot, picture.view, _ARROWS[key], size)
            if edit is None:
                return False
            check(host, edit)
        except RefusedError as error:
            host.message.emit(explain(error))
            return True
        if not self._held:
            self._held = True
            host.gesture_started.emit(self._text(mark))
        host.speech.moved(mark)
        host.edit_requested.emit(edit, self._text(mark))
        return True

    def _text(self, mark: Mark) -> str:
        picture = self._host.picture
        assert picture.snapshot is not None
        return picture.face.step_name(mark, picture.snapshot)

    def _type(self, mark: Mark, first: str) -> None:
        host, picture = self._host, self._host.picture
        assert picture.snapshot is not None
        face, view = picture.face, picture.view

        def write(values: tuple[float, ...]) -> None:
            edit = face.typed(mark, view, values)
            check(host, edit)
            host.speech.moved(mark)
            host.edit_requested.emit(edit, self._text(mark))
            host.settle()

        at = face.locate(mark, picture.frame(), picture.snapshot, view)
        captions = face.captions(mark, view)
        name = face.name_of(mark, picture.snapshot, view)
        ValueBox(host.keys_widget(), at, first, name, captions, write, lambda: self._go_to(mark))


class Zoomed(Protocol):
    """What the keys need from a plot."""

    def middle(self) -> QPointF:
        """Return the place of the mark with the keys, or the middle of the plot, in pixels."""
        ...

    def pinch(self, factor: float, around: QPointF, by: QPointF) -> None:
        """Enlarge by `factor` around a place, and move by so many pixels."""
        ...

    def show_all(self) -> None:
        """Show the whole plot again."""
        ...


def zoom_key_pressed(plot: Zoomed, event: QKeyEvent) -> bool:
    """Act on a key; return whether it zooms or moves plots.

    Z zooms in, Shift+Z out, Ctrl+Alt and an arrow move, Backspace shows all.
    """
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Z and not modifiers:
        plot.pinch(_FACTOR, plot.middle(), QPointF())
    elif key == Qt.Key.Key_Z and modifiers == Qt.KeyboardModifier.ShiftModifier:
        plot.pinch(1.0 / _FACTOR, plot.middle(), QPointF())
    elif key in _WAYS and modifiers == _MOVES:
        plot.pinch(1.0, plot.middle(), _WAYS[key])
    elif key == Qt.Key.Key_Backspace and not modifiers:
        plot.show_all()
    else:
        return False
    return True
