"""Values that move while a lecture is presented, 1920 x 1080: frame rate and CPU a frame.

The same frames as those of the lecture's clock, at the pace of a screen, beside a blank window.
"""

from __future__ import annotations

import itertools
import sys

import numpy as np

from benchmarks.drag import Blank, beside_blank
from benchmarks.examples import state
from benchmarks.findings import report
from benchmarks.program import program
from benchmarks.screen import application, describe, settle
from xentgui.model import State
from xentgui.model.subjects import BareLogits
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.between import way

_STEPS = 60  # frames from one end to the other, and as many back


def present(window: MainWindow, classes: int) -> None:
    """Move the values of a scene to and fro, a step a frame, beside a blank window."""
    start = state(classes)
    other = State(start.labels, np.asarray(start.logits)[::-1], start.target)
    window.store.open(BareLogits(start))
    talk = window.presenter.presenting
    talk.begin(in_window=True)
    assert talk.lecture is not None
    assert talk.audience is not None
    talk.audience.resize(1920, 1080)
    blank = Blank(talk.audience)
    blank.show()
    settle()
    moving = way(BareLogits(start), BareLogits(other))
    assert moving is not None
    shares = [nth / _STEPS for nth in (*range(_STEPS), *range(_STEPS, 0, -1))]
    ticks, store = itertools.cycle(shares), talk.lecture.store

    def frame() -> None:
        store.set_subject(moving(next(ticks)))

    view = next(iter(talk.audience.stage.views.values()))
    beside = beside_blank(f"motion while presenting, K = {classes}", frame, view.viewport(), blank)
    print(describe(window))
    blank.close()
    talk.leave()
    report(*beside)


def main() -> None:
    """Present three classes, ten, and a thousand."""
    application()
    for classes in [int(word) for word in sys.argv[1:]] or (3, 10, 1000):
        with program(classes) as window:
            present(window, classes)


if __name__ == "__main__":
    main()
