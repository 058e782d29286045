"""The open document, its file, and whether there is something to save."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

from xentgui.documents.document_on_disk import DocumentOnDisk, read_if_possible
from xentgui.documents.open_scenes import OpenScenes
from xentgui.documents.place import Place
from xentgui.documents.scene import Document, Scene, subjects_of
from xentgui.documents.store import Store
from xentgui.documents.work import Work, differs

if TYPE_CHECKING:
    from xentgui.documents.disk_watch import Loss
    from xentgui.documents.journal.replay import Replayed
    from xentgui.documents.steps.step import Step, StepOwner


class Session(OpenScenes):
    """The open document: where it comes from, its file, and whether that holds all of it.

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

    Signals
    -------
    changed_on_disk()
        Another program has changed or removed the file.
    restored_on_disk()
        The file holds again what it held.
    """

    changed_on_disk = Signal()
    restored_on_disk = Signal()

    def __init__(
        self, store: Store, known_panels: Collection[str], parent: QObject | None = None
    ) -> None:
        """`known_panels` can be shown; a document keeps the keys of others that it names."""
        super().__init__(store, known_panels, parent)
        self.is_modified = False
        self._clean: Document | None = Document(self._scenes)
        self.file = DocumentOnDisk(self)
        self.file.changed.connect(lambda: self._announce_disk(self.changed_on_disk))
        self.file.restored.connect(lambda: self._announce_disk(self.restored_on_disk))
        store.history.indexChanged.connect(self.announce)
        store.opened.connect(self._on_opened)
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
        if any(step.scene is None for step in self._store.steps()):
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
        # Few starts resume.
        from xentgui.documents.steps.step import (  # noqa: PLC0415
            EditStep,
            HistoryCommand,
            ScenesStep,
        )

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
