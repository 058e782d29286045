"""The lines of a text that hold something, with their numbers; and what texts are taken for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP

_ENDS: Final = re.compile(r"\r\n|\r|\n|\f|\v|\u2028|\u2029")
_BLANKS: Final = " \t\u3000\u00a0"

WIDE: Final = 1000
"""A row of so many numbers is kept as a column, which costs less."""

JSON = QT_TRANSLATE_NOOP("errors", "JSON")
PRINTED = QT_TRANSLATE_NOOP("errors", "an array, list or dictionary as programs print it")
LATEX = QT_TRANSLATE_NOOP("errors", "rows of a LaTeX table")
BOXED = QT_TRANSLATE_NOOP("errors", "a table with lines drawn around its cells")
MARKED = QT_TRANSLATE_NOOP("errors", "what R prints")
FASTTEXT = QT_TRANSLATE_NOOP("errors", "what fastText predicts")
PAIRS = QT_TRANSLATE_NOOP("errors", "names and numbers with colons between them")
TABS = QT_TRANSLATE_NOOP("errors", "cells with tabs between them, as spreadsheets copy them")
SEPARATED = QT_TRANSLATE_NOOP("errors", "cells with commas or semicolons between them")
BLANKS = QT_TRANSLATE_NOOP("errors", "words and numbers with blanks between them")


class Lines:
    """Numbered lines that are not blank.

    Attributes
    ----------
    kept
        Pairs of a line's number, from 1, and its text.
    locale
        The locale's decimal point.
    indexed
        Whether a line below them, which is left out, says that the first column names the rows.
    """

    def __init__(
        self, kept: Sequence[tuple[int, str]], locale: str, *, indexed: bool = False
    ) -> None:
        self.kept, self.locale, self.indexed = kept, locale, indexed

    @classmethod
    def of(cls, text: str, locale: str) -> Lines:
        """Return the lines of `text`."""
        every = enumerate(_ENDS.split(text), 1)
        return cls([(number, line) for number, line in every if line.strip(_BLANKS)], locale)

    @property
    def texts(self) -> list[str]:
        """The texts alone."""
        return [line for _, line in self.kept]

    @property
    def numbers(self) -> list[int]:
        """The numbers alone."""
        return [number for number, _ in self.kept]

    def after(self, count: int) -> Lines:
        """Return these lines without the first `count`."""
        return Lines(self.kept[count:], self.locale, indexed=self.indexed)
