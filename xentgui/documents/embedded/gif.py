"""The document in a GIF: its comment."""

from __future__ import annotations

from xentgui.documents.embedded.marks import KEYWORD
from xentgui.documents.embedded.unpacking import unpacked_text

_SIGNATURES = (b"GIF87a", b"GIF89a")
_EXTENSION, _PICTURE, _COMMENT = 0x21, 0x2C, 0xFE
_MARK = KEYWORD.encode() + b" "


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
