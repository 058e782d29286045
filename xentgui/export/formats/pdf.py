"""PDF: vectors, with the fonts in the file and text that can be selected and searched."""

from __future__ import annotations

import re
import uuid

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageSize, QPdfWriter

from xentgui.documents.embedded.marks import PDF_ATTACHMENT, PROGRAM
from xentgui.export.figure import Figure
from xentgui.export.formats.device import painting
from xentgui.export.formats.pdf_text import with_searchable_chinese
from xentgui.export.xml_text import xml_text

_POINTS = 0.75  # points in a pixel of 1/96 inch
_NAMESPACE = uuid.UUID("6f9c3a52-2f0b-5a9e-9c7f-3d1f2a6f1c55")


def encode(figure: Figure) -> bytes:
    """Return the bytes of a PDF of one page, the size of the figure, with its state attached."""
    spec = figure.spec
    title, words = figure.title(), figure.description()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # At other resolutions Qt scales fonts and lines differently.
    writer.setResolution(96)
    size = QSizeF(spec.width * _POINTS, spec.height * _POINTS)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "figure", QPageSize.SizeMatchPolicy.ExactMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator(PROGRAM)
    name = "\n".join((repr(spec), words, figure.document))
    writer.setDocumentId(QUuid(str(uuid.uuid5(_NAMESPACE, name))))
    writer.setDocumentXmpMetadata(_xmp(title, words).encode("utf-8", "replace"))
    if figure.document:
        body = figure.document.encode("utf-8", "replace")
        writer.addFileAttachment(PDF_ATTACHMENT, body, "application/json")
    with painting(writer) as painter:
        painter.scale(spec.zoom, spec.zoom)
        figure.paint(painter)
    pdf = _exact(bytes(buffer.data().data()), size.width(), size.height())
    return with_searchable_chinese(pdf)


def _exact(pdf: bytes, width: float, height: float) -> bytes:
    """Return `pdf` with the exact size of its page, and without the time of day.

    Qt rounds a page to whole points.  The new text is as long as the old one, so that the offsets
    of the objects stay right.
    """

    def box(match: re.Match[bytes]) -> bytes:
        top = float(match[2])
        exact = f"/{match[1].decode()} [0 {top - height:.3f} {width:.3f} {top:.0f}]".encode()
        return exact.ljust(len(match[0])) if len(exact) <= len(match[0]) else match[0]

    pdf = re.sub(rb"/(MediaBox|TrimBox) \[0 0 [\d.]+ ([\d.]+)\]", box, pdf)
    date = rb"/(?:CreationDate|ModDate) \(D:[^)\n]*\)"
    return re.sub(date, lambda match: b" " * len(match[0]), pdf, count=2)


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
