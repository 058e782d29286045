"""Files on their way into the window: what they are, and reading them beside it if that takes long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from xentgui.documents.session import Session
from xentgui.documents.token_text import token_in
from xentgui.model import RefusedError
from xentgui.window.readings import Readings
from xentgui.window.samples import Samples
from xentgui.window.saving import Saving

if TYPE_CHECKING:
    from xentgui.documents.document_file import Opened
    from xentgui.documents.work import Work

_UNTIL_PAINTED = 200  # milliseconds


class FileOpening(QObject):
    """Reads the files that are opened; of a long document the first scene is shown at once.

    Signals
    -------
    read(Path, Opened)
        A file has been read, and is to be shown.
    begun()
        The first scene of a long document is about to be shown.
    completed(Path)
        The other scenes of such a document are there.
    token_found(str)
        It was the token of a scene, typed or pasted where a file is asked for.
    refused(RefusedError)
        A file cannot be opened, for this reason.
    """

    read = Signal(object, object)
    begun = Signal()
    completed = Signal(object)
    token_found = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        parent: QObject,
        session: Session,
        saving: Saving,
        samples: Samples,
        readings: Readings,
    ) -> None:
        super().__init__(parent)
        self._session, self._saving = session, saving
        self._samples, self._readings = samples, readings

    def open(self, path: Path, *, at_once: bool = False) -> None:
        """Open a document, one of our figures or logits; `at_once`, before anything is shown."""
        if token := token_in(path):
            self.token_found.emit(token)
            return
        # Few starts open a file.
        from xentgui.documents.file_error import FileError  # noqa: PLC0415
        from xentgui.documents.file_readers import LOGITS  # noqa: PLC0415
        from xentgui.documents.opening import (  # noqa: PLC0415
            look_into,
            read_document,
            read_first_scene,
        )

        try:
            source, reader = look_into(path)
        except FileError as error:
            self._not_opened(path, error)
            return
        if reader is not None and reader.group is LOGITS:
            self._samples.open(path)
            return

        def read(size: int, then: Callable[[Opened], None]) -> None:
            self._readings.read(
                path.name,
                size,
                lambda: read_document(source, reader),
                then,
                lambda error: self._not_opened(path, error),
            )

        first = read_first_scene(source, reader)
        if first is None:
            # At the start there is nothing yet that could be shown meanwhile.
            read(0 if at_once else source.size, lambda opened: self.read.emit(path, opened))
            return

        def begin() -> None:
            self.begun.emit()
            self._session.start(first)
            begun = self._session.origin

            def read_others() -> None:
                if self._session.origin is begun:
                    read(source.size, lambda opened: self._add_others(path, opened, begun))

            # Not at once: the two would share a processor while the first scene is painted.
            QTimer.singleShot(_UNTIL_PAINTED, self, read_others)

        self._saving.when_safe(begin)

    def _add_others(self, path: Path, opened: Opened, begun: Work) -> None:
        """Add the other scenes of a long document to the first one, which is shown already."""
        if self._session.origin is not begun:  # another document has been begun meanwhile
            return
        if self._session.complete(opened.document, path, opened.fingerprint):
            self.completed.emit(path)
        else:
            self.read.emit(path, opened)

    def _not_opened(self, path: Path, error: RefusedError) -> None:
        if not path.exists():
            self._saving.recent.forget(path)
        self.refused.emit(error)
