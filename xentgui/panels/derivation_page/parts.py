"""The numbers of a page part by part, so that only those that change need to be painted anew."""

from __future__ import annotations

from xentgui.panels.derivation_page.page import Page
from xentgui.panels.derivation_page.stage import Line

HEAD, TAIL, CELLS = range(3)
"""Where the parts of a line begin: its formula, what it comes to, a number for each class."""


def stride(shown: tuple[int, ...]) -> int:
    """Return how many parts a line has, seen or not, where the classes `shown` are."""
    return CELLS + len(shown)


def parts_of(page: Page) -> tuple[object, ...]:
    """Return what each part of each line says; what says the same on the same page looks alike."""
    found: list[object] = []
    for line in page.working.lines:
        found += (_head(line, page), _tail(line, page), *line.cells)
    return tuple(found)


def _head(line: Line, page: Page) -> object:
    words = line.head_words if page.sheet.upright else line.column_words
    if not line.stage.is_fraction:
        return words
    # Its fraction says the exponent of the class derived once more.
    return words, line.cells[page.working.shown.index(page.working.derived)]


def _tail(line: Line, page: Page) -> object:
    return (line.tail_words, page.unit) if line.stage.is_result else line.tail_words
