"""Which class of a state is which of another, and which colour it keeps when classes come or go.

The numbers of colours count from 0, and `State.colors` holds them.  They are () while each class has the
number of its place, as in every state whose classes were never removed, moved or inserted.
"""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterable
from itertools import count as count_up
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from xentgui.model.checks import InvalidStateError, as_tuple
from xentgui.model.message import QT_TRANSLATE_NOOP, shown

if TYPE_CHECKING:
    import numpy.typing as npt

Colors = tuple[int, ...]

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


MOST = 2**31 - 1
"""The greatest number; arrays of them are small and exact."""

_COLORS = QT_TRANSLATE_NOOP(
    "errors", "The colours are {value}. Give each of the {count} classes a whole number from 0."
)


def checked_colors(colors: Iterable[int], count: int) -> Colors:
    """Return `colors` of `count` classes, () if they are those of the places.

    Raises InvalidStateError unless there are none, or one for each class.

    >>> checked_colors([0, 1], 2), checked_colors([0, 2], 2)
    ((), (0, 2))
    """
    given = as_tuple(colors)
    try:
        numbers = None if given is None else tuple(map(operator.index, given))
    except TypeError:
        numbers = None
    if numbers is None or len(numbers) not in {0, count}:
        raise InvalidStateError(_COLORS, value=shown(colors), count=count)
    if numbers and not (min(numbers) >= 0 and max(numbers) <= MOST):
        raise InvalidStateError(_COLORS, value=shown(colors), count=count)
    return shortened(numbers)


def shortened(colors: Colors) -> Colors:
    """Return `colors`, or () if each is that of its place."""
    in_order = all(map(operator.eq, colors, count_up()))
    return () if in_order else colors


def written_out(colors: Colors, count: int) -> Colors:
    """Return a number for each of `count` classes."""
    return colors or tuple(range(count))


def unused(colors: Iterable[int], count: int) -> Colors:
    """Return the `count` smallest numbers that are not among `colors`.

    So a new class differs from all others as long as there are colours.
    """
    taken = set(colors)
    return tuple(islice((number for number in count_up() if number not in taken), count))


def with_new_classes(colors: Colors, before: int, at: int, count: int) -> Colors:
    """Return `colors` of `before` classes after `count` new ones came before class `at`."""
    if not colors and at == before:
        return ()
    old = written_out(colors, before)
    return shortened(old[:at] + unused(old, count) + old[at:])


def by_name(colors: Colors, then: tuple[str, ...], now: tuple[str, ...]) -> Colors:
    """Return the colours of classes called `now`, which were called `then` with `colors`.

    A name keeps its colour wherever it stands; a class that has a new name keeps that of its row.
    Where two classes have one name, no class has moved for certain, and all keep their colours.
    """
    if then == now or len(set(now)) < len(now):
        return colors
    old, rows = written_out(colors, len(then)), class_matching(now, then).tolist()
    kept = [old[row] for row in rows if row >= 0]
    new = iter(unused(kept, len(rows) - len(kept)))
    return shortened(tuple(old[row] if row >= 0 else next(new) for row in rows))
