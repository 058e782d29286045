"""One door for every kind of file."""

from __future__ import annotations

import mmap
from pathlib import Path

from xentgui.documents.embedded.pdf import document_in_pdf
from xentgui.documents.embedded.png import document_in_png
from xentgui.documents.embedded.svg import document_in_svg
from xentgui.documents.embedded.unpacking import Data

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes: a figure of ours is far smaller."""

_READERS = (document_in_png, document_in_pdf, document_in_svg)


def read_state_document(source: bytes | Path) -> str | None:
    """Return the text of the document in a PNG, SVG or PDF, or None if there is none.

    What is found is text of bounded length and nothing more: whether it is a document is
    for its reader to say.  Nothing else in the file is believed or run; a file that is
    damaged, packed to burst, or not of ours gives None.  Raises OSError if a path cannot be
    read.
    """
    if isinstance(source, bytes):
        return _first(source)
    with source.open("rb") as file:
        size = source.stat().st_size
        if not 0 < size <= LARGEST_FILE:
            return None
        # Only what is looked at is read: the pixels of a large picture never are.
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
            return _first(mapped)


def _first(data: Data) -> str | None:
    return next((text for reader in _READERS if (text := reader(data)) is not None), None)
