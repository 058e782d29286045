"""Opens and closes documents, with the messages that this needs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xentgui.documents.scene import Document, Scene
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.documents.texts import opening_state
from xentgui.documents.token_text import token_in
from xentgui.model import RefusedError, State
from xentgui.model.message import Message
from xentgui.model.subjects import BareLogits, Subject, resolve
from xentgui.settings import Settings
from xentgui.window.file_opening import FileOpening
from xentgui.window.kept_work import KeptWork
from xentgui.window.look import Look
from xentgui.window.message_bar import MessageBar
from xentgui.window.readings import Readings
from xentgui.window.samples import Samples
from xentgui.window.saving import Saving
from xentgui.window.scenes import Scenes

if TYPE_CHECKING:
    from xentgui.documents.document_file import Opened


class Documents(QObject):
    """The window's side of the document: opens files, and begins with numbers and lectures.

    Attributes
    ----------
    session
        The open document.
    scenes
        The commands for the scenes of the document.
    work
        Keeps the unsaved work in a recovery file.
    saving
        Saves the document, and asks before work is lost.
    recent
        The files that were open before.
    closes_unasked
        Whether the window closes without a question, because a person has answered it.

    Signals
    -------
    changed()
        The list of recent files or `has_discarded` has changed.
    """

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        scenes: Scenes,
        work: KeptWork,
        saving: Saving,
        *,
        store: Store,
        settings: Settings,
        look: Look,
        messages: MessageBar,
        samples: Samples,
        readings: Readings,
    ) -> None:
        super().__init__(window)
        self._window, self.session, self.scenes, self.work = window, session, scenes, work
        self.saving = saving
        self._store, self._settings, self._look = store, settings, look
        self._messages, self._samples = messages, samples
        self._opening = store.snapshot.state  # the example, in the language of its beginning
        self._lecture = ""  # the name of the one that is open
        self.closes_unasked = False
        self.recent = saving.recent
        saving.changed.connect(self.changed)
        store.view_changed.connect(self._on_view)
        samples.document_found.connect(self.take)
        self._files = FileOpening(self, session, saving, samples, readings)
        self._files.read.connect(self.take)
        self._files.begun.connect(self._put_away_document)
        self._files.completed.connect(self._remember)
        self._files.token_found.connect(self.open_token)
        self._files.refused.connect(self._refuse)
        self._unit = store.view.unit

    @property
    def opening_subject(self) -> Subject:
        """The subject that Reset restores."""
        return self.session.opening_subject

    @property
    def path(self) -> Path | None:
        """The file that Save writes, or None."""
        return self.session.path

    @property
    def is_modified(self) -> bool:
        """Whether closing would lose changes."""
        return self.session.is_modified

    @property
    def has_discarded(self) -> bool:
        """Whether there is discarded work that can be brought back."""
        return self.work.has_discarded

    # At the start

    def begin(self, path: Path | None) -> None:
        """Open the document of the command line, or continue with recovered work."""
        path = path.absolute() if path is not None else None
        if path is not None and (token := token_in(path)):
            self.open_token(token)
            return
        if not self.work.resume(path) and path is not None:
            self._files.open(path, at_once=True)

    def begin_with(self, state: State, unit: str = "") -> None:
        """Begin with numbers from the command line; recovered work waits for another start."""
        self.session.start(Document((Scene(BareLogits(state), unit=unit or self._settings.unit),)))

    def begin_lecture(self, name: str, scene: int = 0) -> None:
        """Begin with a lecture; recovered work waits for another start."""
        from xentgui.documents.document_errors import DocumentError  # noqa: PLC0415 - few starts need
        from xentgui.documents.lectures import lecture  # noqa: PLC0415 - one

        try:
            # It has no path: what is changed can be saved under another name only.
            self.session.start(lecture(name, self._look.language))
            self._lecture = name
            self.session.visit(scene)
        except DocumentError as error:
            self._refuse(error)

    def speak(self, language: str) -> None:
        """Name the classes of the opening example, or of a lecture, in another language.

        What somebody has changed keeps its names.
        """
        session, state = self.session, resolve(self.session.opening_subject)
        touched = session.is_modified or session.path or self._store.history.count()
        if self._lecture and not touched:
            self.begin_lecture(self._lecture, session.scene)
            return
        if state == self._opening and not touched:
            self._opening = opening_state(language)
            self._begin(self._opening)

    # Commands

    def new(self) -> None:
        """Open the example that the program begins with."""

        def begin() -> None:
            self._opening = opening_state(self._look.language)
            self._begin(self._opening)

        self.saving.when_safe(begin)

    def open(self) -> None:
        """Ask for a file and open it."""
        from xentgui.window import file_dialogs  # noqa: PLC0415 - no start asks

        file_dialogs.ask_open(self._window, self.recent.folder, self.open_path)

    def open_path(self, path: Path) -> None:
        """Open a document, one of our figures or logits, or say why it cannot be opened."""
        self._files.open(path.absolute())

    def open_token(self, token: str) -> None:
        """Show the scene of a token as soon as no work is lost by that, or say what is wrong."""
        from xentgui.documents.document_errors import DocumentError  # noqa: PLC0415 - few starts need
        from xentgui.documents.scene_token import decode_token  # noqa: PLC0415 - one

        try:
            document = decode_token(token)
        except DocumentError as error:
            self._refuse(error)
            return

        def begin() -> None:
            self._put_away_document()
            self.session.start(document)

        self.saving.when_safe(begin)

    def take(self, path: Path, opened: Opened) -> None:
        """Show the document of a file, as soon as no work is lost by that."""
        self.saving.when_safe(lambda: self._take(path.absolute(), opened))

    def open_lecture(self, name: str, scene: int = 0) -> None:
        """Open a lecture that comes with the program at a scene, as soon as no work is lost."""

        def begin() -> None:
            self._put_away_document()
            self.begin_lecture(name, scene)

        self.saving.when_safe(begin)

    def open_discarded(self) -> None:
        """Open the work that was discarded last."""
        from xentgui.documents.file_error import FileError  # noqa: PLC0415 - no start opens it
        from xentgui.documents.opening import read_file  # noqa: PLC0415

        try:
            opened = read_file(self.work.discarded_file)
        except FileError as error:
            self._refuse(error)
            return

        def begin() -> None:
            self._put_away_document()
            self.session.start_unsaved(opened.document)

        self.saving.when_safe(begin)

    def may_close(self) -> bool:
        """Return whether the window may close; if not, ask, and close it after the answer."""
        if self.closes_unasked:
            return True
        self.session.look_at_disk()  # its file can have gone a moment ago
        if not self.session.is_modified:
            return True
        self.saving.when_safe(self._close)
        return False

    def end(self) -> None:
        """Remove the recovery file, because the program ends normally."""
        self.work.end()

    # How it is done

    def put_away_what_was(self) -> None:
        """Put the samples away, and what was refused: something else is begun."""
        self._samples.close()
        self._messages.withdraw("refused")

    def _put_away_document(self) -> None:
        """Put away also what was said of the file: another document is begun."""
        self.put_away_what_was()
        self._messages.withdraw("disk")
        self._lecture = ""

    def _begin(self, state: State) -> None:
        self._put_away_document()
        self.begin_with(state)

    def _take(self, path: Path, opened: Opened) -> None:
        self._put_away_document()
        if opened.fingerprint:
            self.session.start(opened.document, path, opened.fingerprint)
        else:  # a figure gives only its numbers; Save must not overwrite it
            self.session.start(opened.document)
        self._remember(path)

    def _close(self) -> None:
        self.closes_unasked = True
        self._window.close()

    def refuse_drop(self, message: Message) -> None:
        """Say which files can be dropped."""
        self._messages.announce("refused", message)

    def _refuse(self, error: RefusedError) -> None:
        self._messages.announce("refused", error.message)

    def _remember(self, path: Path) -> None:
        self.recent.add(path)
        self.changed.emit()

    def _on_view(self) -> None:
        unit = self._store.view.unit
        if self.path is None:  # a document has its own unit
            self._settings.unit = unit
        if unit != self._unit:
            self._unit = unit
            self.session.announce()
