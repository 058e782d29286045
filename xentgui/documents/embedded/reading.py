"""Finds the embedded document in every kind of figure file."""

from __future__ import annotations

from pathlib import Path

from xentgui.documents import file_error
from xentgui.documents.document import decode
from xentgui.documents.document_file import Opened
from xentgui.documents.embedded.animations import document_in_gif, document_in_mp4, document_in_webp
from xentgui.documents.embedded.pdf import document_in_pdf
from xentgui.documents.embedded.png import document_in_png
from xentgui.documents.embedded.svg import document_in_svg
from xentgui.reading.regular_file import read_regular
from xentgui.reading.source import Source

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes; our figures are far smaller."""

_READERS = (
    *(document_in_png, document_in_gif, document_in_webp, document_in_mp4),
    *(document_in_pdf, document_in_svg),
)


def read(source: Source) -> Opened:
    """Return the document from which a figure was made.

    Raises FileError if the figure has none, DocumentError if it is no document, and OSError.
    """
    data = source.read(source.size) if source.path is None else source.path
    text = read_state_document(data)
    if text is None:
        raise file_error.no_state(source.name)
    return Opened(decode(text))


def read_state_document(source: bytes | Path) -> str | None:
    """Return the text of the document in a figure or an animation, or None if there is none.

    The text has a bounded length, but its content is not checked here.  Nothing else in the file is
    trusted or executed.  A file that is damaged, is a compression bomb, or is not ours gives None.
    Raises OSError if a path cannot be read.
    """
    if isinstance(source, bytes):
        return _first(source)
    if source.stat().st_size > LARGEST_FILE:
        return None
    data = read_regular(source, LARGEST_FILE + 1)
    return _first(data) if len(data) <= LARGEST_FILE else None


def _first(data: bytes) -> str | None:
    return next((text for reader in _READERS if (text := reader(data)) is not None), None)
