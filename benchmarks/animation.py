"""A sweep of the temperature, played in the whole window: frame rate and CPU beside a blank one."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

from benchmarks.drag import Blank, paced
from benchmarks.findings import Finding, report
from benchmarks.program import program
from benchmarks.screen import application, describe, settle

_ROUNDS = 3


def main() -> None:
    """Play, and let a blank window be filled at the same pace, in turns."""
    application()
    with program(10) as window:
        start, steps = window.store.snapshot.state, itertools.count(1)
        blank = Blank(window)
        blank.show()
        settle()

        def sweep() -> None:
            temperature = math.exp(math.sin(0.05 * next(steps)))
            window.store.edit(replace(start, temperature=temperature), "sweep")

        window.store.begin_gesture("sweep")
        view = window.panels["distribution"]
        played = []
        for _ in range(_ROUNDS):
            rate, cost = paced(sweep, view.viewport())  # type: ignore[attr-defined]
            blank_rate, blank_cost = paced(blank.update, blank)
            played.append(
                (rate / blank_rate, cost / blank_cost, rate, cost, blank_rate, blank_cost)
            )
        window.store.end_gesture()
        print(describe(window))
        blank.close()
        share, dearer, rate, cost, blank_rate, blank_cost = sorted(played)[_ROUNDS // 2]
        report(
            Finding(
                "animation, K = 10",
                "× a blank window's frame rate",
                share,
                0.97,
                at_least=True,
                figures=f"{rate:.1f} and {blank_rate:.1f} frames a second",
            ),
            Finding(
                "animation, K = 10",
                "× a blank window's CPU a frame",
                dearer,
                6.0,
                figures=f"{cost * 1e3:.2f} and {blank_cost * 1e3:.2f} ms",
            ),
        )


if __name__ == "__main__":
    main()
