"""A file that appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError

_FAILED = QT_TRANSLATE_NOOP(
    "errors", "{name} cannot be written: {reason}. Choose another place or name."
)


class SavingError(RefusedError):
    """A file that cannot be written; says why."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`; what was there stays until all is written.  Raises SavingError."""
    file = QSaveFile(str(path))
    file.setDirectWriteFallback(True)  # a folder may allow no second file
    whole = (
        file.open(QIODevice.OpenModeFlag.WriteOnly)
        and file.write(data) == len(data)
        and file.commit()
    )
    if not whole:
        raise SavingError(_FAILED, name=path.name, reason=file.errorString())
