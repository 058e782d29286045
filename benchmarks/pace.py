"""How fast a processor is that others share: a piece of work takes up to three times its least time.

The same loop is timed before and after what is measured.  Its least time in a run is that of the full
pace; what was measured while it took longer is reckoned back to that.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

_TURNS = 12_000
_STEADY = 1.25
"""So many times as long, at most, one of the two loops takes when the pace has not changed between."""


class Timed(NamedTuple):
    """Milliseconds of the processor: those of the work, and of the loop before and after it."""

    work: float
    before: float
    after: float


def timed(work: Callable[[], object]) -> Timed:
    """Time `work` once, between two loops."""
    before = loop_ms()
    return Timed(_milliseconds(work), before, loop_ms())


def loop_ms() -> float:
    """Return the milliseconds of the processor that the loop takes now."""
    return _milliseconds(_loop)


def at_full_pace(rounds: Sequence[Timed], every: Sequence[Timed]) -> float:
    """Return the median of `rounds` at the full pace of the run, to which `every` time belongs.

    Rounds in which the pace changed do not count, unless there are no others.  At the full pace, none
    takes longer than the least of them.
    """
    full = min(min(one.before, one.after) for one in every)
    steady = [one for one in rounds if _is_steady(one)] or rounds
    middle = statistics.median(2 * one.work * full / (one.before + one.after) for one in steady)
    return min(middle, min(rounds).work)


def _is_steady(one: Timed) -> bool:
    return max(one.before, one.after) <= _STEADY * min(one.before, one.after)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1e3


def _loop() -> None:
    """Make and drop small objects, as a layout does."""
    kept: dict[int, object] = {}
    for turn in range(_TURNS):
        kept[turn & 255] = (turn, str(turn), [turn])
