"""Writes a file completely or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSaveFile

from xentgui.documents.file_error import FileError
from xentgui.model.message import QT_TRANSLATE_NOOP

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
    "{file} is not saved: nothing may be written into the folder {folder}. "
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


def write_file(path: Path, data: bytes) -> None:
    """Replace the content of `path` by `data` in one step; raises FileError.

    Permissions stay, and a symbolic link stays a link to the written file.
    """
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise _refusal(path, file.errorString())
    if file.write(data) != len(data) or not file.flush():
        file.cancelWriting()
        file.commit()  # removes the temporary file
        raise FileError(_FULL, file=path.name)
    if not file.commit():
        raise _refusal(path, file.errorString())


def _refusal(path: Path, reason: str) -> FileError:
    folder = path.parent
    if not folder.is_dir():
        template = _NO_FOLDER
    elif path.is_dir():
        template = _FOLDER
    elif path.exists() and not os.access(path, os.W_OK):
        template = _READ_ONLY
    elif not os.access(folder, os.W_OK):
        template = _NO_RIGHT
    else:
        template = _FAILED
    return FileError(template, file=path.name, folder=folder, reason=reason.rstrip("."))
