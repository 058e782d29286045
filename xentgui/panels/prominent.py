"""Which classes deserve a number when there is no room for all, and how they are told apart."""

from __future__ import annotations

import numpy as np

from xentgui.model import Snapshot
from xentgui.painting.bars import is_dense
from xentgui.painting.frame import Frame
from xentgui.text import translate
from xentgui.view import View

_MOST, _MOST_NARROW, _MOST_DENSE = 24, 8, 4
_NARROW = 30.0  # design pixels: less than a number needs
_BLOCK = 256  # values
_LONGEST = 20  # characters of a name beside a mark


def prominent(
    frame: Frame, snapshot: Snapshot, view: View, by: np.ndarray | None = None
) -> list[int]:
    """Return the visible classes, the important first: two dozen, or a handful if dense.

    First the one pointed at, then the prediction and the target's largest, then the
    others by `by`, shape (K,), the largest first; the probabilities if not given.
    """
    weight = snapshot.probabilities if by is None else by
    count = len(weight)
    shown = frame.visible(count)
    narrow = frame.slot < frame.style.px(_NARROW)
    most = _MOST_DENSE if is_dense(frame) else _MOST_NARROW if narrow else _MOST
    top = largest(weight[shown], most)
    first: list[int] = [] if view.highlight is None else [view.highlight]
    first += [*snapshot.prediction[:3], int(np.argmax(snapshot.effective_target))]
    ordered = dict.fromkeys([*first, *(top + shown.start).tolist()])
    return [index for index in ordered if shown.start <= index < min(shown.stop, count)]


def largest(values: np.ndarray, most: int) -> np.ndarray:
    """Return where the `most` largest values are, or all, the largest first."""
    places = np.arange(len(values))
    if len(values) > _BLOCK * most:
        # Each of them is in one of the blocks with the largest maxima; the others need no sorting.
        starts = places[::_BLOCK]
        best = np.argpartition(np.maximum.reduceat(values, starts), -most)[-most:]
        places = (starts[np.sort(best), np.newaxis] + np.arange(_BLOCK)).ravel()
        places = places[places < len(values)]
    inside = values[places]
    if len(inside) > most:
        top = np.argpartition(inside, -most)[-most:]
        places, inside = places[top], inside[top]
    return np.asarray(places[np.argsort(-inside, kind="stable")])


def named(snapshot: Snapshot, index: int, text: str) -> str:
    """Return `text`, if there is any, behind the name of class `index`, shortened if long."""
    label = snapshot.state.labels[index]
    if len(label) > _LONGEST:
        label = label[: _LONGEST - 1] + "…"
    return (
        translate("panels", "{label}: {value}").format(label=label, value=text) if text else label
    )
