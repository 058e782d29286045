"""A sweep of the temperature in the whole window: frame rate and CPU beside a blank window."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

from benchmarks.drag import Blank, beside_blank, contents
from benchmarks.findings import report
from benchmarks.program import program
from benchmarks.screen import application, describe, settle
from xentgui.model.subjects import to_state


def main() -> None:
    """Play the sweep, and fill a blank window at the same pace, in turns."""
    application()
    with program(10) as window:
        start, steps = window.store.snapshot.state, itertools.count(1)
        blank = Blank(window, contents(window))
        blank.show()
        settle()

        def sweep() -> None:
            temperature = math.exp(math.sin(0.05 * next(steps)))
            window.store.edit(to_state(replace(start, temperature=temperature)), "sweep")

        window.store.begin(None, "sweep")
        view = window.panels["distribution"]
        beside = beside_blank("animation, K = 10", sweep, view.viewport(), blank, 6.0)  # type: ignore[attr-defined]
        window.store.end_gesture()
        print(describe(window))
        blank.close()
        report(*beside)


if __name__ == "__main__":
    main()
