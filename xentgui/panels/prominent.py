"""Which classes deserve a number when there is no room for all."""

from __future__ import annotations

import numpy as np

from xentgui.model import Snapshot
from xentgui.painting.frame import Frame
from xentgui.view import View

_MOST = 24


def prominent(frame: Frame, snapshot: Snapshot, view: View, by: np.ndarray | None = None) -> list[int]:
    """Return the visible classes, the important first: at most two dozen.

    First the one pointed at, then the prediction and the target's largest, then the
    others by `by`, shape (K,), the largest first; the probabilities if not given.
    """
    weight = snapshot.probabilities if by is None else by
    count = len(weight)
    shown = frame.visible(count)
    inside = weight[shown]
    if len(inside) > _MOST:
        top = np.argpartition(inside, -_MOST)[-_MOST:]
        top = top[np.argsort(-inside[top], kind="stable")]
    else:
        top = np.argsort(-inside, kind="stable")
    first: list[int] = [] if view.highlight is None else [view.highlight]
    first += [*snapshot.prediction[:3], int(np.argmax(snapshot.effective_target))]
    ordered = dict.fromkeys([*first, *(top + shown.start).tolist()])
    return [index for index in ordered if shown.start <= index < min(shown.stop, count)]
