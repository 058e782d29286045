"""Opens files that hold a document: documents themselves, and figures that we exported."""

from __future__ import annotations

import re
import stat
import zlib
from dataclasses import dataclass
from pathlib import Path

from xentgui.documents import file_error
from xentgui.documents.document import LONGEST, DocumentError, decode
from xentgui.documents.embedded import read_state_document
from xentgui.documents.scene import Document
from xentgui.model.message import RefusedError
from xentgui.reading.file_kinds import DOCUMENT

_PICTURE = re.compile(rb"\x89PNG\r\n\x1a\n|%PDF-|(?:\xef\xbb\xbf)?\s*<|\xff\xfe<|\xfe\xff\x00<")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{|\xff\xfe\{\x00|\xfe\xff\x00\{")
_HEAD = 1024  # bytes; none of our files begins with more blanks


@dataclass(frozen=True, slots=True)
class Opened:
    """The content of a file.

    Attributes
    ----------
    document
        The scenes in it.
    fingerprint
        The fingerprint of the bytes that were read, to see later whether they have changed; "" for
        a figure, because figures are not saved again.
    """

    document: Document
    fingerprint: str = ""


def read_file(path: Path) -> Opened:
    """Return the document in a file, or the one that a figure was made from; raises FileError."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe could wait for ever
            if path.is_dir():
                raise IsADirectoryError
            raise file_error.no_file(path)
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if _JSON.match(head):
                return _document(path, head + file.read(LONGEST))
    except (OSError, ValueError) as error:
        if isinstance(error, RefusedError):
            raise
        reason = error if isinstance(error, OSError) else OSError(str(error))
        raise file_error.unreadable(path, reason) from None
    if _PICTURE.match(head):
        return _figure(path)
    raise file_error.no_kind(path)


def fingerprint(data: bytes) -> str:
    """Return a hash of `data`."""
    return f"{len(data)}-{zlib.crc32(data):08x}"


def _document(path: Path, data: bytes) -> Opened:
    try:
        return Opened(decode(data), fingerprint(data))
    except DocumentError as error:
        about = file_error.about if _is_meant(path, data) else file_error.no_document
        raise about(path, error) from None


def _is_meant(path: Path, data: bytes) -> bool:
    """Return whether a file that is no valid document was meant as one; logits can be JSON, too."""
    ours = path.name.lower().endswith(DOCUMENT.suffixes[0])
    data = data.replace(b"\0", b"")  # so that UTF-16 text is found as well
    return ours or b"xentgui-document" in data or b'"scenes"' in data


def _figure(path: Path) -> Opened:
    try:
        text = read_state_document(path)
        if text is None:
            raise file_error.no_state(path)
        return Opened(decode(text))
    except OSError as error:
        raise file_error.unreadable(path, error) from None
    except DocumentError as error:
        raise file_error.about(path, error) from None
