"""Checks a decoded JSON text from the outside in, so that the place of every error is known."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import numpy as np

from xentgui.documents.json_text import Twice
from xentgui.model.rows import Array

Problem = Literal["wrong", "unknown", "missing", "twice"]
_NO_WORDS: Mapping[str, float] = {}


class MisfitError(ValueError):
    """A value that is not allowed at its place.

    Attributes
    ----------
    problem
        "wrong" concerns the value itself; the others concern a key of the object there.
    node
        The place, and the value there.
    key, near
        The key that it concerns, and the key that was perhaps meant; "" for none.
    bounds
        The least and the greatest number that are allowed there, if the number is out of bounds.
    """

    def __init__(
        self,
        problem: Problem,
        node: Node,
        key: str = "",
        near: str = "",
        bounds: tuple[float, float] | None = None,
    ) -> None:
        super().__init__(problem, node.place, key)
        self.problem, self.node, self.key, self.near = problem, node, key, near
        self.bounds = bounds


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its path.  All methods raise MisfitError."""

    value: Any
    steps: tuple[str | int, ...] = ()

    @property
    def place(self) -> str:
        """The path from the outermost object, such as ``$.scenes[0].logits``."""
        return "$" + "".join(
            f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps
        )

    @property
    def name(self) -> str:
        """The name of the value: the last key of the path, with ``[]`` for an entry of a list."""
        keys = [step for step in self.steps if isinstance(step, str)]
        inside = bool(self.steps) and isinstance(self.steps[-1], int)
        return (keys[-1] if keys else "") + "[]" * inside

    def __contains__(self, key: str) -> bool:
        return key in self.value

    def __getitem__(self, key: str | int) -> Node:
        """Return the value of a key or an index that is known to exist."""
        return Node(self.value[key], (*self.steps, key))

    def wrong(self) -> MisfitError:
        """Return the error that this value is not allowed here."""
        return MisfitError("wrong", self)

    def require_object(self) -> None:
        """Refuse everything but an object without repeated keys."""
        if not isinstance(self.value, dict):
            raise self.wrong()
        if isinstance(self.value, Twice):
            raise MisfitError("twice", self, self.value.key)

    def require_keys(self, required: Collection[str], optional: Collection[str] = ()) -> None:
        """Refuse an object that lacks a key, or has one that is not known."""
        self.require_object()
        for key in self.value:
            if key not in required and key not in optional:
                import difflib  # noqa: PLC0415 - only an error needs it, not a start

                near = difflib.get_close_matches(key, [*required, *optional], 1)
                raise MisfitError("unknown", self, key, *near)
        for key in required:
            if key not in self.value:
                raise MisfitError("missing", self, key)

    def entries(self, least: int, most: int) -> Iterator[Node]:
        """Return the entries of a list of `least` to `most` entries."""
        self.require_list(least, most)
        return (self[place] for place in range(len(self.value)))

    def require_list(self, least: int, most: int) -> None:
        """Refuse everything but a list of `least` to `most` entries."""
        if not isinstance(self.value, list) or not least <= len(self.value) <= most:
            raise self.wrong()

    def text(self) -> str:
        """Return a text."""
        if type(self.value) is not str:
            raise self.wrong()
        return self.value

    def word(self, words: Collection[str]) -> str:
        """Return one of `words`."""
        if self.text() not in words:
            raise self.wrong()
        return self.text()

    def number(
        self,
        least: float = -math.inf,
        most: float = math.inf,
        words: Mapping[str, float] = _NO_WORDS,
    ) -> float:
        """Return a finite number from `least` to `most`, or the number for one of `words`."""
        value = self.value
        if type(value) is str and value in words:
            return words[value]
        if type(value) is not float or not math.isfinite(value) or not least <= value <= most:
            raise MisfitError("wrong", self, bounds=(least, most))
        return value

    def whole(self, least: float = -math.inf, most: float = math.inf) -> int:
        """Return a whole number from `least` to `most`."""
        number = self.number(least, most)
        if not number.is_integer():
            raise self.wrong()
        return int(number)

    def rows(self, least: int, most: int, widest: int) -> Array:
        """Return finite numbers in a list of `least` to `most` lists of equal length, up to `widest`."""
        self.require_list(least, most)
        width = len(self[0].numbers(1, widest))
        rows = self.value
        is_table = all(type(row) is list and len(row) == width for row in rows)
        if is_table and set(map(type, chain.from_iterable(rows))) <= {float}:
            found = np.array(rows, dtype=np.float64)
            if bool(np.isfinite(found).all()):
                return found
        return np.array([entry.numbers(width, width) for entry in self.entries(least, most)])

    def texts(self, least: int, most: int) -> tuple[str, ...]:
        """Return the texts of a list."""
        self.require_list(least, most)
        if set(map(type, self.value)) <= {str}:
            return tuple(self.value)
        return tuple(entry.text() for entry in self.entries(least, most))

    def numbers(
        self,
        least: int,
        most: int,
        *,
        above: float = -math.inf,
        words: Mapping[str, float] = _NO_WORDS,
    ) -> Array:
        """Return the finite numbers of a list, `above` or more, or the numbers for `words`."""
        self.require_list(least, most)
        if set(map(type, self.value)) <= {float}:
            found = np.array(self.value, dtype=np.float64)
            if bool(np.isfinite(found).all()) and bool((found >= above).all()):
                return found
        return np.array([entry.number(above, words=words) for entry in self.entries(least, most)])
