"""Writes an exported file completely or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError

_FAILED = QT_TRANSLATE_NOOP(
    "errors", "{name} cannot be written: {reason}. Choose another place or name."
)


class SavingError(RefusedError):
    """A file that cannot be written; the message gives the reason."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`; the old file stays until all is written.  Raises SavingError."""
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(True)  # the folder may not allow a second file
    whole = (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.write(data) == len(data)
        and file.commit()
    )
    if not whole:
        raise SavingError(_FAILED, name=path.name, reason=file.errorString())
