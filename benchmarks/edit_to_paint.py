"""Edit, derive, and paint three panels: beside the floor of plain widgets, and matplotlib."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QWidget

from benchmarks.contenders_floor import Floor
from benchmarks.contenders_ours import Ours
from benchmarks.examples import SIZES, edits, state
from benchmarks.findings import Finding, report
from benchmarks.screen import Watch, application, describe, settle
from benchmarks.turns import Timing, ratio, take_turns, undisturbed
from xentgui.model import Snapshot, derive

_WARM_UP = 12
_BLIT_GOALS = {3: 2, 10: 2, 100: 2, 1000: 3, 10_000: 10, 50_257: 25}
_REDRAW_GOAL = 40


class _Contender(Protocol):
    window: QWidget
    painted: Sequence[QWidget]

    def show(self, snapshot: Snapshot) -> None: ...


def _worker(contender: _Contender, classes: int) -> tuple[Callable[[], None], Watch]:
    """Return a function that edits, derives and paints once, and the counter of paints."""
    watch, states = Watch(contender.painted), edits(state(classes))

    def work() -> None:
        watch.paint_after(lambda: contender.show(derive(next(states))))

    return work, watch


def measure(classes: int) -> tuple[dict[str, Timing], int]:
    """Return the times of all contenders, and how often an edit paints our panels."""
    first = derive(state(classes))
    ours = Ours(first)
    ours.window.show()
    warming = edits(state(classes))
    for _ in range(_WARM_UP):  # the axes have moved to ranges that suit all edits
        ours.show(derive(next(warming)))
        settle(0.02)
    settle(0.4)
    contenders: dict[str, _Contender] = {"ours": ours, "floor": Floor(ours.views)}
    if importlib.util.find_spec("matplotlib"):
        from benchmarks.contenders_matplotlib import KINDS, Matplotlib  # noqa: PLC0415

        for kind in KINDS:
            for name, blit, texts in (
                ("redraw", False, True),
                ("blit", True, True),
                ("blit without numbers", True, False),
            ):
                contenders[f"matplotlib {name}, {kind}"] = Matplotlib(
                    first, ours.views, kind=kind, blit=blit, texts=texts
                )
    for contender in contenders.values():
        contender.window.show()
    settle()
    work = {name: _worker(contender, classes) for name, contender in contenders.items()}
    for do, watch in work.values():  # the first paints of a new window are not counted
        do()
        watch.most = 0
    timings = take_turns({name: do for name, (do, _) in work.items()})
    print(describe(ours.window))
    for contender in contenders.values():
        _save(contender.window, classes)
        contender.window.close()
    return timings, work["ours"][1].most


def _save(window: QWidget, classes: int) -> None:
    """Save a picture, to compare what the contenders paint."""
    folder = os.environ.get("BENCHMARK_PICTURES")
    if folder:
        window.grab().save(f"{folder}/{id(window)}-{classes}.png")


def main() -> None:
    """Measure at every size."""
    application()
    sizes = [int(word) for word in sys.argv[1:]] or SIZES
    medians = {}
    for classes in sizes:
        timings, paints = measure(classes)
        print(f"K = {classes}")
        for name, timing in timings.items():
            print(f"  {name:38} {timing}")
        ours = timings["ours"]
        medians[classes] = ours.median
        work = f"edit to paint, K = {classes}"
        floor = ratio(ours, timings["floor"])
        figures = f"{ours.median * 1e3:.2f} ms, floor {timings['floor'].median * 1e3:.2f} ms"
        report(
            Finding(work, "× floor", floor, 3.0 if classes <= 100 else 1.5, figures=figures),
            Finding(work, "paints a panel", paints, 1),
        )
        for name, goal in (
            ("redraw", _REDRAW_GOAL),
            ("blit", _BLIT_GOALS.get(classes)),
            ("blit without numbers", None),
        ):
            rivals = [timings[k] for k in timings if k.startswith(f"matplotlib {name},")]
            if rivals:
                best = min(rivals, key=lambda timing: timing.median)
                report(
                    Finding(
                        work,
                        f"× faster than matplotlib's {name}",
                        ratio(best, ours),
                        goal,
                        at_least=True,
                        figures=f"{best.median * 1e3:.1f} ms",
                    ),
                    Finding(
                        work,
                        f"× faster than matplotlib's {name}, by the shortest times",
                        undisturbed(min(rivals, key=lambda timing: timing.best), ours),
                        figures=f"{ours.best * 1e3:.2f} ms",
                    ),
                )
    if 10 in medians and SIZES[-1] in medians:
        report(Finding("edit to paint", "t(50 257)/t(10)", medians[SIZES[-1]] / medians[10], 4.0))


if __name__ == "__main__":
    main()
