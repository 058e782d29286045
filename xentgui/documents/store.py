"""The one mutable object: the current subject, its view, and the undo history."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from xentgui.model import Snapshot, derive
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Edit, Subject, resolve
from xentgui.model.view import View

if TYPE_CHECKING:
    from xentgui.documents.steps.step import EditStep, HistoryCommand, Step


class Store(QObject):
    """Holds the subject and the view; all changes go through it.

    Listeners of `changed` and `view_changed` may draw.  An edit by a listener raises RuntimeError,
    so that data flows one way.

    Attributes
    ----------
    subject, snapshot
        What the person has set, and the numbers that follow from it.
    scene
        The number of the scene of `subject`; an edit is undone in its own scene.
    is_moving
        Whether a step is being applied or undone, so that subject and history differ.
    gesture
        The drag, or other edit of many parts, that is in progress, or None.
    admit
        Called for every edited subject; raises RefusedError if its document has no room for it.
    follow
        Called with the view, the numbers to come, and the edit that they come from, or None, while
        the numbers before are still in `snapshot`; returns the view that belongs to the new ones.
    expected
        The numbers of a subject that may come, which are not derived again then; or None.

    Signals
    -------
    changed(Snapshot)
        The subject has changed; this snapshot follows from it.
    view_changed(View)
        The view has changed, but not the numbers.
    scene_wanted(int)
        A step of this scene is about to be undone or redone, so the scene is to be shown first.
    refused(RefusedError)
        The subject has refused an edit; nothing has changed.
    opened()
        Another subject was opened, and no earlier step can be undone.
    """

    changed = Signal(object)
    view_changed = Signal(object)
    scene_wanted = Signal(int)
    refused = Signal(object)
    opened = Signal()

    def __init__(self, subject: Subject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.subject: Subject = subject
        self.snapshot: Snapshot = derive(resolve(subject), subject)
        self.view = View()
        self.history = QUndoStack(self)
        self.scene = 0
        self.gesture: Gesture | None = None
        self.admit: Callable[[Subject], None] = lambda subject: None
        self.follow: Callable[[View, Snapshot, Edit | None], View] = lambda view, *_: view
        self._edit: Edit | None = None  # the one that is being applied
        self.expected: Snapshot | None = None
        self.is_moving = self._notifying = self._refilling = False

    def edit(self, edit: Edit, text: str, owner: object = None) -> bool:
        """Apply `edit` to the current subject; return False if it was refused.

        `text`, already translated, names the step in the Edit menu.  If `owner` has a gesture in
        progress, the edit belongs to it; the gesture of another owner ends first.
        """
        self._refuse_listeners(text)
        if self.gesture is not None and self.gesture.owner is not owner:
            self.gesture.end()
        before = self.subject
        try:
            after = edit(before)
            self.admit(after)
        except RefusedError as error:
            self.refused.emit(error)
            return False
        if after is before or after == before:
            return True
        self._edit = edit
        try:
            if self.gesture is None:
                self._push(before, after, text)
            else:
                self.gesture.text = text
                self.set_subject(after)
        finally:
            self._edit = None
        return True

    @property
    def edit_in_progress(self) -> Edit | None:
        """The edit that is being applied; None for undo, and for a subject that is opened."""
        return self._edit

    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the undo history, the oldest first, also those that were undone."""
        commands = map(self.history.command, range(self.history.count()))
        return tuple(cast("HistoryCommand", one).step for one in commands)

    def begin(self, owner: object, text: str) -> Gesture:
        """Begin a gesture: until it ends, the edits of `owner` are one undo step named `text`.

        A gesture of another owner ends; a gesture of `owner` in progress continues.
        """
        self._refuse_listeners(text)
        gesture = self.gesture
        if gesture is None or gesture.owner is not owner:
            self.end_gesture()
            gesture = self.gesture = Gesture(self, owner, text)
        return gesture

    def end_gesture(self) -> None:
        """End the gesture in progress, if there is one, whoever owns it."""
        if self.gesture is not None:
            self.gesture.end()

    def finish(self, gesture: Gesture) -> None:
        """Add the changes of `gesture` to the history as one step, if there are any."""
        if self.gesture is gesture:
            self.gesture = None
            if self.subject != gesture.before:
                self._push(gesture.before, self.subject, gesture.text)

    def put_back(self, gesture: Gesture) -> None:
        """Restore the subject with which `gesture` began."""
        if self.gesture is gesture:
            self.gesture = None
            self.set_subject(gesture.before)

    def open(self, subject: Subject, scene: int = 0) -> None:
        """Begin with the `subject` of a scene; earlier steps cannot be undone."""
        self._refuse_listeners("open")
        self.gesture = None
        self.history.clear()
        self.scene = scene
        self.set_subject(subject)
        self.opened.emit()

    def refill(self, commands: Iterable[HistoryCommand], index: int) -> None:
        """Fill the empty history with steps, of which the first `index` are done.

        The subject is the one after these already; nothing is applied.
        """
        self._refilling = True
        self.history.blockSignals(True)
        for command in commands:
            self.history.push(command)
        self.history.setIndex(index)
        self.history.blockSignals(False)
        self._refilling = False
        self.history.indexChanged.emit(index)

    def visit(self, scene: int, subject: Subject) -> None:
        """Show another scene, which has `subject`.  Not an undo step."""
        self._refuse_listeners("visit")
        self.end_gesture()
        self.scene = scene
        self.set_subject(subject)

    def show(self, view: View) -> None:
        """Set the view.  Not an undo step."""
        self._refuse_listeners("show")
        if view == self.view:
            return
        self.view = view
        self._notifying = True
        try:
            self.view_changed.emit(view)
        finally:
            self._notifying = False

    def set_subject(self, subject: Subject) -> None:
        """Make `subject` current without an entry in the history; for undo steps and previews."""
        if subject is self.subject:
            return
        # Both are known before either is set, so that they agree also if this fails.
        known = self.expected
        if known is None or known.subject is not subject:
            state = resolve(subject)
            is_new = state is not self.snapshot.state
            snapshot = derive(state, subject) if is_new else self.snapshot
        else:
            state, snapshot, is_new = known.state, known, known is not self.snapshot
        view = self.follow(self.view, snapshot, self._edit) if is_new else self.view
        if view.highlight is not None and not view.highlight.is_in(state):
            # The highlighted mark no longer exists, and no part may look for it.
            view = replace(view, highlight=None)
        before, self.view = self.view, view
        self.subject, self.snapshot = subject, snapshot
        if not is_new:
            return
        self._notifying = True
        try:
            if view is not before:
                self.view_changed.emit(view)
            self.changed.emit(self.snapshot)
        finally:
            self._notifying = False

    # The owner of edit steps

    def redo_step(self, step: Step, after: object = None) -> None:
        """Apply an edit step again; or for the first time, if `after` is the subject after it."""
        with self.moving() as moves:
            if moves:
                self._show_scene(step.scene)
                self.set_subject(after or cast("EditStep", step).change.after(self.subject))  # type: ignore[arg-type]

    def undo_step(self, step: Step) -> None:
        """Take an edit step back."""
        with self.moving() as moves:
            if moves:
                self._show_scene(step.scene)
                self.set_subject(cast("EditStep", step).change.before(self.subject))

    @contextmanager
    def moving(self) -> Iterator[bool]:
        """Yield whether a step is to be applied or undone now, and set `is_moving` meanwhile.

        A gesture in progress is put back first.
        """
        if self.gesture is not None:  # its step cannot be added while another one is undone
            self.gesture.cancel()
        self.is_moving = True
        try:
            yield not self._refilling
        finally:
            self.is_moving = False

    def _show_scene(self, scene: int | None) -> None:
        if self.scene != scene:
            self.scene_wanted.emit(scene)

    def _push(self, before: Subject, after: Subject, text: str) -> None:
        # No picture waits for a step.
        from xentgui.documents.steps.step import EditStep, HistoryCommand  # noqa: PLC0415

        step = EditStep.between(before, after, self.scene, text)
        self.history.push(HistoryCommand(self, step, after))

    def _refuse_listeners(self, text: str) -> None:
        if self._notifying:
            raise RuntimeError(f"{text!r} was asked for by a listener of a change")


class Gesture:
    """A drag, or another edit of many parts, which is one undo step.

    It ends when its owner ends it, or when another owner begins one.  After that, `end` and
    `cancel` do nothing.

    Attributes
    ----------
    owner
        The object that makes the edits; compared by identity.
    before
        The subject at its beginning.
    text
        The name of the step: that of the last edit.
    """

    def __init__(self, store: Store, owner: object, text: str) -> None:
        self._store, self.owner, self.text = store, owner, text
        self.before = store.subject

    @property
    def is_open(self) -> bool:
        """Whether it is still in progress."""
        return self._store.gesture is self

    def edit(self, edit: Edit, text: str = "") -> bool:
        """Apply `edit` as a part of the step; return False if refused, or after the end."""
        return self.is_open and self._store.edit(edit, text or self.text, self.owner)

    def end(self) -> None:
        """Add its changes to the history as one step, if there are any."""
        self._store.finish(self)

    def cancel(self) -> None:
        """Restore the subject with which the gesture began."""
        self._store.put_back(self)
