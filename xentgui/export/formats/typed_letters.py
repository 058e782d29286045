"""The letters that people type for those of mathematics."""

from __future__ import annotations

import unicodedata


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
