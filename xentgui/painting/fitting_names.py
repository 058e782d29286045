"""Names of classes as they fit into a room; how wide they are is measured once.

A figure is tried in many sizes, in which the same names are written in other rooms.
"""

from __future__ import annotations

from functools import lru_cache
from operator import le
from typing import NamedTuple

from xentgui.model.naming import name_for
from xentgui.model.short_names import WHOLE, names_that_fit, short_names
from xentgui.painting.style import Style
from xentgui.painting.wrapped_names import broken

LENGTHS = (WHOLE, *range(24, 4, -1))
"""The most characters of names that stand side by side, from the best on."""

_MOST_SHARE = 0.8  # of the names are to be shown in full where some are left out
_FIRST_HIGH = "\u2e80"  # from which on letters fill their squares


@lru_cache(maxsize=256)  # pointing at a class paints the axis again
def cut_to_fit(
    style: Style, labels: tuple[str, ...], first: int, rooms: tuple[float, ...], size: float
) -> tuple[tuple[str, ...], int]:
    """Return names that fit into `rooms`, and to how many characters they are cut; 0 if none fit.

    `first` is the number of the first of `labels`, and `size` that of the letters, in em.
    """
    known, least, most = _known_cuts(style, labels, first, size), min(rooms), max(rooms)
    for nth, length in enumerate(LENGTHS):
        if nth == len(known):
            known.append(_cut(style, labels, first, size, length))
        texts, widths, widest = known[nth]
        if widest <= least or (widest <= most and all(map(le, widths, rooms))):
            return texts, length
    return (), 0


class _Cut(NamedTuple):
    """Names that are cut to one length, and how wide they are."""

    texts: tuple[str, ...]
    widths: tuple[float, ...]
    widest: float


def _cut(style: Style, labels: tuple[str, ...], first: int, size: float, length: int) -> _Cut:
    texts = short_names(labels, range(len(labels)), length, first)
    widths = tuple(map(style.ruler(size).width, texts))
    return _Cut(texts, widths, max(widths))


@lru_cache(maxsize=128)
def _known_cuts(_style: Style, _labels: tuple[str, ...], _first: int, _size: float) -> list[_Cut]:
    """Return the names cut to the first of the `LENGTHS`: to as many as somebody has asked for."""
    return []


@lru_cache(maxsize=128)
def usual_width(style: Style, some: tuple[str, ...], classes: range, size: float) -> float:
    """Return the width in which four of five names fit; `some` are the labels of `classes`.

    One more label is that of the last class of the plot.
    """
    numbers = *classes, classes.stop - 1
    names = [name_for(one, k, WHOLE) for k, one in zip(numbers, some, strict=True)]
    widths = sorted(map(style.ruler(size).width, names))
    return widths[int(_MOST_SHARE * len(widths))]


@lru_cache(maxsize=128)
def widest_words(style: Style, names: tuple[str, ...], size: float) -> tuple[float, ...]:
    """Return the width of the widest word of each name in letters of `size` em."""
    width = style.ruler(size).width
    return tuple(max(map(width, name.split(" "))) for name in names)


@lru_cache(maxsize=128)
def are_high(names: tuple[str, ...]) -> bool:
    """Return whether letters of any of `names` fill their squares, as Chinese ones do."""
    return any(max(name[:WHOLE], default="") >= _FIRST_HIGH for name in names)


@lru_cache(maxsize=256)
def turned_lines(
    style: Style, labels: tuple[str, ...], first: int, size: float, room: float, most: int
) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...], float]:
    """Return names in up to `most` lines of the length `room`, shortened where that is too little.

    With them, the one with the longest line, and how long that is.
    """
    width = style.ruler(size).width

    def fit(texts: tuple[str, ...]) -> bool:
        return all(broken(one, width, room, most) for one in texts)

    texts = names_that_fit(labels, range(len(labels)), fit, first)
    lines = tuple(tuple(broken(text, width, room, most)) or (text,) for text in texts)
    reach = [max(map(width, name)) for name in lines]
    return lines, lines[reach.index(max(reach))], max(reach)
