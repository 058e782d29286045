"""PDF: vectors, with the fonts in the file and text that can be selected and searched."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPainter, QPdfWriter, QRawFont

from xentgui.documents.embedded.packing import PDF_ATTACHMENT, PROGRAM
from xentgui.export.figure import Figure
from xentgui.export.formats.device import SearchablePainter, painting
from xentgui.export.formats.pdf_objects import in_order
from xentgui.export.written_text import xml_text
from xentgui.painting import fonts

_POINTS = 0.75  # points in a pixel of 1/96 inch
_BOX = re.compile(rb"/(MediaBox|TrimBox) \[0 0 [\d.]+ ([\d.]+)\]")
_DATE = re.compile(rb"/(?:CreationDate|ModDate) \(D:[^)\n]*\)\n?")
_NAMESPACE = uuid.UUID("6f9c3a52-2f0b-5a9e-9c7f-3d1f2a6f1c55")

_TABLE = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_RADICAL = re.compile(rb"(?<=<)2[EF][0-9A-F]{2}(?=>)")
_IDEOGRAPHS = "".join(map(chr, range(0x4E00, 0xA000)))


def encode(figure: Figure) -> bytes:
    """Return the bytes of a PDF of one page, the size of the figure, with its state attached."""
    spec = figure.spec
    title, words = figure.title(), figure.description()

    def paint(painter: QPainter) -> None:
        painter.scale(spec.zoom, spec.zoom)
        figure.paint(painter)

    about = About(title, words, "\n".join((repr(spec), words, figure.document)))
    return write_pages([paint], spec.width, spec.height, about, attached=figure.document)


class About(NamedTuple):
    """What a file says of itself.

    Attributes
    ----------
    title, words
        Its title, and what it shows in words.
    content
        A text that differs where files do, from which the file gets its number.
    """

    title: str
    words: str
    content: str


def write_pages(
    pages: Iterable[Callable[[QPainter], None]],
    width: float,
    height: float,
    about: About,
    *,
    attached: str = "",
) -> bytes:
    """Return the bytes of a PDF, the same ones for the same pages.

    Each of the `pages` paints one of them, `width` x `height` pixels of 1/96 inch.  `attached` is
    the text of a document, from which the file can be opened again; "" for none.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # At other resolutions Qt scales fonts and lines differently.
    writer.setResolution(96)
    size = QSizeF(width * _POINTS, height * _POINTS)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "figure", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(about.title)
    writer.setCreator(PROGRAM)
    writer.setDocumentId(QUuid(str(uuid.uuid5(_NAMESPACE, about.content))))
    writer.setDocumentXmpMetadata(_xmp(about.title, about.words).encode("utf-8", "replace"))
    if attached:
        body = attached.encode("utf-8", "replace")
        writer.addFileAttachment(PDF_ATTACHMENT, body, "application/json")
    with painting(writer, SearchablePainter) as painter:
        for number, paint in enumerate(pages):
            if number:
                writer.newPage()
            painter.save()
            paint(painter)
            painter.restore()
    exact = _exact(size.width(), size.height())
    return with_searchable_chinese(in_order(bytes(buffer.data().data()), exact))


def _exact(width: float, height: float) -> Callable[[bytes], bytes]:
    """Return a function that gives an object the exact size of the page, and no time of day.

    Qt rounds a page to whole points.
    """

    def box(match: re.Match[bytes]) -> bytes:
        top = float(match[2])
        return f"/{match[1].decode()} [0 {top - height:.3f} {width:.3f} {top:.0f}]".encode()

    def changed(text: bytes) -> bytes:
        return _DATE.sub(b"", _BOX.sub(box, text))

    return changed


def _xmp(title: str, words: str) -> str:
    """Return the title, description and program as an XMP packet."""
    return (
        "<?xpacket begin='\N{ZERO WIDTH NO-BREAK SPACE}' id='W5M0MpCehiHzreSzNTczkc9d'?>\n"
        "<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'"
        " xmlns:xmp='http://ns.adobe.com/xap/1.0/'>"
        f"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{xml_text(title)}"
        "</rdf:li></rdf:Alt></dc:title>"
        f"<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{xml_text(words)}"
        "</rdf:li></rdf:Alt></dc:description>"
        f"<xmp:CreatorTool>{xml_text(PROGRAM)}</xmp:CreatorTool>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end='w'?>"
    )


def with_searchable_chinese(pdf: bytes) -> bytes:
    """Return `pdf` in which no character is encoded as a radical that looks the same.

    Many Chinese fonts draw U+9E1F and the radical U+2EE6 with one glyph.  Qt takes the radical for
    the glyph's character, but people type the other one.
    """

    def mended(table: re.Match[bytes]) -> bytes:
        return _RADICAL.sub(lambda found: characters.get(found[0], found[0]), table[0])

    tables = _TABLE.findall(pdf)
    wanted = {found for table in tables for found in _RADICAL.findall(table)}
    if not wanted:
        return pdf
    characters = _characters(wanted)
    return _TABLE.sub(mended, pdf)


def _characters(radicals: set[bytes]) -> dict[bytes, bytes]:
    """Return the character for each radical with the same glyph, both as hexadecimal digits."""
    found = {}
    for weight in (QFont.Weight.Normal, QFont.Weight.Bold):
        font = QFont(fonts.ui_font(13.0))
        font.setWeight(weight)
        raw = QRawFont.fromFont(font, QFontDatabase.WritingSystem.SimplifiedChinese)
        known = dict(zip(raw.glyphIndexesForString(_IDEOGRAPHS), _IDEOGRAPHS, strict=False))
        for code in radicals:
            glyphs = raw.glyphIndexesForString(chr(int(code, 16)))
            character = known.get(glyphs[0]) if glyphs and glyphs[0] else None
            if character is not None:
                found[code] = b"%04X" % ord(character)
    return found
