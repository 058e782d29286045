"""Reads a document from a file, with a fingerprint that shows later whether it has changed."""

from __future__ import annotations

import zlib
from typing import Final, NamedTuple

from xentgui.documents.scene import Document
from xentgui.model.checks import LONGEST_DOCUMENT
from xentgui.reading.source import Source

LONG_FILE: Final = 8_000_000
"""Bytes of a file that takes longer than a moment to read."""

_BEGINNINGS: Final = (2_000_000, 8_000_000)  # bytes in which the first scene of most files ends


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
    # A start has no document, and does not wait for what decodes one.
    from xentgui.documents.document import decode  # noqa: PLC0415
    from xentgui.documents.document_errors import require_length  # noqa: PLC0415

    require_length(source.size)  # before it is read
    data = source.read(LONGEST_DOCUMENT + 1)
    return Opened(decode(data), fingerprint(data))


def read_first(source: Source) -> Document | None:
    """Return a document of the first scene of a long file, which is read fast; raises OSError.

    None if the file is short, or if it takes reading all of it to know what is in it.
    """
    if source.size < LONG_FILE:
        return None
    from xentgui.documents.document import first_scene_of  # noqa: PLC0415

    for most in _BEGINNINGS:
        found = first_scene_of(source.read(most))
        if found is not None:
            return found
    return None


def fingerprint(data: bytes) -> str:
    """Return a hash of `data`."""
    return f"{len(data)}-{zlib.crc32(data):08x}"
