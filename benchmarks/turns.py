"""Measures contenders in turns, so that other load of the machine affects all of them alike."""

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
    """The times of one contender in seconds, turn by turn."""

    turns: list[list[float]] = field(default_factory=list)

    @property
    def all(self) -> list[float]:
        """All times, sorted."""
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
        """Return the quantile `share` of all times."""
        times = self.all
        return times[min(int(share * len(times)), len(times) - 1)]

    def __str__(self) -> str:
        low, middle, high = self.best * 1e3, self.median * 1e3, self.percentile(0.9) * 1e3
        return f"{middle:8.2f} ms (least {low:.2f}, p90 {high:.2f})"


def take_turns(
    work: Mapping[str, Callable[[], None]], *, rounds: int = ROUNDS, turn: float = TURN_S
) -> dict[str, Timing]:
    """Let each contender work for `turn` seconds, in rounds; the first round is not measured.

    The first job of each turn is not measured either, because it finds the caches of another.
    """
    now = clock()
    timings = {name: Timing() for name in work}
    # As in the program after its start: permanent objects are not collected again.
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
    """Return the ratio of the time of `one` to that of `other` on an idle machine.

    Other load on shared cores comes and goes within a turn.  A long job always meets some of it,
    but a short one meets it or not, so that its median depends on the load.
    """
    return one.best / other.best


def ratio(one: Timing, other: Timing) -> float:
    """Return the ratio of the time of `one` to that of `other`: the median over rounds."""
    return statistics.median(
        statistics.median(ours) / statistics.median(theirs)
        for ours, theirs in zip(one.turns, other.turns, strict=True)
    )
