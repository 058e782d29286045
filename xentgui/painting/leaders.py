"""Leaders: the lines from marks to labels that had to move, and what they cross."""

from __future__ import annotations

from itertools import pairwise

Edges = tuple[float, float, float, float]
"""The left, top, right and bottom of a rectangle."""

Leader = tuple[float, float, float, float]
"""The x and y of the end at the mark, and of the end at the text."""


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
