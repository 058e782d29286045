"""How much room each card has, as a person made it, and what comes of it in another room.

Qt's own layout scales what it has: squeezed once, sizes never come back.  These are therefore kept
from when they were made, and fitted to each room anew: the same room gives the same pixels.

The first frame of all is painted with this, so what it can do without is imported inside functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import inf, isfinite
from typing import NamedTuple

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom; right and bottom are where the next card begins."""

TABLES_WIDTH = 382.0
"""Design pixels, with the gap beside it: the column of tables until a person pulls its line."""

_MOST_OF_ROOM = 0.6
"""A column is never wider than this part of the room, however wide it was in a bigger one."""

_MOST_BY_ZOOM = 0.4
"""A column grows with the letters up to this part of the room: panels need room for theirs, too."""

_WHOLE_WIDTH = 0.8
"""A card as wide as that does not lie in a column beside others."""


class CardSizes(NamedTuple):
    """The places of cards in a room.

    Attributes
    ----------
    room
        Width and height of everything, separators included.
    places
        Where each card is that can be seen, by its key.
    column
        How wide the tables are wanted, in design pixels; in `places` they have what they got.
    """

    room: tuple[float, float]
    places: Mapping[str, Rect]
    column: float

    def fitted(
        self, room: tuple[int, int], column_of: str, scale: float
    ) -> dict[str, tuple[int, int, int, int]]:
        """Return left, top, right and bottom of each card in another room, in whole pixels.

        The card `column_of`, and what is above and below it, is as wide as a person made it, in
        every room; all else has its share of what is left.  A design pixel is `scale` pixels.
        """
        across = self._across(room[0], column_of, scale)
        down = ((0.0, 0.0), (self.room[1], float(room[1])))
        return {
            key: (
                round(_along(across, left)),
                round(_along(down, top)),
                round(_along(across, right)),
                round(_along(down, bottom)),
            )
            for key, (left, top, right, bottom) in self.places.items()
        }

    def width_of(self, key: str) -> float | None:
        """Return how wide the column with the card `key` is; None if it lies in none."""
        if key not in self.places:
            return None
        left, _, right, _ = self.places[key]
        return right - left if right - left < _WHOLE_WIDTH * self.room[0] else None

    def _across(
        self, width: float, column_of: str, scale: float
    ) -> tuple[tuple[float, float], ...]:
        """Return pairs of an x in this room and the x in another, which is `width` wide."""
        whole = self.room[0]
        was = self.width_of(column_of)
        if was is None:
            return ((0.0, 0.0), (whole, width))
        left, _, right, _ = self.places[column_of]
        most = max(_MOST_BY_ZOOM * width, min(self.column, _MOST_OF_ROOM * width))
        now = min(self.column * scale, most)
        start = left * (width - now) / (whole - was)
        return ((0.0, 0.0), (left, start), (right, start + now), (whole, width))

    # As text

    def encode(self) -> str:
        """Return the sizes as text."""
        import json  # noqa: PLC0415

        return json.dumps({"room": self.room, "cards": self.places, "tables": self.column})

    @classmethod
    def decode(cls, text: str) -> CardSizes | None:
        """Return the sizes that `encode` made `text` of; None for anything else."""
        import json  # noqa: PLC0415

        try:
            found = json.loads(text)
            width, height = map(float, found["room"])
            column = float(found["tables"])
            places = {}
            for key, place in found["cards"].items():
                left, top, right, bottom = map(float, place)
                places[key] = (left, top, right, bottom)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return None
        sizes = cls((width, height), places, column)
        return sizes if sizes._is_sound() else None

    def _is_sound(self) -> bool:
        width, height = self.room
        return (
            bool(self.places)
            and 0 < self.column < inf
            and isfinite(width)
            and isfinite(height)
            and all(
                0 <= left < right <= width and 0 <= top < bottom <= height
                for left, top, right, bottom in self.places.values()
            )
        )


def _along(points: tuple[tuple[float, float], ...], here: float) -> float:
    """Return where `here` comes to lie, straight from each of `points` to the next."""
    for (start, goal), (end, far_goal) in pairwise(points):
        if here <= end and end > start:
            return goal + (here - start) * (far_goal - goal) / (end - start)
    return points[-1][1]
