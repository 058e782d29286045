"""PNG: a picture of pixels, which can be transparent; and the parts of such a file."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from PySide6.QtGui import QColor, QImage

from xentgui.documents.embedded.packing import KEYWORD, PROGRAM, packed_text
from xentgui.export.figure import Figure
from xentgui.export.formats.device import OutlinePainter, painting

SIGNATURE = b"\x89PNG\r\n\x1a\n"

_LEVEL = 3  # the level of deflate: a tenth larger than the best, and five times as fast
_LONGEST_TEXT = 1_000_000  # bytes; Pillow opens no picture with a text of more than 1 MiB
_UP = 2  # the filter "difference from the row above", which suits flat colours


def chunk(kind: bytes, body: bytes) -> bytes:
    """Return one chunk, with its length and its checksum."""
    check = zlib.crc32(body, zlib.crc32(kind))
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", check)


def header(image: QImage) -> bytes:
    """Return the first chunk: the size and the format of the pixels."""
    kind = 6 if image.hasAlphaChannel() else 2
    body = struct.pack(">IIBBBBB", image.width(), image.height(), 8, kind, 0, 0, 0)
    return chunk(b"IHDR", body)


def text(keyword: str, content: str, *, compress: bool = False) -> bytes:
    """Return a chunk with text in any script."""
    body = content.encode("utf-8", "replace")
    packed = zlib.compress(body, 9) if compress else body
    flags = bytes((int(compress), 0)) + b"\x00\x00"  # method, no language, no translation
    return chunk(b"iTXt", keyword.encode("latin-1") + b"\x00" + flags + packed)


def state(document: str) -> list[bytes]:
    """Return chunks that hold `document`, none for "".

    ImageMagick keeps plain texts but drops international ones, and takes percent signs for its own.
    """
    packed = packed_text(document) if document else ""
    parts = [packed[at : at + _LONGEST_TEXT] for at in range(0, len(packed), _LONGEST_TEXT)]
    return [
        chunk(b"tEXt", f"{KEYWORD}{f' {nth}' if nth > 1 else ''}\0{part}".encode("latin-1"))
        for nth, part in enumerate(parts, start=1)
    ]


def pixels(image: QImage) -> np.ndarray:
    """Return the colours of `image`, shape (height, width, 3), or (…, 4) with transparency."""
    clear = image.hasAlphaChannel()
    form = QImage.Format.Format_RGBA8888 if clear else QImage.Format.Format_RGB888
    plain = image.convertToFormat(form)
    depth = 4 if clear else 3
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1)
    colors = rows[:, : plain.width() * depth].reshape(plain.height(), plain.width(), depth)
    return colors.copy()  # Qt frees the memory with `plain`


def on_ground(colors: np.ndarray, ground: str) -> np.ndarray:
    """Return `colors`, as `pixels` has them, without transparency: laid on the colour `ground`."""
    if colors.shape[-1] == 3:
        return colors
    color = QColor(ground)
    below = np.array([color.red(), color.green(), color.blue()], np.float32)
    alpha = colors[..., 3:].astype(np.float32) / 255.0
    mixed: np.ndarray = np.rint(colors[..., :3] * alpha + below * (1.0 - alpha)).astype(np.uint8)
    return mixed


def changed(before: np.ndarray, after: np.ndarray) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the pixels that differ; one pixel if none does."""
    differs = (before != after).any(axis=-1)
    rows, columns = differs.any(axis=1).nonzero()[0], differs.any(axis=0).nonzero()[0]
    if not len(rows):
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def packed(colors: np.ndarray) -> bytes:
    """Return `colors`, as `pixels` has them, filtered and compressed.

    Qt's own writer tries every filter for every row and takes three times as long.
    """
    rows = colors.reshape(len(colors), -1)
    filtered = np.empty((len(rows), 1 + rows.shape[1]), np.uint8)
    filtered[:, 0] = _UP
    filtered[0, 1:] = rows[0]
    np.subtract(rows[1:], rows[:-1], out=filtered[1:, 1:])
    return zlib.compress(filtered.data, _LEVEL)


def render(figure: Figure) -> QImage:
    """Return the figure as an image of `figure.spec.device_size` pixels."""
    spec = figure.spec
    width, height = spec.device_size
    clear = spec.background == "transparent"
    form = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    image = QImage(width, height, form)
    if image.isNull():
        raise MemoryError(f"no memory for {width} x {height} pixels")
    image.fill(0 if clear else 0xFFFFFFFF)
    across, down = spec.design_size
    with painting(image, OutlinePainter) as painter:
        painter.scale(width / across, height / down)
        figure.paint(painter)
    return image


def encode(figure: Figure) -> bytes:
    """Return the bytes of a PNG file, with the figure's title, description and state in it."""
    image = render(figure)
    parts = [SIGNATURE, header(image), chunk(b"sRGB", b"\x00")]
    if figure.spec.unit == "cm":
        per_metre = round(figure.spec.density * 96.0 / 0.0254)
        parts.append(chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)))
    parts += [text("Title", figure.title()), text("Software", PROGRAM)]
    parts.append(text("Description", figure.description(), compress=True))
    parts += state(figure.document)
    parts += [chunk(b"IDAT", packed(pixels(image))), chunk(b"IEND", b"")]
    return b"".join(parts)
