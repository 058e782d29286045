"""The document in a PNG: a chunk of text."""

from __future__ import annotations

import zlib

from xentgui.documents.embedded.marks import PNG_KEYWORD
from xentgui.documents.embedded.unpacking import decoded, unpacked
from xentgui.model.limits import LONGEST_DOCUMENT

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def document_in_png(data: bytes) -> str | None:
    """Return the text under our keyword in the bytes of a PNG, or None."""
    if data[:8] != _SIGNATURE:
        return None
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        end = at + 8 + length
        if kind == b"iTXt" and end + 4 <= len(data) and length <= LONGEST_DOCUMENT:
            body = data[at + 8 : end]
            whole = zlib.crc32(body, zlib.crc32(kind)) == int.from_bytes(data[end : end + 4], "big")
            if whole and body.startswith(PNG_KEYWORD.encode() + b"\x00"):
                return _text(body[len(PNG_KEYWORD) + 1 :])
        at = end + 4
    return None


def _text(body: bytes) -> str | None:
    """Return the text of an international chunk, after its keyword."""
    packed = body[:1] == b"\x01"
    parts = body[2:].split(b"\x00", 2)  # language, translated keyword, text
    if len(parts) < 3:
        return None
    return unpacked(parts[2]) if packed else decoded(parts[2])
