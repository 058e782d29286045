"""The sizes that a person has given to the cards, and the sizes in another room.

Qt's own layout scales the current sizes: after a small room they never come back.  Therefore the
sizes are kept as they were set, and fitted to each room: the same room gives the same pixels.

The first frame of all is painted with this, so what it can do without is imported inside functions.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from math import inf, isfinite
from typing import NamedTuple

from xentgui.window.card_splits import Rect

TABLES_WIDTH = 382.0
"""Design pixels; the width of the tables' column, with the gap, until a person drags its line."""

_MOST_OF_ROOM = 0.6
"""A column is never wider than this part of the room, also if it was wider in a larger one."""

_MOST_BY_ZOOM = 0.4
"""A column grows with the letters up to this part of the room, because panels need room, too."""

_WHOLE_WIDTH = 0.8
"""A card with this share of the width is in no column beside others."""


class CardSizes(NamedTuple):
    """The places of cards in a room.

    Attributes
    ----------
    room
        Width and height of everything, separators included.
    places
        The place of each visible card, by key.
    column
        The desired width of the tables, in design pixels; `places` has the actual one.
    levelled
        Whether a card that shows all that it has gives the rest of its height to those above and
        below it; until a person sets their heights.
    """

    room: tuple[float, float]
    places: Mapping[str, Rect]
    column: float
    levelled: bool = True

    def mapped(self, room: tuple[int, int], column_of: str, scale: float) -> dict[str, Rect]:
        """Return the place of each card in another room, whether it can be read there or not.

        The card `column_of`, and what is above and below it, has the width that a person gave it,
        in every room; all others have their shares of the rest.  A design pixel is `scale` pixels.
        """
        across = self._across(room[0], column_of, scale)
        down = ((0.0, 0.0), (self.room[1], float(room[1])))
        return {
            key: (
                _along(across, left),
                _along(down, top),
                _along(across, right),
                _along(down, bottom),
            )
            for key, (left, top, right, bottom) in self.places.items()
        }

    def width_of(self, key: str) -> float | None:
        """Return the width of the column with the card `key`; None if it is in no column."""
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

        return json.dumps(
            {
                "room": self.room,
                "cards": self.places,
                "tables": self.column,
                "levelled": self.levelled,
            }
        )

    @classmethod
    def decode(cls, text: str) -> CardSizes | None:
        """Return the sizes in a text from `encode`; None for any other text."""
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
        sizes = cls((width, height), places, column, found.get("levelled") is not False)
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
    """Return the new place of `here`, interpolated linearly between `points`."""
    for (start, goal), (end, far_goal) in pairwise(points):
        if here <= end and end > start:
            return goal + (here - start) * (far_goal - goal) / (end - start)
    return points[-1][1]
