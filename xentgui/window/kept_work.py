"""Keeps the unsaved work safe, and restores it after a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from xentgui.documents.recovery import Recovery
from xentgui.documents.session import Session
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.window.status_line import StatusLine

_BACK = QT_TRANSLATE_NOOP("window", "The program ended unexpectedly; your work is back.")


class KeptWork(QObject):
    """Writes the work of a session to its recovery file, and reads lost work from others.

    Attributes
    ----------
    recovery
        The recovery file, or None if the work is not kept.
    has_discarded
        Whether there is discarded work that can be restored.
    """

    def __init__(
        self, recovery: Recovery | None, session: Session, status: StatusLine, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.recovery, self._session, self._status = recovery, session, status
        self.has_discarded = recovery is not None and recovery.discarded.exists()
        session.changed.connect(self._keep)

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
        lost = self.recovery.lost(path) if self.recovery is not None else None
        if lost is None:
            return False
        self._session.resume(lost)
        if self._session.is_modified or lost.path is not None:
            self._status.offer_discard(translate("window", _BACK))
        return True

    def discard(self) -> None:
        """Discard the present work in a way that it can be restored."""
        if self.recovery is not None:
            self.recovery.discard(self._session.document())
            self.has_discarded = True

    def end(self) -> None:
        """Remove the recovery file, because the program ends normally."""
        if self.recovery is not None:
            self.recovery.close()

    def _keep(self) -> None:
        if self.recovery is None:
            return
        if self._session.is_modified or self._session.path is not None:
            self.recovery.keep(self._session.work())
        else:
            self.recovery.forget()
