"""The landscape while a number moves: beside a bare drawImage, and matplotlib's redraw.

Each edit is to a third logit, so that nothing is kept; the last contender moves the point in the
plane, where the landscape stays.
"""

from __future__ import annotations

import importlib.util
import itertools
import math
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from benchmarks.contenders_ours import style
from benchmarks.examples import state
from benchmarks.findings import Finding, report
from benchmarks.screen import Watch, application, describe, settle
from benchmarks.turns import Timing, ratio, take_turns
from xentgui.canvas.plot_view import PlotView
from xentgui.model import Snapshot, State, derive
from xentgui.model.edits import with_logit, with_values
from xentgui.model.landscape import grid_of, section_of
from xentgui.model.losses import LOSSES
from xentgui.model.view import View
from xentgui.painting.heat import draw_heat, heat_image, shades_of
from xentgui.painting.theme import LIGHT
from xentgui.panels.landscape import Landscape

SIZE = (640, 480)
_ENDS = (-4.0, 4.0, -4.0, 4.0)
_HEAT, _ALL = ("heat",), ("heat", "contours", "arrows", "path")


def _moving(start: State) -> Iterator[Snapshot]:
    """Yield what follows as the third logit moves, without end."""
    for nth in itertools.count(1):
        yield derive(with_logit(start, 2, math.sin(0.07 * nth)))


def _dragging(start: State) -> Iterator[Snapshot]:
    """Yield what follows as the point goes round in the plane, without end."""
    for nth in itertools.count(1):
        yield derive(with_values(start, "logits", 0, [math.sin(0.07 * nth), math.cos(0.07 * nth)]))


class Ours:
    """The panel in a view of its own."""

    def __init__(self, snapshot: Snapshot, shown: tuple[str, ...]) -> None:
        self.window = PlotView(Landscape())
        self.window.show_style(style())
        axes = {"landscape.across": "1", "landscape.up": "2"}  # of many classes, others are usual
        self.window.show_view(View(choices={**axes, "landscape.shown": shown}))
        self.window.show_snapshot(snapshot)
        self.window.resize(*SIZE)
        self.painted: list[QWidget] = [self.window.viewport()]
        self.show = self.window.show_snapshot


def _to_the_screen(
    show: Callable[[Snapshot], None], painted: list[QWidget], snapshots: Iterator[Snapshot]
) -> Callable[[], None]:
    watch = Watch(painted)

    def work() -> None:
        watch.paint_after(lambda: show(next(snapshots)))

    return work


def panels(start: State) -> dict[str, Timing]:
    """Return the times from an edit to the picture on the screen."""
    first = derive(start)
    contenders = {
        "heat map": (Ours(first, _HEAT), _moving),
        "everything": (Ours(first, _ALL), _moving),
        "the point, over everything": (Ours(first, _ALL), _dragging),
    }
    if importlib.util.find_spec("matplotlib"):
        from benchmarks.landscape_in_matplotlib import Matplotlib  # noqa: PLC0415

        contenders["matplotlib, heat map"] = Matplotlib(first, SIZE, everything=False), _moving
        contenders["matplotlib, everything"] = Matplotlib(first, SIZE, everything=True), _moving
    work = {}
    for name, (contender, moves) in contenders.items():
        contender.window.show()
        work[name] = _to_the_screen(contender.show, contender.painted, moves(start))
    settle()
    for do in work.values():
        do()
    timings = take_turns(work)
    print(describe(contenders["heat map"][0].window))
    for contender, _ in contenders.values():
        shiboken6.delete(contender.window)
    return timings


def heat_maps(start: State) -> dict[str, Timing]:
    """Return the times to paint a heat map of given numbers, and a given picture."""
    target, rect = QImage(*SIZE, QImage.Format.Format_RGB32), QRectF(0, 0, *SIZE)
    moves = _moving(start)
    grids = [grid_of(section_of(next(moves), 0, 1), *_ENDS) for _ in range(4)]
    numbers, shades = itertools.cycle(grids), shades_of(LIGHT)
    picture = heat_image(grids[0].values, grids[0].low, grids[0].high, shades)
    painter = QPainter(target)

    def ours() -> None:
        grid = next(numbers)
        draw_heat(painter, rect, heat_image(grid.values, grid.low, grid.high, shades))

    found = take_turns(
        {"heat map of numbers": ours, "drawImage": lambda: draw_heat(painter, rect, picture)}
    )
    painter.end()
    return found


def grids(classes: int) -> None:
    """Print how long each loss takes for its grid."""
    start = state(classes)
    soft = np.full(classes, 0.3 / classes)
    soft[0] += 0.7
    for loss in LOSSES:
        for alpha in (1.5, 1.7, 2.0) if loss == "fenchel_young" else (start.alpha,):
            moves = _moving(replace(start, loss=loss, target=soft, alpha=alpha))
            known = itertools.cycle([next(moves) for _ in range(4)])

            def work(known: Iterator[Snapshot] = known) -> None:
                grid_of(section_of(next(known), 0, 1), *_ENDS)

            (timing,) = take_turns({loss: work}, rounds=3).values()
            side = section_of(next(known), 0, 1).side
            name = f"{loss}, α = {alpha:g}" if loss == "fenchel_young" else loss
            print(f"  {name:24} {side} × {side}: {timing}")


def main() -> None:
    """Measure with three classes, or as many as are named."""
    application()
    for classes in [int(word) for word in sys.argv[1:]] or (3, 50_257):
        start = state(classes)
        print(f"K = {classes}")
        grids(classes)
        times, heat = panels(start), heat_maps(start)
        for name, timing in {**times, **heat}.items():
            print(f"  {name:28} {timing}")
        work = f"landscape, K = {classes}"
        findings = [
            Finding(work, "ms, heat map", times["heat map"].median * 1e3, 16.0),
            Finding(work, "ms, everything", times["everything"].median * 1e3, 33.0),
            Finding(work, "ms, the point", times["the point, over everything"].median * 1e3, 16.0),
            Finding(
                work, "× drawImage", ratio(heat["heat map of numbers"], heat["drawImage"]), 1.6
            ),
        ]
        for name, goal in (("heat map", 8.0), ("everything", None)):
            rival = times.get(f"matplotlib, {name}")
            if rival is not None:
                findings.append(
                    Finding(
                        work,
                        f"× faster than matplotlib's redraw, {name}",
                        ratio(rival, times[name]),
                        goal,
                        at_least=True,
                        figures=f"{rival.median * 1e3:.1f} ms",
                    )
                )
        report(*findings)


if __name__ == "__main__":
    main()
