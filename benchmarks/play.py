"""A play of a walk, a step a frame: frame rate and CPU a frame.

Once with the card of the walk and its trace beside what Explore shows, and once in Learn, where every
panel is shown.
"""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
from PySide6.QtCore import Qt

from benchmarks.drag import Blank, beside_blank, contents
from benchmarks.examples import state
from benchmarks.findings import report
from benchmarks.program import program
from benchmarks.screen import application, describe, settle
from xentgui.model import State
from xentgui.model.along import to_step
from xentgui.model.subjects import BareLogits
from xentgui.window.descent.walking import Playing
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

_SLOW = 1e-3
"""The rate: no number stands still before the end."""


def show_walk_in_explore(window: MainWindow) -> None:
    """Show the card of the walk and its trace beside the panels of the first start."""
    cards = window.cards
    for key, neighbour in (("descent", "target_table"), ("trace", "gradient")):
        window.run_command(f"show.{key}")
        across = Qt.Orientation.Vertical if key == "descent" else Qt.Orientation.Horizontal
        cards.splitDockWidget(cards.by_key[neighbour], cards.by_key[key], across)


def show_learn(window: MainWindow) -> None:
    """Show Learn, and nothing of it stands aside."""
    window.run_command("workspace.learn")
    settle()
    learn = WORKSPACES["learn"]
    every = [key for row in learn.panels for key in row] + [key for key, _ in learn.tables]
    missing = [key for key in every if not window.cards.is_shown(key)]
    if missing:
        raise RuntimeError(f"these cards stand aside: {missing}")


def play(window: MainWindow, work: str) -> None:
    """Take a step a frame, and fill a blank window at the same pace, in turns."""
    store, walking = window.store, window.walking
    store.show(replace(store.view, walk=store.view.walk._replace(rate=_SLOW)))
    blank = Blank(window, contents(window))
    blank.show()
    settle()

    def step() -> None:
        store.edit(to_step(store.view, walking.step + 1), "walk")

    store.begin(None, "walk")
    walking.playing = Playing.STEPS  # its own clock would begin with six steps a second
    walking.changed.emit()
    view = window.panels["trace"]
    beside = beside_blank(work, step, view.viewport(), blank, 6.0)  # type: ignore[attr-defined]
    walking.playing = Playing.NOTHING
    walking.changed.emit()
    store.end_gesture()
    print(describe(window))
    blank.close()
    report(*beside)


def soft(classes: int) -> State:
    """Return a state with a target for every class."""
    target = np.random.default_rng(classes).dirichlet(np.ones(classes))
    return replace(state(classes), target=target.tolist())


def main() -> None:
    """Walk with three classes, with ten, with a hundred and with a thousand."""
    application()
    for classes in [int(word) for word in sys.argv[1:]] or (3, 10, 100, 1000):
        with program(classes) as window:
            show_walk_in_explore(window)
            play(window, f"play, K = {classes}")
        with program(classes) as window:
            show_learn(window)
            play(window, f"play in Learn, K = {classes}")
            window.store.open(BareLogits(soft(classes)))
            settle()
            play(window, f"play in Learn, soft target, K = {classes}")


if __name__ == "__main__":
    main()
