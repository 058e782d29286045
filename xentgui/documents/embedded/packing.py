"""How a figure's file holds a document: under which names, and packed into plain characters.

Compressed text is unpacked up to a limited length.
"""

from __future__ import annotations

import base64
import binascii
import zlib

import xentgui
from xentgui.model.checks import LONGEST_DOCUMENT

PROGRAM = f"XentGUI {xentgui.__version__}"
"""The name of the program in the files that it makes."""

KEYWORD = "XentGUI document"
"""Before the state in texts of PNG, of which the second is called "XentGUI document 2"; and in the
comment of GIF and in the metadata of WebP."""

PDF_ATTACHMENT = "figure.xent.json"
SVG_NAMESPACE = "urn:xentgui:document"
SVG_ELEMENT = "document"
SVG_ATTRIBUTE = "data-xentgui-document"
MP4_BOX = bytes.fromhex("3b9c5a1e0d424e70a1f8785e6e74ca11")
"""The identity of our box in an MP4."""


def packed_text(document: str) -> str:
    """Return `document` compressed, in letters, digits, "+", "/" and "=" only.

    Programs that keep a text leave these as they are, whatever they think of its encoding.
    """
    return base64.b64encode(zlib.compress(document.encode("utf-8", "replace"), 9)).decode("ascii")


def unpacked_text(text: str | bytes) -> str | None:
    """Return what `packed_text` has packed, or None if it is damaged or too long."""
    try:
        data = base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return None
    return unpacked(data)


def unpacked(data: bytes) -> str | None:
    """Return the UTF-8 text in a zlib stream, or None if it is damaged or too long."""
    body = inflated(data)
    return None if body is None else decoded(body)


def inflated(data: bytes, most: int = LONGEST_DOCUMENT) -> bytes | None:
    """Return the bytes in a zlib stream, or None if it is damaged or holds more than `most`."""
    stream = zlib.decompressobj()
    try:
        body = stream.decompress(data, most + 1)
    except zlib.error:
        return None
    return body if stream.eof and len(body) <= most else None


def decoded(body: bytes) -> str | None:
    """Return UTF-8 bytes as text, or None if they are no UTF-8, or too long."""
    if len(body) > LONGEST_DOCUMENT:
        return None
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return None
