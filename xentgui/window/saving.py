"""Saves the document, and asks before unsaved work would be lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from xentgui.documents.recent import Recent
from xentgui.documents.session import Session
from xentgui.language.text import translate
from xentgui.model import RefusedError
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.window.kept_work import KeptWork
from xentgui.window.message_bar import Answer, MessageBar
from xentgui.window.scenes import Scenes
from xentgui.window.status_line import StatusLine

_SAVE_AS = QT_TRANSLATE_NOOP("window", "Save As…")

_Then = Callable[[], None]


def _nothing() -> None:
    """Do nothing after a save (the default)."""


class Saving(QObject):
    """Writes the file of the document, or reads it again.

    Attributes
    ----------
    recent
        The files that were open before.

    Signals
    -------
    changed()
        There is another recent file, or work that was discarded.
    """

    changed = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        scenes: Scenes,
        work: KeptWork,
        *,
        recent: Recent,
        status: StatusLine,
        messages: MessageBar,
        finish: Callable[[], bool],
    ) -> None:
        """`finish` ends the gesture of held keys, so that it is part of the saved work."""
        super().__init__(window)
        self._window, self._session, self._scenes, self._work = window, session, scenes, work
        self.recent, self._status, self._messages = recent, status, messages
        self._finish = finish

    def save(self, then: _Then = _nothing) -> None:
        """Write the file, or ask for a name; call `then` after the file was written."""
        path = self._session.path
        if path is None:
            self.save_as(then)
        elif self._session.file_is_other:
            from xentgui.window import question  # noqa: PLC0415 - few files change

            question.ask_overwrite(
                self._window,
                path.name,
                lambda: self._write(path, then),
                lambda: self.save_as(then),
            )
        else:
            self._write(path, then)

    def save_as(self, then: _Then = _nothing) -> None:
        """Ask for a name and write that file; call `then` after that."""
        from xentgui.window import file_dialogs  # noqa: PLC0415 - no start asks

        title, _ = self._scenes.words()
        path = self._session.path or self.recent.folder / file_dialogs.file_name(title)
        file_dialogs.ask_save(self._window, path, lambda chosen: self._write(chosen, then))

    def revert(self) -> None:
        """Read the file again, as a step that can be undone."""
        from xentgui.documents.file_error import FileError  # noqa: PLC0415 - no start reads again

        self._finish()  # a button in a message does not end it
        try:
            self._session.revert(translate("window", "Revert"))
        except FileError as error:
            self._refuse(error)
        else:
            self._messages.withdraw("disk")

    def when_safe(self, then: _Then) -> None:
        """Call `then` at once if nothing would be lost, else after a person has agreed."""
        self._finish()
        self._session.look_at_disk()
        if not self._session.is_modified:
            then()
            return
        from xentgui.window import question  # noqa: PLC0415 - no start asks

        def discard() -> None:
            self._work.discard()
            self.changed.emit()
            then()

        path = self._session.path
        name = path.name if path is not None else translate("window", "Untitled")
        loss = self._session.loss
        save = self.save_as if loss is not None and loss.is_in_the_way else self.save
        lost = loss is not None
        question.ask_unsaved(self._window, name, lambda: save(then), discard, lost=lost)

    def _write(self, path: Path, then: _Then) -> None:
        from xentgui.documents.file_error import FileError  # noqa: PLC0415 - no start saves

        self._finish()
        try:
            self._session.save(path.absolute())
        except FileError as error:
            self._refuse(error, Answer(_SAVE_AS, lambda: self.save_as(then)))
            return
        self._messages.withdraw("refused")
        self._messages.withdraw("disk")
        self.recent.add(path)
        self.changed.emit()
        saved = translate("window", "Saved {name}").format(name=path.name)
        self._status.say(saved)
        then()

    def _refuse(self, error: RefusedError, *answers: Answer) -> None:
        self._messages.announce("refused", error.message, *answers)
