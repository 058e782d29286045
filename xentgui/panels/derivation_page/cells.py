"""Where the numbers of the classes stand: found once, and then written at every edit."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor

from xentgui.painting.style import Style
from xentgui.panels.derivation_page.page_layout import PageLayout, Room
from xentgui.panels.derivation_page.page_writer import opacity
from xentgui.panels.derivation_page.parts import CELLS, stride
from xentgui.panels.derivation_page.stage import Stage


class NumberPlace(NamedTuple):
    """The place of the number of one class in one line, and what it looks like there.

    Attributes
    ----------
    part
        What it is among the parts of the page.
    line, position
        Which of the lines, and which of the classes shown.
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
) -> tuple[NumberPlace, ...]:
    """Return where to write, class by class, as each has a colour; powers are no such numbers.

    `until` is the number of lines that are shown, `baselines` the least and the greatest that can
    be seen.
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
            style.color(style.theme.class_color(index)),
            opacity(index, highlighted),
        )
        for position, index in enumerate(shown)
        for line, rooms in lines
        if baselines[0] < rooms[position].baseline < baselines[1]
    )
