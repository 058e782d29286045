"""The splits of a room: what lies side by side, what lies one above the other, and their shares.

The docks of Qt divide a room into parts, and these into parts.  Qt does not say how, so this is
read from the places of the cards.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

Rect = tuple[float, float, float, float]
"""Left, top, right, bottom; right and bottom are where the next card begins."""

Size = tuple[float, float]

_NEAR = 1e-6  # of a pixel


class Leaf(NamedTuple):
    """One card at its place."""

    key: str
    rect: Rect


class Split(NamedTuple):
    """Parts that lie side by side (`across`), or one above the other."""

    across: bool
    parts: tuple[Split | Leaf, ...]
    rect: Rect


Node = Split | Leaf


def split_of(places: Mapping[str, Rect], column_of: str) -> Node | None:
    """Return the splits that give `places`; None if there are none.

    A grid of cards can be split in two ways.  As in Qt's docks of a workspace, the column with the
    card `column_of` is split off first, and then the rows.
    """
    if not places:
        return None
    if column_of in places:
        left, _, right, _ = places[column_of]
        cuts = [x for x in (left, right) if _is_cut(places.values(), x, 0)]
        groups = _groups(places, cuts, 0)
        if len(groups) > 1:
            parts = tuple(_rows_first(group) for group in groups)
            return Split(across=True, parts=parts, rect=_around(places.values()))
    return _rows_first(places)


def _rows_first(places: Mapping[str, Rect], *, across: bool = False) -> Node:
    if len(places) == 1:
        ((key, rect),) = places.items()
        return Leaf(key, rect)
    around = _around(places.values())
    for way in (across, not across):
        start = 0 if way else 1
        cuts = [
            x
            for x in {rect[start] for rect in places.values()}
            if _is_cut(places.values(), x, start)
        ]
        groups = _groups(places, cuts, start)
        if len(groups) > 1:
            parts = tuple(_rows_first(group, across=not way) for group in groups)
            return Split(across=way, parts=parts, rect=around)
    # No docks lie like this, but a file with settings can say anything.
    leaves = tuple(Leaf(key, rect) for key, rect in sorted(places.items(), key=lambda one: one[1]))
    return Split(across=False, parts=leaves, rect=around)


def _is_cut(rects: Collection[Rect], x: float, start: int) -> bool:
    """Return whether no rectangle extends over the line at `x`."""
    return all(rect[start] >= x - _NEAR or rect[start + 2] <= x + _NEAR for rect in rects)


def _groups(places: Mapping[str, Rect], cuts: Sequence[float], start: int) -> list[dict[str, Rect]]:
    """Return the places between one line and the next, without empty groups."""
    groups: dict[int, dict[str, Rect]] = {}
    for key, rect in places.items():
        number = sum(rect[start] >= cut - _NEAR for cut in cuts)
        groups.setdefault(number, {})[key] = rect
    return [groups[number] for number in sorted(groups)]


def _around(rects: Collection[Rect]) -> Rect:
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def leaves(node: Node) -> Iterator[Leaf]:
    """Give the cards, in the order of reading."""
    if isinstance(node, Leaf):
        yield node
    else:
        for part in node.parts:
            yield from leaves(part)


def shape(node: Node | None) -> object:
    """Return the splits without places, to be compared."""
    if node is None or isinstance(node, Leaf):
        return node and node.key
    return node.across, *map(shape, node.parts)


def without(node: Node, keys: Collection[str]) -> Node | None:
    """Return the splits of the other cards; a part that loses some of its cards keeps its place."""
    if isinstance(node, Leaf):
        return None if node.key in keys else node
    parts = [part for part in (without(part, keys) for part in node.parts) if part is not None]
    if len(parts) > 1:
        return Split(node.across, tuple(parts), node.rect)
    return parts[0]._replace(rect=node.rect) if parts else None


def least_size(node: Node, least: Callable[[str], Size]) -> Size:
    """Return the smallest room for all cards; `least` gives that for one."""
    if isinstance(node, Leaf):
        return least(node.key)
    widths, heights = zip(*(least_size(part, least) for part in node.parts), strict=True)
    return (sum(widths), max(heights)) if node.across else (max(widths), sum(heights))


def shared(
    node: Node, room: Rect, least: Callable[[str], Size], whole: Mapping[str, float]
) -> dict[str, Rect]:
    """Return the places in another room: as now in proportion, and none below its least size.

    `whole` has the heights at which cards show all that they have: none is higher while another
    one above or below it is lower.
    """
    if isinstance(node, Leaf):
        return {node.key: room}
    start = 0 if node.across else 1
    lengths = lengths_of(
        room[start + 2] - room[start],
        [part.rect[start + 2] - part.rect[start] for part in node.parts],
        [least_size(part, least)[start] for part in node.parts],
    )
    if not node.across:
        keys = [part.key if isinstance(part, Leaf) else "" for part in node.parts]
        lengths = levelled(lengths, [whole.get(key) for key in keys])
    places: dict[str, Rect] = {}
    here = room[start]
    for part, length in zip(node.parts, lengths, strict=True):
        left, top, right, bottom = room
        there = here + length
        place = (here, top, there, bottom) if node.across else (left, here, right, there)
        places |= shared(part, place, least, whole)
        here = there
    return places


def levelled(lengths: Sequence[float], whole: Sequence[float | None]) -> list[float]:
    """Return lengths of which none is above its `whole` one while another is below.

    Those without a `whole` one stay.

    >>> levelled([50.0, 30.0, 20.0], [40.0, 60.0, None]), levelled([50.0, 30.0], [45.0, 20.0])
    ([40.0, 40.0, 20.0], [50.0, 30.0])
    """
    over = [
        0.0 if most is None else max(length - most, 0.0)
        for length, most in zip(lengths, whole, strict=True)
    ]
    lack = [
        0.0 if most is None else max(most - length, 0.0)
        for length, most in zip(lengths, whole, strict=True)
    ]
    moved = min(sum(over), sum(lack))
    if moved <= 0.0:
        return list(lengths)
    give, take = moved / sum(over), moved / sum(lack)
    return [
        length - give * more + take * less
        for length, more, less in zip(lengths, over, lack, strict=True)
    ]


def lengths_of(room: float, wanted: Sequence[float], least: Sequence[float]) -> list[float]:
    """Return lengths that fill `room`, in proportion to `wanted`, and none below its least.

    >>> lengths_of(100.0, [1.0, 3.0], [10.0, 10.0]), lengths_of(100.0, [1.0, 9.0], [30.0, 10.0])
    ([25.0, 75.0], [30.0, 70.0])
    >>> lengths_of(20.0, [1.0, 9.0], [30.0, 10.0])
    [15.0, 5.0]
    """
    if sum(least) >= room:
        return [room * length / sum(least) for length in least]
    short: set[int] = set()
    while True:
        free = [at for at in range(len(wanted)) if at not in short]
        rest = room - sum(least[at] for at in short)
        scale = rest / sum(wanted[at] for at in free)
        shorter = {at for at in free if wanted[at] * scale < least[at]}
        if not shorter:
            return [least[at] if at in short else wanted[at] * scale for at in range(len(wanted))]
        short |= shorter


def redrawn(node: Node, before: Mapping[str, Rect], after: Mapping[str, Rect]) -> dict[str, Rect]:
    """Return the places of all cards once lines between some have been dragged.

    `before` and `after` are the places of those that were visible.  Only a split whose parts have
    other lengths now gets new ones; parts without a visible card keep theirs.
    """
    return dict(_redrawn(node, node.rect, before, after))


def _redrawn(
    node: Node, room: Rect, before: Mapping[str, Rect], after: Mapping[str, Rect]
) -> Iterator[tuple[str, Rect]]:
    if isinstance(node, Leaf):
        yield node.key, room
        return
    start = 0 if node.across else 1
    lengths = [part.rect[start + 2] - part.rect[start] for part in node.parts]
    was = [_length(part, before, start) for part in node.parts]
    now = [_length(part, after, start) for part in node.parts]
    if was != now:
        seen = [at for at, length in enumerate(now) if length]
        scale = sum(lengths[at] for at in seen) / sum(now[at] for at in seen)
        for at in seen:
            lengths[at] = now[at] * scale
    scale, here = (room[start + 2] - room[start]) / sum(lengths), room[start]
    for part, length in zip(node.parts, lengths, strict=True):
        left, top, right, bottom = room
        there = here + length * scale
        place = (here, top, there, bottom) if node.across else (left, here, right, there)
        yield from _redrawn(part, place, before, after)
        here = there


def _length(node: Node, places: Mapping[str, Rect], start: int) -> float:
    rects = [places[leaf.key] for leaf in leaves(node) if leaf.key in places]
    around = _around(rects) if rects else (0.0, 0.0, 0.0, 0.0)
    return around[start + 2] - around[start]
