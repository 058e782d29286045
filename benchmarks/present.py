"""A lecture that is presented, 1920 x 1080 and a lecturer's window: its motion, drags and steps.

The frames of a motion come at the pace of a screen, beside a blank window.  A step is measured from
the key press to the audience's picture that shows it, panels and all, and to those of both windows;
over all steps of the lecture that comes with the program.  Its key is pressed after a rest, in which
the picture is painted ahead; and in haste: as soon as both windows show the step before, once the
lecture has been got ready in the pauses after its beginning, whose length is reported, too.
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
from xentgui.window.presenting.stage_view import StageView

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


def steps(window: MainWindow, *, rests: bool) -> None:
    """Press the key for the next step until the end of the lecture.

    With `rests`, it is pressed when all that can be painted ahead is there; else as soon as both
    windows show the step before.
    """
    window.documents.begin_lecture(lectures.BUILT_IN, 0)
    settle()
    begin = time.perf_counter()
    talk = _begun(window)
    lecture, audience, lecturer = talk.lecture, talk.audience, talk.lecturer
    assert lecture is not None and audience is not None and lecturer is not None
    stages = audience.stage, lecturer.stage
    _rest(stages)
    ready = time.perf_counter() - begin
    seen: list[tuple[float, float]] = []
    audience.stage.step_seen.connect(lambda: seen.append(_clocks()))
    shown, used, both, names = [], [], [], []
    while lecture.next_moment is not None:
        if rests:
            _rest(stages)
        before = lecture.beat
        second = Watch([lecturer.stage])
        seen.clear()
        wall, cpu = _clocks()
        _press(audience)
        shown.append(seen[0][0] - wall)
        used.append(seen[0][1] - cpu)
        while not second.total:
            QApplication.processEvents()
        both.append(_clocks()[1] - cpu)
        names.append(f"{lecture.beat.scene + 1}.{lecture.beat.step}{'?' * lecture.beat.asks}")
        lecture.clock.finish()
        settle(0.3 if rests else 0.0)
        assert lecture.beat != before
    talk.leave()
    work = f"a step of {len(shown)}, K = 3, {'after a rest' if rests else 'in haste'}"
    report(
        Finding(work, "s from the beginning until all is got ready", ready),
        *_findings(work, "ms to the audience's picture", shown, names, _STEP_MS),
        *_findings(work, "ms of CPU to the audience's picture", used, names),
        *_findings(work, "ms of CPU to both pictures", both, names),
    )


def _clocks() -> tuple[float, float]:
    """Return the time, and the CPU time of this process, in milliseconds."""
    return time.perf_counter() * 1e3, time.process_time() * 1e3


def _rest(stages: tuple[StageView, ...]) -> None:
    """Wait until all that can be done ahead is done."""
    while not all(stage.ahead.is_done for stage in stages):
        QApplication.processEvents()


def _findings(
    work: str, measure: str, values: list[float], names: list[str], most: float | None = None
) -> list[Finding]:
    longest = names[max(range(len(values)), key=values.__getitem__)]
    return [
        Finding(
            work,
            f"{measure}, {name}",
            _share(values, share),
            most,
            figures=f"at {longest}" if share == 100 else "",
        )
        for name, share in (("median", 50), ("p95", 95), ("longest", 100))
    ]


def _share(values: list[float], percent: int) -> float:
    return max(values) if percent == 100 else quantiles(values, n=100)[percent - 1]


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
        for rests in (True, False):
            steps(window, rests=rests)


if __name__ == "__main__":
    main()
