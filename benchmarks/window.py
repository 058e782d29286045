"""The whole window: the time from an edit until tables, numbers, plots and formulas are painted."""

from __future__ import annotations

import sys

from benchmarks.examples import SIZES, edits, state
from benchmarks.findings import Finding, report
from benchmarks.program import program, viewports
from benchmarks.screen import Watch, application, describe
from benchmarks.turns import take_turns
from xentgui.model.subjects import to_state


def main() -> None:
    """Measure at every size."""
    application()
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    for classes in sizes:
        with program(classes) as window:
            watch, states = Watch(viewports(window)), edits(state(classes))
            store = window.store

            def work() -> None:
                watch.paint_after(lambda: store.edit(to_state(next(states)), "edit"))  # noqa: B023

            store.begin(None, "drag")
            timing = take_turns({"window": work}, rounds=9, turn=0.3)["window"]
            store.end_gesture()
            print(describe(window))
            print(f"K = {classes}: {timing}")
            work_done = f"whole window, K = {classes}"
            report(
                Finding(work_done, "ms", timing.median * 1e3, 8.0 if classes <= 1000 else 16.0),
                Finding(work_done, "ms, the shortest", timing.best * 1e3),
                Finding(work_done, "paints a part", watch.most, 1),
            )


if __name__ == "__main__":
    main()
