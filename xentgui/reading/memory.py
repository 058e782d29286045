"""Remembers how a person read a text, so that the same text is read the same way next time."""

from __future__ import annotations

import json
from hashlib import blake2b
from typing import Final

from xentgui.reading.column import Role
from xentgui.reading.points_reading import PointsReading
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import Reading

_MOST: Final = 100  # texts; the oldest are forgotten


class ReadingMemory:
    """The roles that were chosen for texts, by a digest of each; nothing else of them is kept."""

    def __init__(self, kept: str = "") -> None:
        """Begin with what `as_text` returned."""
        self._chosen: dict[str, list[str]] = {}
        try:
            found = json.loads(kept) if kept else {}
        except (ValueError, RecursionError):
            found = {}
        if isinstance(found, dict):
            for key, roles in found.items():
                if isinstance(roles, list) and all(role in set(Role) for role in roles):
                    self._chosen[key] = roles

    def as_text(self) -> str:
        """Return everything that is remembered."""
        return json.dumps(self._chosen)

    def remember(self, source: str | bytes, reading: Reading | PointsReading) -> None:
        """Read `source` as in `reading` from now on; a long table is not remembered."""
        key = _key(source)
        self._chosen.pop(key, None)
        if len(reading.roles) <= _MOST:
            self._chosen[key] = [role.value for role in reading.roles]
        while len(self._chosen) > _MOST:
            del self._chosen[next(iter(self._chosen))]

    def recalled(
        self, source: str | bytes, reading: Reading | PointsReading
    ) -> Reading | PointsReading:
        """Return `reading` as a person has read the same `source` before, or as it is."""
        roles = self._chosen.get(_key(source))
        if roles is None or len(roles) != len(reading.roles):
            return reading
        try:
            return reading.with_roles([Role(role) for role in roles])
        except ReadError:
            return reading


def _key(source: str | bytes) -> str:
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    return blake2b(data, digest_size=12).hexdigest()
