"""PNG: a picture of pixels, which can be transparent."""

from __future__ import annotations

import struct

from PySide6.QtGui import QImage

from xentgui.documents.embedded.marks import PROGRAM
from xentgui.export.figure import Figure
from xentgui.export.formats.device import OutlinePainter, painting
from xentgui.export.formats.png_parts import SIGNATURE, chunk, header, packed, pixels, state, text


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
