"""What the rows of a table looked like when they were last drawn."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtGui import QPixmap

from xentgui.tables.rows.cell_text import CellTexts

Run = tuple[int, range]
"""A column, and some of its words that follow each other."""


@dataclass(slots=True)
class RowCache:
    """A picture of rows, and the words that stand on it.

    An edit changes half of the numbers, and no name: to draw only what has changed takes half
    the time.

    Attributes
    ----------
    ground, picture
        The rows without their words, and with them.
    key
        What, beside the words, the pictures follow from.
    words
        What was written.
    """

    ground: QPixmap = field(default_factory=QPixmap)
    picture: QPixmap = field(default_factory=QPixmap)
    key: object = None
    words: CellTexts = field(default_factory=list)


def all_runs(words: CellTexts) -> list[Run]:
    """Return all words, column by column."""
    return [(at, range(len(column))) for at, column in enumerate(words)]


def changed_runs(words: CellTexts, before: CellTexts) -> list[Run]:
    """Return those of `words` that are others than `before`, in as few runs as there are."""
    runs = []
    for at, (column, known) in enumerate(zip(words, before, strict=True)):
        if column is known:
            continue
        first = None
        for nth, (new, old) in enumerate(zip(column, known, strict=True)):
            if new is old or new == old:
                if first is not None:
                    runs.append((at, range(first, nth)))
                first = None
            elif first is None:
                first = nth
        if first is not None:
            runs.append((at, range(first, len(column))))
    return runs
