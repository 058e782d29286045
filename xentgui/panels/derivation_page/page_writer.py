"""The common part of the two writers of a page, and the parts of its numbers that are written again.

Only the parts that change are painted again; the places are found once for many edits.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.style import Style
from xentgui.painting.theme import Theme
from xentgui.panels.derivation_page.glyph_writer import GlyphWriter
from xentgui.panels.derivation_page.page import Page
from xentgui.panels.derivation_page.page_layout import PageLayout, Room
from xentgui.panels.derivation_page.stage import Line, Stage

_SHORT, _SHORT_OF_LARGE = 1.2, 1.5
"""How far e stands to the left of the middle of its room, in em; also below large exponents."""

HEAD, TAIL, CELLS = range(3)
"""The offsets of the parts of a line: its formula, its result, a number for each class."""


def opacity(index: int, highlighted: int | None, color: QColor, theme: Theme) -> float:
    """Return the opacity of what belongs to class `index` and has `color`.

    The class `highlighted`, if there is one, is opaque, and the others are muted.
    """
    is_muted = highlighted is not None and index != highlighted
    return theme.left_of(color.name()) if is_muted else 1.0


class PageWriter:
    """Writes `page` with one painter; 0, 0 is the page's top left corner."""

    def __init__(
        self, painter: QPainter, page: Page, snapshot: Snapshot, view: View, style: Style
    ) -> None:
        self._painter, self._page, self._snapshot = painter, page, snapshot
        self._view, self._style = view, style
        self._writer = GlyphWriter(painter, page.sheet.em)
        self._seen = painter.clipBoundingRect() if painter.hasClipping() else None
        self._ink, self._mute = style.color(style.theme.ink), style.color(style.theme.mute)

    def _is_shown(self, line: Line) -> bool:
        return self._view.stage is None or line.number <= self._view.stage

    def _head_is_shown(self, line: Line) -> bool:
        """Return whether the formula is shown; in a table, a quotient is one stage earlier."""
        early = line.stage.is_quotient and not self._page.sheet.upright
        return self._view.stage is None or line.number - early <= self._view.stage

    def _opacity(self, index: int, color: QColor) -> float:
        return opacity(index, self._view.highlighted_class, color, self._style.theme)

    def _power_left(self, room: Room) -> float:
        """Return the left end of e, which leaves room for its power, so that it need not move."""
        short = _SHORT_OF_LARGE if self._style.page_exponents else _SHORT
        return room.middle - short * self._writer.em

    def _numerator(self) -> QPointF:
        bar = self._page.sheet.bar
        assert bar is not None
        em = self._writer.em
        return QPointF(bar.center().x() - 0.8 * em, bar.y1() - 0.38 * em)


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
