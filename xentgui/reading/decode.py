"""Decodes the bytes of a file of unknown encoding."""

from __future__ import annotations

import codecs
import re
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.reading.encodings import guessed_encoding
from xentgui.reading.read_error import ReadError
from xentgui.reading.scale import Finding

# UTF-32 first, because its little-endian mark begins with the mark of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY: Final = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")
_CONTROLS: Final = bytes(k for k in range(32) if _BINARY.match(chr(k)))
"""The same in UTF-8, where to look for them takes a tenth of the time."""

_NOT_TEXT = QT_TRANSLATE_NOOP(
    "errors",
    "This is not text: byte {place} cannot be read as UTF-8, UTF-16 or GB 18030. "
    "Save it as UTF-8 text, or open a .npy or .npz file.",
)
_GUESSED = QT_TRANSLATE_NOOP(
    "errors", "The text is not in UTF-8; it is read as {encoding}. Are the names right?"
)


def decode(data: bytes) -> str:
    """Return the text in `data`: UTF-8 or, by its mark, UTF-16 or UTF-32; else as `decode_noted`.

    Raises ReadError for other encodings and for control characters, which no text has.
    """
    return decode_noted(data)[0]


def decode_noted(data: bytes) -> tuple[str, Finding | None]:
    """Return the text in `data`, and what is to be told if its encoding had to be guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return without_marks(_strictly(data[len(mark) :], encoding)), None
    try:
        return without_marks(data.decode("utf-8")), None
    except UnicodeDecodeError as error:
        place = error.start + 1
    guessed = guessed_encoding(data)
    if guessed is None:
        raise ReadError(_NOT_TEXT, place=place)
    encoding, name, sure = guessed
    text = without_marks(data.decode(encoding))
    return text, Finding(Message(_GUESSED, {"encoding": name}), asks=not sure)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(_NOT_TEXT, place=error.start + 1) from None


def without_marks(text: str) -> str:
    """Return `text` without byte order marks; raises ReadError for control characters."""
    bytes_ = text.encode("utf-8", "surrogatepass")
    if len(bytes_.translate(None, _CONTROLS)) < len(bytes_):
        found = _BINARY.search(text)
        raise ReadError(_NOT_TEXT, place=found.start() + 1 if found else 1)
    return text.lstrip("\ufeff").rstrip("\x1a")  # DOS ended a text with Ctrl+Z
