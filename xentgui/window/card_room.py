"""Which cards have room, and where: no card is smaller than can be read.

Where not all of them have room, the more important ones have it first, and the others stand aside.
The result depends only on what a person has set and on the room, so that the same room gives the
same cards, and the same pixels.

The first frame of all is painted with this, so it imports neither numpy nor Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from xentgui.window.card_sizes import CardSizes
from xentgui.window.card_splits import (
    Node,
    Rect,
    Size,
    least_size,
    leaves,
    shared,
    split_of,
    without,
)

INSET_PX = 4
"""From the edge of a dock to its card; two of them and the separator make the gap between cards."""

PANEL_LEAST: Size = (232.0, 176.0)
"""The least size of a panel that is not in `LEAST`."""

LEAST: dict[str, Size] = {
    "logit_table": (270.0, 150.0),
    "target_table": (270.0, 150.0),
    "glance": (270.0, 96.0),
    "weight_table": (270.0, 150.0),
    "point_table": (270.0, 150.0),
    "loss": (270.0, 88.0),
    "descent": (270.0, 196.0),
    "training_card": (270.0, 262.0),
    "sampling_card": (270.0, 258.0),
    "distribution": (276.0, 186.0),
    "information": (226.0, 186.0),
    "gradient": (226.0, 160.0),
    "derivation": (226.0, 176.0),
    "naive": (320.0, 190.0),
    "decomposition": (256.0, 232.0),
    "where_it_rests": (360.0, 250.0),
    "jacobian": (300.0, 230.0),
    "landscape": (264.0, 232.0),
    "simplex": (236.0, 216.0),
    "input_space": (264.0, 232.0),
    "flow": (300.0, 232.0),
    "draws": (232.0, 177.0),
    "funnel": (234.0, 181.0),
    "sampler": (284.0, 241.0),
    "codes": (232.0, 177.0),
    "rows": (244.0, 191.0),
    "confusion": (234.0, 201.0),
    "calibration": (244.0, 221.0),
}
"""The least sizes of cards, in design pixels: three rows, two read-outs, a plot with its axes."""

Pixels = tuple[int, int, int, int]


class Seats(NamedTuple):
    """The result.

    Attributes
    ----------
    places
        Left, top, right and bottom of each card that has room, in whole pixels.
    aside
        The cards that have none.
    """

    places: dict[str, Pixels]
    aside: frozenset[str]


def least_of(key: str, scale: float) -> tuple[int, int]:
    """Return the least width and height of the dock `key`; a design pixel is `scale` pixels."""
    width, height = LEAST.get(key, PANEL_LEAST)
    return round(width * scale) + 2 * INSET_PX, round(height * scale) + 2 * INSET_PX


def seats(
    sizes: CardSizes,
    room: tuple[int, int],
    column_of: str,
    scale: float,
    gap: int,
    order: Sequence[str] | None,
    keys: Collection[str] | None = None,
    whole_heights: Mapping[str, float] | None = None,
) -> Seats:
    """Return where cards are in `room`, which has a `gap` after each of them.

    `order` names the cards from the most important one; without it, none stands aside.  `keys` are
    the cards to be placed, if they are not all of `sizes`.  `whole_heights` are the heights at
    which cards show all that they have.
    """
    mapped = sizes.mapped(room, column_of, scale)
    whole = split_of(mapped, column_of)
    if whole is None:
        return Seats({}, frozenset())
    least = _with_gap(scale, gap)
    here = [leaf.key for leaf in leaves(whole) if keys is None or leaf.key in keys]
    missing = {leaf.key for leaf in leaves(whole)}.difference(here)
    aside = (
        frozenset[str]()
        if order is None
        else _without_room(whole, missing, here, order, room, least)
    )
    node = without(whole, missing | aside)
    if node is None:
        return Seats({}, frozenset())
    around = (0.0, 0.0, float(room[0]), float(room[1]))
    whole_lengths = {key: height + gap for key, height in (whole_heights or {}).items()}
    places = shared(node, around, least, whole_lengths if sizes.levelled else {})
    return Seats({key: _whole(places[key]) for key in mapped if key in places}, aside)


def _without_room(
    whole: Node,
    missing: Collection[str],
    keys: Sequence[str],
    order: Sequence[str],
    room: tuple[int, int],
    least: Callable[[str], Size],
) -> frozenset[str]:
    """Return the cards without room: each has some if it fits beside the more important ones."""
    rank = {key: at for at, key in enumerate(reversed(order))}
    aside = frozenset(keys)
    for key in sorted(keys, key=lambda key: -rank.get(key, -1)):
        node = without(whole, aside.difference((key,)).union(missing))
        width, height = least_size(node, least) if node is not None else (0.0, 0.0)
        if (width <= room[0] and height <= room[1]) or len(aside) == len(keys):
            aside = aside.difference((key,))
    return aside


def least_room(sizes: CardSizes, column_of: str, scale: float, gap: int) -> tuple[int, int]:
    """Return the least room in which no card stands aside."""
    whole = split_of(sizes.places, column_of)
    width, height = least_size(whole, _with_gap(scale, gap)) if whole is not None else (0, 0)
    return round(width), round(height)


def _with_gap(scale: float, gap: int) -> Callable[[str], Size]:
    def least(key: str) -> Size:
        width, height = least_of(key, scale)
        return width + gap, height + gap

    return least


def _whole(rect: Rect) -> Pixels:
    left, top, right, bottom = map(round, rect)
    return left, top, right, bottom
