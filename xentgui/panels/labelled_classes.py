"""The classes that get a label if there is no room for all, and their names."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.naming import name_of
from xentgui.model.view import View
from xentgui.painting.bars import DENSE
from xentgui.painting.frame import Frame

_MOST, _MOST_NARROW, _MOST_DENSE = 24, 8, 4
_NARROW = 30.0  # design pixels; less than a number needs
_BLOCK = 256  # values
_WHOLE, _LONGEST, _SHORT = 200, 20, 8  # characters of a name beside a mark
_HALF_BAR = 0.23  # of a class's slot


def labelled_classes(
    frame: Frame,
    snapshot: Snapshot,
    view: View,
    by: np.ndarray | None = None,
    of_all: Callable[[Snapshot, int], Sequence[int]] | None = None,
) -> list[int]:
    """Return the most important visible classes: up to two dozen, or a few if dense.

    First comes the highlighted one, then the prediction and the largest target, then the others by
    `by`, shape (K,), the largest first.  By default `by` is the probabilities. If the x axis is not
    that of the classes, all of them are visible, and `of_all(snapshot, count)` returns the
    candidates.
    """
    count = len(snapshot.logits)
    shown = frame.visible(count) if of_all is None else slice(0, count)
    slot = frame.slot if of_all is None else frame.rect.width() / count
    dense, narrow = slot * frame.resolution < DENSE, slot < frame.style.px(_NARROW)
    most = _MOST_DENSE if dense else _MOST_NARROW if narrow else _MOST
    if of_all is None and by is None and shown == slice(0, count):
        of_all = most_probable
    if of_all is not None:
        top = [*of_all(snapshot, most)]
    else:
        top = largest((snapshot.probabilities if by is None else by)[shown], most).tolist()
    first: list[int] = [] if view.highlighted_class is None else [view.highlighted_class]
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


def named(snapshot: Snapshot, index: int, text: str, *, short: bool = False) -> str:
    """Return the name of class `index`, shortened if long, and `text`, if there is any."""
    labels = snapshot.state.labels
    label = name_of(labels, index, _WHOLE if short else _LONGEST)
    if short and len(label) > _SHORT:
        # Names with the same beginning differ at their ends.
        label = f"{label[: _SHORT // 2]}…{label[1 - _SHORT // 2 :]}"
    return (
        translate("panels", "{label}: {value}").format(label=label, value=text) if text else label
    )
