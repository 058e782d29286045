"""WebP: keeps all colours, and gives the smallest files."""

from __future__ import annotations

from xentgui.documents.embedded.marks import KEYWORD, PROGRAM, SVG_NAMESPACE
from xentgui.documents.embedded.unpacking import packed_text
from xentgui.export.animation.animation import Animation, Progress
from xentgui.export.animation.pillow import require_pillow, saved
from xentgui.export.formats.png_parts import pixels
from xentgui.export.xml_text import xml_text


def encode(animation: Animation, progress: Progress | None = None) -> bytes:
    """Return the bytes of a WebP without loss; raises AnimationError without Pillow."""
    require_pillow()
    from PIL import Image  # noqa: PLC0415

    pictures = (Image.fromarray(pixels(frame)) for frame in animation.frames(progress))
    return saved(
        pictures, "WEBP", animation, lossless=True, quality=20, method=1, xmp=_xmp(animation)
    )


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
