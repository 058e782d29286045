"""A lecture that is presented, 1920 x 1080 and a lecturer's window: its motion, drags and steps.

The frames of a motion come at the pace of a screen, beside a blank window.  A step is measured from
the key press to the audience's picture that shows it, panels and all, and to those of both windows;
over all steps of the lecture that comes with the program.  Its key is pressed after a rest, in which
the picture is painted ahead; and in haste: as soon as both windows show the step before, once the
lecture has been got ready in the pauses after its beginning, whose length is reported, too.

Of a long document, the first scene is in the window, and then on the audience's screen, while the
others are still being read.
"""

from __future__ import annotations

import itertools
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

import numpy as np
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.drag import Blank, beside_blank
from benchmarks.examples import state
from benchmarks.findings import Finding, report
from benchmarks.program import program, viewports
from benchmarks.screen import Watch, application, describe, settle
from xentgui.documents import lectures
from xentgui.model import State
from xentgui.model.subjects import BareLogits
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.between import way
from xentgui.window.presenting.presenting import Presenting
from xentgui.window.presenting.stage_plot import StagePlot
from xentgui.window.presenting.stage_view import StageView

_STEPS = 60  # frames from one end to the other, and as many back
_FRAME_CPU_MS, _STEP_MS = 10.0, 50.0
_FOR_EVER = 10**9  # milliseconds
_SCENES, _VOCABULARY, _FIRST_S = 100, 50_257, 1.0


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


def long_document(window: MainWindow, path: Path) -> None:
    """Open a long document, and present it at once."""
    work = f"the first of {_SCENES} scenes, K = {_VOCABULARY}"
    window.documents.begin_lecture(lectures.BUILT_IN, 0)  # nobody is asked about its changes
    settle()
    begin = _clocks()
    _see(viewports(window), lambda: window.documents.open_path(path))
    opened = _seconds_since(begin)
    assert len(window.store.snapshot.logits) == _VOCABULARY
    count, begin = window.documents.session.count, _clocks()
    talk = window.presenter.presenting
    talk.begin(in_window=True)
    assert talk.audience is not None
    stage = talk.audience.stage
    panels = [view.viewport() for view in stage.views.values() if isinstance(view, StagePlot)]
    _see([stage, *panels], lambda: stage.window().resize(1920, 1080))
    shown = _seconds_since(begin)
    talk.leave()
    report(
        Finding(work, "s until it is in the window", opened[0], _FIRST_S, figures=f"{count} there"),
        Finding(work, "s of CPU until it is in the window", opened[1]),
        Finding(work, "s from there until the audience has it", shown[0], _FIRST_S),
        Finding(work, "s of CPU from there until the audience has it", shown[1]),
    )


def _see(widgets: list[QWidget], change: Callable[[], object]) -> None:
    """Make a change, and return as soon as all `widgets` are painted, whatever comes after it."""
    watches = [Watch([one]) for one in widgets]
    change()
    while not all(one.total for one in watches):
        QApplication.processEvents()


def _seconds_since(begin: tuple[float, float]) -> tuple[float, float]:
    """Return the time since `begin`, and the CPU time."""
    wall, cpu = _clocks()
    return (wall - begin[0]) / 1e3, (cpu - begin[1]) / 1e3


def _written(folder: str) -> Path:
    """Write a long document, as another program would."""
    one = state(_VOCABULARY)
    scene = {"labels": list(one.labels), "target": list(one.target)}
    scenes = [{**scene, "logits": [*one.logits[nth:], *one.logits[:nth]]} for nth in range(_SCENES)]
    path = Path(folder) / "long.xent.json"
    content = {"format": "xentgui-document", "version": 1, "scenes": scenes}
    path.write_text(json.dumps(content), "utf-8")
    return path


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
    """Present three classes, ten, and a thousand; then the lecture, and then a long document."""
    application()
    print(describe())
    for classes in [int(word) for word in sys.argv[1:]] or (3, 10, 1000):
        with program(classes) as window:
            present(window, classes, by_hand=False)
            present(window, classes, by_hand=True)
    with program(3) as window:
        for rests in (True, False):
            steps(window, rests=rests)
    with tempfile.TemporaryDirectory() as folder:
        path = _written(folder)
        with program(3) as window:
            long_document(window, path)


if __name__ == "__main__":
    main()
