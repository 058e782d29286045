"""Opens files and standard input, and says why they cannot be opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from xentgui.documents import file_error
from xentgui.documents.document_errors import DocumentError
from xentgui.documents.document_file import Opened, read_first
from xentgui.documents.file_readers import DOCUMENT, LOGITS, TEXT, FileReader, recognised
from xentgui.documents.scene import Document
from xentgui.reading.source import Source, unreadable

if TYPE_CHECKING:
    from xentgui.reading.batch import LogitsBatch
    from xentgui.reading.reading import Reading


def read_source(source: Source) -> Opened | LogitsBatch:
    """Return what is in `source`; if no reader recognises it, read it as a text of logits.

    This is for sources that a person names because of their numbers.  Raises RefusedError.
    """
    from xentgui.reading.logits_text import reading_batch  # noqa: PLC0415 - only for texts
    from xentgui.reading.reading import Reading  # noqa: PLC0415

    found = understand(source)
    return reading_batch(found, source.name) if isinstance(found, Reading) else found


def understand(source: Source) -> Opened | LogitsBatch | Reading:
    """Return what is in `source`; of a text, how it was understood.  Raises RefusedError."""
    from xentgui.reading.logits_text import read_text  # noqa: PLC0415 - only for texts

    try:
        reader = recognised(source) or TEXT
        return read_text(source) if reader is TEXT else reader.read(source)
    except DocumentError as error:
        raise file_error.about(source.name, error) from None
    except OSError as error:
        raise unreadable(source.name, error) from None


def read_file(path: Path) -> Opened:
    """Return the document in a file, or the one that a figure was made from; raises FileError."""
    return read_document(*look_into(path))


def look_into(path: Path) -> tuple[Source, FileReader | None]:
    """Return a file and its reader, None if no reader recognises it; raises FileError."""
    try:
        source = Source.of_file(path)
        return source, recognised(source)
    except (OSError, ValueError) as error:
        raise file_error.unreadable(path, error) from None


def read_first_scene(source: Source, reader: FileReader | None) -> Document | None:
    """Return a document of the first scene of a long document; None for every other file."""
    if reader is not DOCUMENT:
        return None
    try:
        return read_first(source)
    except OSError:  # which reading all of it will say
        return None


def read_document(source: Source, reader: FileReader | None) -> Opened:
    """Return the document in a file that `look_into` has found; raises FileError."""
    path = source.path
    assert path is not None
    if reader is None or reader.group is LOGITS:
        if not DOCUMENT.begins_like(source):
            raise file_error.no_kind(path)
        reader = DOCUMENT  # it says why the text is no document
    try:
        found = reader.read(source)
    except OSError as error:
        raise file_error.unreadable(path, error) from None
    except DocumentError as error:
        raise file_error.about(path.name, error) from None
    assert isinstance(found, Opened)
    return found
