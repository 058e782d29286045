"""Where everything of a derivation stands on its page."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF


@dataclass(frozen=True, slots=True)
class Measures:
    """All that the places depend on; widths are in em, rounded so that they rarely change.

    Attributes
    ----------
    width, height
        The page, in pixels.
    text_px, least_px, most_px
        The size of the text around, and the sizes within which formulas are legible and calm.
    keys, parts
        Of the lines: the stages' keys, and which thought each belongs to.
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
    caption, name, tail
        How wide the longest caption, class and result are.
    """

    width: float
    height: float
    least_px: float
    most_px: float
    keys: tuple[str, ...]
    parts: tuple[int, ...]
    heads: tuple[float, ...]
    columns: tuple[float, ...]
    count: int
    many: bool
    places: int
    excess: float
    column_excess: tuple[float, ...]
    caption: float
    name: float
    tail: float


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
class Sheet:
    """Places in pixels, from the page's top left corner; lists follow lines or classes.

    Attributes
    ----------
    em
        The size of the formulas.
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
    names
        The box of each class's name.
    bands, areas
        What belongs to each line, and to each class.
    gaps
        Between the classes: where the dots for those left out stand, across.
    bar
        The bar of the fraction.
    rules
        Quiet lines between the thoughts.
    """

    em: int
    upright: bool
    has_captions: bool
    rooms: tuple[tuple[Room, ...], ...]
    heads: tuple[QPointF | None, ...]
    captions: tuple[QRectF, ...]
    tails: tuple[QPointF | None, ...]
    names: tuple[QRectF, ...]
    bands: tuple[QRectF, ...]
    areas: tuple[QRectF, ...]
    gaps: tuple[float, ...]
    bar: QLineF | None
    rules: tuple[QLineF, ...]
