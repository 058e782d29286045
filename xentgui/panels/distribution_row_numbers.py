"""The numbers beside the rows of a distribution, and within their bars."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from xentgui.language.text import probability
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.axis_limits import within
from xentgui.panels.distribution_bars import LOG, arrangement
from xentgui.panels.ranked_rows import rows_of

BAR = 0.5
"""The height of a bar, as a share of its row."""

VALUE = 0.92
"""The size of the numbers, in em."""

_NEAR = 4.0  # design pixels between a number and what it stands beside
_FAR = 10.0  # design pixels; a number farther from its bar than this is joined to it by a leader
_GAP = 2.0  # design pixels between a leader and what it joins


class RowNumber(NamedTuple):
    """A number, the x of its edges, whether it stands within its bar, and where its leader is.

    The leader is None where the number stands right beside its bar.
    """

    text: str
    left: float
    right: float
    inside: bool
    leader: tuple[float, float] | None = None


def share_x(frame: Frame, value: float, *, is_log: bool) -> float:
    """Return the x of a share, limited to the plot."""
    if is_log:
        value = math.log10(value) if value > 0.0 else -math.inf
    return frame.x(within(value, frame.ranges.left, frame.ranges.right))


@lru_cache(maxsize=4)  # they are the same in pictures of all sizes
def _texts(snapshot: Snapshot, order: str) -> tuple[str, ...]:
    """Return the number of each row."""
    texts = []
    for row in rows_of(snapshot, order):
        if row.which is None:
            texts.append(probability(row.p, 1.0 - row.p, 3))
        else:
            complement = snapshot.complements.item(row.which)
            information = snapshot.information.item(row.which)
            texts.append(probability(row.p, complement, 3, information))
    return tuple(texts)


def numbers_of_rows(frame: Frame, snapshot: Snapshot, view: View) -> list[RowNumber]:
    """Return the number of each row at the first place where it crosses nothing."""
    return [number for _, number in numbered_rows(frame, snapshot, view)]


def numbered_rows(
    frame: Frame, snapshot: Snapshot, view: View, beyond: float = -math.inf
) -> Iterator[tuple[int, RowNumber]]:
    """Yield which row has which number; of those that end before `beyond` none has to be found."""
    style, is_log = frame.style, arrangement(view) == LOG
    near, right, width = style.px(_NEAR), frame.rect.right(), style.ruler(VALUE).width
    dot, gap, far = near if is_log else 0.0, style.px(_GAP), style.px(_FAR)
    stays_beside = style.theme.hatched or is_log or abs(frame.lift) * BAR < style.px(10)
    winners = snapshot.prediction if snapshot.probabilities is snapshot.softmax else ()
    hardmax = share_x(frame, 1.0 / len(winners), is_log=is_log) if winners else 0.0
    order = arrangement(view)
    each = zip(rows_of(snapshot, order), _texts(snapshot, order), strict=True)
    for nth, (row, text) in enumerate(each):
        wide, end = width(text), share_x(frame, row.p, is_log=is_log)
        lines = [share_x(frame, row.y, is_log=is_log)] if row.y > 0.0 else []
        if row.which in winners:
            lines.append(hardmax)
        left = end + near + dot
        if max([left, *[line + near for line in lines]]) + wide <= beyond:
            continue
        for line in sorted(lines):
            if left - near < line < left + wide + near:
                left = line + near
        begin = end + gap + dot
        leader = (begin, left - gap) if left - end - dot > far else None
        beside = RowNumber(text, left, left + wide, inside=False, leader=leader)
        start = end - near - wide
        crossed = any(start - near < line < end for line in lines)
        if stays_beside or beside.right <= right or start < frame.rect.left() + near or crossed:
            yield nth, beside
        else:
            yield nth, RowNumber(text, start, start + wide, inside=True)
