"""Labels for which there may be no room: it is said how many marks have none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.frame import Frame
from xentgui.painting.label_places import Places, place_labels
from xentgui.painting.placed_label import Curve, Edges, Label, PlacedLabel

_MORE = QT_TRANSLATE_NOOP("panels", "… and {count} more")
_COLUMNS = tuple(0.04 * nth for nth in range(4, 23))  # of the plot's width, from its left edge
_INSET = 4.0  # design pixels from the edges of the plot to what is said of the others


class Ranked(NamedTuple):
    """The labels that have a place, and how many of all marks have one."""

    placed: list[PlacedLabel]
    named: int


def place_ranked(
    frame: Frame,
    labels: Sequence[Label],
    total: int,
    taken: Sequence[Edges] = (),
    curve: Curve | None = None,
) -> Ranked:
    """Return places for as many of `labels` as can be, from the first one on.

    `total` is how many marks there are.  If some of them stay without a label, there is one more
    label, which says how many.
    """
    for count in range(len(labels), -1, -1):
        for nearby in (True, False):
            placed = _place(frame, labels[:count], total - count, taken, curve, nearby=nearby)
            if placed is not None:
                return Ranked(placed, count)
    return Ranked([], 0)


def place_some(
    frame: Frame,
    labels: Sequence[Label],
    total: int,
    taken: Sequence[Edges] = (),
    curve: Curve | None = None,
) -> list[PlacedLabel]:
    """Return places for as many of `labels` as there is room for, the first ones before others.

    If some of `total` marks stay without, there is one more label, which says how many.  This is
    faster than `place_ranked`, and for a picture that changes while it is looked at.
    """
    placed = place_labels(frame, labels, taken, curve)
    if len(placed) >= total:
        return placed
    used = [*taken, *(one.box for one in placed)]
    places = Places(frame, used, curve)
    any(places.put_near(one) for one in _notes(frame, total - len(placed)))
    return [*placed, *places.placed]


def more_text(count: int) -> str:
    """Return what is said of `count` marks without a label."""
    return translate("panels", _MORE).format(count=count)


def _place(
    frame: Frame,
    labels: Sequence[Label],
    rest: int,
    taken: Sequence[Edges],
    curve: Curve | None,
    *,
    nearby: bool,
) -> list[PlacedLabel] | None:
    """Return places for all of `labels`, beside their marks if they are `nearby`, or in a column."""
    places = Places(frame, taken, curve)
    if rest and not any(places.put_near(one) for one in _notes(frame, rest)):
        return None
    waiting = [label for label in labels if not (nearby and places.put_near(label))]
    if any(not label.far for label in waiting):
        return None
    width = frame.rect.width()
    if any(places.put_in_column(waiting, share * width) for share in _COLUMNS):
        return places.placed
    return None


def _notes(frame: Frame, rest: int) -> list[Label]:
    """Return the places for what is said of the others, the best first."""
    style, rect = frame.style, frame.rect
    text, inset = more_text(rest), style.px(_INSET)
    heights = rect.top() + inset, rect.center().y(), rect.bottom() - 6 * inset
    ends = {"below left": rect.right() - inset, "below right": rect.left() + inset}
    return [
        Label(text, style.theme.mute, x, y, 0.0, (side,), bold=False)
        for side, x in ends.items()
        for y in heights
    ]
