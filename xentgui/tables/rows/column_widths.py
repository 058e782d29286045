"""The width of each column: the width that it needs, and its share of the remaining room."""

from __future__ import annotations

from collections.abc import Sequence


def column_widths(needed: Sequence[int], least: Sequence[int], available: int) -> list[int]:
    """Return whole widths that fill `available`, if that is possible.

    Columns get the width that they need and share the remaining room equally.  If there is too
    little, they shrink towards `least` in proportion.  If even that is too wide, the table scrolls.

    >>> column_widths([50, 50], [30, 40], 120), column_widths([50, 50], [30, 40], 85)
    ([60, 60], [40, 45])
    >>> column_widths([50, 50], [30, 40], 10)
    [30, 40]
    """
    total, floor = sum(needed), sum(least)
    if available >= total:
        gains: list[float] = [(available - total) / len(needed)] * len(needed)
        exact = [need + gain for need, gain in zip(needed, gains, strict=True)]
    elif available > floor:
        kept = (available - floor) / (total - floor)
        exact = [low + kept * (need - low) for need, low in zip(needed, least, strict=True)]
    else:
        return list(least)
    # The running sum is rounded, not the parts, so that the widths add up to `available`.
    widths, edge, position = [], 0, 0.0
    for width in exact:
        position += width
        widths.append(round(position) - edge)
        edge = round(position)
    return widths
