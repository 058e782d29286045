"""The errors for files: each names the file, the reason and the remedy."""

from __future__ import annotations

from pathlib import Path

from xentgui.documents.file_readers import listed_endings
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.reading.regular_file import ChangedFileError, NoOrdinaryFileError


class FileError(RefusedError):
    """A file that cannot be read or written; the work in the window has not changed."""


_ABOUT = QT_TRANSLATE_NOOP("errors", "{file}: {reason}")
_NO_FILE = QT_TRANSLATE_NOOP(
    "errors", "There is no file {file}. It was moved, renamed or deleted: look for it with Open."
)
_FOLDER = QT_TRANSLATE_NOOP("errors", "{file} is a folder. Open a file in it.")
_DEVICE = QT_TRANSLATE_NOOP("errors", "{file} is not a regular file. Open a document.")
_NO_RIGHT = QT_TRANSLATE_NOOP(
    "errors", "You have no permission to read {file}. Change its permissions, or open a copy."
)
_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "{file} was changed by another program while it was read. Open it again when that is done.",
)
_UNREADABLE = QT_TRANSLATE_NOOP("errors", "{file} cannot be read: {reason}. Open a copy.")
_NO_KIND = QT_TRANSLATE_NOOP(
    "errors",
    "{file} cannot be opened here. "
    "Open a document ({document}), a figure that XentGUI has exported, "
    "or logits ({logits}).",
)
_NO_STATE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is a picture without numbers in it. "
    "Open one that XentGUI has exported, with its state, and nothing has saved anew since.",
)


def about(name: str, reason: RefusedError) -> FileError:
    """Return the error for a file whose content was refused for `reason`."""
    return FileError(_ABOUT, file=name, reason=reason.message)


def no_kind(path: Path) -> FileError:
    """Return the error for a file of another program."""
    return FileError(_NO_KIND, file=path.name, **listed_endings())


def no_state(name: str) -> FileError:
    """Return the error for a picture that holds no state."""
    return FileError(_NO_STATE, file=name)


def unreadable(path: Path, error: OSError | ValueError) -> FileError:
    """Return the error for a file that the system cannot open."""
    kinds: dict[type[Exception], str] = {
        FileNotFoundError: _NO_FILE,
        NotADirectoryError: _NO_FILE,
        IsADirectoryError: _FOLDER,
        PermissionError: _NO_RIGHT,
        NoOrdinaryFileError: _DEVICE,
        ChangedFileError: _CHANGED,
    }
    reason = getattr(error, "strerror", None) or str(error)
    return FileError(kinds.get(type(error), _UNREADABLE), file=path, reason=reason)
