"""The one mutable object: the current snapshot, how it is viewed, and the way back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from xentgui.model import Snapshot, State, derive
from xentgui.model.view import View


class Store(QObject):
    """The only door through which anything changes.

    Listeners of `changed` and `view_changed` may draw; one that asks for an edit gets a
    RuntimeError, so that data can only flow one way.

    Signals
    -------
    changed(Snapshot)
        The state is another one; this is what follows from it.
    view_changed(View)
        The same numbers are to be looked at in another way.
    """

    changed = Signal(object)
    view_changed = Signal(object)

    def __init__(self, state: State, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.snapshot: Snapshot = derive(state)
        self.view = View()
        self.history = QUndoStack(self)
        self._gesture: tuple[State, str] | None = None
        self._notifying = False

    def edit(self, state: State, text: str) -> None:
        """Make `state` current; `text`, already translated, names the step in the Edit menu.

        During a gesture this is a preview: the whole gesture becomes one step at its end.
        """
        self._refuse_listeners(text)
        before = self.snapshot.state
        if state is before or state == before:
            return
        if self._gesture is None:
            self.history.push(_Replace(self, before, state, text))
        else:
            self._gesture = (self._gesture[0], text)
            self.set_state(state)

    def states(self) -> tuple[State, ...]:
        """Return the states that the history goes through, the oldest first."""
        steps = [self.history.command(place) for place in range(self.history.count())]
        found: list[State] = []
        for step in steps:
            if isinstance(step, _Replace):
                found += [step.before, step.after] if not found else [step.after]
        return tuple(found) or (self.snapshot.state,)

    @property
    def in_gesture(self) -> bool:
        """Whether a drag, or another edit in many parts, is under way."""
        return self._gesture is not None

    @property
    def gesture_start(self) -> State | None:
        """The state in which the gesture under way began; None if there is none."""
        return None if self._gesture is None else self._gesture[0]

    def begin_gesture(self, text: str) -> None:
        """Let the edits up to `end_gesture` be one undo step named `text`."""
        if self._gesture is None:
            self._gesture = (self.snapshot.state, text)

    def end_gesture(self) -> None:
        """Keep what the gesture came to, as one step; nothing if it came to nothing."""
        if self._gesture is None:
            return
        (before, text), self._gesture = self._gesture, None
        after = self.snapshot.state
        if after != before:
            self.history.push(_Replace(self, before, after, text))

    def cancel_gesture(self) -> None:
        """Put everything back to where it was when the gesture began."""
        if self._gesture is None:
            return
        (before, _), self._gesture = self._gesture, None
        if before != self.snapshot.state:
            self.set_state(before)

    def open(self, state: State) -> None:
        """Start anew from `state`: nothing before it can be undone."""
        self._refuse_listeners("open")
        self._gesture = None
        self.history.clear()
        self.set_state(state)

    def show(self, view: View) -> None:
        """Look at the same numbers in another way.  Not an undo step."""
        self._refuse_listeners("show")
        if view == self.view:
            return
        self.view = view
        self._notifying = True
        try:
            self.view_changed.emit(view)
        finally:
            self._notifying = False

    def set_state(self, state: State) -> None:
        """Make `state` current without a word in the history; for undo steps and previews."""
        if state is self.snapshot.state:
            return
        self.snapshot = derive(state)
        self._notifying = True
        try:
            if self.view.highlight is not None and not self.view.highlight.is_in(state):
                # What is highlighted is gone, and no part may look for it.
                self.view = replace(self.view, highlight=None)
                self.view_changed.emit(self.view)
            self.changed.emit(self.snapshot)
        finally:
            self._notifying = False

    def _refuse_listeners(self, text: str) -> None:
        if self._notifying:
            raise RuntimeError(f"{text!r} was asked for by a listener of a change")


class _Replace(QUndoCommand):
    def __init__(self, store: Store, before: State, after: State, text: str) -> None:
        super().__init__(text)
        self._store, self.before, self.after = store, before, after

    def redo(self) -> None:
        self._store.set_state(self.after)

    def undo(self) -> None:
        self._store.set_state(self.before)
