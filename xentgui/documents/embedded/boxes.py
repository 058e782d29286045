"""The document in WebP and MP4, which consist of boxes: a kind, a length, and the content."""

from __future__ import annotations

import struct
from typing import Final

from xentgui.documents.embedded.marks import KEYWORD, MP4_BOX
from xentgui.documents.embedded.unpacking import unpacked_text

_MARK: Final = KEYWORD.encode() + b" "
_OTHER: Final = b'"<'  # what ends a text in XML


def document_in_webp(data: bytes) -> str | None:
    """Return the document in the metadata (XMP) of a WebP, or None."""
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        return None
    at = 12
    while at + 8 <= len(data):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if data[at : at + 4] == b"XMP ":
            _, mark, rest = data[at + 8 : at + 8 + length].partition(_MARK)
            end = min((place for one in _OTHER if (place := rest.find(one)) >= 0), default=None)
            return unpacked_text(rest[:end]) if mark else None
        at += 8 + length + length % 2
    return None


def document_in_mp4(data: bytes) -> str | None:
    """Return the document in our box of an MP4, or None."""
    if data[4:8] != b"ftyp":
        return None
    at = 0
    while at + 8 <= len(data):
        length, head = int.from_bytes(data[at : at + 4], "big"), 8
        if length == 1:  # a long one
            length, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        if data[at + 4 : at + 8] == b"uuid" and data[at + head : at + head + 16] == MP4_BOX:
            return unpacked_text(data[at + head + 16 : at + length])
        if length < head:
            break
        at += length
    return None


def mp4_box(packed: str) -> bytes:
    """Return the box that holds the text of a `packed_text`, for the end of an MP4."""
    body = MP4_BOX + packed.encode("ascii")
    return struct.pack(">I", 8 + len(body)) + b"uuid" + body
