"""The file of the open document: it is written, read, and watched for what other programs do to it.

What reads and writes documents is imported with the first file: no start has to wait for it.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from xentgui.documents.scene import Document

if TYPE_CHECKING:
    from xentgui.documents.disk_watch import DiskWatch, Loss
    from xentgui.documents.document_file import Opened


class DocumentOnDisk(QObject):
    """The file that Save writes, if there is one.

    Attributes
    ----------
    path
        The file, or None.
    fingerprint
        The fingerprint of its content when it was last read or written; "" without a file.
    loss
        Why the file no longer holds the document, or None.

    Signals
    -------
    changed()
        Another program has changed or removed the file.
    restored()
        The file holds again what it held.
    """

    changed = Signal()
    restored = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.fingerprint = ""
        self.loss: Loss | None = None

    @cached_property
    def watch(self) -> DiskWatch:
        """What watches the file; no start without a file needs it."""
        from xentgui.documents.disk_watch import DiskWatch  # noqa: PLC0415

        watch = DiskWatch(self)
        watch.changed.connect(self._on_changed)
        watch.restored.connect(self._on_restored)
        return watch

    def follow(self, path: Path | None, fingerprint: str) -> None:
        """Watch `path`, which holds bytes with this fingerprint; None to watch nothing."""
        self.path, self.fingerprint, self.loss = path, fingerprint, None
        if path is not None or "watch" in vars(self):
            self.watch.follow(path, fingerprint)

    def accept(self) -> None:
        """Take what the file holds now as known, whatever that is."""
        self.follow(self.path, self.watch.present())

    def write(self, path: Path, document: Document) -> None:
        """Write `document` to `path`, which becomes the file; raises FileError."""
        from xentgui.documents.document_file import fingerprint  # noqa: PLC0415
        from xentgui.documents.document_text import encode  # noqa: PLC0415
        from xentgui.documents.saving import write_file  # noqa: PLC0415

        data = encode(document).encode()
        write_file(path, data)
        self.follow(path, fingerprint(data))

    def read(self) -> Document | None:
        """Read the document from its file again, None without a file; raises FileError."""
        if self.path is None:
            return None
        opened = _read(self.path)
        self.follow(self.path, opened.fingerprint)
        return opened.document

    def _on_changed(self) -> None:
        # Without a file that holds it, the document exists only here: closing would lose it.
        self.loss = self.watch.loss()
        self.changed.emit()

    def _on_restored(self) -> None:
        self.loss = None
        self.restored.emit()


def read_if_possible(path: Path) -> Opened | None:
    """Return what is in the file `path`; None if no document can be read from it."""
    from xentgui.documents.file_error import FileError  # noqa: PLC0415

    try:
        return _read(path)
    except FileError:
        return None


def _read(path: Path) -> Opened:
    from xentgui.documents.opening import read_file  # noqa: PLC0415

    return read_file(path)
