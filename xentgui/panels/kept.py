"""Results that are kept as long as what they follow from is the same object."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, ParamSpec, TypeVar

import numpy as np

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Same:
    """An object as a part of a key: equal to itself only, and never to another one."""

    __slots__ = ("_of",)

    def __init__(self, of: object) -> None:
        self._of = of

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._of is other._of

    def __hash__(self) -> int:
        return id(self._of)


class Kept(Generic[_P, _R]):
    """A pure function that keeps its last results; arrays are the same if they are one object."""

    def __init__(self, function: Callable[_P, _R], most: int = 3) -> None:
        self._function, self._most = function, most
        self._known: list[tuple[tuple[Any, ...], _R]] = []

    def __call__(self, *arguments: _P.args, **named: _P.kwargs) -> _R:
        """Return the result, computed or kept."""
        key = (*arguments, *named.values())
        for parts, result in self._known:
            if len(parts) == len(key) and all(map(_is_same, parts, key)):
                return result
        result = self._function(*arguments, **named)
        self._known = [(key, result), *self._known[: self._most - 1]]
        return result


def kept(function: Callable[_P, _R]) -> Kept[_P, _R]:
    """Return `function`, which keeps its last results."""
    return Kept(function)


def _is_same(one: object, other: object) -> bool:
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return one is other
    return one is other or one == other
