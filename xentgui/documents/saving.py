"""Writes a document completely or not at all, and says why it cannot be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Final

from xentgui.documents.file_error import FileError
from xentgui.documents.whole_file import write_whole
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.regular_file import NoOrdinaryFileError

_NO_FOLDER = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not saved: the folder {folder} does not exist. Choose another place for it.",
)
_FOLDER = QT_TRANSLATE_NOOP(
    "errors", "{file} is not saved: a folder has this name. Choose another name."
)
_READ_ONLY = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not saved: it is protected against writing. "
    "Save under another name, or change its permissions.",
)
_NO_RIGHT = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not saved: you have no permission to write to {folder}. "
    "Choose another place for it, or change the permissions.",
)
_FAILED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not saved: {reason}. Your work is as it was. Choose another place for the file.",
)
_FULL = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not saved: the disk has no room for it. "
    "What was in the file is still there, and so is your work. "
    "Make room on the disk, or choose another place.",
)

_NO_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is not saved: a pipe or a device has this name. Choose another name.",
)
_NO_ROOM: Final = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_file(path: Path, data: bytes) -> None:
    """Replace the content of `path` by `data` in one step; raises FileError.

    Permissions stay, and a symbolic link stays a link to the written file.
    """
    try:
        write_whole(path, data)
    except OSError as error:
        raise _refusal(path, error) from None


def _refusal(path: Path, error: OSError) -> FileError:
    folder = path.parent
    if error.errno in _NO_ROOM:
        template = _FULL
    elif not folder.is_dir():
        template = _NO_FOLDER
    elif isinstance(error, IsADirectoryError):
        template = _FOLDER
    elif isinstance(error, NoOrdinaryFileError):
        template = _NO_FILE
    elif path.exists() and not os.access(path, os.W_OK):
        template = _READ_ONLY
    elif not os.access(folder, os.W_OK):
        template = _NO_RIGHT
    else:
        template = _FAILED
    reason = error.strerror or str(error)
    return FileError(template, file=path.name, folder=folder, reason=reason)
