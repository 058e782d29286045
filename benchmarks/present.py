"""A lecture that is presented, 1920 x 1080 and a lecturer's window: its motion, drags and steps.

The frames of a motion come at the pace of a screen, beside a blank window.  A step is measured from
the key press to the picture that shows it, over all steps of the lecture that comes with the
program.
"""

from __future__ import annotations

import itertools
import sys
import time
from statistics import quantiles

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from benchmarks.drag import Blank, beside_blank
from benchmarks.examples import state
from benchmarks.findings import Finding, report
from benchmarks.program import program
from benchmarks.screen import Watch, application, describe, settle
from xentgui.documents import lectures
from xentgui.model import State
from xentgui.model.subjects import BareLogits
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.between import way
from xentgui.window.presenting.presenting import Presenting

_STEPS = 60  # frames from one end to the other, and as many back
_FRAME_CPU_MS, _STEP_MS = 10.0, 50.0
_FOR_EVER = 10**9  # milliseconds


def _begun(window: MainWindow) -> Presenting:
    talk = window.presenter.presenting
    talk.begin(in_window=True)
    assert talk.audience is not None
    talk.audience.resize(1920, 1080)
    settle()
    return talk


def present(window: MainWindow, classes: int, *, by_hand: bool) -> None:
    """Move the values of a scene to and fro, a step a frame, beside a blank window.

    `by_hand`, they move as a drag moves them, which both windows show in every frame.
    """
    start = state(classes)
    other = State(start.labels, np.asarray(start.logits)[::-1], start.target)
    window.store.open(BareLogits(start))
    talk = _begun(window)
    lecture, audience = talk.lecture, talk.audience
    assert lecture is not None and audience is not None
    blank = Blank(audience)
    blank.show()
    settle()
    moving = way(BareLogits(start), BareLogits(other))
    assert moving is not None
    shares = [nth / _STEPS for nth in (*range(_STEPS), *range(_STEPS, 0, -1))]
    ticks, store = itertools.cycle(shares), lecture.store
    if not by_hand:
        lecture.clock.start(_FOR_EVER, lambda _share: None)  # the lecture knows that values move

    def frame() -> None:
        store.set_subject(moving(next(ticks)))

    view = next(iter(audience.stage.views.values()))
    work = f"{'a drag' if by_hand else 'motion'} while presenting, K = {classes}"
    beside = beside_blank(work, frame, view.viewport(), blank, most_ms=_FRAME_CPU_MS)
    blank.close()
    talk.leave()
    report(*beside)


def steps(window: MainWindow) -> None:
    """Press the key for the next step until the end of the lecture, once it has settled."""
    window.documents.begin_lecture(lectures.BUILT_IN, 0)
    settle()
    talk = _begun(window)
    lecture, audience = talk.lecture, talk.audience
    assert lecture is not None and audience is not None
    shown, used, names = [], [], []
    while lecture.next_moment is not None:
        before = lecture.beat
        watch = Watch([audience.stage, *(view.viewport() for view in _plots(talk))])
        wall, cpu = time.perf_counter(), time.process_time()
        _press(audience)
        known = watch.total  # the picture that fades was painted, too
        while watch.total == known:
            QApplication.processEvents()
        shown.append((time.perf_counter() - wall) * 1e3)
        used.append((time.process_time() - cpu) * 1e3)
        names.append(f"{lecture.beat.scene + 1}.{lecture.beat.step}{'?' * lecture.beat.asks}")
        lecture.clock.finish()
        settle(0.3)
        assert lecture.beat != before
    talk.leave()
    work = f"a step of {len(shown)}, K = 3"
    longest = max(range(len(shown)), key=used.__getitem__)
    report(
        *(
            Finding(work, f"ms to the picture, {name}", _share(shown, share), _STEP_MS)
            for name, share in (("median", 50), ("p95", 95), ("longest", 100))
        ),
        *(
            Finding(work, f"ms of CPU, {name}", _share(used, share))
            for name, share in (("median", 50), ("p95", 95))
        ),
        Finding(work, "ms of CPU, longest", used[longest], figures=f"at {names[longest]}"),
    )


def _share(values: list[float], percent: int) -> float:
    return max(values) if percent == 100 else quantiles(values, n=100)[percent - 1]


def _plots(talk: Presenting) -> list:  # type: ignore[type-arg]
    assert talk.audience is not None
    return [one for one in talk.audience.stage.views.values() if hasattr(one, "viewport")]


def _press(audience: object) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(audience.stage, event)  # type: ignore[attr-defined]


def main() -> None:
    """Present three classes, ten, and a thousand; then the lecture of the program."""
    application()
    print(describe())
    for classes in [int(word) for word in sys.argv[1:]] or (3, 10, 1000):
        with program(classes) as window:
            present(window, classes, by_hand=False)
            present(window, classes, by_hand=True)
    with program(3) as window:
        steps(window)


if __name__ == "__main__":
    main()
