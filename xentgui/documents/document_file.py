"""Reads a document from a file, with a fingerprint that shows later whether it has changed."""

from __future__ import annotations

import zlib
from typing import NamedTuple

from xentgui.documents.document import decode
from xentgui.documents.document_errors import require_length
from xentgui.documents.scene import Document
from xentgui.model.limits import LONGEST_DOCUMENT
from xentgui.reading.source import Source


class Opened(NamedTuple):
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


def read(source: Source) -> Opened:
    """Return the document in `source`; raises DocumentError and OSError."""
    require_length(source.size)  # before it is read
    data = source.read(LONGEST_DOCUMENT + 1)
    return Opened(decode(data), fingerprint(data))


def fingerprint(data: bytes) -> str:
    """Return a hash of `data`."""
    return f"{len(data)}-{zlib.crc32(data):08x}"
