"""Writes a command's result to a file, completely or not at all, or to standard output."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

from xentgui.documents.whole_file import write_whole
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError

_FAILED = QT_TRANSLATE_NOOP(
    "errors", "{name} cannot be written: {reason}. Choose another place or name."
)


class OutputError(RefusedError):
    """A result that cannot be written to the given place."""


def write(name: str, data: bytes) -> None:
    """Write `data` to the file `name`, or to standard output if it is "-".

    A file is written completely or stays as it was.  Raises OutputError, and BrokenPipeError if the
    reader has closed the output.
    """
    try:
        _write(name, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(_FAILED, name=name, reason=error.strerror or str(error)) from error


def _write(name: str, data: bytes) -> None:
    if name == "-":
        left = memoryview(data)
        while left:  # without a buffer (python -u), one write to a pipe can be partial
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe
        path.write_bytes(data)
        return
    write_whole(path, data)
