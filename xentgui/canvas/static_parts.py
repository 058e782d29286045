"""Which parts of a page move from edit to edit, and which rest."""

from __future__ import annotations

from collections.abc import Sequence
from operator import ne

_RECENT = 60
"""What changed in so many edits is expected to change in the next."""


class MovingParts:
    """Looks on while the parts of a page change."""

    def __init__(self) -> None:
        self._parts: Sequence[object] = ()
        self._found: frozenset[int] = frozenset()
        self._changed: dict[int, int] = {}  # part: the edit in which it last changed
        self._edits = 0

    def among(self, parts: Sequence[object]) -> frozenset[int]:
        """Return the indices of those of `parts` that move.

        While the answer stays the same, all others are what they were: one of them that changes
        is among those that move from then on, and those that have come to rest no longer are.
        """
        self._edits += 1
        changed = [index for index, other in enumerate(map(ne, parts, self._parts)) if other]
        self._changed.update(dict.fromkeys(changed, self._edits))
        if len(parts) != len(self._parts):
            self._changed = {}
            self._found = frozenset()
        elif not self._found.issuperset(changed):
            since = self._edits - _RECENT
            self._found = frozenset(k for k, edit in self._changed.items() if edit > since)
        self._parts = parts
        return self._found
