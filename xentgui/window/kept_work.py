"""Keeps the unsaved work safe, and restores it after a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from xentgui.documents.journal.recorder import Recorder
from xentgui.documents.recovery import Recovery
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.window.status_line import StatusLine

_BACK = QT_TRANSLATE_NOOP("window", "The program ended unexpectedly; your work is back.")
_TORN = QT_TRANSLATE_NOOP(
    "window",
    "The program ended unexpectedly; your work is back, but for a change that was being made.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "window",
    "The program ended unexpectedly; your work is back up to a damage. The damaged file is kept: {file}",
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "window", "Work from before a crash is damaged and cannot be read. It is kept: {file}"
)
_FAILED = QT_TRANSLATE_NOOP(
    "window",
    "Your changes are not protected against a crash: {reason}. It is tried again; save your work.",
)
_MENDED = QT_TRANSLATE_NOOP("window", "Your changes are protected against a crash again.")


class KeptWork(QObject):
    """Keeps the work of a session in its journal, and continues with lost work from others.

    Attributes
    ----------
    recovery
        The journal, or None if the work is not kept.
    has_discarded
        Whether there is discarded work that can be restored.
    """

    def __init__(
        self,
        recovery: Recovery | None,
        session: Session,
        store: Store,
        status: StatusLine,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.recovery, self._session, self._status = recovery, session, status
        self.has_discarded = recovery is not None and recovery.has_discarded
        self._recorder: Recorder | None = None
        if recovery is not None:
            self._recorder = Recorder(recovery, session, store)
            recovery.failed.connect(self._on_failed)
            recovery.mended.connect(lambda: status.say(translate("window", _MENDED)))

    @property
    def discarded_file(self) -> Path:
        """The file with the work that was discarded last; it exists only if `has_discarded`."""
        assert self.recovery is not None
        return self.recovery.discarded

    def resume(self, path: Path | None) -> bool:
        """Continue with lost work of the document `path`; return whether there was any.

        Without a path, it is the newest lost work of any document.
        """
        # If a document is opened, other lost work waits for a start without a document.
        if self.recovery is None or self._recorder is None:
            return False
        lost = self.recovery.lost(path)
        said = [
            translate("window", _UNREADABLE).format(file=file) for file in self.recovery.unreadable
        ]
        if lost is None:
            if said:
                self._status.say(" ".join(said))
            return False
        self._recorder.go_on_with(lost)
        self._session.resume(lost)
        if self._session.is_modified or lost.work.path is not None or lost.damage:
            back = translate("window", {"": _BACK, "torn": _TORN, "damaged": _DAMAGED}[lost.damage])
            said.insert(0, back.format(file=self.recovery.damaged))
            self._status.offer_discard(" ".join(said))
        elif said:
            self._status.say(" ".join(said))
        return True

    def discard(self) -> None:
        """Discard the present work in a way that it can be restored."""
        if self.recovery is not None:
            self.recovery.discard(self._session.document())
            self.has_discarded = True

    def end(self) -> None:
        """Remove the journal, because the program ends normally."""
        if self.recovery is not None:
            self.recovery.close()

    def _on_failed(self, reason: str) -> None:
        self._status.say(translate("window", _FAILED).format(reason=reason))
