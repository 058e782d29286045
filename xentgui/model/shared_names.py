"""Names of classes that states share which differ in the order of their classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, overload

import numpy as np

from xentgui.model.rows import locked


class SharedNames:
    """Names in the order in which they were given; a new order of classes picks from them.

    So two states can be told to have the same names without looking at any, and what takes long,
    to compare names with one another, is done once.

    Attributes
    ----------
    array
        The names as an array of objects, shape (K,).
    """

    __slots__ = ("_ranks", "array")

    def __init__(self, labels: tuple[str, ...]) -> None:
        self.array = locked(np.fromiter(labels, dtype=object, count=len(labels)))
        self._ranks: np.ndarray | None = None

    @property
    def ranks(self) -> np.ndarray:
        """The rank of each name, as `name_ranks` returns it, shape (K,)."""
        if self._ranks is None:
            from xentgui.model.class_order import name_ranks  # noqa: PLC0415 - few sort their classes

            self._ranks = locked(name_ranks(self.array.tolist()))
        return self._ranks

    @property
    def are_different(self) -> bool:
        """Whether no two names are tied."""
        return int(self.ranks.max()) == len(self.ranks) - 1


class PickedNames(Sequence[str]):
    """Names of classes, each of which is picked from others when it is read.

    Attributes
    ----------
    shared
        The names from which they are picked.
    places
        The place of each class among these, each once, shape (K,).
    """

    __slots__ = ("places", "shared")

    def __init__(self, shared: SharedNames, places: np.ndarray) -> None:
        self.shared, self.places = shared, places

    @classmethod
    def of(cls, labels: tuple[str, ...]) -> PickedNames:
        """Return `labels` in their own order."""
        return cls(SharedNames(labels), locked(np.arange(len(labels))))

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        picked: Any = self.shared.array[self.places[at]]
        # Of many, numpy picks names in half the time that Python takes.
        return tuple(picked.tolist()) if isinstance(at, slice) else picked

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PickedNames):
            return NotImplemented
        return self.shared is other.shared and np.array_equal(self.places, other.places)

    __hash__ = None  # type: ignore[assignment]

    @property
    def by_name(self) -> np.ndarray:
        """The order of the classes by their names, shape (K,); tied ones in their own order."""
        ranks = self.shared.ranks[self.places]
        if self.shared.are_different:
            return inverse(ranks)
        from xentgui.model.class_order import ascending  # noqa: PLC0415

        return ascending(ranks)

    def in_order(self, order: np.ndarray) -> PickedNames:
        """Return the names of the classes in another order, shape (K,)."""
        return PickedNames(self.shared, locked(self.places[order]))

    def order_to(self, other: PickedNames) -> np.ndarray:
        """Return the order of these that is `other`, shape (K,), which picks from the same names."""
        return np.asarray(inverse(self.places)[other.places])


def inverse(order: np.ndarray) -> np.ndarray:
    """Return the order that undoes `order`, shape (K,).

    >>> inverse(np.array([2, 0, 1])).tolist()
    [1, 2, 0]
    """
    found = np.empty(len(order), dtype=np.intp)
    found[order] = np.arange(len(order))
    return found
