"""The places of everything on the page of a derivation, and its rows."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from xentgui.panels.derivation_page.stage import Stage

CAPTION = 0.72
"""The size of captions and names, in em of the formulas, if it is legible."""

UNIT_GAP = 0.35
"""The gap between a result and its unit, in em."""

_SLACK = 0.5  # of a pixel, because places are not whole pixels


def largest(fits: Callable[[int], bool], most: float) -> int:
    """Return the largest size of letters that fits, in whole pixels up to `most`; 4 if none."""
    return next((em for em in range(max(math.floor(most), 4), 4, -1) if fits(em)), 4)


class PageMeasures(NamedTuple):
    """Everything that the places depend on; widths are in em, rounded so that they rarely change.

    Attributes
    ----------
    width, height
        The size of the page, in pixels.
    readable_px, least_px, most_px
        The least legible size of letters, and the limits of the desired size of formulas.
    stages
        The stages of the lines.
    heads, columns
        The width of each line's formula before its numbers, and of the one above them; 0 for no
        column.
    classes
        The number of classes that are shown.
    many
        Whether there are more classes than shown.
    places
        The number of decimals.
    excess, column_excess
        How much wider than usual the cells are in rows, and in each column of a table.
    caption, name, unit
        The widths of the longest caption, the longest name, and the unit, in em of their own font.
    tail, total
        The width of the longest result, and of the one that the unit follows.
    """

    width: float
    height: float
    readable_px: float
    least_px: float
    most_px: float
    stages: tuple[Stage, ...]
    heads: tuple[float, ...]
    columns: tuple[float, ...]
    classes: int
    many: bool
    places: int
    excess: float
    column_excess: tuple[float, ...]
    caption: float
    name: float
    unit: float
    tail: float
    total: float

    def text(self, em: float) -> float:
        """Return the size of captions, names and the unit, in pixels, if formulas have `em`."""
        return max(CAPTION, min(1.0, self.readable_px / em))

    def room_after(self, em: float) -> float:
        """Return the width that results and the unit need."""
        return max(self.tail, self.total + UNIT_GAP + self.unit * self.text(em))


class Room(NamedTuple):
    """The room for a number: its ends, its decimal point, and its baseline."""

    left: float
    point: float
    right: float
    baseline: float

    @property
    def middle(self) -> float:
        """Return the x of the middle of a usual number, such as 0.838."""
        return self.point + 0.3 * (self.right - self.point)


@dataclass(frozen=True, slots=True, eq=False)
class PageLayout:
    """The places in pixels from the page's top left corner; lists follow lines or classes.

    A table that is too wide for its page is folded: some of its columns are in a second block below
    the first, and each block has all classes.

    Attributes
    ----------
    em, text
        The size of the formulas, and that of captions and names.
    upright
        Whether classes are side by side and stages below each other; else the other way round.
    has_captions
        Whether there is room for captions.
    rooms
        For each line, the room of each class's number; empty for a line without numbers.
    heads
        The left end and baseline of each line's formula; None if it has none.
    captions
        The box of each line's caption.
    tails
        The left end and baseline of each line's result; None if it has no place.
    sigma
        The right end and baseline of a sum sign that is not beside its number.
    names, areas
        For each block, the box of each class's name, and the whole area of the class.
    bands
        The whole area of each line.
    gaps
        For each block, the places of the dots for omitted classes: between the first and second …
    bar
        The bar of the fraction.
    rules
        Pale lines between the groups of stages.
    """

    em: int
    text: float
    upright: bool
    has_captions: bool
    rooms: tuple[tuple[Room, ...], ...]
    heads: tuple[QPointF | None, ...]
    captions: tuple[QRectF, ...]
    tails: tuple[QPointF | None, ...]
    sigma: QPointF | None
    names: tuple[tuple[QRectF, ...], ...]
    areas: tuple[tuple[QRectF, ...], ...]
    bands: tuple[QRectF, ...]
    gaps: tuple[tuple[QPointF, ...], ...]
    bar: QLineF | None
    rules: tuple[QLineF, ...]


def rows_of(sheet: PageLayout) -> Iterator[tuple[float, float]]:
    """Give top and bottom of each row: of names or formulas, of a class or a stage, of sums."""
    bands = [band for band in sheet.bands if not band.isEmpty()]
    if sheet.upright:
        names = sheet.names[0][0]
        yield names.top(), names.bottom()
        for band in bands:
            yield band.top(), band.bottom()
        return
    for areas in sheet.areas:
        first, last = areas[0], areas[-1]
        around = [
            band for band in bands if band.top() <= first.top() and last.top() < band.bottom()
        ]
        yield min((band.top() for band in around), default=first.top()), first.top() - _SLACK
        for area in areas:
            yield area.top(), area.bottom()
        yield last.bottom(), max((band.bottom() for band in around), default=last.bottom())
