"""The classes that stand out: those with a label where there is no room for all, and those looked for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.short_names import short_names
from xentgui.model.view import View
from xentgui.painting.bars import DENSE, draw_rects
from xentgui.painting.frame import Frame

_MOST, _MOST_NARROW, _MOST_DENSE = 24, 8, 4
_NARROW = 30.0  # design pixels; less than a number needs
_LINE = 14.0  # design pixels
_BLOCK = 256  # values
LONGEST, SHORT = 20, 9
"""Characters of a name beside a mark: usually, and where there is no room for that."""

_HALF_BAR = 0.23  # of a class's slot
_WIDE = 0.76  # of a slot
_LEAST = 2.0  # design pixels
_HIGH, _GAP = 3.4, 0.8  # design pixels of the mark, and from the plot to it


def labelled_classes(
    frame: Frame,
    snapshot: Snapshot,
    view: View,
    by: np.ndarray | None = None,
    of_all: Callable[[Snapshot, int], Sequence[int]] | None = None,
) -> list[int]:
    """Return the most important visible classes: up to two dozen, or a few if dense.

    First comes the highlighted one, then those that are looked for, then the prediction and the largest target, then the others by
    `by`, shape (K,), the largest first.  By default `by` is the probabilities. If the x axis is not
    that of the classes, all of them are visible, and `of_all(snapshot, count)` returns the
    candidates.
    """
    count = len(snapshot.logits)
    shown = frame.visible(count) if of_all is None else slice(0, count)
    slot = frame.slot if of_all is None else frame.rect.width() / count
    dense, narrow = slot * frame.resolution < DENSE, slot < frame.style.px(_NARROW)
    most = _MOST_DENSE if dense else _MOST_NARROW if narrow else _MOST
    if frame.style.snug and of_all is not None:  # labels beside one another need no slots
        most = min(_MOST, max(most, int(frame.rect.height() / frame.style.px(_LINE))))
    if of_all is None and by is None and shown == slice(0, count):
        of_all = most_probable
    if of_all is not None:
        top = [*of_all(snapshot, most)]
    else:
        top = largest((snapshot.probabilities if by is None else by)[shown], most).tolist()
    first: list[int] = [] if view.highlighted_class is None else [view.highlighted_class]
    if view.found is not None and view.found.labels is snapshot.state.names:
        first += view.found.among(shown.start, min(shown.stop, count))[:most]
    first += snapshot.prediction[:3]
    first.append(snapshot.largest_target)
    start, stop = shown.start, min(shown.stop, count)
    if start:
        top = [start + index for index in top]
    return [index for index in dict.fromkeys((*first, *top)) if start <= index < stop]


@lru_cache(maxsize=2)  # more than one panel needs it
def most_probable(snapshot: Snapshot, most: int) -> tuple[int, ...]:
    """Return the `most` most probable classes, or all, the largest first."""
    return tuple(largest(snapshot.probabilities, most).tolist())


def spanned(frame: Frame, index: int, width: float) -> slice:
    """Return the classes that a text over class `index` spans, `width` pixels wide."""
    # `draw_labels` places a text neither over the numbers of the axis nor beyond the edge.
    left = min(frame.x(float(index)) - width / 2, frame.outer.right() - width)
    left = max(left, frame.rect.left() - frame.style.px(4))
    first = math.ceil(frame.x_value(left) - _HALF_BAR)
    last = math.floor(frame.x_value(left + width) + _HALF_BAR)
    return slice(max(min(first, index), 0), max(last, index) + 1)


def largest(values: np.ndarray, most: int) -> np.ndarray:
    """Return the indices of the `most` largest values, or of all, the largest first."""
    if len(values) <= most:
        return np.asarray((-values).argsort(kind="stable"))
    if len(values) <= _BLOCK * most:
        places = values.argpartition(-most)[-most:]
        return np.asarray(places[(-values[places]).argsort(kind="stable")])
    # At least `most` blocks have so large a maximum, so the result has no smaller values.
    maxima = np.maximum.reduceat(values, np.arange(0, len(values), _BLOCK))
    maxima.partition(len(maxima) - most)
    places = (values >= maxima[-most]).nonzero()[0]
    if len(places) > _BLOCK:  # many are equal
        places = places[values[places].argpartition(-most)[-most:]]
    return np.asarray(places[(-values[places]).argsort(kind="stable")[:most]])


def names_beside(
    snapshot: Snapshot, classes: Iterable[int], longest: int = LONGEST
) -> dict[int, str]:
    """Return the names of `classes` for labels beside marks; long ones are cut, but differ."""
    indices = tuple(classes)
    texts = short_names(snapshot.state.names, indices, longest)
    return dict(zip(indices, texts, strict=True))


def with_value(name: str, value: str) -> str:
    """Return the label of a mark: its name and its value, if there is any."""
    return label_form().format(label=name, value=value) if value else name


def label_form() -> str:
    """Return the form of a label, to fill in `label` and `value`, in the current language."""
    return translate("panels", "{label}: {value}")


def paint_found(painter: QPainter, frame: Frame, slots: np.ndarray) -> None:
    """Mark the slots with these numbers, shape (n,), below the plot; a pixel is marked once."""
    style, rect, resolution = frame.style, frame.rect, frame.resolution
    x = frame.x(slots.astype(float))
    x = x[(x >= rect.left()) & (x <= rect.right())]
    if not x.size:
        return
    wide = max(_WIDE * frame.slot, style.px(_LEAST))
    left = np.unique(np.round((x - wide / 2) * resolution)) / resolution
    rects = np.empty((len(left), 4))
    rects[:, 0], rects[:, 1] = left, rect.bottom() + style.px(_GAP)
    rects[:, 2], rects[:, 3] = wide, style.px(_HIGH)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.color(style.theme.accent))
    draw_rects(painter, rects)


def found_slots(view: View, labels: Sequence[str], shown: np.ndarray | None) -> np.ndarray:
    """Return which of the `shown` classes are hits, by their places; None for all classes.

    None are if somebody looked among other names, or for nothing.
    """
    found = view.found
    if found is None or found.labels is not labels:
        return np.empty(0, dtype=np.intp)
    return found.classes if shown is None else np.flatnonzero(np.isin(shown, found.classes))
