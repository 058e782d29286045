"""Where a command's result goes: a file, whole or not at all, or standard output."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError

_FAILED = QT_TRANSLATE_NOOP(
    "errors", "{name} cannot be written: {reason}. Choose another place or name."
)


class OutputError(RefusedError):
    """A result that cannot be written where it was asked for."""


def write(name: str, data: bytes) -> None:
    """Write `data` to the file `name`, or to standard output if it is "-".

    A file appears complete or stays as it was.  Raises OutputError, and BrokenPipeError if
    nobody reads on.
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
        while left:  # without a buffer (python -u) a pipe takes as much as it has room for
            left = left[sys.stdout.buffer.write(left) :]
        sys.stdout.buffer.flush()
        return
    path = Path(name)
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe
        path.write_bytes(data)
        return
    path = path.resolve()  # what a link points at is replaced, not the link
    handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(beside).chmod(_mode(path))
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions that the file has, or would have been made with."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
