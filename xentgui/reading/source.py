"""What is read: a file, from which only what is needed is read, or the bytes of a pipe."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.read_error import ReadError

_HEAD: Final = 1024  # bytes; none of our files begins with more blanks
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_UTF_8: Final = b"\xef\xbb\xbf"

_MISSING = QT_TRANSLATE_NOOP("errors", "There is no file {name}. Check its name and folder.")
_NO_FILE = QT_TRANSLATE_NOOP("errors", "{name} is not a file. Choose a file.")
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
        The path of the file, so that arrays can be mapped; None for bytes in memory.
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
        self, name: str, data: bytes, path: Path | None = None, decimal_point: str = "."
    ) -> None:
        """Hold `data`: all bytes, or the first bytes of the file at `path`."""
        self.name, self.path, self.decimal_point = name, path, decimal_point
        self.head = data[:_HEAD]
        self.beginning = _characters(self.head)
        self.size = len(data) if path is None else path.stat().st_size
        self._data, self._whole = data, path is None or len(data) < _HEAD

    @classmethod
    def of_file(cls, path: Path, decimal_point: str = ".") -> Source:
        """Return the file at `path`; raises OSError, or ValueError if no file can have this path."""
        with path.open("rb") as file:
            return cls(path.name, file.read(_HEAD), path, decimal_point)

    def read(self, most: int) -> bytes:
        """Return all bytes, but not more than the first `most` of them; raises OSError."""
        if self.path is not None and not self._whole and len(self._data) < most:
            with self.path.open("rb") as file:
                self._data = file.read(most)
            self._whole = len(self._data) < most
        return self._data[:most]


def open_source(path: Path, decimal_point: str = ".") -> Source:
    """Return the file at `path`; raises ReadError if it cannot be read."""
    file_size(path)
    try:
        return Source.of_file(path, decimal_point)
    except OSError as error:
        raise unreadable(path.name, error) from None


def file_size(path: Path) -> int:
    """Return the size of the file at `path`, in bytes; raises ReadError if it is no file."""
    name = path.name or str(path)
    try:
        status = path.stat()
    except FileNotFoundError:
        raise ReadError(_MISSING, name=shown(name)) from None
    except (OSError, ValueError) as error:
        raise ReadError(_UNREADABLE, name=shown(name), reason=str(error)) from None
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(_NO_FILE, name=shown(name))
    return status.st_size


def unreadable(name: str, error: OSError) -> ReadError:
    """Return the error for a file that the system cannot read."""
    return ReadError(_UNREADABLE, name=shown(name), reason=error.strerror or str(error))


def _characters(head: bytes) -> bytes:
    if head.startswith(_UTF_16):
        head = head[2:].replace(b"\0", b"")
    return head.removeprefix(_UTF_8).lstrip()
