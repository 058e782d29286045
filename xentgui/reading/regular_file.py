"""Opens ordinary files only, and notices a file that changes while it is read.

Reading a pipe or a device can wait for ever, and another program can write any file at any time.
"""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import Final, NamedTuple

# Another kind of file can take the place of an ordinary one at the last moment: O_NONBLOCK lets
# even a pipe be opened at once.  Windows has no such flag, and needs O_BINARY.
_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
)


class NoOrdinaryFileError(OSError):
    """A pipe, a device or a socket, where a file is expected."""


class ChangedFileError(OSError):
    """A file that another program has changed or replaced between two looks at it."""


class Stamp(NamedTuple):
    """What is another one, as far as the system tells, once the content of a file is."""

    device: int
    inode: int
    size: int
    modified: int

    @classmethod
    def of(cls, status: os.stat_result) -> Stamp:
        """Return the stamp of the file with this status."""
        return cls(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def open_regular(path: Path) -> BufferedReader:
    """Open the file at `path` to read its bytes, without waiting for anything.

    Raises OSError: IsADirectoryError for a folder, and NoOrdinaryFileError for a pipe or a device;
    ValueError if no file can have this path.
    """
    _require_regular(path.stat())  # opening a device can already do something
    handle = os.open(path, _FLAGS)
    try:
        _require_regular(os.fstat(handle))
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_regular(path: Path, most: int) -> bytes:
    """Return the bytes of the file at `path`, but not more than the first `most` of them.

    Raises what `open_regular` raises, and ChangedFileError if the file changes meanwhile.
    """
    with open_regular(path) as file:
        before = stamp_of(file)
        data = file.read(most)
        require_unchanged(file, before)
        return data


def stamp_of(file: BufferedReader) -> Stamp:
    """Return the stamp of an open file; raises OSError."""
    return Stamp.of(os.fstat(file.fileno()))


def require_unchanged(file: BufferedReader, before: Stamp) -> None:
    """Raise ChangedFileError if an open file has another stamp than `before`."""
    if stamp_of(file) != before:
        raise ChangedFileError(errno.EIO, "another program has changed it")


def _require_regular(status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(status.st_mode):
        raise NoOrdinaryFileError(errno.EINVAL, "this is not a regular file")
