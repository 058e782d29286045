"""The numbers of a page as parts, and the places of the classes' numbers.

Only the parts that change are painted again; the places are found once for many edits.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from xentgui.painting.style import Style
from xentgui.panels.derivation_page.page import Page
from xentgui.panels.derivation_page.page_layout import PageLayout, Room
from xentgui.panels.derivation_page.page_writer import opacity
from xentgui.panels.derivation_page.stage import Line, Stage

HEAD, TAIL, CELLS = range(3)
"""The offsets of the parts of a line: its formula, its result, a number for each class."""


def stride(shown: tuple[int, ...]) -> int:
    """Return how many parts a line has, visible or not, for the classes `shown`."""
    return CELLS + len(shown)


def parts_of(page: Page) -> tuple[object, ...]:
    """Return the text of each part of each line; equal texts on a page look the same."""
    found: list[object] = []
    for line in page.working.lines:
        found += (_head(line, page), _tail(line, page), *line.cells)
    return tuple(found)


def _head(line: Line, page: Page) -> object:
    words = line.head_words if page.sheet.upright else line.column_words
    if not line.stage.is_fraction:
        return words
    # Its fraction repeats the exponent of the derived class.
    return words, line.cells[page.working.shown.index(page.working.derived)]


def _tail(line: Line, page: Page) -> object:
    return (line.tail_words, page.unit) if line.stage.is_result else line.tail_words


class NumberPlace(NamedTuple):
    """The place of the number of one class in one line, and its look.

    Attributes
    ----------
    part
        Its index among the parts of the page.
    line, position
        The index of the line, and the index among the classes shown.
    """

    part: int
    line: int
    position: int
    room: Room
    color: QColor
    opacity: float


@lru_cache(maxsize=8)
def visible_cells(
    sheet: PageLayout,
    stages: tuple[Stage, ...],
    shown: tuple[int, ...],
    until: int,
    highlighted: int | None,
    baselines: tuple[float, float],
    style: Style,
    colors: tuple[int, ...],
) -> tuple[NumberPlace, ...]:
    """Return the places of visible numbers, class by class; powers are written elsewhere.

    `until` is the number of lines that are shown, `baselines` the least and the greatest that can
    be seen, `colors` the number of the colour of each class.
    """
    lines = [
        (line, rooms)
        for line, (stage, rooms) in enumerate(zip(stages, sheet.rooms, strict=True))
        if line < until and rooms and not stage.is_fraction
    ]
    parts = stride(shown)
    return tuple(
        NumberPlace(
            line * parts + CELLS + position,
            line,
            position,
            rooms[position],
            color := style.color(style.theme.class_color(colors[position])),
            opacity(index, highlighted, color, style.theme),
        )
        for position, index in enumerate(shown)
        for line, rooms in lines
        if baselines[0] < rooms[position].baseline < baselines[1]
    )
