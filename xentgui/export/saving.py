"""Writes an exported file completely or not at all."""

from __future__ import annotations

from pathlib import Path

from xentgui.documents.whole_file import write_whole
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError

_FAILED = QT_TRANSLATE_NOOP(
    "errors", "{name} cannot be written: {reason}. Choose another place or name."
)


class SavingError(RefusedError):
    """A file that cannot be written; the message gives the reason."""


def save(data: bytes, path: Path) -> None:
    """Write `data` to `path`; the old file stays until all is written.  Raises SavingError."""
    try:
        write_whole(path, data, in_place=True)
    except OSError as error:
        raise SavingError(_FAILED, name=path.name, reason=error.strerror or str(error)) from None
