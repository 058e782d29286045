"""The width of text in a terminal, in which Chinese characters take two columns."""

from __future__ import annotations

import re
import unicodedata

_WORDS = re.compile(r"\S+\s*")
_NEVER_FIRST = "，。；：、！？）”…"


def columns(text: str) -> int:
    """Return how many columns `text` takes.

    >>> columns("cat"), columns("猫")
    (3, 2)
    """
    return sum(map(letter_columns, text))


def letter_columns(letter: str) -> int:
    """Return how many columns `letter` takes: 0, 1 or 2."""
    return 0 if unicodedata.combining(letter) else 1 + wide(letter)


def wide(letter: str) -> bool:
    """Return whether `letter` takes two columns."""
    return unicodedata.east_asian_width(letter) in "WF"


def wrapped(text: str, room: int) -> list[str]:
    """Return `text` in lines of at most `room` columns, which begin with a word or a character.

    >>> wrapped("one two three", 8), wrapped("一二三四，五", 8)
    (['one two', 'three'], ['一二三', '四，五'])
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and columns(line + piece.rstrip()) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """Return the parts between which a line may end: words, and single wide characters."""
    pieces: list[str] = []
    for word in _WORDS.findall(text):
        piece = ""
        for letter in word:
            begins = wide(letter) or (piece != "" and wide(piece[-1]))
            if piece and begins and letter not in _NEVER_FIRST and not letter.isspace():
                pieces.append(piece)
                piece = ""
            piece += letter
        pieces.append(piece)
    return pieces
