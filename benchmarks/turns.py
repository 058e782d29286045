"""Measures contenders in turns, so that whatever else the machine does hits all of them alike."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

TURN_S = 0.1
ROUNDS = 9

_CLOCKS = {"wall": time.perf_counter, "cpu": time.process_time}


def clock() -> Callable[[], float]:
    """Return the clock: wall time, or this process's own with BENCHMARK_CLOCK=cpu.

    The latter is steadier on a machine that others use, but does not see an X server work.
    """
    return _CLOCKS[os.environ.get("BENCHMARK_CLOCK", "wall")]


@dataclass(frozen=True)
class Timing:
    """How long one contender took, in seconds, turn by turn."""

    turns: list[list[float]] = field(default_factory=list)

    @property
    def all(self) -> list[float]:
        """Every time, in order of size."""
        return sorted(time for turn in self.turns for time in turn)

    @property
    def median(self) -> float:
        """The median of all times."""
        return statistics.median(self.all)

    @property
    def best(self) -> float:
        """The shortest time."""
        return self.all[0]

    def percentile(self, share: float) -> float:
        """Return the time that `share` of all times do not exceed."""
        times = self.all
        return times[min(int(share * len(times)), len(times) - 1)]

    def __str__(self) -> str:
        low, middle, high = self.best * 1e3, self.median * 1e3, self.percentile(0.9) * 1e3
        return f"{middle:8.2f} ms (least {low:.2f}, p90 {high:.2f})"


def take_turns(
    work: Mapping[str, Callable[[], None]], *, rounds: int = ROUNDS, turn: float = TURN_S
) -> dict[str, Timing]:
    """Let everyone work for `turn` seconds, again and again; an unmeasured round comes first.

    So does an unmeasured job in each turn: it finds the caches as someone else has left them.
    """
    now = clock()
    timings = {name: Timing() for name in work}
    # As the program does once it has started: what is there to stay is not gone through again.
    gc.collect()
    gc.freeze()
    for nth in range(rounds + 1):
        for name, do in work.items():
            gc.collect()
            times: list[float] = []
            do()
            end = time.perf_counter() + turn
            while not times or time.perf_counter() < end:
                start = now()
                do()
                times.append(now() - start)
            if nth:
                timings[name].turns.append(times)
    gc.unfreeze()
    return timings


def undisturbed(one: Timing, other: Timing) -> float:
    """Return how many times as long `one` takes as `other` when nobody else uses the machine.

    Neighbours on shared cores come and go within a turn.  A long job meets some of them every
    time, a short one all or none of them, and so its median tells more of them than of itself.
    """
    return one.best / other.best


def ratio(one: Timing, other: Timing) -> float:
    """Return how many times as long `one` takes as `other`: the median over rounds."""
    return statistics.median(
        statistics.median(ours) / statistics.median(theirs)
        for ours, theirs in zip(one.turns, other.turns, strict=True)
    )
