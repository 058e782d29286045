"""The input space while a point or a weight moves: beside matplotlib's contourf and scatter.

A picture of 640 × 480 with shades of 256 × 256 places, boundaries, contours, points and rings; with
100 000 points, of which one is dragged.
"""

from __future__ import annotations

import importlib.util
import itertools
import math
from collections.abc import Callable, Iterator

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from benchmarks.contenders_ours import style
from benchmarks.findings import Finding, report
from benchmarks.screen import application
from benchmarks.turns import Timing, ratio, take_turns
from xentgui.model import Snapshot, derive
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import with_point, with_weight
from xentgui.model.view import View
from xentgui.panels.input_space import InputSpace

SIZE = (640, 480)
_MOST = 16.0
"""The goal in milliseconds: a frame at 60 a second."""


def classifier(count: int, classes: int) -> Classifier:
    """Return random points and weights, the same every time."""
    random = np.random.default_rng(0)
    own = random.integers(classes, size=count)
    angles = 2 * np.pi * own / classes
    middles = 2.0 * np.column_stack((np.cos(angles), np.sin(angles)))
    return Classifier(
        labels=tuple(f"class {k + 1}" for k in range(classes)),
        points=middles + random.normal(size=(count, 2)),
        targets=np.eye(classes)[own],
        weights=middles[[int(np.flatnonzero(own == k)[0]) for k in range(classes)]],
        bias=np.zeros(classes),
    )


def _dragged(subject: Classifier) -> Iterator[Snapshot]:
    """Yield what follows as a point goes round, without end."""
    start = subject.points[0]
    for nth in itertools.count(1):
        by = 0.3 * np.array([math.sin(nth), math.cos(nth)])
        moved = with_point(subject, 0, start + by)
        yield derive(moved.resolve(), moved)


def _weighed(subject: Classifier) -> Iterator[Snapshot]:
    """Yield what follows as a weight moves, without end."""
    for nth in itertools.count(1):
        moved = with_weight(subject, 0, 0, 2.0 + math.sin(0.07 * nth))
        yield derive(moved.resolve(), moved)


class Ours:
    """The panel, painted into a picture; its shades are kept as on the screen."""

    def __init__(self, subject: Classifier) -> None:
        self._panel, self._view, look = InputSpace(), View(), style()
        first = derive(subject.resolve(), subject)
        ranges = self._panel.ranges(first, self._view)
        rect = QRectF(0, 0, *SIZE)
        self._frame = self._panel.frame(rect, ranges, self._view, look, 1.0)
        self._below, self._target = (QImage(*SIZE, QImage.Format.Format_RGB32) for _ in "12")
        self._key: object = None

    def show(self, snapshot: Snapshot) -> None:
        """Paint other numbers."""
        panel, frame, view = self._panel, self._frame, self._view
        key = panel.axes_key(snapshot, view)
        if key != self._key:
            self._key = key
            self._paint(self._below, lambda to: panel.paint_below(to, frame, snapshot, view))

        def both(to: QPainter) -> None:
            to.drawImage(0, 0, self._below)
            panel.paint_above(to, frame, snapshot, view)

        self._paint(self._target, both)

    @staticmethod
    def _paint(target: QImage, work: Callable[[QPainter], None]) -> None:
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        work(painter)
        painter.end()


def measured(subject: Classifier, *, rival: bool) -> dict[str, Timing]:
    """Return the times from an edit to its picture."""
    moves = {"a point": _dragged, "a weight": _weighed}
    work: dict[str, Callable[[], None]] = {}
    for name, moving in moves.items():
        ours, snapshots = Ours(subject), moving(subject)
        work[name] = lambda ours=ours, them=snapshots: ours.show(next(them))  # type: ignore[misc]
    if rival and importlib.util.find_spec("matplotlib"):
        from benchmarks.input_space_in_matplotlib import Matplotlib  # noqa: PLC0415

        theirs, snapshots = Matplotlib(subject, SIZE), _weighed(subject)
        work["matplotlib, a weight"] = lambda: theirs.show(next(snapshots))
    for do in work.values():
        do()
    return take_turns(work)


def main() -> None:
    """Measure 500 points of three and ten classes, and 100 000 of three."""
    application()
    for count, classes in ((500, 3), (500, 10), (100_000, 3)):
        times = measured(classifier(count, classes), rival=count == 500)
        work = f"input space, N = {count}, K = {classes}"
        print(work)
        for name, timing in times.items():
            print(f"  {name:28} {timing}")
        findings = [
            Finding(work, f"ms, {name}", times[name].median * 1e3, _MOST)
            for name in ("a point", "a weight")
        ]
        theirs = times.get("matplotlib, a weight")
        if theirs is not None:
            findings.append(
                Finding(
                    work,
                    "× faster than matplotlib's contourf",
                    ratio(theirs, times["a weight"]),
                    3.0,
                    at_least=True,
                    figures=f"{theirs.median * 1e3:.1f} ms",
                )
            )
        report(*findings)


if __name__ == "__main__":
    main()
