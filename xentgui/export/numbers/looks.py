"""How numbers are written for people."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


def _untranslated(_context: str, text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Looks:
    """How numbers are written where people are to read them; exact formats take no notice.

    Attributes
    ----------
    unit, decimals
        As in `xentgui.model.view.View`.
    translate
        Takes a context and an English text; `xentgui.language.text.translate`, where there is Qt.
    """

    unit: str = "nats"
    decimals: int = 4
    translate: Callable[[str, str], str] = _untranslated


def printable(text: str) -> str:
    r"""Return `text` on one line and without what would steer a terminal or turn a line round.

    >>> printable("two\nlines"), printable("\x1b[31m") == "\N{REPLACEMENT CHARACTER}[31m"
    ('two lines', True)
    """
    return "".join(
        "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter).startswith("C") else letter
        for letter in " ".join(text.split())
    )
