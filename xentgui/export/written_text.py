"""Text as files hold it: in letters that people type in a search, and escaped for XML."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape

# The characters that XML 1.0 does not allow, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def typed_letters(text: str) -> str:
    """Return `text` with mathematical letters replaced by those that people type in a search.

    >>> typed_letters("\N{PLANCK CONSTANT}(\N{MATHEMATICAL ITALIC SMALL P}) = 1")
    'h(p) = 1'
    """
    if text.isascii():
        return text
    return "".join(
        unicodedata.normalize("NFKC", letter)
        if letter == "ℎ" or "\U0001d400" <= letter <= "\U0001d7ff"
        else letter
        for letter in text
    )


def xml_text(text: str) -> str:
    r"""Return `text` escaped for the content of an element; U+FFFD replaces forbidden characters.

    >>> xml_text("p < 1\x00") == "p &lt; 1\N{REPLACEMENT CHARACTER}"
    True
    """
    return escape(without_forbidden(text))


def without_forbidden(text: str) -> str:
    """Return `text` with U+FFFD for every character that XML cannot hold."""
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def is_plain(text: str) -> bool:
    """Return whether XML can hold `text` unchanged; it would lose carriage returns."""
    return _FORBIDDEN.search(text) is None and "\r" not in text
