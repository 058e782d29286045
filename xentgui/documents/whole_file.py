"""Replaces the content of a file in one step; the older content stays until all of it is written.

Names are handed to the system as they are: Qt would change one that is not UTF-8, and write another
file.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from xentgui.reading.regular_file import NoOrdinaryFileError


def write_whole(path: Path, data: bytes, *, in_place: bool = False) -> None:
    """Replace the content of the file at `path` by `data`; raises OSError.

    Permissions stay, and a symbolic link stays a link to the written file.  With `in_place`, an
    existing file is written directly if its folder does not allow another one.
    """
    import tempfile  # noqa: PLC0415 - no start writes a document

    path = Path(os.path.realpath(path))
    mode = _mode(path)
    try:
        handle, name = tempfile.mkstemp(prefix=".xentgui-", dir=path.parent)
    except PermissionError:
        if not in_place or not path.exists():
            raise
        path.write_bytes(data)
        return
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(mode)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """Return the permissions of the file, or of a new file; raises OSError if it is protected."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise NoOrdinaryFileError(errno.EINVAL, "this is not a regular file")
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)
