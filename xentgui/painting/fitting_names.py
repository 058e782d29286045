"""Names of classes as they fit into a room, cut or broken into lines; how wide they are is measured once.

A figure is tried in many sizes, in which the same names are written in other rooms.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import le
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.model.naming import name_for
from xentgui.model.short_names import WHOLE, names_that_fit, short_names
from xentgui.painting.style import Style

LINE = 13.0
"""The height of a line of a name that has several, in design pixels."""

MOST_LINES = 3
"""Of a name beside a row, or along a turned line; what is below a plot may have one more."""

LENGTHS = (WHOLE, *range(24, 4, -1))
"""The most characters of names that stand side by side, from the best on."""

_MOST_SHARE = 0.8  # of the names are to be shown in full where some are left out
_FIRST_HIGH = "\u2e80"  # from which on letters fill their squares


def broken(text: str, width: Callable[[str], float], room: float, most: int) -> list[str]:
    """Return `text` in as few lines as fit into `room`; [] if it needs more than `most`.

    `width` measures a text in the unit of `room`.

    >>> broken("Golden retriever", len, 10, 2), broken("Golden retriever", len, 10, 1)
    (['Golden', 'retriever'], [])
    """
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer) <= room:
            lines[-1] = longer
        elif width(word) > room:
            return []
        else:
            lines.append(word)
    return lines if len(lines) <= most else []


def all_broken(
    style: Style, names: Sequence[str], rooms: Sequence[float], size: float, most: int
) -> list[list[str]] | None:
    """Return each of `names` in lines as wide as its room; None if one needs more than `most`."""
    width, found = style.ruler(size).width, list[list[str]]()
    for name, room in zip(names, rooms, strict=True):
        lines = broken(name, width, room, most)
        if not lines:
            return None
        found.append(lines)
    return found


def draw_lines(
    painter: QPainter, style: Style, box: QRectF, lines: Sequence[str], align: Qt.AlignmentFlag
) -> None:
    """Draw lines one below the other from the top of `box`, with the font of `painter`."""
    line = QRectF(box.left(), box.top(), box.width(), style.px(LINE))
    for text in lines:
        painter.drawText(line, align | Qt.AlignmentFlag.AlignVCenter, text)
        line.translate(0.0, style.px(LINE))


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
