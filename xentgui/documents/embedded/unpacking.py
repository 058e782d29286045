"""Taking packed text apart without being flooded."""

from __future__ import annotations

import mmap
import zlib

from xentgui.documents.embedded.marks import LONGEST_DOCUMENT

Data = bytes | mmap.mmap
"""The bytes of a file, of which only what is asked for is read."""


def unpacked(data: bytes) -> str | None:
    """Return the UTF-8 text in a zlib stream, or None if it is damaged or too long."""
    stream = zlib.decompressobj()
    try:
        body = stream.decompress(data, LONGEST_DOCUMENT + 1)
    except zlib.error:
        return None
    return None if not stream.eof else decoded(body)


def decoded(body: bytes) -> str | None:
    """Return UTF-8 as text, or None if it is not, or too long."""
    if len(body) > LONGEST_DOCUMENT:
        return None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None
