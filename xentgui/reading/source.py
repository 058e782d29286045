"""What is read: a file, from which only what is needed is read, or the bytes of a pipe."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.read_error import ReadError
from xentgui.reading.regular_file import (
    ChangedFileError,
    NoOrdinaryFileError,
    Stamp,
    open_regular,
    require_unchanged,
    stamp_of,
)

_HEAD: Final = 1024  # bytes; none of our files begins with more blanks
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF_8: Final = b"\xef\xbb\xbf"

_MISSING = QT_TRANSLATE_NOOP("errors", "There is no file {name}. Check its name and folder.")
_NO_FILE = QT_TRANSLATE_NOOP("errors", "{name} is not a file. Choose a file.")
_CHANGED = QT_TRANSLATE_NOOP(
    "errors",
    "{name} was changed by another program while it was read. Open it again when that is done.",
)
_UNREADABLE = QT_TRANSLATE_NOOP(
    "errors", "{name} cannot be opened: {reason}. Check its name and your rights to read it."
)


class Source:
    """A file that is read only as far as is needed, or bytes in memory.

    Attributes
    ----------
    name
        Its name in sentences; the ending may say what kind of file it is.
    path
        The path of the file, so that arrays can stay in it; None for bytes in memory.
    size
        The number of bytes.
    head
        The first bytes.
    beginning
        The first characters, if it is a text: the head without byte order mark and blanks, and
        without the zero bytes of UTF-16.
    decimal_point
        The locale's, for texts whose numbers do not prove one.
    """

    def __init__(
        self,
        name: str,
        data: bytes,
        path: Path | None = None,
        decimal_point: str = ".",
        stamp: Stamp | None = None,
    ) -> None:
        """Hold `data`: all bytes, or the first bytes of the file at `path` with this `stamp`."""
        self.name, self.path, self.decimal_point = name, path, decimal_point
        self.head = data[:_HEAD]
        self.beginning = _characters(self.head)
        self.size = len(data) if stamp is None else stamp.size
        self._data, self._stamp = data, stamp
        self._whole = stamp is None or len(data) < _HEAD

    @classmethod
    def of_file(cls, path: Path, decimal_point: str = ".") -> Source:
        """Return the file at `path`; raises OSError, or ValueError if no file can have this path."""
        with open_regular(path) as file:
            stamp = stamp_of(file)
            return cls(path.name, file.read(_HEAD), path, decimal_point, stamp)

    def read(self, most: int) -> bytes:
        """Return all bytes, but not more than the first `most` of them; raises OSError.

        It is a ChangedFileError if they are no longer those of the file whose head is known.
        """
        path, stamp = self.path, self._stamp
        if path is not None and stamp is not None and not self._whole and len(self._data) < most:
            with open_regular(path) as file:
                require_unchanged(file, stamp)
                self._data = file.read(most)
                require_unchanged(file, stamp)
            self._whole = len(self._data) < most
        return self._data[:most]


def open_source(path: Path, decimal_point: str = ".") -> Source:
    """Return the file at `path`; raises ReadError if it cannot be read."""
    try:
        return Source.of_file(path, decimal_point)
    except (OSError, ValueError) as error:
        raise unreadable(path.name or str(path), error) from None


def unreadable(name: str, error: OSError | ValueError) -> ReadError:
    """Return the error for a file that the system cannot read."""
    kinds: dict[type[Exception], str] = {
        FileNotFoundError: _MISSING,
        IsADirectoryError: _NO_FILE,
        NoOrdinaryFileError: _NO_FILE,
        ChangedFileError: _CHANGED,
    }
    reason = getattr(error, "strerror", None) or str(error)
    return ReadError(kinds.get(type(error), _UNREADABLE), name=shown(name), reason=reason)


def _characters(head: bytes) -> bytes:
    if head.startswith(_UTF_16):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(_UTF_8).lstrip()
