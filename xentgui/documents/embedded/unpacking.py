"""Unpacks compressed text up to a limited length."""

from __future__ import annotations

import zlib

from xentgui.model.limits import LONGEST_DOCUMENT


def unpacked(data: bytes) -> str | None:
    """Return the UTF-8 text in a zlib stream, or None if it is damaged or too long."""
    stream = zlib.decompressobj()
    try:
        body = stream.decompress(data, LONGEST_DOCUMENT + 1)
    except zlib.error:
        return None
    return None if not stream.eof else decoded(body)


def decoded(body: bytes) -> str | None:
    """Return UTF-8 bytes as text, or None if they are no UTF-8, or too long."""
    if len(body) > LONGEST_DOCUMENT:
        return None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None
