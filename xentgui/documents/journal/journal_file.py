"""A file to which bytes are appended, and which is replaced as a whole when it has become long."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

_FLAGS = os.O_RDWR | os.O_APPEND | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class JournalFile:
    """The journal of this program on the disk.

    What `append` has written is with the operating system: it is there whatever becomes of this
    program.  There is no fsync, which takes milliseconds and helps only if the system itself fails.

    Attributes
    ----------
    path
        Where it is, or will be.
    size
        The number of its bytes.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self._handle: int | None = None
        self._new: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be appended to."""
        return self._handle is not None

    def append(self, data: bytes) -> None:
        """Write `data` at the end, completely or not at all; raises OSError."""
        handle = self._handle
        if handle is None or not os.fstat(handle).st_nlink:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        _write(handle, data, self.size)
        self.size += len(data)

    def take_over(self, left: Path, size: int) -> None:
        """Take the journal `left` by another program, and cut it to `size`; raises OSError."""
        handle = os.open(left, _FLAGS)
        try:
            os.ftruncate(handle, size)
            if sys.platform == "win32":  # an open file cannot be renamed there
                os.close(handle)
                left.replace(self.path)
                handle = os.open(self.path, _FLAGS)
            else:
                left.replace(self.path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.close(handle)
            raise
        self._close(self._handle)
        self._handle, self.size = handle, size

    # Its successor

    def begin_new(self) -> None:
        """Begin another file beside it; raises OSError."""
        self.drop_new()
        self._new = os.open(self._beside, _FLAGS | os.O_CREAT | os.O_TRUNC, 0o600)
        self._new_size = 0

    def write_new(self, data: bytes) -> None:
        """Write to the other file; raises OSError."""
        assert self._new is not None
        _write(self._new, data, self._new_size)
        self._new_size += len(data)

    def put_new_in_place(self) -> None:
        """Let the other file take the place of this one, in one step; raises OSError."""
        assert self._new is not None
        new, self._new = self._new, None
        try:
            if sys.platform == "win32":
                os.close(new)
                self._close(self._handle)
                self._handle = None
                self._beside.replace(self.path)
                new = os.open(self.path, _FLAGS)
            else:
                self._beside.replace(self.path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.close(new)
            raise
        self._close(self._handle)
        self._handle, self.size = new, self._new_size

    def drop_new(self) -> None:
        """Give the other file up."""
        if self._new is not None:
            os.close(self._new)
            self._new = None
            with contextlib.suppress(OSError):
                self._beside.unlink()

    def remove(self) -> None:
        """Remove the file, and close it."""
        self.drop_new()
        self._close(self._handle)
        self._handle = None
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    @property
    def _beside(self) -> Path:
        return self.path.with_suffix(".new")

    @staticmethod
    def _close(handle: int | None) -> None:
        if handle is not None:
            os.close(handle)


def _write(handle: int, data: bytes, size: int) -> None:
    """Append `data` to a file of `size` bytes, which is as before if that fails."""
    view = memoryview(data)
    try:
        while view:
            view = view[os.write(handle, view) :]
    except OSError:
        with contextlib.suppress(OSError):
            os.ftruncate(handle, size)
        raise
