"""The document in animations: in the metadata of WebP, a box of MP4, and the comment of GIF.

WebP and MP4 consist of boxes: a kind, a length, and the content.
"""

from __future__ import annotations

import struct
from typing import Final

from xentgui.documents.embedded.packing import KEYWORD, MP4_BOX, unpacked_text

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


_SIGNATURES = (b"GIF87a", b"GIF89a")
_EXTENSION, _PICTURE, _COMMENT = 0x21, 0x2C, 0xFE


def document_in_gif(data: bytes) -> str | None:
    """Return the document in the comments of a GIF, or None."""
    if data[:6] not in _SIGNATURES or len(data) < 13:
        return None
    at = 13 + _table(data[10])
    while at + 1 < len(data):
        kind = data[at]
        if kind == _EXTENSION:
            label = data[at + 1]
            body, at = _blocks(data, at + 2, wanted=label == _COMMENT)
            _, mark, packed = body.partition(_MARK)
            if mark:
                return unpacked_text(packed)
        elif kind == _PICTURE and at + 10 <= len(data):
            _, at = _blocks(data, at + 11 + _table(data[at + 9]), wanted=False)
        else:
            break
    return None


def _table(flags: int) -> int:
    """Return the length of a table of colours."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data: bytes, at: int, *, wanted: bool) -> tuple[bytes, int]:
    """Return the content of the blocks at `at`, b"" unless it is `wanted`, and what follows."""
    found = bytearray()
    while at < len(data) and data[at]:
        if wanted:
            found += data[at + 1 : at + 1 + data[at]]
        at += 1 + data[at]
    return bytes(found), at + 1
