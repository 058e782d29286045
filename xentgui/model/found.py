"""Finds classes by a part of their names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from xentgui.model.naming import visible


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """The classes whose names have `text` in them.

    Attributes
    ----------
    text
        What was looked for.
    labels
        The names among which it was.
    classes
        The hits, in order, shape (n,).
    """

    text: str
    labels: tuple[str, ...]
    classes: np.ndarray

    def __contains__(self, index: object) -> bool:
        at = int(np.searchsorted(self.classes, index))  # type: ignore[call-overload]
        return at < len(self.classes) and bool(self.classes[at] == index)

    def among(self, first: int, stop: int) -> list[int]:
        """Return the hits from class `first` to before class `stop`."""
        ends = np.searchsorted(self.classes, (first, stop))
        return [int(index) for index in self.classes[ends[0] : ends[1]]]


def found_in(labels: tuple[str, ...], text: str) -> Found:
    """Return the classes whose names have `text` in them, in capitals or not.

    A blank can be looked for as it is, and as the sign by which it is shown.

    >>> found_in(("the", " The", "cat"), "the").classes.tolist()
    [0, 1]
    >>> found_in(("the", " The", "cat"), "‿the").classes.tolist()
    [1]
    """
    wanted = text.casefold()
    names = _folded(_Same(labels))
    hits = [nth for nth, name in enumerate(names) if wanted in name] if wanted else []
    if wanted and not hits and not wanted.isalnum():
        hits = [nth for nth, label in enumerate(labels) if wanted in visible(label).casefold()]
    return Found(text, labels, np.array(hits, dtype=np.intp))


class _Same:
    """Labels that are compared by identity, because a million of them take long to compare."""

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.labels = labels

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.labels is self.labels

    def __hash__(self) -> int:
        return id(self.labels)


@lru_cache(maxsize=1)
def _folded(same: _Same) -> tuple[str, ...]:
    # All at once takes half the time of one by one, unless a name holds what is between them.
    names = tuple("\0".join(same.labels).casefold().split("\0"))
    return names if len(names) == len(same.labels) else tuple(map(str.casefold, same.labels))
