"""Places for labels beside marks: near them, or farther off and joined to them by a leader."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from xentgui.painting.frame import Frame
from xentgui.painting.placed_label import (
    CORNERS,
    SIZE,
    Curve,
    Edges,
    Label,
    Leader,
    PlacedLabel,
    cross,
    meets,
    pieces,
)

__all__ = ["CEILING", "Places", "place_labels"]

CEILING = 8.0
"""How far above the plot a label may reach, in design pixels: above that is the header."""

LINE_STEP = 12.5
"""From a line of a label to the next one, in design pixels."""

_HEIGHT, _SNUG_HEIGHT, _MARGIN = 16.0, 13.5, 1.0  # design pixels
_FROM_EDGE = 2.0  # design pixels
_NEAR = 8.0  # design pixels; a label that is farther from its mark than this has a leader
_GAP = 2.0  # design pixels between a leader and its text
_RAISED = ("above", "above left")  # may be moved up if a curve is in the way
_MOST_RAISED = 34.0  # design pixels; further up, a label does not seem to belong to its mark
_COLUMNS = (26.0, 58.0, 100.0)  # design pixels to the right of a mark: where its label may go
_MOST_FAR = 120.0  # design pixels up or down from there
_TRIES = 2  # places in a column


def place_labels(
    frame: Frame, labels: Sequence[Label], taken: Sequence[Edges], curve: Curve | None
) -> list[PlacedLabel]:
    """Return as many of `labels` as fit, the most important first.

    No label covers the rectangles `taken`, another label or a leader, and `curve` runs through
    none.
    """
    places = Places(frame, taken, curve)
    waiting = [label for label in labels if not places.put_near(label) and label.far]
    if waiting:  # from above: so leaders side by side do not cross
        for label in sorted(waiting, key=lambda one: one.y):
            places.put_far(label)
    return places.placed


class Room(NamedTuple):
    """Where labels may stand."""

    left: float
    top: float
    right: float
    bottom: float


class Places:
    """What is placed so far."""

    def __init__(self, frame: Frame, taken: Sequence[Edges], curve: Curve | None) -> None:
        self.placed: list[PlacedLabel] = []
        style = frame.style
        self._style, self._curve = style, curve
        self._room = Room(
            frame.rect.left() - style.px(4),  # the numbers of the axis are to the left of it
            frame.rect.top() - style.px(CEILING),
            frame.outer.right() - style.px(_FROM_EDGE),  # so that no veil covers the line of a card
            min(frame.outer.bottom(), frame.rect.bottom() + style.px(3)),
        )
        self._used: list[Edges] = list(taken)
        self._leaders: list[Leader] = []
        px = frame.style.px
        high = _SNUG_HEIGHT if style.snug else _HEIGHT
        self._height, self._margin, self._near = px(high), px(_MARGIN), px(_NEAR)
        self._most_raised, self._most_far, self._gap = px(_MOST_RAISED), px(_MOST_FAR), px(_GAP)
        self._step = px(LINE_STEP)
        self._columns = [px(across) for across in _COLUMNS]

    def put_near(self, label: Label) -> bool:
        """Place `label` at the first of its sides that is free; return whether there is one."""
        _, _, x, y, clear, sides, *_ = label
        first, ceiling, end, floor = self._room
        height, curve, width = self._high(label), self._curve, self._width(label)
        used, usual = self._used, sides[0] if label.anchor is None else ""
        for side in sides:
            by_clear, by_width, down_clear, down_height = CORNERS[side]
            left = x + by_clear * clear + by_width * width
            top = y + down_clear * clear + down_height * height
            if not by_clear and down_clear:  # above or below: moved to the inside
                left = min(left, end - width)
                left = max(left, first)
            right, bottom = left + width, top + height
            rising, through = (curve, None) if side in _RAISED else (None, curve)
            if rising is not None and bottom > (high := rising(left)) and top < rising(right):
                if bottom - high > self._most_raised:
                    continue
                top, bottom, usual = high - height, high, ""
            if left < first or top < ceiling or right > end or bottom > floor:
                continue
            for a, b, c, d in used:
                if left < c and a < right and top < d and b < bottom:
                    break
            else:
                if through is not None and bottom > through(left) and top < through(right):
                    continue
                box = left, top, right, bottom
                is_near = label.rim is None or (side == usual and clear - label.rim <= self._near)
                leader = None if is_near else self._leader(label, box)
                if leader is None or self._is_free(leader):
                    self._add(label, box, leader)
                    return True
        return False

    def put_far(self, label: Label) -> None:
        """Place `label` in a column to the right of its mark, as level with it as can be."""
        width, height, room = self._width(label), self._high(label), self._room
        wanted = label.y - height / 2
        for across in self._columns:
            left = label.x + across
            right = left + width
            if right > room.right:
                return
            lowest = room.bottom if self._curve is None else min(room.bottom, self._curve(left))
            for top in self._free_tops(left, right, lowest, wanted, height)[:_TRIES]:
                box = left, top, right, top + height
                leader = self._leader(label, box)
                if leader is None or self._is_free(leader):
                    self._add(label, box, leader)
                    return

    def put_in_column(self, labels: Sequence[Label], across: float) -> bool:
        """Place all `labels` one below the other, `across` to the right of the plot's left edge.

        Return whether there is room for all; if not, none of them is placed.
        """
        if not labels:
            return True
        room, left = self._room, self._room.left + across
        right = left + max(map(self._width, labels))
        if right > room.right:
            return False
        lowest = room.bottom if self._curve is None else min(room.bottom, self._curve(left))
        spans = sorted((b, d) for a, b, c, d in self._used if left < c and a < right)
        ordered = sorted(labels, key=lambda one: (one.y, one.x))
        tops, top = list[float](), room.top
        for label in ordered:  # as level with its mark as those above let it be
            height = self._high(label)
            top = max(top, label.y - height / 2)
            for above, below in spans:
                if top < below and above < top + height:
                    top = below
            tops.append(top)
            top += height
        end = lowest
        for nth in reversed(range(len(tops))):  # and higher, where there is no room below
            height = self._high(ordered[nth])
            top = min(tops[nth], end - height)
            for above, below in reversed(spans):
                if top < below and above < top + height:
                    top = above - height
            tops[nth] = end = top
        if end < room.top:
            return False
        count, used = len(self.placed), len(self._used)
        for label, top in zip(ordered, tops, strict=True):
            box = left, top, left + self._width(label), top + self._high(label)
            # To a text above its mark, the leader comes from below.
            leader = self._leader(label, box, level=left >= label.x + (label.rim or 0.0))
            if (leader is not None and not self._is_free(leader)) or self._is_crossed(box):
                del self.placed[count:], self._used[used:]
                self._leaders = [one.leader for one in self.placed if one.leader is not None]
                return False
            self._add(label, box, leader)
        return True

    def _free_tops(
        self, left: float, right: float, lowest: float, wanted: float, height: float
    ) -> list[float]:
        """Return where a text fits between others in a column, the nearest to `wanted` first."""
        spans = [(b, d) for a, b, c, d in self._used if left < c and a < right]
        spans.sort()
        spans.append((lowest, lowest))
        edge, most = self._room.top, self._most_far
        found: list[float] = []
        for top, bottom in spans:
            end = (top if top < lowest else lowest) - height
            if edge <= end:
                place = edge if wanted < edge else end if wanted > end else wanted
                if abs(place - wanted) <= most:
                    found.append(place)
            edge = max(edge, bottom)
        if len(found) > 1:
            found.sort(key=lambda one: abs(one - wanted))
        return found

    def _is_crossed(self, box: Edges) -> bool:
        """Return whether a leader runs through `box`."""
        left, top, right, bottom = box
        return any(
            min(a, c) < right
            and max(a, c) > left
            and min(b, d) < bottom
            and max(b, d) > top
            and meets((a, b, c, d), box)
            for a, b, c, d in self._leaders
        )

    def _high(self, label: Label) -> float:
        return (self._height + (label.lines - 1) * self._step) * label.size / SIZE

    def _width(self, label: Label) -> float:
        known = label.wide or self._style.ruler(label.size, bold=label.bold).width(label.text)
        return known + 2 * self._margin

    def _leader(self, label: Label, box: Edges, *, level: bool = False) -> Leader | None:
        """Return the line from the mark's rim to the nearest point of `box`; None if it is near.

        If `level`, it ends at half the height of the box.
        """
        x, y = label.anchor or (label.x, label.y)
        rim, (left, top, right, bottom) = label.rim or 0.0, box
        if level:
            top = bottom = (top + bottom) / 2
        across = left - x if x < left else right - x if x > right else 0.0
        down = top - y if y < top else bottom - y if y > bottom else 0.0
        far = math.hypot(across, down)
        if far - rim <= self._near:
            return None
        across, down = across / far, down / far
        end = far - self._gap
        return x + across * rim, y + down * rim, x + across * end, y + down * end

    def _is_free(self, leader: Leader) -> bool:
        """Return whether `leader` crosses no label and no other leader."""
        a, b, c, d = leader
        left, right = (a, c) if a < c else (c, a)
        top, bottom = (b, d) if b < d else (d, b)
        for _, box, _ in self.placed:  # most are far away, and not worth a call
            is_near = right > box[0] and left < box[2] and bottom > box[1] and top < box[3]
            if is_near and meets(leader, box):
                return False
        for u, v, x, y in self._leaders:
            is_near = (
                (right >= u or right >= x)
                and (left <= u or left <= x)
                and (bottom >= v or bottom >= y)
                and (top <= v or top <= y)
            )
            if is_near and cross(leader, (u, v, x, y)):
                return False
        return True

    def _add(self, label: Label, box: Edges, leader: Leader | None) -> None:
        self.placed.append(PlacedLabel(label, box, leader))
        self._used.append(box)
        if leader is not None:
            self._leaders.append(leader)
            self._used += pieces(leader)
