"""A training in the window, in Classify with all its cards: frames, epochs, and the longest turn.

Penguins are trained at the pace of a screen, beside a blank window.  Then 100 000 points are
trained, whose steps are taken beside the window, while nothing else is done, while a point is
dragged, and while the input space is panned.  A turn of the event loop is what a press of a key has
to wait for: none may be longer than two frames.  Times of the processor are reported too, because
other load of the machine makes every turn longer, and what they are at its full pace (`pace`).
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.drag import FRAME_MS, Blank
from benchmarks.findings import Finding, report
from benchmarks.pace import loop_ms
from benchmarks.program import program
from benchmarks.screen import Watch, application, describe, settle
from benchmarks.training import BILL
from xentgui.canvas.drag import mark_under
from xentgui.canvas.plot_view import PlotView
from xentgui.documents.data_sets import data_set
from xentgui.documents.points_text import classifier_of_points
from xentgui.model.classifier.made_data import blobs
from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.recipes import Training
from xentgui.model.subjects.classifier import Classifier
from xentgui.panels.point_mark import PointMark
from xentgui.window.main_window import MainWindow
from xentgui.window.training.room_for_steps import MOST_MS
from xentgui.window.workspaces import WORKSPACES

_SECONDS = 4.0
_LONGEST_MS = 33.0
_FRAMES = 60.0
_LONG_S = 0.012
_ANY = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


@dataclass
class Turns:
    """The turns of the event loop in which something was done, in seconds.

    Of long ones, `paced` has the time of the processor, and the milliseconds of the loop after it.
    """

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    paced: list[tuple[float, float]] = field(default_factory=list)

    def run(self, seconds: float) -> None:
        """Let the event loop turn for so long."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            for flags in (QEventLoop.ProcessEventsFlag.AllEvents, _ANY):  # what is there; the next
                start, used = time.perf_counter(), time.thread_time()
                QApplication.processEvents(flags)
                taken = time.thread_time() - used
                if taken > 1e-3:  # a shorter one has painted nothing
                    self.wall.append(time.perf_counter() - start)
                    self.cpu.append(taken)
                if taken > _LONG_S:
                    self.paced.append((taken, loop_ms()))


def show_classify(window: MainWindow, subject: Classifier, training: Training) -> None:
    """Show a classifier with all cards of Classify, at rest."""
    window.run_command("workspace.classify")
    window.store.open(subject)
    window.trains.choose(training)
    settle(2.0)
    classify = WORKSPACES["classify"]
    every = [key for row in classify.panels for key in row] + [key for key, _ in classify.tables]
    missing = [key for key in every if not window.cards.is_shown(key)]
    if missing:
        raise RuntimeError(f"these cards stand aside: {missing}")


def _frames_of(change: Callable[[], None] | None, painted: QWidget) -> tuple[int, float, float]:
    """Return the frames that were painted, the seconds that passed, and those of the processor.

    `painted` is to be painted in every frame, and once.
    """
    watch, timer = Watch([painted]), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(FRAME_MS)
    if change is not None:
        timer.timeout.connect(change)
        timer.start()
    before, start, used = watch.total, time.perf_counter(), time.process_time()
    end = start + _SECONDS
    while time.perf_counter() < end:
        QApplication.processEvents(_ANY)
    timer.stop()
    return watch.total - before, time.perf_counter() - start, time.process_time() - used


def penguins() -> None:
    """Train penguins at full speed, and report epochs and frames."""
    subject = classifier_of_points(data_set("penguins", BILL))
    training = Training(rate=1.0, standardise=True)
    with program(3) as window:
        show_classify(window, subject, training)
        view, slow = window.panels["distribution"], window.panels["input_space"]
        assert isinstance(view, PlotView)
        assert isinstance(slow, PlotView)
        window.trains.play(to_the_end=True)
        settle(1.0)
        step, regions = window.trains.step, Watch([slow.viewport()])
        frames, seconds, used = _frames_of(None, view.viewport())
        epochs = window.trains.step - step
        window.trains.pause()
        blank = Blank(window)
        blank.show()
        settle()
        blank_frames, blank_seconds, blank_used = _frames_of(blank.update, blank)
        blank.close()
        print(describe(window))
    run, start = TrainingRun.begun(subject, training), time.thread_time()
    run.forward(500, lambda: False)
    of_epoch = (time.thread_time() - start) / 500
    of_frame = (used - epochs * of_epoch) / frames
    left = max(0.0, 1.0 - _FRAMES * of_frame)  # of a second
    free = min(MOST_MS / 1e3 * _FRAMES, left) / of_epoch
    rate, blank_rate = frames / seconds, blank_frames / blank_seconds
    work = "342 points trained in Classify"
    report(
        Finding(work, "epochs a second", epochs / seconds, 200.0, at_least=True),
        Finding(work, "× a blank window's frame rate", rate / blank_rate,
                figures=f"{rate:.1f} and {blank_rate:.1f} frames a second"),
        Finding(work, "paints of the regions a second", regions.total / seconds),
        Finding(work, "ms of CPU a frame, without steps", of_frame * 1e3, 1e3 / _FRAMES,
                figures=f"blank: {blank_used / blank_frames * 1e3:.2f} ms"),
        Finding(work, "ms of CPU an epoch", of_epoch * 1e3),
        Finding(work, "epochs a second beside 60 frames, if a core were free", free, 200.0,
                at_least=True),
    )  # fmt: skip


class Hand:
    """A pointer on the input space, with its button down, that goes round."""

    def __init__(self, view: PlotView, start: QPointF) -> None:
        self.viewport, self.start, self.moves = view.viewport(), start, 0

    def send(self, kind: QEvent.Type, at: QPointF) -> None:
        """Send an event as the window system would."""
        is_move, held = kind == QEvent.Type.MouseMove, kind != QEvent.Type.MouseButtonRelease
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        event = QMouseEvent(
            kind, at, self.viewport.mapToGlobal(at), none if is_move else left,
            left if held else none, Qt.KeyboardModifier.AltModifier,
        )  # fmt: skip
        QApplication.sendEvent(self.viewport, event)

    def move(self) -> None:
        """Go a little further."""
        self.moves += 1
        turn = 0.1 * self.moves
        self.send(
            QEvent.Type.MouseMove,
            self.start + QPointF(40 * math.sin(turn), 40 * (1 - math.cos(turn))),
        )


def _pointer(window: MainWindow, start: QPointF) -> Turns:
    """Drag from `start` at the pace of a screen."""
    view, turns, timer = window.panels["input_space"], Turns(), QTimer()
    assert isinstance(view, PlotView)
    hand = Hand(view, start)
    hand.send(QEvent.Type.MouseButtonPress, start)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(hand.move)
    timer.start(FRAME_MS)
    turns.run(_SECONDS)
    timer.stop()
    hand.send(QEvent.Type.MouseButtonRelease, start)
    return turns


def many() -> None:
    """Train 100 000 points, and report the turns of the event loop."""
    points, own = blobs(100_000, 0, 1.0)
    subject = Classifier(
        labels=("a", "b", "c"),
        points=points,
        targets=np.eye(3)[own],
        weights=np.zeros((3, 2)),
        bias=np.zeros(3),
    )
    with program(3) as window:
        show_classify(window, subject, Training(rate=0.01, standardise=True))
        view = window.panels["input_space"]
        assert isinstance(view, PlotView) and view.snapshot is not None
        window.trains.play()
        settle(1.0)
        alone, step, start = Turns(), window.trains.step, time.perf_counter()
        alone.run(_SECONDS)
        rate = (window.trains.step - step) / (time.perf_counter() - start)
        place = view.panel.locate(
            PointMark(subject.chosen), view.picture.frame(), view.snapshot, view.picture.view
        )
        found = {"trained": alone, "trained, one dragged": _pointer(window, place)}
        at = view.axes.ranges
        # What is panned is zoomed; a press on a point would move that.
        view.axes.box.scaleBy((0.5, 0.5), QPointF(at.left, at.top))
        settle(0.5)
        corner = view.picture.frame().rect.topLeft() + QPointF(30, 30)
        if mark_under(view, corner) is not None:
            raise RuntimeError("there is a mark where the plane was to be panned")
        found["trained, panned"] = _pointer(window, corner)
        window.trains.pause()
        print(describe(window))
    report(Finding("100 000 points trained", "epochs a second", rate))
    loops = [loop_ms() for _ in range(300)]
    full = min(*loops, *(loop for turns in found.values() for _, loop in turns.paced))
    for work, turns in found.items():
        for kind, times in (("", turns.wall), (" of CPU", turns.cpu)):
            ordered = sorted(1e3 * one for one in times)
            middle, most = ordered[len(ordered) // 2], ordered[int(0.95 * len(ordered))]
            figures = f"{len(ordered)} turns, p50 {middle:.1f}, p95 {most:.1f}"
            name, measure = f"100 000 points {work}", f"ms{kind}, the longest turn"
            report(Finding(name, measure, ordered[-1], _LONGEST_MS, figures=figures))
        longest = max((1e3 * taken * full / loop for taken, loop in turns.paced), default=0.0)
        measure = "ms of CPU, the longest turn, at full pace"
        report(Finding(f"100 000 points {work}", measure, longest, _LONGEST_MS))


def main() -> None:
    """Measure penguins, and then very many points."""
    application()
    QCursor.setPos(0, 0)  # a pointer on a card would light a class
    penguins()
    many()


if __name__ == "__main__":
    main()
