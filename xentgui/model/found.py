"""Finds classes by a part of their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from xentgui.model.naming import visible
from xentgui.model.shared_names import PickedNames, SharedNames

_BETWEEN = "\0"  # ends a name, where no name has it in itself
_AT_ONCE = 4  # bytes by which all places are judged; the others are looked for where these are


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The classes whose names have `text` in them.

    Attributes
    ----------
    text
        What was looked for.
    labels
        The names among which it was: `State.names`.
    classes
        The hits, in order, shape (n,).
    """

    text: str
    labels: Sequence[str]
    classes: np.ndarray

    def __contains__(self, index: object) -> bool:
        at = int(np.searchsorted(self.classes, index))  # type: ignore[call-overload]
        return at < len(self.classes) and bool(self.classes[at] == index)

    def among(self, first: int, stop: int) -> list[int]:
        """Return the hits from class `first` to before class `stop`."""
        ends = np.searchsorted(self.classes, (first, stop))
        return [int(index) for index in self.classes[ends[0] : ends[1]]]


def found_in(labels: Sequence[str], text: str) -> Found:
    """Return the classes whose names have `text` in them, in capitals or not.

    A blank can be looked for as it is, and as the sign by which it is shown.

    >>> found_in(("the", " The", "cat"), "the").classes.tolist()
    [0, 1]
    >>> found_in(("the", " The", "cat"), "‿the").classes.tolist()
    [1]
    """
    wanted = text.casefold()
    if not wanted:
        return Found(text, labels, np.empty(0, dtype=np.intp))
    if isinstance(labels, PickedNames):  # whatever their order, they are looked through as they are
        hits = _folded(_Same(labels.shared)).hits(wanted)[labels.places]
    else:
        hits = _folded(_Same(labels)).hits(wanted)
    return Found(text, labels, np.flatnonzero(hits))


class _Same:
    """Names that are compared by identity, because a million of them take long to compare."""

    def __init__(self, names: Sequence[str] | SharedNames) -> None:
        self.names = names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.names is self.names

    def __hash__(self) -> int:
        return id(self.names)


class _Folded:
    """Names as one text without capitals, in UTF-8, in which numpy finds all places at once."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._labels = labels
        whole = _BETWEEN.join(labels)
        blanks = ("  ", f"{_BETWEEN} ", f" {_BETWEEN}")
        closed = f"{_BETWEEN}{whole}{_BETWEEN}"
        self._has_signs = (
            any(two in closed for two in blanks) or not whole.replace(_BETWEEN, "").isprintable()
        )
        self._is_one_text = whole.count(_BETWEEN) == len(labels) - 1
        data = f"{whole.casefold()}{_BETWEEN * (1 + _AT_ONCE)}".encode("utf-8", "surrogatepass")
        self._data = np.frombuffer(data, dtype=np.uint8)
        ends = np.flatnonzero(self._data == 0)[: len(labels) - 1]
        self._starts = np.concatenate(([0], ends + 1))

    def hits(self, wanted: str) -> np.ndarray:
        """Return whether each name has `wanted` in it, shape (K,)."""
        if self._is_one_text and _BETWEEN not in wanted:
            hits = self._with(np.frombuffer(wanted.encode("utf-8", "surrogatepass"), np.uint8))
        else:
            hits = np.array([wanted in label.casefold() for label in self._labels])
        if not hits.any() and not wanted.isalnum() and self._has_signs:
            hits = np.array([wanted in visible(label).casefold() for label in self._labels])
        return hits

    def _with(self, wanted: np.ndarray) -> np.ndarray:
        data = self._data
        count = len(data) - _AT_ONCE
        here = data[:count] == wanted[0]
        for at in range(1, min(len(wanted), _AT_ONCE)):
            here &= data[at : count + at] == wanted[at]
        if len(wanted) > _AT_ONCE:
            places = np.flatnonzero(here)
            for at in range(_AT_ONCE, len(wanted)):
                # No place is beyond the zero that ends its name, because it would be gone by then.
                places = places[data[places + at] == wanted[at]]
            here = np.zeros(count, dtype=bool)
            here[places] = True
        return np.logical_or.reduceat(here, self._starts)


@lru_cache(maxsize=1)
def _folded(same: _Same) -> _Folded:
    names = same.names
    return _Folded(names.array.tolist() if isinstance(names, SharedNames) else names)
