"""The form of numbers for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


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
    """

    unit: str = "nats"
    decimals: int = 4
    translate: Callable[[str, str], str] = _untranslated


def printable(text: str) -> str:
    r"""Return `text` on one line, without control characters and changes of text direction.

    >>> printable("two\nlines"), printable("\x1b[31m") == "\N{REPLACEMENT CHARACTER}[31m"
    ('two lines', True)
    """
    line = " ".join(text.split())
    if line.isprintable():  # nearly all are
        return line
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter).startswith("C") else letter
        for letter in line
    )
