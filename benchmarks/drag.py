"""A long drag by mouse events: the time of a frame, and the frame rate."""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.findings import Finding, report
from benchmarks.program import program, viewports
from benchmarks.screen import Watch, application, describe, settle
from benchmarks.turns import Timing
from xentgui.canvas.plot_view import PlotView
from xentgui.panels.class_numbers import PROBABILITY, NumberMark
from xentgui.window.main_window import MainWindow

FRAME_MS = 16
_MOVES = 400
_PACED_S = 4.0
_ROUNDS = 3
_ANY = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


class _Filled(QWidget):
    """A widget that fills itself with one colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill."""
        QPainter(self).fillRect(self.rect(), QColor("white"))


class Blank(_Filled):
    """The floor: the least that a window of that size with so many panels could do in a frame.

    As large as another window, with an opaque panel where that has one.  All of it is painted anew
    in each frame, in one colour and nothing else: the ground once and each panel once, as a window
    does that changes everywhere.
    """

    def __init__(self, window: QWidget, panels: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.resize(window.size())
        self._panels = []
        for one in panels:
            panel = _Filled(self)
            panel.setGeometry(QRect(one.mapTo(window, QPoint(0, 0)), one.size()))
            self._panels.append(panel)

    def paint_anew(self) -> None:
        """Ask for a frame."""
        self.update()
        for panel in self._panels:
            panel.update()


def contents(window: MainWindow) -> list[QWidget]:
    """Return what is on the cards that are seen."""
    found = (card.content() for card in window.cards.by_key.values())
    return [content for content in found if content is not None and content.isVisible()]


class Hand:
    """A pointer that drags the top of the predicted class's bar up and down."""

    def __init__(self, view: PlotView) -> None:
        snapshot = view.snapshot
        assert snapshot is not None
        frame = view.picture.frame()
        mark = NumberMark(PROBABILITY, snapshot.prediction[0])
        self.viewport = view.viewport()
        self.start = view.panel.locate(mark, frame, snapshot, view.picture.view)
        self.reach = min(0.25 * frame.rect.height(), self.start.y() - frame.rect.top())
        self.moves = 0

    def send(self, kind: QEvent.Type, at: QPointF) -> None:
        """Send an event as the window system would."""
        held = kind != QEvent.Type.MouseButtonRelease
        moving = kind == QEvent.Type.MouseMove
        event = QMouseEvent(
            kind,
            at,
            self.viewport.mapToGlobal(at),
            Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.AltModifier,
        )
        QApplication.sendEvent(self.viewport, event)

    def press(self) -> None:
        """Press the button on the mark."""
        self.send(QEvent.Type.MouseButtonPress, self.start)

    def move(self) -> None:
        """Drag a little further; two moves in sequence never end at the same height."""
        self.moves += 1
        height = self.reach * (1.5 + math.sin(0.13 * self.moves)) / 2.5
        self.send(QEvent.Type.MouseMove, self.start - QPointF(0.0, height))

    def release(self) -> None:
        """Release the button."""
        self.send(QEvent.Type.MouseButtonRelease, self.start)


def paced(change: Callable[[], None], painted: QWidget) -> tuple[float, float]:
    """Change something every 16 ms; return frames a second and CPU seconds a frame.

    On a machine that is late, a change waits until the one before is painted: a frame is one change.
    """
    frames, changed_at = Watch([painted]), -1

    def change_once() -> None:
        nonlocal changed_at
        if frames.total != changed_at:
            changed_at = frames.total
            change()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(FRAME_MS)
    timer.timeout.connect(change_once)
    settle(0.2)
    clock = QElapsedTimer()
    used = time.process_time()
    before = frames.total
    clock.start()
    timer.start()
    while clock.elapsed() < _PACED_S * 1e3:
        QApplication.processEvents(_ANY)
    timer.stop()
    count = max(frames.total - before, 1)
    return count / (clock.elapsed() / 1e3), (time.process_time() - used) / count


def beside_blank(
    work: str,
    change: Callable[[], None],
    painted: QWidget,
    blank: Blank,
    goal: float | None = None,
    *,
    most_ms: float | None = None,
) -> tuple[Finding, ...]:
    """Return the frame rate and the CPU time of a frame, beside those of a blank window.

    With `most_ms`, the CPU time has that goal of its own, too.
    """
    rates, costs = [], []
    for _ in range(_ROUNDS):
        rate, cost = paced(change, painted)
        blank_rate, blank_cost = paced(blank.paint_anew, blank)
        rates.append((rate / blank_rate, rate, blank_rate))
        costs.append((cost / blank_cost, cost, blank_cost))
    share, rate, blank_rate = sorted(rates)[_ROUNDS // 2]
    ratio, cost, blank_cost = sorted(costs)[_ROUNDS // 2]
    alone = Finding(work, "ms of CPU a frame", cost * 1e3, most_ms)
    return (
        *((alone,) if most_ms is not None else ()),
        Finding(
            work,
            "× a blank window's frame rate",
            share,
            0.97,
            at_least=True,
            figures=f"{rate:.1f} and {blank_rate:.1f} frames a second",
        ),
        Finding(
            work,
            "× a blank window's CPU a frame",
            ratio,
            goal,
            figures=f"{cost * 1e3:.2f} and {blank_cost * 1e3:.2f} ms",
        ),
    )


def drag(window: MainWindow, classes: int) -> None:
    """Drag for some seconds, as fast as possible and then at the pace of a screen."""
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    watch, hand, times = Watch(viewports(window)), Hand(view), []
    hand.press()
    hand.move()
    settle(0.1)  # the dragged class is highlighted
    for _ in range(_MOVES):
        start = time.perf_counter()
        watch.paint_after(hand.move)
        times.append(time.perf_counter() - start)
    timing = Timing([times[20:]])
    blank = Blank(window, contents(window))
    blank.show()
    settle()
    work = f"drag, K = {classes}"
    beside = beside_blank(work, hand.move, view.viewport(), blank)
    hand.release()
    blank.close()
    print(describe(window))
    print(
        f"K = {classes}: frames take {timing}, p99 {timing.percentile(0.99) * 1e3:.2f} ms, "
        f"longest {timing.all[-1] * 1e3:.2f} ms"
    )
    report(
        Finding(work, "ms a frame, median", timing.median * 1e3, 16.0),
        Finding(work, "ms a frame, p90", timing.percentile(0.9) * 1e3, 16.0),
        Finding(work, "ms a frame, p99", timing.percentile(0.99) * 1e3),
        Finding(work, "paints a part", watch.most, 1),
        *beside,
    )


def main() -> None:
    """Drag among ten classes and among a thousand."""
    application()
    for classes in [int(word) for word in sys.argv[1:]] or (10, 1000):
        with program(classes) as window:
            drag(window, classes)


if __name__ == "__main__":
    main()
