"""Sorts and searches many classes: the time of the command, and of the painting that follows.

A command returns once its step is in the undo history and in the journal.  Names are compared with
one another once, when the menu opens that sorts by them; that has a line of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtWidgets import QApplication

from benchmarks.examples import state
from benchmarks.findings import Finding, report
from benchmarks.program import program
from benchmarks.screen import application, describe, settle
from xentgui.model import State
from xentgui.model.class_order import name_ranks
from xentgui.model.subjects import to_state
from xentgui.window.main_window import MainWindow

_SIZES = [50_257]
_ROUNDS = 12
_FRAME = 1e3 / 60.0
_WORKSPACES = ("explore", "sample")
# Each changes what the one before has done: the classes are sorted by z, by name and by p in turns.
_ORDERS = ("class.sort_z", "undo", "redo", "undo", "class.sort_p", "class.sort_name")
_TEXTS = ("token 12", "oken")


def _shuffled(classes: int) -> State:
    plain = state(classes)
    order = np.random.default_rng(0).permutation(classes)
    labels = [f"token {k}" for k in order.tolist()]
    return State(labels, plain.logit_array[order], plain.target_array[order])


def _floors(given: State) -> dict[str, Callable[[], object]]:
    """Return what each order takes by itself: Python's or numpy's sorting, and the picking."""
    logits, target, labels = given.logit_array, given.target_array, given.labels

    def picked(order: list[int]) -> object:
        return logits[order], target[order], tuple(labels[k] for k in order)

    def by_name() -> object:
        keys = [label.casefold() for label in labels]
        return picked(sorted(range(len(keys)), key=keys.__getitem__))

    return {
        "class.sort_name": by_name,
        "class.sort_z": lambda: picked(np.argsort(-logits, kind="stable").tolist()),
    }


def _measure_comparing(labels: tuple[str, ...], workspace: str) -> None:
    """Compare names that nobody has compared before."""
    times = [_spent(partial(name_ranks, labels)) for _ in range(_ROUNDS)]
    key = f"names compared, {workspace}, K = {len(labels)}"
    report(Finding(key, "ms", _low(times), _FRAME if len(labels) <= _SIZES[0] else None))


def _spent(do: Callable[[], object]) -> float:
    """Return the milliseconds of the processor that `do` takes, whatever others do meanwhile."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1e3


def _low(times: list[float]) -> float:
    """Return the quarter of the times, which has few of the neighbours in it."""
    return sorted(times)[len(times) // 4]


def measure(window: MainWindow, classes: int, workspace: str) -> None:
    """Sort and search in turns."""
    window.run_command(f"workspace.{workspace}")
    given = _shuffled(classes)
    window.store.edit(to_state(given), "many")
    window.run_command("class.find")
    bar = window.finding.bar
    assert bar is not None
    settle(1.0)
    floors = _floors(given)
    work: dict[str, Callable[[], object]] = {
        key: partial(window.run_command, key) for key in _ORDERS
    }
    work |= {f"find “{text}”": partial(bar.text.setText, text) for text in _TEXTS}
    times: dict[str, list[tuple[float, float, float]]] = {key: [] for key in work}
    _measure_comparing(given.labels, workspace)
    for _ in range(_ROUNDS):
        for key in (*_ORDERS, *(f"find “{text}”" for text in _TEXTS)):
            do = work[key]
            if key in _ORDERS:
                bar.put_away()
            else:
                bar.setVisible(True)
            settle(0.2)
            floor = _spent(floors[key]) if key in floors else 0.0
            times[key].append((_spent(do), _spent(QApplication.processEvents), floor))
    for key, each in times.items():
        spent, painted, floor = (_low([one[nth] for one in each]) for nth in range(3))
        figures = f"then painted in {painted:.1f} ms"
        if key in floors:
            figures += f"; sorted and picked alone {floor:.1f} ms"
        goal = _FRAME if classes <= _SIZES[0] else None
        report(Finding(f"{key}, {workspace}, K = {classes}", "ms", spent, goal, figures=figures))


def main() -> None:
    """Measure at every size, in each workspace."""
    application()
    for classes in [int(word) for word in sys.argv[1:]] or _SIZES:
        for workspace in _WORKSPACES:
            with program(10) as window:
                measure(window, classes, workspace)
                print(describe(window))


if __name__ == "__main__":
    main()
