"""A label beside a mark: what it says, where it may stand, where it stands, and its leader.

A leader is the line from a mark to a label that had to move.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

Edges = tuple[float, float, float, float]
"""The left, top, right and bottom of a rectangle."""

Leader = tuple[float, float, float, float]
"""The x and y of the end at the mark, and of the end at the text."""

SIZE = 0.92
"""The size of a label beside a mark, in em."""

Curve = Callable[[float], float]
"""Gives the y of a falling curve at an x."""


def pieces(leader: Leader) -> list[Edges]:
    """Return small rectangles along `leader`, for other labels to avoid."""
    a, b, c, d = leader
    count = 1 + int(min(abs(c - a), abs(d - b)) / 8.0)
    along = [nth / count for nth in range(count + 1)]
    across = pairwise(sorted(a + (c - a) * share for share in along))
    down = [*pairwise(sorted(b + (d - b) * share for share in along))]
    if (c < a) is not (d < b):
        down.reverse()
    return [(x, y, u, v) for (x, u), (y, v) in zip(across, down, strict=True)]


def meets(leader: Leader, box: Edges) -> bool:
    """Return whether a line runs through a rectangle that overlaps the one around the line."""
    left, top, right, bottom = box
    a, b, c, d = leader
    across, down = c - a, d - b
    high, low, near, far = (
        across * (top - b),
        across * (bottom - b),
        down * (left - a),
        down * (right - a),
    )
    sides = high - near, high - far, low - near, low - far
    return min(sides) < 0.0 < max(sides)


def cross(one: Leader, other: Leader) -> bool:
    """Return whether two lines cross."""
    a, b, c, d = one
    u, v, x, y = other
    across, down, along, high = c - a, d - b, x - u, y - v
    sides = (across * (v - b) - down * (u - a)) * (across * (y - b) - down * (x - a))
    others = (along * (b - v) - high * (a - u)) * (along * (d - v) - high * (c - u))
    return sides < 0.0 and others < 0.0


class Label(NamedTuple):
    """A text that belongs to a mark.

    `x` and `y` are the mark's centre, `clear` is the distance of the text from it, and `sides` are
    the places to try in turn: any of "right", "left", "above", "below", "above right", "above
    left", "below left", "below right", "center", and "over" and "far over", one and two lines
    higher than "above right".  A `backed` text has a half-transparent rectangle of the card's
    colour behind it, so that it can be read over other marks.  `wide` is the width of the text if
    it is known already.  A text of several `lines` has breaks between them.  `size` is that of the
    letters, in em.

    A text that is not near its mark is joined to it by a leader, which begins at `rim` from the
    centre; None if it is always plain what the text belongs to.  `anchor` is the mark's centre if
    the text is placed beside another point.  If `far`, the text may also go into a column further
    to the right, where there is room.
    """

    text: str
    color: str
    x: float
    y: float
    clear: float
    sides: tuple[str, ...]
    bold: bool = True
    backed: bool = False
    wide: float = 0.0
    rim: float | None = None
    anchor: tuple[float, float] | None = None
    far: bool = False
    lines: int = 1
    size: float = SIZE


class PlacedLabel(NamedTuple):
    """A label, the rectangle that it covers, and its leader, if it has one."""

    label: Label
    box: Edges
    leader: Leader | None


CORNERS = {
    "right": (1.0, 0.0, 0.0, -0.5),
    "left": (-1.0, -1.0, 0.0, -0.5),
    "above": (0.0, -0.5, -1.0, -1.0),
    "below": (0.0, -0.5, 1.0, 0.0),
    "center": (0.0, -0.5, 0.0, -0.5),
    "above right": (0.75, 0.0, -0.75, -1.0),
    "over": (0.75, 0.0, -0.75, -2.0),
    "far over": (0.75, 0.0, -0.75, -3.0),
    "above left": (-0.75, -1.0, -0.75, -1.0),
    "below left": (-0.75, -1.0, 0.75, 0.0),
    "below right": (0.75, 0.0, 0.75, 0.0),
}
"""Where the corner of a text is for each of its sides: the mark's centre moved by these factors, to
the right by the first of the distance and the second of the width, down by the third of the
distance and the fourth of the height.
"""
