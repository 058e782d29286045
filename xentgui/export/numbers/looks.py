"""The form of numbers for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from xentgui.model.naming import JOINERS


def _untranslated(_context: str, text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Looks:
    """The form of numbers in formats for people; exact formats ignore it.

    Attributes
    ----------
    unit, decimals
        As in `xentgui.model.view.View`.
    translate
        Takes a context and an English text; with Qt it is `xentgui.language.text.translate`.
    columns
        The fields of the columns that tables show, in this order; () for all of them.
    narrow, siunitx
        Whether LaTeX is to fit into the column of a paper, and whether it aligns numbers with
        siunitx.
    """

    unit: str = "nats"
    decimals: int = 4
    translate: Callable[[str, str], str] = _untranslated
    columns: tuple[str, ...] = ()
    narrow: bool = False
    siunitx: bool = False


def printable(text: str) -> str:
    r"""Return `text` on one line, without control characters and changes of text direction.

    >>> printable("two\nlines"), printable("\x1b[31m") == "\N{REPLACEMENT CHARACTER}[31m"
    ('two lines', True)
    """
    line = " ".join(text.split())
    if line.isprintable():  # nearly all are
        return line
    return "".join(_shown(line, at) for at in range(len(line)))


def _shown(line: str, at: int) -> str:
    letter = line[at]
    if letter in JOINERS:  # inside a word or a picture it changes how they look
        inside = 0 < at < len(line) - 1
        if inside and not line[at - 1].isascii() and not line[at + 1].isascii():
            return letter
    hidden = unicodedata.category(letter).startswith("C")
    return "\N{REPLACEMENT CHARACTER}" if hidden else letter
