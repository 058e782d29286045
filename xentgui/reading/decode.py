"""Decodes the bytes of a file of unknown encoding."""

from __future__ import annotations

import codecs
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.reading.read_error import ReadError

# UTF-32 first, because its little-endian mark begins with the mark of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY: Final = frozenset(map(chr, range(32))) - set("\t\n\r\f\v\x1a")

_NOT_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "This is not text: byte {place} cannot be read as UTF-8, UTF-16 or GB 18030. "
    "Save it as UTF-8 text, or open a .npy or .npz file.",
)


def decode(data: bytes) -> str:
    """Return the text in `data`: UTF-8 or, by its mark, UTF-16 or UTF-32; else GB 18030.

    Raises ReadError for other encodings and for control characters, which no text has.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], (encoding,))
    return _strictly(data, ("utf-8", "gb18030"))


def _strictly(data: bytes, encodings: tuple[str, ...]) -> str:
    place = 1
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            place = error.start + 1
            continue
        return without_marks(text)
    raise ReadError(_NOT_TEXT, place=place)


def without_marks(text: str) -> str:
    """Return `text` without byte order marks; raises ReadError for control characters."""
    if not _BINARY.isdisjoint(text):
        place = next(at for at, character in enumerate(text) if character in _BINARY)
        raise ReadError(_NOT_TEXT, place=place + 1)
    return text.lstrip("\ufeff").rstrip("\x1a")  # DOS ended a text with Ctrl+Z
