"""What texts are taken for, in English, marked for translation in the context "errors"."""

from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP

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
