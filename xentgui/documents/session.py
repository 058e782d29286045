"""The open document, its file, and whether there is something to save."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, SignalInstance

from xentgui.documents.disk_watch import Loss
from xentgui.documents.document_on_disk import DocumentOnDisk, read_if_possible
from xentgui.documents.history_command import HistoryCommand, StepOwner
from xentgui.documents.journal.replay import Replayed
from xentgui.documents.place import Place, subjects_of
from xentgui.documents.room import require_room
from xentgui.documents.scene import Document, Scene
from xentgui.documents.staging import Staging
from xentgui.documents.steps.step import EditStep, ScenesStep, Step, subjects_on_the_way
from xentgui.documents.store import Store
from xentgui.documents.unsaved import differs
from xentgui.documents.work import Work
from xentgui.model import State
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Subject, resolve


class Session(QObject):
    """The open document; the store holds its present scene.

    Attributes
    ----------
    file
        The file that Save writes, if there is one.
    is_modified
        Whether closing the document would lose changes.
    now
        The work when `changed` was last emitted.
    origin
        The work at the beginning of the undo history; another object for each beginning.
    shown_panels
        Called for the keys of the panels on the screen; None while there is no window.

    Signals
    -------
    changed()
        The document, the path, the scene or `is_modified` is another one.
    scene_shown(Scene)
        This scene is now the present one; its panels are to be shown.
    changed_on_disk()
        Another program has changed or removed the file.
    restored_on_disk()
        The file holds again what it held.
    """

    changed = Signal()
    scene_shown = Signal(object)
    changed_on_disk = Signal()
    restored_on_disk = Signal()

    def __init__(
        self, store: Store, known_panels: Collection[str], parent: QObject | None = None
    ) -> None:
        """`known_panels` can be shown; a document keeps the keys of others that it names."""
        super().__init__(parent)
        self._store, self._known_panels = store, frozenset(known_panels)
        self.is_modified = False
        self.shown_panels: Callable[[], tuple[str, ...]] | None = None
        self._scenes: tuple[Scene, ...] = (Scene(store.subject, unit=store.view.unit),)
        self._clean: Document | None = Document(self._scenes)
        # Of each scene, when it was opened or saved:
        self._opened: tuple[Subject, ...] = (store.subject,)
        self._settling = False
        self.file = DocumentOnDisk(self)
        self.file.changed.connect(lambda: self._announce_disk(self.changed_on_disk))
        self.file.restored.connect(lambda: self._announce_disk(self.restored_on_disk))
        store.history.indexChanged.connect(self.announce)
        store.scene_wanted.connect(self._visit)
        store.opened.connect(self._on_opened)
        store.admit = self._admit
        self.origin = self.now = self.work()

    # What there is

    @property
    def path(self) -> Path | None:
        """The file that Save writes, or None."""
        return self.file.path

    @property
    def loss(self) -> Loss | None:
        """Why the file no longer holds the document, or None; the document is then unsaved."""
        return self.file.loss

    @property
    def scene(self) -> int:
        """The number of the present scene, from 0."""
        return self._store.scene

    @property
    def count(self) -> int:
        """The number of scenes."""
        return len(self._scenes)

    @property
    def title(self) -> dict[str, str]:
        """The title of the present scene, by language."""
        return dict(self._scenes[self.scene].title)

    @property
    def caption(self) -> dict[str, str]:
        """The caption of the present scene, by language."""
        return dict(self._scenes[self.scene].caption)

    @property
    def staging(self) -> Staging:
        """How the present scene is presented."""
        return self._scenes[self.scene].staging

    @property
    def present(self) -> Scene:
        """The present scene as it was when it was last shown, saved or described."""
        return self._scenes[self.scene]

    @property
    def opening_subject(self) -> Subject:
        """The subject that the present scene had when it was opened or saved."""
        return self._opened[self.scene]

    @property
    def file_is_other(self) -> bool:
        """Whether another program has changed the file."""
        return self.file.watch.is_other()

    def announce(self) -> None:
        """Work out `is_modified` again, and emit `changed`."""
        # A step that is being undone or done again announces itself once that is done.
        if not (self._settling or self._store.is_moving):
            self.now = self.work()
            self.is_modified = self._differs(self.now.document)
            self.changed.emit()

    def _differs(self, document: Document) -> bool:
        if self._clean is None or self.loss is not None:
            return True
        return differs(document, self._clean, looks=self.path is not None)

    def document(self) -> Document:
        """Return the document as it would be saved now."""
        scene = self._scenes[self.scene]
        panels = scene.panels
        if self.shown_panels is not None:
            shown = self.shown_panels()
            kept = tuple(key for key in panels if key in shown or key not in self._known_panels)
            panels = kept + tuple(key for key in shown if key not in kept)
        subject, unit = self._store.subject, self._store.view.unit
        present = replace(scene, subject=subject, unit=unit, panels=panels)
        return Document((*self._scenes[: self.scene], present, *self._scenes[self.scene + 1 :]))

    # Another document

    def start(self, document: Document, path: Path | None = None, known: str = "") -> None:
        """Begin with `document`, which `path` holds; earlier steps cannot be undone."""
        self._start(Work(document, path, 0, known), document)

    def complete(self, document: Document, path: Path, known: str) -> bool:
        """Add the scenes of `document`, with whose first one the session began, while it was read.

        Return False if there are other scenes by now; edits of the first one stay, and can be undone.
        """
        if self.path is not None or self.count != 1 or self._clean is None:
            return False
        if any(isinstance(step, ScenesStep) for step in self._store.steps()):
            return False
        others = document.scenes[1:]
        self._scenes = (self.document().scenes[0], *others)
        self._clean = Document((self._clean.scenes[0], *others))
        self._opened = (*self._opened, *subjects_of(others))
        self.file.follow(path, known)
        first = self.origin.document.scenes[0]
        self.origin = Work(Document((first, *others)), path, 0, known)
        self.announce()
        return True

    def start_unsaved(self, document: Document) -> None:
        """Begin with work that no file holds."""
        self._start(Work(document), None)

    def resume(self, found: Replayed) -> None:
        """Continue with work that a crashed program left, and with its undo history."""
        work = found.work
        clean: Document | None = Document((Scene(self._store.subject),))
        if work.path is not None:
            opened = read_if_possible(work.path)
            clean = opened.document if opened is not None else None
            if opened is not None and clean == work.document:  # it ended when it had just saved
                work = work._replace(fingerprint=opened.fingerprint)
        self._settling = True
        self._begin(work, clean)
        if found.opened and (clean is None or len(clean.scenes) != self.count):
            self._opened = found.opened
        self.origin = found.base
        owners: dict[type[Step], StepOwner] = {EditStep: self._store, ScenesStep: self}
        commands = [HistoryCommand(owners[type(step)], step) for step in found.steps]
        self._store.refill(commands, found.done)
        self._settling = False
        self.announce()
        self.file.watch.check()

    def work(self) -> Work:
        """Return the document, and what belongs to it."""
        return Work(self.document(), self.path, self.scene, self.file.fingerprint)

    def _start(self, work: Work, clean: Document | None) -> None:
        self._settling = True
        self._begin(work, clean)
        self.origin = self.work()
        self._settling = False
        self.announce()

    def _begin(self, work: Work, clean: Document | None) -> None:
        self._clean = clean
        self._scenes = work.document.scenes
        opened = clean.scenes if clean is not None else ()
        self._opened = subjects_of(opened if len(opened) == self.count else self._scenes)
        self.file.follow(work.path, work.fingerprint)
        present = self._scenes[work.scene]
        self._store.open(present.subject, work.scene)
        self._show(present)
        view = replace(self._store.view, highlight=None, pinned=None)
        self._store.show(view)

    def _on_opened(self) -> None:
        """Begin anew with a subject that was opened without a document."""
        if not self._settling:
            self.origin = self.work()
            self.announce()

    def _show(self, scene: Scene) -> None:
        self._store.show(replace(self._store.view, unit=scene.unit))
        self.scene_shown.emit(scene)

    # The disk

    def save(self, path: Path) -> None:
        """Write the document to `path`, which becomes its file; raises FileError."""
        document = self.document()
        self.file.write(path, document)
        self._clean = document
        self._scenes, self._opened = document.scenes, subjects_of(document.scenes)
        self.announce()

    def revert(self, text: str) -> None:
        """Read the document from its file again, as a step called `text`; raises FileError.

        Without a file, the document becomes as it was when it was opened.
        """
        opened = self._clean if self.path is None else self.file.read()
        if opened is None:
            return
        self._clean = opened
        scenes = opened.scenes
        place = Place(scenes, min(self.scene, len(scenes) - 1), subjects_of(scenes))
        self._go(place, text)
        self.announce()

    def keep_mine(self) -> None:
        """Keep the document as it is although the file has changed; it counts as unsaved."""
        self._clean = None
        self.file.accept()
        self.announce()

    def look_at_disk(self) -> None:
        """Find out now whether another program has changed or removed the file."""
        self.file.watch.check()

    def _announce_disk(self, what: SignalInstance) -> None:
        self.announce()
        what.emit()

    # Scenes

    def visit(self, scene: int) -> None:
        """Show another scene; the edits of this one are kept.  Not an undo step."""
        if 0 <= scene < self.count and scene != self.scene:
            self._store.end_gesture()
            self._visit(scene)
            self.announce()

    def _visit(self, scene: int) -> None:
        self._settling, settling = True, self._settling
        self._scenes = self.document().scenes
        self._store.visit(scene, self._scenes[scene].subject)
        self._show(self._scenes[scene])
        self._settling = settling

    def change(self, how: Callable[[Place], Place], text: str) -> None:
        """Let `how` change the scenes and the present one, as a step called `text`.

        It is refused if the document has no room for what comes.
        """
        before = self._place()
        after = how(before)
        if after == before:
            return
        try:
            if len(after.scenes) >= len(before.scenes):
                require_room(after.scenes)
        except RefusedError as error:
            self._store.refused.emit(error)
        else:
            self._go(after, text)

    def keep(self, scene: int, subject: Subject, text: str) -> bool:
        """Give `scene` another subject, as a step called `text`; return False if it is refused."""
        self.visit(scene)
        return self._store.edit(lambda _before: subject, text)

    def _place(self) -> Place:
        return Place(self.document().scenes, self.scene, self._opened)

    def _admit(self, subject: Subject) -> None:
        """Raise RefusedError if the document would be too large with `subject` in this scene."""
        # Only names and the number of classes count, and most edits change neither.
        if resolve(subject).labels is not resolve(self._store.subject).labels:
            scenes = list(self._scenes)
            scenes[self.scene] = replace(scenes[self.scene], subject=subject)
            require_room(scenes)

    def _go(self, place: Place, text: str) -> None:
        store = self._store
        store.end_gesture()
        step = ScenesStep.between(self._place(), place, text)
        store.history.push(HistoryCommand(self, step, place))

    def redo_step(self, step: Step, after: object = None) -> None:
        """Apply a step of the scenes again; or for the first time, if `after` is the place then."""
        with self._store.moving() as moves:
            if moves:
                self._settle(after if isinstance(after, Place) else step.after(self._place()))

    def undo_step(self, step: Step) -> None:
        """Take a step of the scenes back."""
        with self._store.moving() as moves:
            if moves:
                self._settle(step.before(self._place()))

    def states(self) -> tuple[State, ...]:
        """Return the states of the undo history, the oldest first, also those that were undone."""
        return tuple(map(resolve, self.subjects()))

    def subjects(self) -> tuple[Subject, ...]:
        """Return the subjects of these states."""
        store, place = self._store, self._place()
        if store.gesture is not None:  # what it has changed is no step yet
            place = place.with_subject(store.scene, store.gesture.before)
        found = subjects_on_the_way(place, store.steps(), store.history.index())
        return tuple(found) or (store.subject,)

    def _settle(self, place: Place) -> None:
        """Set the scenes and the present one."""
        before, after = self.document().scenes[self.scene], place.present
        stays = place.scene == self.scene and len(place.scenes) == self.count
        self._scenes, self._opened = place.scenes, place.opened
        self._store.visit(place.scene, after.subject)
        if not stays or (before.panels, before.unit) != (after.panels, after.unit):
            self._show(after)
