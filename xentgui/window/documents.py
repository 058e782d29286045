"""Opening, saving and closing, with all that has to be asked and said about it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from xentgui.documents import presets
from xentgui.documents.file_error import FileError, NoKindError
from xentgui.documents.opening import Opened, read_file
from xentgui.documents.recent import Recent
from xentgui.documents.recovery import Recovery
from xentgui.documents.scene import Document, Scene
from xentgui.documents.session import Session
from xentgui.language.text import translate
from xentgui.model import RefusedError, State
from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.window import file_dialogs, question
from xentgui.window.message_bar import Answer
from xentgui.window.scenes import Scenes

if TYPE_CHECKING:
    from xentgui.window.main_window import MainWindow

_BACK = QT_TRANSLATE_NOOP("window", "The program ended unexpectedly; your work is back.")
_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "Another program has changed {file}. Reload it, which can be undone, or keep what is here.",
)
_GONE = QT_TRANSLATE_NOOP(
    "errors", "{file} is no longer where it was. Save it again, or keep what is here for now."
)
_RELOAD = QT_TRANSLATE_NOOP("window", "Reload")
_KEEP = QT_TRANSLATE_NOOP("window", "Keep Mine")
_SAVE = QT_TRANSLATE_NOOP("window", "Save")
_SAVE_AS = QT_TRANSLATE_NOOP("window", "Save As…")

_LONGEST_TITLE = 80  # characters in the title of the window

_Then = Callable[[], None]


def _nothing() -> None:
    """Do what comes after a save that nothing waits for."""


class Documents(QObject):
    """What the window does with its document.

    Attributes
    ----------
    session
        The open document.
    scenes
        What is done with the scenes of the document.
    recovery
        Where the work is kept while it is done, or None.
    recent
        The files that were open before.
    has_discarded
        There is work that was discarded, and can be brought back.
    closes_unasked
        The window closes although something is not saved: a person has said so.
    """

    def __init__(self, window: MainWindow, recovery: Recovery | None) -> None:
        super().__init__(window)
        self._window, self.recovery = window, recovery
        self._opening = presets.opening_state(window.look.language)
        self.closes_unasked = False
        self.has_discarded = recovery is not None and recovery.discarded.exists()
        self.recent = Recent(window.settings)
        self.session: Session = Session(window.store, self)
        self.scenes = Scenes(window, self.session)
        self.session.shown_panels = window.cards.panels_shown
        self.session.changed.connect(self._on_changed)
        self.session.scene_shown.connect(lambda scene: window.cards.show_panels(scene.panels))
        self.session.changed_on_disk.connect(self._on_disk)
        window.store.view_changed.connect(self._on_view)
        window.store.history.indexChanged.connect(lambda _: window.status.withdraw_offer())
        window.cards.arranged.connect(self.session.tell)
        self._unit = window.store.view.unit

    @property
    def opening_state(self) -> State:
        """Where Reset goes back to."""
        return self.session.opening_state

    @property
    def is_modified(self) -> bool:
        """Whether closing now would lose something."""
        return self.session.is_modified

    # At the start

    def begin(self, path: Path | None) -> None:
        """Open the document of the command line, or go on with work that was lost."""
        path = path.absolute() if path is not None else None
        if not self._recover(path) and path is not None:
            self.open_path(path)

    def _recover(self, path: Path | None) -> bool:
        # With a document to be opened, other work waits for a start that opens nothing.
        lost = self.recovery.lost(path) if self.recovery is not None else None
        if lost is None:
            return False
        self.session.resume(lost)
        if self.session.is_modified or lost.path is not None:
            self._window.status.offer_discard(translate("window", _BACK))
        return True

    def speak(self, language: str) -> None:
        """Name the classes of the opening example in another language, if nobody has touched it."""
        session, state = self.session, self.session.opening_state
        touched = session.is_modified or session.path or self._window.store.history.count()
        if state == self._opening and not touched:
            self._opening = presets.opening_state(language)
            self._begin(self._opening)

    # Commands

    def new(self) -> None:
        """Begin anew, as the program begins."""

        def begin() -> None:
            self._opening = presets.opening_state(self._window.look.language)
            self._begin(self._opening)

        self._when_safe(begin)

    def open(self) -> None:
        """Ask for a file and open it."""
        file_dialogs.ask_open(self._window, self._folder(), self.open_path)

    def open_path(self, path: Path) -> None:
        """Open a document, one of our figures or logits; say why one cannot be opened."""
        path = path.absolute()
        try:
            opened = read_file(path)
        except FileError as error:
            if isinstance(error, NoKindError) and self._window.samples.takes(path):
                self._window.samples.open(path)
                return
            if not path.exists():
                self.recent.forget(path)
            self._refuse(error)
            return
        self._when_safe(lambda: self._take(path, opened))

    def open_discarded(self) -> None:
        """Bring back what was discarded last."""
        assert self.recovery is not None
        try:
            opened = read_file(self.recovery.discarded)
        except FileError as error:
            self._refuse(error)
            return
        self._when_safe(lambda: self.session.start_unsaved(opened.document))

    def save(self, then: _Then = _nothing) -> None:
        """Write the file, or ask for one; do `then` once all is safe."""
        path = self.session.path
        if path is None:
            self.save_as(then)
        elif self.session.watch.is_other():
            question.ask_overwrite(
                self._window,
                path.name,
                lambda: self._write(path, then),
                lambda: self.save_as(then),
            )
        else:
            self._write(path, then)

    def save_as(self, then: _Then = _nothing) -> None:
        """Ask for a name and write that file; do `then` once all is safe."""
        title, _ = self.scenes.words()
        path = self.session.path or self._folder() / file_dialogs.file_name(title)
        file_dialogs.ask_save(self._window, path, lambda chosen: self._write(chosen, then))

    def revert(self) -> None:
        """Take what the disk has, as a step that can be undone."""
        self._window.wiring.finish_bursts()  # a button in a message does not wait for that
        try:
            self.session.revert(translate("window", "Revert"))
        except FileError as error:
            self._refuse(error)
        else:
            self._window.message_bar.withdraw("disk")

    def may_close(self) -> bool:
        """Say whether the window may close; if not, ask, and close it when it may."""
        if self.closes_unasked or not self.session.is_modified:
            return True
        self._when_safe(self._close)
        return False

    def end(self) -> None:
        """Work that ends as it should needs no recovery."""
        if self.recovery is not None:
            self.recovery.close()

    def show_title(self) -> None:
        """Name the document in the title of the window, with a mark if it is not saved."""
        session, window = self.session, self._window
        name = session.path.name if session.path else translate("window", "Untitled")
        name = name.replace("[*]", "[*][*]")  # a mark that is twice there means itself
        scene = f" ({session.scene + 1}/{session.count})" if session.count > 1 else ""
        title = self.scenes.words()[0][:_LONGEST_TITLE].replace("[*]", "[*][*]")
        called = f" — {title}" if title else ""
        window.setWindowTitle(f"{name}[*]{scene}{called} — XentGUI")
        window.setWindowModified(session.is_modified)
        window.setWindowFilePath(str(session.path) if session.path else "")

    # How it is done

    def _begin(self, state: State) -> None:
        self.session.start(Document((Scene(state, unit=self._window.settings.unit),)))

    def _take(self, path: Path, opened: Opened) -> None:
        self._window.message_bar.withdraw("refused")
        self._window.message_bar.withdraw("disk")
        if opened.fingerprint:
            self.session.start(opened.document, path, opened.fingerprint)
        else:  # a figure shows what it was made from, and is not written again
            self.session.start(opened.document)
        self._remember(path)

    def _write(self, path: Path, then: _Then) -> None:
        self._window.wiring.finish_bursts()
        try:
            self.session.save(path.absolute())
        except FileError as error:
            self._refuse(error, Answer(_SAVE_AS, lambda: self.save_as(then)))
            return
        self._window.message_bar.withdraw("refused")
        self._window.message_bar.withdraw("disk")
        self._remember(path)
        saved = translate("window", "Saved {name}").format(name=path.name)
        self._window.status.say(saved)
        then()

    def _when_safe(self, then: _Then) -> None:
        """Do `then` at once if nothing would be lost, else when a person has said so."""
        self._window.wiring.finish_bursts()
        if not self.session.is_modified:
            then()
            return

        def discard() -> None:
            if self.recovery is not None:
                self.recovery.discard(self.session.document())
                self.has_discarded = True
            then()

        path = self.session.path
        name = path.name if path is not None else translate("window", "Untitled")
        question.ask_unsaved(self._window, name, lambda: self.save(then), discard)

    def _close(self) -> None:
        self.closes_unasked = True
        self._window.close()

    def refuse_drop(self, message: Message) -> None:
        """Say what can be dropped."""
        self._window.message_bar.tell("refused", message)

    def _refuse(self, error: RefusedError, *answers: Answer) -> None:
        self._window.message_bar.tell("refused", error.message, *answers)

    def _remember(self, path: Path) -> None:
        self._window.settings.folder = str(path.absolute().parent)
        self.recent.add(path)
        self._window.commands.refresh()

    def _folder(self) -> Path:
        kept = Path(self._window.settings.folder)
        return kept if self._window.settings.folder and kept.is_dir() else Path.home()

    def _on_changed(self) -> None:
        self.show_title()
        self._window.commands.refresh()
        if self.recovery is None:
            return
        if self.session.is_modified or self.session.path is not None:
            self.recovery.keep(self.session.work())
        else:
            self.recovery.forget()

    def _on_view(self) -> None:
        unit = self._window.store.view.unit
        if unit != self._unit:
            self._unit = unit
            self.session.tell()

    def _on_disk(self) -> None:
        assert self.session.path is not None
        name = self.session.path.name
        tell = self._window.message_bar.tell
        keep = Answer(_KEEP, self.session.keep_mine)
        if self.session.watch.is_gone():
            tell("disk", Message(_GONE, {"file": name}), Answer(_SAVE, self.save), keep)
        else:
            tell("disk", Message(_CHANGED, {"file": name}), Answer(_RELOAD, self.revert), keep)
