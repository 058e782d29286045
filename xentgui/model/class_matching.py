"""Which class of one state is which of another, after classes were added, removed or moved."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

_kept: list[tuple[tuple[str, ...], tuple[str, ...], npt.NDArray[np.intp]]] = []


def class_matching(now: tuple[str, ...], then: tuple[str, ...]) -> npt.NDArray[np.intp]:
    """Return for each class of `now`, shape (K,), its row in `then`, or -1 if it has none.

    Classes with the same name match, wherever they stand.  If several have one name, the first
    matches the first, and so on.  If the number of classes is the same, a renamed class matches the
    class in its row, provided that neither of them has matched by name.

    >>> class_matching(("a", "c", "new"), ("a", "b", "c")).tolist()
    [0, 2, -1]
    >>> class_matching(("a", "renamed"), ("a", "b")).tolist()
    [0, 1]
    """
    # Every paint needs the matching of the same two tuples, so the last one is kept, by identity.
    for known_now, known_then, rows in _kept:
        if known_now is now and known_then is then:
            return rows
    rows = np.arange(len(now)) if now == then else _matched(now, then)
    rows.setflags(write=False)
    _kept.insert(0, (now, then, rows))
    del _kept[2:]
    return rows


def _matched(now: tuple[str, ...], then: tuple[str, ...]) -> npt.NDArray[np.intp]:
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for row in range(len(then) - 1, -1, -1):
        waiting[then[row]].append(row)
    rows = np.full(len(now), -1, dtype=np.intp)
    for row, label in enumerate(now):
        if waiting[label]:
            rows[row] = waiting[label].pop()
    if len(now) == len(then):
        left = {row for rest in waiting.values() for row in rest}
        for row in np.flatnonzero(rows < 0).tolist():
            if row in left:
                rows[row] = row
    return rows


def aligned(values: npt.NDArray[np.float64], rows: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """Return the other state's `values` in the order of this one's classes, NaN if missing."""
    return np.where(rows < 0, np.nan, values[rows])
