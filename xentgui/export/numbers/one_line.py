"""Names on a line."""

from __future__ import annotations

import unicodedata


def printable(text: str) -> str:
    r"""Return `text` on one line and without what would steer a terminal or turn a line round.

    >>> printable("two\nlines"), printable("\x1b[31m") == "\N{REPLACEMENT CHARACTER}[31m"
    ('two lines', True)
    """
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter).startswith("C") else letter
        for letter in " ".join(text.split())
    )
