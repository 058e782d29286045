"""Keeps spreadsheets from taking a name for a formula.

A name can come from an unknown source, and a formula can send the sheet to a stranger.
"""

from __future__ import annotations

import re
from typing import Final

# Spreadsheets take away blanks and the byte order mark, and some know the signs in full width.
_FORMULA: Final = re.compile(r"'*[\s\ufeff]*[=+\-@\t\r＝＋－＠]")
_GUARDED: Final = re.compile(rf"'{_FORMULA.pattern}")


def guarded(text: str) -> str:
    """Return `text`, with an apostrophe first if a spreadsheet would take it for a formula.

    >>> guarded("=HYPERLINK(A1)"), guarded("cat"), guarded("-1"), guarded("'=1")
    ("'=HYPERLINK(A1)", 'cat', '-1', "''=1")
    """
    if not _FORMULA.match(text) or _is_number(text):
        return text
    return f"'{text}"


def unguarded(text: str) -> str:
    """Return the text of which `guarded` makes `text`.

    >>> unguarded("'=HYPERLINK(A1)"), unguarded("'cat'"), unguarded("''=1")
    ('=HYPERLINK(A1)', "'cat'", "'=1")
    """
    return text[1:] if _GUARDED.match(text) and not _is_number(text[1:]) else text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
