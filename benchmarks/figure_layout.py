"""The time to lay out a figure: to find its size, and the place of each panel and its plot.

One to all panels, every style, every preset of the dialog, three to 50 257 classes, both languages:
of these 1120 figures every 13th, in which all of each occur; `--all` measures every one.  A size
that is too small counts as well, with the search for the least that would do.

The program is warm: each figure has been laid out once, with other numbers.  Each round shows numbers
that no round has shown before, from which the panels have found what they draw, as in a window; of
the rounds the fastest counts.  The goal is 20 ms for any figure.

What stands around plots is kept for axes that stay the same, as most do from one edit to the next.
The last line is the time where no axis is known: each figure is then in a view that none had before.

Others who share the processor make each layout up to twice as long: what it takes at the processor's
full pace, by a loop beside it (`pace`), stands behind it.

    QT_QPA_PLATFORM=offscreen python -m benchmarks.figure_layout
"""

from __future__ import annotations

import itertools
import os
import statistics
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from benchmarks.examples import edits, state
from benchmarks.findings import Finding, report
from benchmarks.pace import Timed, at_full_pace, timed
from xentgui.export.choices import PRESETS, Choices
from xentgui.export.figure import panels_of, speaking
from xentgui.export.figure_layout import content_layout, edge_of
from xentgui.export.figure_size import fitted
from xentgui.export.spec import USUAL_PANELS, FigureError, FigureSpec
from xentgui.export.styles import STYLES
from xentgui.export.suited_view import suited
from xentgui.model import Snapshot, State, derive
from xentgui.model.view import View
from xentgui.panels import PANELS
from xentgui.panels.plot_panel import PlotPanel

ROUNDS, MORE_ROUNDS = 3, 9
STRIDE = 13  # prime to the number of each choice
GOAL = 20.0  # ms
CLASSES = (3, 10, 100, 50_257)
LANGUAGES = ("en", "zh_CN")
COUNTS = (1, 3, 6, 12, len(PANELS))


class Case(NamedTuple):
    """A figure to lay out."""

    panels: tuple[str, ...]
    style: str
    preset: str
    classes: int
    language: str

    def spec(self) -> FigureSpec:
        """Return its look."""
        preset = next(one for one in PRESETS if one.key == self.preset)
        choices = Choices(panels=self.panels, language=self.language).with_preset(preset)
        return replace(choices, style=self.style).spec()


def cases() -> Iterator[Case]:
    """Yield all figures."""
    others = tuple(panel.key for panel in PANELS if panel.key not in USUAL_PANELS)
    for count in COUNTS:
        for style in STYLES:
            for preset in PRESETS:
                for classes in CLASSES:
                    for language in LANGUAGES:
                        panels = (*USUAL_PANELS, *others)[:count]
                        yield Case(panels, style, preset.key, classes, language)


def laid_out(
    case: Case, snapshot: Snapshot, view: View | None = None
) -> tuple[FigureSpec, tuple[QRectF, ...]] | FigureError:
    """Return the figure in its size with the places of its panels; or why it is too small."""
    view = view or View()
    try:
        spec = fitted(case.spec(), snapshot, view)
    except FigureError as error:
        return error
    if not spec.look.snug:  # equal cells need no measuring
        return spec, ()
    with speaking(spec.language):
        shown, edge = suited(spec, snapshot, view), edge_of(spec)
        layout = content_layout(spec, panels_of(spec), snapshot, shown, {})
        page = QRectF(0.0, 0.0, *spec.design_size).adjusted(edge, edge, -edge, -edge)
        return spec, tuple(place.cell for place in layout.places(page))


def sample() -> Iterator[Case]:
    """Yield the figures that are measured."""
    return itertools.islice(cases(), 0, None, 1 if "--all" in sys.argv else STRIDE)


def main() -> int:
    """Print the slowest figure and the median for each number of panels and each style."""
    application = QApplication(["benchmark"])
    assert application is not None
    states = {count: _others(count) for count in CLASSES}
    first = _timed(next(cases()), derive(next(states[CLASSES[0]])))
    taken: dict[tuple[int, str], list[tuple[float, Case]]] = {}
    known, unknown = list[list[Timed]](), list[list[Timed]]()
    for nth, case in enumerate(sample()):
        laid_out(case, derive(next(states[case.classes])))
        times = [_timed(case, derive(next(states[case.classes]))) for _ in range(ROUNDS)]
        known.append(times)
        least = min(one.work for one in times)
        taken.setdefault((len(case.panels), case.style), []).append((least, case))
        views = [View(choices={"round": f"{nth} {again}"}) for again in range(ROUNDS)]
        unknown.append([_timed(case, derive(next(states[case.classes])), one) for one in views])
    # A few rounds of the slow ones may all have come while others had the processor.
    slow = [nth for nth, rounds in enumerate(unknown) if min(rounds).work > GOAL / 2]
    every = list(sample())
    for again in range(MORE_ROUNDS):
        for nth in slow:
            case = every[nth]
            known[nth].append(_timed(case, derive(next(states[case.classes]))))
            new = View(choices={"round": f"{nth} more {again}"})
            unknown[nth].append(_timed(case, derive(next(states[case.classes])), new))
    for (count, style), found in taken.items():
        worst, case = max(found)
        where = f"{case.preset}, {case.classes} classes, {case.language}"
        median = statistics.median(time for time, _ in found)
        report(
            Finding(
                f"layout, {count} panels, {style}",
                "ms, slowest",
                worst,
                GOAL,
                figures=f"median {median:.1f} ms; slowest: {where}",
            )
        )
    timings = [one for rounds in (*known, *unknown) for one in rounds]
    for name, figures in (("layout of any figure", known), ("layout, no axis known", unknown)):
        least = [min(one.work for one in rounds) for rounds in figures]
        full = [at_full_pace(rounds, timings) for rounds in figures]
        count = f"of {len(least)} figures"
        median = f"median {statistics.median(least):.1f} ms {count}"
        report(Finding(name, "ms, slowest", max(least), GOAL, figures=median))
        median = f"median {statistics.median(full):.1f} ms"
        report(Finding(f"{name}, at full pace", "ms, slowest", max(full), GOAL, figures=median))
    print(f"  the very first figure: {first.work:.0f} ms")
    return 0


def _others(count: int) -> Iterator[State]:
    yield from edits(state(count))


def _timed(case: Case, snapshot: Snapshot, view: View | None = None) -> Timed:
    view = view or View()
    for panel in panels_of(case.spec()):
        if isinstance(panel, PlotPanel):
            panel.ranges(snapshot, view)
    return timed(lambda: laid_out(case, snapshot, view))


if __name__ == "__main__":
    sys.exit(main())
