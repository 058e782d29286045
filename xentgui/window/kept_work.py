"""Keeps the work safe while a person works, and brings it back after a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from xentgui.documents.recovery import Recovery
from xentgui.documents.session import Session
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.window.status_line import StatusLine

_BACK = QT_TRANSLATE_NOOP("window", "The program ended unexpectedly; your work is back.")


class KeptWork(QObject):
    """Hands the work of a session to its recovery file, and takes lost work out of one.

    Attributes
    ----------
    recovery
        Where the work is kept, or None if it is not kept at all.
    has_discarded
        There is work that was discarded, and can be brought back.
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
        """The file with what was discarded last; only there if `has_discarded`."""
        assert self.recovery is not None
        return self.recovery.discarded

    def resume(self, path: Path | None) -> bool:
        """Go on with work that was lost and belongs to `path`; return whether there was any.

        Without a path it is whatever work was lost last.
        """
        # If a document is to be opened, other lost work waits for a start that opens none.
        lost = self.recovery.lost(path) if self.recovery is not None else None
        if lost is None:
            return False
        self._session.resume(lost)
        if self._session.is_modified or lost.path is not None:
            self._status.offer_discard(translate("window", _BACK))
        return True

    def discard(self) -> None:
        """Put the present work aside; it can be brought back."""
        if self.recovery is not None:
            self.recovery.discard(self._session.document())
            self.has_discarded = True

    def end(self) -> None:
        """Keep nothing more: the program ends as it should."""
        if self.recovery is not None:
            self.recovery.close()

    def _keep(self) -> None:
        if self.recovery is None:
            return
        if self._session.is_modified or self._session.path is not None:
            self.recovery.keep(self._session.work())
        else:
            self.recovery.forget()
