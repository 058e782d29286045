"""Where everything of a derivation stands on its page."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

from xentgui.panels.derivation_page.stage import Stage

CAPTION = 0.72
"""The size of captions and names, in em of the formulas, where that can be read."""

UNIT_GAP = 0.35
"""Between a result and its unit."""


def largest(fits: Callable[[int], bool], most: float) -> int:
    """Return the largest size of letters, in whole pixels up to `most`, that fits; 4 if none."""
    return next((em for em in range(max(math.floor(most), 4), 4, -1) if fits(em)), 4)


@dataclass(frozen=True, slots=True)
class PageMeasures:
    """All that the places depend on; widths are in em, rounded so that they rarely change.

    Attributes
    ----------
    width, height
        The page, in pixels.
    readable_px, least_px, most_px
        The size below which letters cannot be read from a distance, and the sizes between which
        formulas are pleasant.
    stages
        Of the lines.
    heads, columns
        How wide each line's formula is, before its numbers and above them; 0 for no column.
    count
        How many classes are shown.
    many
        Whether there are more than that.
    places
        Digits behind the point.
    excess, column_excess
        How much wider than usual the cells of a page of lines are, and those of each column.
    caption, name, unit
        How wide the longest caption and class, and the unit, are, in em of their own.
    tail, total
        How wide the longest result is, and the one that the unit comes after.
    """

    width: float
    height: float
    readable_px: float
    least_px: float
    most_px: float
    stages: tuple[Stage, ...]
    heads: tuple[float, ...]
    columns: tuple[float, ...]
    count: int
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
        """Return the size of captions, names and the unit, in em, where formulas have `em`."""
        return max(CAPTION, min(1.0, self.readable_px / em))

    def room_after(self, em: float) -> float:
        """Return how much room results need, the unit included."""
        return max(self.tail, self.total + UNIT_GAP + self.unit * self.text(em))


@dataclass(frozen=True, slots=True)
class Room:
    """Room for a number: its ends, where the decimal point goes, and the baseline."""

    left: float
    point: float
    right: float
    baseline: float

    @property
    def middle(self) -> float:
        """Return where the middle of an ordinary number, such as 0.838, comes to stand."""
        return self.point + 0.3 * (self.right - self.point)


@dataclass(frozen=True, slots=True, eq=False)
class PageLayout:
    """Places in pixels, from the page's top left corner; lists follow lines or classes.

    A table that is too wide for its page is folded: some of its columns stand in a second block
    below the first, and each block has all classes.

    Attributes
    ----------
    em, text
        The size of the formulas, and that of captions and names.
    upright
        Classes stand side by side, stages below each other; else the other way round.
    has_captions
        Whether there is room for them.
    rooms
        For each line, the room of each class's number; empty for a line without numbers.
    heads
        The left end and baseline of each line's formula; None where it has none.
    captions
        The box of each line's caption.
    tails
        The left end and baseline of what each line comes to; None where it has no place.
    sigma
        The right end and baseline of a sum sign that is not beside its number.
    names, areas
        For each block, the box of each class's name, and what belongs to the class.
    bands
        What belongs to each line.
    gaps
        For each block, where the dots for classes left out stand: between the first and second …
    bar
        The bar of the fraction.
    rules
        Quiet lines between the thoughts.
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
