"""What other programs make of our figures: the real ones where they are installed, and our own."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PIL import Image

from xentgui.documents.embedded.packing import PDF_ATTACHMENT

Rewriting = Callable[[bytes], bytes]


def _program(ending: str, *command: str) -> tuple[str, Callable[[bytes, Path], bytes] | None]:
    """Return a function that runs `command` on files named IN and OUT, None if it is missing."""
    if shutil.which(command[0]) is None:
        return ending, None

    def run(data: bytes, folder: Path) -> bytes:
        source, target = folder / f"in{ending}", folder / f"out{ending}"
        source.write_bytes(data)
        names = {"IN": str(source), "OUT": str(target)}
        words = [names.get(word, word.replace("OUT", str(target))) for word in command]
        subprocess.run(words, check=True, capture_output=True)
        return target.read_bytes()

    return ending, run


PROGRAMS: Final = {
    "qpdf": _program(".pdf", "qpdf", "IN", "OUT"),
    "qpdf, linear": _program(".pdf", "qpdf", "--linearize", "IN", "OUT"),
    "qpdf, objects together": _program(
        ".pdf", "qpdf", "--object-streams=generate", "--recompress-flate", "IN", "OUT"
    ),
    "qpdf, nothing compressed": _program(".pdf", "qpdf", "--qdf", "IN", "OUT"),
    "mutool": _program(".pdf", "mutool", "clean", "IN", "OUT"),
    "mutool, tidied": _program(".pdf", "mutool", "clean", "-ggggz", "IN", "OUT"),
    "mutool, unpacked": _program(".pdf", "mutool", "clean", "-d", "IN", "OUT"),
    "Ghostscript": _program(
        ".pdf", "gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", "-sOutputFile=OUT", "IN"
    ),
    "optipng": _program(".png", "optipng", "-quiet", "-o1", "-out", "OUT", "IN"),
    "pngcrush": _program(".png", "pngcrush", "-q", "-m", "7", "IN", "OUT"),
    "ImageMagick": _program(".png", "convert", "IN", "-resize", "50%", "OUT"),
    "svgo": _program(".svg", "svgo", "-q", "IN", "-o", "OUT"),
    "svgo, many times": _program(".svg", "svgo", "-q", "--multipass", "IN", "-o", "OUT"),
    "Inkscape": _program(
        ".svg", "inkscape", "--export-plain-svg", "--export-filename=OUT", "IN"
    ),
    "ImageMagick's GIF": _program(".gif", "convert", "IN", "-coalesce", "OUT"),
}  # fmt: skip
"""Programs by name: the ending of their files, and a function of the bytes and a folder."""


def _chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        found.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += 12 + length
    return found


def _png(chunks: list[tuple[bytes, bytes]]) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def png_with_compressed_texts(png: bytes) -> bytes:
    """Drop international texts, compress the others, and write them backwards."""
    texts, others = [], []
    for kind, body in _chunks(png):
        if kind == b"tEXt":
            keyword, _, text = body.partition(b"\0")
            texts.append((b"zTXt", keyword + b"\0\0" + zlib.compress(text, 1)))
        elif kind != b"iTXt":
            others.append((kind, body))
    return _png([others[0], *reversed(texts), *others[1:]])


def png_resized_with_texts(png: bytes) -> bytes:
    """Decode and resize the pixels; keep the texts."""
    image = Image.open(io.BytesIO(png))
    out = io.BytesIO()
    image.resize((image.width // 2, image.height // 2)).save(out, "PNG")
    small = _chunks(out.getvalue())
    return _png([small[0], *(one for one in _chunks(png) if one[0] == b"tEXt"), *small[1:]])


def pdf_with_hexadecimal_names(pdf: bytes) -> bytes:
    """Write the names of files in hexadecimal digits, as qpdf does."""
    wide = b"\xfe\xff" + PDF_ATTACHMENT.encode("utf-16-be")
    return pdf.replace(b"(" + wide + b")", b"<" + wide.hex().encode() + b">")


def pdf_with_objects_together(pdf: bytes) -> bytes:
    """Move the specification of the attached file into a stream of objects."""
    hexadecimal = pdf_with_hexadecimal_names(pdf)
    place = hexadecimal.index(b"/EF <<")
    start = hexadecimal.rindex(b" 0 obj\n", 0, place)
    number = re.search(rb"(\d+)\Z", hexadecimal[:start])
    assert number is not None
    end = hexadecimal.index(b"endobj", place)
    content = b"%s 0 " % number[1] + hexadecimal[start + len(b" 0 obj\n") : end]
    packed = zlib.compress(content)
    together = (
        b"99 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Filter /FlateDecode /Length %d >>\nstream\n"
        % len(packed)
    )
    moved = together + packed + b"\nendstream\nendobj\n"
    return hexadecimal[: number.start()] + hexadecimal[end + len(b"endobj\n") :] + moved


def svg_without_metadata(svg: bytes) -> bytes:
    """Remove metadata, description and line ends."""
    for name in (b"metadata", b"desc", b"title"):
        svg = re.sub(rb"<%s>.*?</%s>" % (name, name), b"", svg, flags=re.DOTALL)
    return svg.replace(b"\n", b"")


REWRITINGS: Final[dict[str, tuple[str, Rewriting]]] = {
    one.__name__: (f".{one.__name__[:3]}", one)
    for one in (
        png_with_compressed_texts,
        png_resized_with_texts,
        pdf_with_hexadecimal_names,
        pdf_with_objects_together,
        svg_without_metadata,
    )
}
"""Rewritings of our own by name, with the ending of their files."""
