"""WebP: keeps all colours, and gives the smallest files.

Pillow writes animations, too, but keeps every frame in memory until the end: for 78 frames of
1600 × 900 pixels it takes 577 MB.  So it packs single frames here, and this puts them together.
"""

from __future__ import annotations

import io
import struct

import numpy as np

from xentgui.documents.embedded.packing import KEYWORD, PROGRAM, SVG_NAMESPACE, packed_text
from xentgui.export.animation.animation import Animation, Progress
from xentgui.export.animation.pillow import require_pillow
from xentgui.export.formats.png import changed, pixels
from xentgui.export.written_text import xml_text

_XMP, _ALPHA, _ANIMATED = 0x04, 0x10, 0x02
_REPLACES, _COVERS = 0x02, 0x00  # whether transparent pixels of a frame show those under it


def encode(animation: Animation, progress: Progress | None = None) -> bytes:
    """Return the bytes of a WebP without loss; raises AnimationError without Pillow.

    After the first, a frame holds only the rectangle that changes.
    """
    require_pillow()
    frames: list[bytes] = []
    before: np.ndarray | None = None
    for frame in animation.frames(progress):
        colors = pixels(frame)
        if before is None:
            left, top, right, bottom = 0, 0, colors.shape[1], colors.shape[0]
        else:
            left, top, right, bottom = changed(before, colors)
            left, top = left - left % 2, top - top % 2  # places are even
        part, mode = np.ascontiguousarray(colors[top:bottom, left:right]), _REPLACES
        if before is not None and colors.shape[2] == 3:
            part, mode = _only_new(part, before[top:bottom, left:right]), _COVERS
        head = b"".join(
            value.to_bytes(3, "little")
            for value in (
                *(left // 2, top // 2, right - left - 1, bottom - top - 1),
                animation.milliseconds,
            )
        )
        frames.append(_chunk(b"ANMF", head + bytes((mode,)) + _packed(part)))
        before = colors
    assert before is not None
    height, width = before.shape[:2]
    flags = _ANIMATED | _XMP | _ALPHA
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    parts = [
        _chunk(b"VP8X", bytes((flags, 0, 0, 0)) + size),
        _chunk(b"ANIM", struct.pack("<IH", 0, 0)),  # no background, and again without end
        *frames,
        _chunk(b"XMP ", _xmp(animation)),
    ]
    body = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _only_new(colors: np.ndarray, before: np.ndarray) -> np.ndarray:
    """Return opaque `colors` in which every pixel that is as `before` is transparent."""
    part = np.zeros((*colors.shape[:2], 4), np.uint8)
    new = (colors != before).any(axis=-1)
    part[new, :3], part[new, 3] = colors[new], 255
    return part


def _packed(colors: np.ndarray) -> bytes:
    """Return the chunk with the pixels of one frame."""
    from PIL import Image  # noqa: PLC0415

    out = io.BytesIO()
    Image.fromarray(colors).save(out, "WEBP", lossless=True, quality=20, method=1, exact=True)
    data = out.getvalue()
    at = 12
    while data[at : at + 4] != b"VP8L":
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    length = int.from_bytes(data[at + 4 : at + 8], "little")
    return data[at : at + 8 + length + length % 2]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def _xmp(animation: Animation) -> bytes:
    """Return the metadata: title, program and state."""
    held = f"{KEYWORD} {packed_text(animation.document)}" if animation.document else ""
    return (
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
        f" xmlns:xmp='http://ns.adobe.com/xap/1.0/' xmlns:xent='{SVG_NAMESPACE}'>"
        f"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{xml_text(animation.title())}"
        f"</rdf:li></rdf:Alt></dc:title><xmp:CreatorTool>{xml_text(PROGRAM)}</xmp:CreatorTool>"
        f"<xent:document>{held}</xent:document></rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode("utf-8", "replace")
