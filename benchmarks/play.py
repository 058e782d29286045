"""A play of a walk, a step a frame, with its card and its trace: frame rate and CPU a frame."""

from __future__ import annotations

import sys
from dataclasses import replace

from PySide6.QtCore import Qt

from benchmarks.drag import Blank, beside_blank
from benchmarks.findings import report
from benchmarks.program import program
from benchmarks.screen import application, describe, settle
from xentgui.model.along import to_step
from xentgui.window.main_window import MainWindow

_SLOW = 1e-3
"""The rate: no number stands still before the end."""


def play(window: MainWindow, classes: int) -> None:
    """Take a step a frame, and fill a blank window at the same pace, in turns."""
    cards, store = window.cards, window.store
    for key, neighbour in (("descent", "target_table"), ("trace", "gradient")):
        window.run_command(f"show.{key}")
        across = Qt.Orientation.Vertical if key == "descent" else Qt.Orientation.Horizontal
        cards.splitDockWidget(cards.by_key[neighbour], cards.by_key[key], across)
    store.show(replace(store.view, walk=store.view.walk._replace(rate=_SLOW)))
    blank = Blank(window)
    blank.show()
    settle()

    def step() -> None:
        store.edit(to_step(store.view, window.walking.step + 1), "walk")

    store.begin(None, "walk")
    view = window.panels["trace"]
    beside = beside_blank(f"play, K = {classes}", step, view.viewport(), blank, 6.0)  # type: ignore[attr-defined]
    store.end_gesture()
    print(describe(window))
    blank.close()
    report(*beside)


def main() -> None:
    """Walk with ten classes and with a thousand."""
    application()
    for classes in [int(word) for word in sys.argv[1:]] or (10, 1000):
        with program(classes) as window:
            play(window, classes)


if __name__ == "__main__":
    main()
