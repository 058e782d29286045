"""The curve -log p in pixels: its line, the dots on it that are visible, and their labels."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import product

import numpy as np
from PySide6.QtGui import QPainter, QPolygonF

from xentgui.language.text import in_unit, number
from xentgui.language.units import UNITS
from xentgui.model import Snapshot
from xentgui.model.short_names import WHOLE
from xentgui.model.view import View
from xentgui.painting.fitting_names import broken
from xentgui.painting.frame import Frame
from xentgui.painting.mark_labels import (
    Edges,
    Label,
    Ranked,
    draw_placed,
    draw_ranked,
    place_ranked,
)
from xentgui.painting.placed_label import SIZE
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.labelled_classes import LONGEST, SHORT, label_form, names_beside

# The places beside or above a dot where the curve does not cross the text.
_STEEP = ("right", "above right", "above", "left", "below left", "below right")
_FLAT = ("above right", "right", "over", "far over", "above", "left", "below left")
_END = ("above", "above left", "left", "right", "below left", "over")
_CROWD = 24  # of more dots, labels far from their dots would not help
_FEW = 12  # classes, which can all have their names
_LENGTHS = LONGEST, SHORT  # characters of a name: usually, and where there is no room for that
_LENGTHS_SNUG = LONGEST, 12, SHORT, 5
_SIZES = SIZE, 0.84, 0.77  # em: smaller where some would have no label otherwise
_LINE_SHARE, _MOST_LINES = 0.8, 4  # of the plot's width, for a label of several lines


def falling_curve(frame: Frame, size: float) -> QPolygonF:
    """Return points of -log p, in units of `size` nats, evenly spaced along the visible curve."""
    top = frame.ranges.top * size
    steep = np.linspace(0.0, top, 160)
    flat = -np.log(np.linspace(max(np.exp(-top), 1e-3), 1.0, 160))
    # p is computed from the heights: at a great height p is 0, and its logarithm would be lost.
    heights = np.sort(np.concatenate([steep, flat]))
    # `numpy.unique` would import masked arrays first.
    heights = heights[np.diff(heights, prepend=-1.0) > 0.0]
    p, y = np.exp(-heights), heights / size
    return polygon(np.stack([frame.x(p), frame.y(y)], axis=1))


def upper_edge(frame: Frame, size: float) -> Callable[[float], float]:
    """Return the y of the curve's upper edge at an x, both in pixels."""
    top, left, slot = frame.rect.top(), frame.x(0.0), frame.slot
    floor, lift = frame.y(0.0) - frame.style.px(2), frame.lift / size

    def height(x: float) -> float:
        p = (x - left) / slot
        return top if p <= 0.0 else floor if p >= 1.0 else floor + lift * math.log(p)

    return height


def distinct_dots(frame: Frame, probabilities: np.ndarray, heights: np.ndarray) -> np.ndarray:
    """Return which of thousands of dots, shape (K,), are a device pixel or more apart."""
    # Because the curve falls everywhere, x plus y in pixels grows along it.
    r, resolution = frame.ranges, frame.resolution
    along = np.minimum(heights, r.top)
    np.subtract(r.top, along, out=along)
    along *= frame.lift * resolution
    along += probabilities * (frame.slot * resolution)
    steps = along.astype(np.intp)
    longest = (frame.lift * r.top + frame.slot) * resolution
    found = np.full(int(longest) + 2, -1)
    found[steps] = _places(len(steps))
    return found[found >= 0]


@lru_cache(maxsize=4)
def _places(count: int) -> np.ndarray:
    places = np.arange(count)
    places.setflags(write=False)
    return places


def paint_labels(
    painter: QPainter,
    frame: Frame,
    snapshot: Snapshot,
    view: View,
    places: dict[int, tuple[float, float]],
    lines: list[Edges],
) -> None:
    """Paint the labels of the dots at `places`, by class; they cover no strip of `lines`."""
    style, taken = frame.style, lines
    snug = style.snug
    radius, clear = (style.px(5), style.px(8)) if snug else (style.px(7), style.px(11))
    # The slope of -log p is -1/p; in pixels it is -1 where p is `lift / slot`.
    bend = min(frame.x(frame.lift / frame.slot), turn := frame.x(0.62))
    far, state = snug or len(snapshot.logits) <= _CROWD, snapshot.state
    taken += [(x - radius, y - radius, x + radius, y + radius) for x, y in places.values()]

    def labelled(texts: Mapping[int, str], size: float = SIZE) -> list[Label]:
        labels, ruler = list[Label](), style.ruler(size, bold=True)
        for index, (x, y) in places.items():
            lines = texts[index].split("\n")
            sides = _STEEP if x < bend else _FLAT if x < turn else _END
            color = style.theme.class_color(state.color_of(index))
            wide = max(map(ruler.width, lines))
            label = Label(texts[index], color, x, y, clear, sides, wide=wide, rim=radius, far=far)
            labels.append(label._replace(lines=len(lines), size=size))
        return labels

    curve = upper_edge(frame, UNITS[view.unit].nats)
    if not snug:
        ruler, most = style.ruler(SIZE, bold=True), 0.48 * frame.rect.width()
        whole, short = (_texts_of(snapshot, view, places, longest) for longest in _LENGTHS[:2])
        texts = {k: text if ruler.width(text) <= most else short[k] for k, text in whole.items()}
        draw_ranked(painter, frame, labelled(texts), len(snapshot.logits), taken, curve)
        return
    best, total = Ranked([], -1), len(snapshot.logits)
    for size, form in _forms(frame, snapshot, view, places):
        ranked = place_ranked(frame, labelled(form, size), total, taken, curve)
        best = ranked if ranked.named > best.named else best
        if best.named == len(places):
            break
    if total <= _FEW and 2 * best.named < len(places):  # names alone, if they can all be there
        bare = _texts_of(snapshot, replace(view, values=False), places, _LENGTHS_SNUG[1])
        ranked = place_ranked(frame, labelled(bare), total, taken, curve)
        best = ranked if ranked.named > best.named else best
    draw_placed(painter, frame, best.placed)


def _forms(
    frame: Frame, snapshot: Snapshot, view: View, places: Mapping[int, tuple[float, float]]
) -> Iterator[tuple[float, Mapping[int, str]]]:
    """Yield the texts of all labels, from the one that says most to the one that needs least.

    With each come the letters' size, in em: all are smaller before names lose more than that.
    """
    room = _LINE_SHARE * frame.rect.width()
    # Of many dots most are without a label anyhow, and leaders of more would be a bundle.
    sizes = _SIZES if len(snapshot.logits) <= _FEW else _SIZES[:1]
    for longest, size in product(_LENGTHS_SNUG, sizes):
        width = frame.style.ruler(size, bold=True).width
        if longest == _LENGTHS_SNUG[-1] and _most_are_cut(snapshot, places, longest):
            continue
        one_line = _texts_of(snapshot, view, places, longest)
        yield size, one_line
        whole = WHOLE if longest == LONGEST else longest
        lines = {
            index: broken(text, width, room, _MOST_LINES)
            for index, text in _texts_of(snapshot, view, places, whole).items()
        }
        if all(lines.values()):
            yield size, {index: "\n".join(parts) for index, parts in lines.items()}


def _most_are_cut(snapshot: Snapshot, classes: Iterable[int], longest: int) -> bool:
    lengths = [len(snapshot.state.labels[k]) for k in classes if k < len(snapshot.state.labels)]
    return 2 * sum(length > longest for length in lengths) > len(lengths)


def _texts_of(
    snapshot: Snapshot, view: View, classes: Iterable[int], longest: int
) -> dict[int, str]:
    """Return the labels of `classes`, with names of at most `longest` characters."""
    written = label_form().format if view.values else "{label}".format
    amounts, names = (
        in_unit(snapshot.information, view.unit),
        names_beside(snapshot, classes, longest),
    )
    return {
        index: written(label=name, value=number(amounts.item(index), 3))
        for index, name in names.items()
    }
