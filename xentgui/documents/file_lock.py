"""A lock that a program holds as long as it runs, however it ends.

The system frees it with the program.  A lock that only names a process would seem to be held again
as soon as another program gets the number of that process.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class FileLock:
    """The lock on a file of its own, which is made when it is locked, and removed after that."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds the lock, and its file is where others look for it."""
        return self._handle is not None and self._is_still_there(self._handle)

    def try_lock(self) -> bool:
        """Take the lock; return False if another program holds it.  Raises OSError."""
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
        try:
            taken = _take(handle) and self._is_still_there(handle)
            if taken:
                _sign(handle)
        except BaseException:
            os.close(handle)
            raise
        if taken:
            self._handle = handle
        else:
            os.close(handle)
        return taken

    def unlock(self) -> None:
        """Free the lock, if it is held, and remove its file."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            if sys.platform == "win32":  # an open file cannot be removed there
                os.close(handle)
                self._remove()
            else:
                self._remove()
                os.close(handle)

    def _is_still_there(self, handle: int) -> bool:
        """Return whether the file is still the one at the path: who held it may have removed it."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}:
            return False
        return not _owner_runs(handle)  # a file system without locks
    return True


def _sign(handle: int) -> None:
    """Write the number of this process, for people and for file systems without locks."""
    with contextlib.suppress(OSError):  # a disk that is full
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, str(os.getpid()).encode())


def _owner_runs(handle: int) -> bool:
    """Return whether the process that has signed the file runs."""
    try:
        number = int(os.read(handle, 20))
    except (OSError, ValueError):
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it belongs to somebody else
        return True
    return True
