"""The document in a PNG: texts in its chunks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from xentgui.documents.embedded.packing import KEYWORD, decoded, inflated, unpacked, unpacked_text
from xentgui.model.checks import LONGEST_DOCUMENT

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_OURS = re.compile(rb"%s(?: (\d{1,3}))?\Z" % KEYWORD.encode())
_MOST = LONGEST_DOCUMENT  # bytes of all parts together


def document_in_png(data: bytes) -> str | None:
    """Return the text under our keyword in the bytes of a PNG, or None.

    Programs that write the picture anew may compress the parts and change their order.
    """
    if data[:8] != _SIGNATURE:
        return None
    parts: dict[int, bytes] = {}
    room = _MOST
    for kind, body in _chunks(data):
        keyword, _, rest = body.partition(b"\x00")
        ours = _OURS.match(keyword)
        if ours is None:
            continue
        if kind == b"iTXt":  # readable, or compressed by an early version
            return _international(rest)
        part = rest if kind == b"tEXt" else inflated(rest[1:], room)
        if part is None or len(part) > room:
            return None
        room -= len(part)
        parts[int(ours[1] or 1)] = part
    return unpacked_text(b"".join(parts[number] for number in sorted(parts))) if parts else None


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the content of each undamaged chunk of text."""
    at = 8
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        end = at + 8 + length
        text = kind in {b"tEXt", b"zTXt", b"iTXt"}
        if text and end + 4 <= len(data) and length <= LONGEST_DOCUMENT:
            body = data[at + 8 : end]
            if zlib.crc32(body, zlib.crc32(kind)) == int.from_bytes(data[end : end + 4], "big"):
                yield kind, body
        at = end + 4


def _international(body: bytes) -> str | None:
    """Return the text of an international chunk, after its keyword."""
    packed = body[:1] == b"\x01"
    parts = body[2:].split(b"\x00", 2)  # language, translated keyword, text
    if len(parts) < 3:
        return None
    return unpacked(parts[2]) if packed else decoded(parts[2])
