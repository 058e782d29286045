"""Pictures that take long: slower than all else while numbers go on by themselves, never after."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.panels.classifiers import set_a
from xentgui.canvas.plot_view import PlotView
from xentgui.canvas.slow_clock import PERIOD_S
from xentgui.model import Snapshot, State, derive, edits
from xentgui.model.along import to_step
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.input_space_or_line import InputSpaceOrLine
from xentgui.panels.landscape import Landscape
from xentgui.panels.simplex import Simplex
from xentgui.window.main_window import MainWindow

MOST_AWAY = 0.1
"""Of 255: the mean over a picture in which the lines are away by a part of a pixel."""

SOFT = State(("a", "b", "c", "d"), (2.33, -1.46, 0.56, 0.1), (0.4, 0.3, 0.2, 0.1))


class _Counting(Landscape):
    """A landscape that counts, and knows whose axes and whose marks it has painted."""

    def __init__(self) -> None:
        super().__init__()
        self.axes: list[Snapshot] = []
        self.marks: list[Snapshot] = []

    def paint_over_ground(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View
    ) -> None:
        self.axes.append(snapshot)
        super().paint_over_ground(painter, frame, snapshot, view)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        self.marks.append(snapshot)
        super().paint_marks(painter, frame, snapshot, view)


def _shown(
    qtbot: QtBot, panel: Landscape | Simplex | InputSpaceOrLine, snapshot: Snapshot | None = None
) -> PlotView:
    card = QWidget()
    # It lives as long as `qtbot`, and in no circle with its view: a collector would take the view
    # to pieces that Qt still sends events to.
    qtbot.addWidget(card, before_close_func=lambda _: card)
    card.resize(360, 300)
    view = PlotView(panel, card)
    view.resize(360, 300)
    view.show_style(Style(LIGHT, 15.0, QFont()))
    view.show_snapshot(snapshot or derive(SOFT))
    card.show()
    qtbot.waitExposed(card)
    return view


def _let_pass(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:  # without a turn of the event loop
        pass


def _followed(views: list[PlotView], apart: float) -> list[list[bool]]:
    """Return which views follow each of eight changes, which are so many seconds apart."""
    follow = []
    for step in range(8):
        snapshot = derive(edits.with_logit(SOFT, 3, 0.5 + 0.1 * step))
        for view in views:
            view.show_snapshot(snapshot)
            _picture(view)
        follow.append([view.snapshot is snapshot for view in views])
        _let_pass(apart)
    return follow


def _picture(view: PlotView) -> QImage:
    return view.viewport().grab().toImage()


def test_that_axes_and_marks_follow_together_by_their_clock(qtbot: QtBot) -> None:
    panel = _Counting()
    view = _shown(qtbot, panel)
    view.clock.follow_by(0.0)
    panel.axes.clear()
    panel.marks.clear()
    begun, shown = time.perf_counter(), list[Snapshot]()
    while time.perf_counter() < begun + 0.3:
        shown.append(derive(edits.with_logit(SOFT, 3, 0.1 + 0.1 * (len(shown) % 40))))
        view.show_snapshot(shown[-1])
        _picture(view)
    ticks = (time.perf_counter() - begun) / PERIOD_S

    assert len(panel.axes) <= ticks + 2
    assert len(panel.axes) >= min(ticks - 2, len(shown) - 2) / 3  # a frame late, and it waits
    under: Snapshot | None = None
    for snapshot in panel.marks:  # each picture is of one moment
        under = snapshot if snapshot in panel.axes else under
        assert snapshot is under or under is None

    view.clock.follow_by(None)
    last = _picture(view)
    assert panel.axes[-1] is panel.marks[-1] is shown[-1]
    view.picture.forget_background()
    assert _picture(view) == last


def test_that_two_pictures_take_turns_however_long_a_frame_takes(qtbot: QtBot) -> None:
    views = [_shown(qtbot, Landscape()) for _ in range(2)]
    for nth, view in enumerate(views):
        view.clock.follow_by(0.5 * nth)
    assert _followed(views, PERIOD_S) == 4 * [[True, False], [False, True]]


def test_that_a_press_is_on_what_is_true_now(qtbot: QtBot) -> None:
    view = _shown(qtbot, Landscape())
    view.clock.follow_by(0.0)
    for nth in range(6):
        last = derive(edits.with_logit(SOFT, 0, 0.2 * nth))
        view.show_snapshot(last)
        if nth < 5:
            _picture(view)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert view.snapshot is last
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_that_the_last_frame_is_painted_though_nothing_comes_after_it(qtbot: QtBot) -> None:
    panel = _Counting()
    view = _shown(qtbot, panel)
    view.clock.follow_by(0.0)
    for nth in range(20):
        last = derive(edits.with_logit(SOFT, 3, 0.2 + 0.1 * nth))
        view.show_snapshot(last)
        _picture(view)

    qtbot.waitUntil(lambda: panel.axes[-1] is last)


@pytest.mark.parametrize("panel", [Landscape, Simplex])
def test_that_other_classes_are_never_over_the_axes_before(
    qtbot: QtBot, panel: Callable[[], Landscape]
) -> None:
    view, fresh = _shown(qtbot, panel()), _shown(qtbot, panel())
    view.clock.follow_by(0.0)
    for count in (4, 3, 12, 5, 2, 60, 4):
        snapshot = derive(
            State(
                [f"class {k}" for k in range(count)],
                np.linspace(-1, 2, count).tolist(),
                [1.0, *[0.0] * (count - 1)],
            )
        )
        for one in (view, fresh):
            one.show_snapshot(snapshot)
        _picture(view)  # of the classes before, perhaps
        qtbot.waitUntil(lambda: view.snapshot is fresh.snapshot)

        assert _picture(view) == _picture(fresh)


def test_that_everything_is_up_to_date_after_a_play(start: Callable[..., MainWindow]) -> None:
    window = start(state=SOFT)
    window.run_command("workspace.learn")
    window.complete()
    window.run_command("walk.play")
    store, walking = window.store, window.walking
    views = [window.panels[key] for key in ("simplex", "landscape", "trace", "why_cross_entropy")]
    for _ in range(12):
        store.edit(to_step(store.view, walking.step + 1), "walk", store.gesture and walking)
        for view in views:
            _picture(view)
    phases = {view.panel.key: view.clock.phase for view in views}
    assert phases == {"simplex": 0.0, "landscape": 0.5, "trace": None, "why_cross_entropy": None}
    window.run_command("walk.play")
    assert not walking.plays
    assert [view.clock.phase for view in views] == [None] * 4

    for view in views:
        for _ in range(4):  # and nothing lags any more
            store.edit(to_step(store.view, walking.step + 1), "step")
            view.settle(eased=False)
            last = _picture(view)
            view.picture.forget_background()
            assert _picture(view) == last, view.panel.key


def test_that_what_is_read_is_painted_in_every_fourth_frame_and_never_with_what_is_followed(
    qtbot: QtBot,
) -> None:
    views = [_shown(qtbot, Landscape()) for _ in range(3)]
    for view, (phase, apart) in zip(views, ((0.0, 2), (0.25, 4), (0.75, 4)), strict=True):
        view.clock.follow_by(phase, apart)
    turns = [True, False, False], [False, True, False], [True, False, False], [False, False, True]
    assert _followed(views, 2 * PERIOD_S) == 2 * [*turns]


def _one_logit(value: float) -> Snapshot:
    return derive(edits.with_logit(SOFT, 3, value))


def _one_bias(value: float) -> Snapshot:
    subject = set_a(bias=(1.7861 + value, -0.5839, -1.2023))
    return derive(subject.resolve(), subject)


@pytest.mark.parametrize(
    ("panel", "at"),
    [(Landscape, _one_logit), (Simplex, _one_logit), (InputSpaceOrLine, _one_bias)],
    ids=["landscape", "simplex", "input space"],
)
@pytest.mark.parametrize("step", [1e-6, 1e-4, 0.05])
def test_that_axes_of_a_play_are_painted_again_once_they_look_different(
    qtbot: QtBot,
    panel: Callable[[], Landscape],
    at: Callable[[float], Snapshot],
    step: float,
) -> None:
    painted = list[Snapshot]()

    class Counting(panel):  # type: ignore[misc, valid-type]
        def paint_below(self, painter: QPainter, frame: Frame, s: Snapshot, view: View) -> None:
            painted.append(s)
            super().paint_below(painter, frame, s, view)

        def paint_over_ground(
            self, painter: QPainter, frame: Frame, s: Snapshot, view: View
        ) -> None:
            painted.append(s)
            super().paint_over_ground(painter, frame, s, view)

    view, exact = _shown(qtbot, Counting(), at(0.1)), _shown(qtbot, panel(), at(0.1))
    view.clock.follow_by(0.0)
    painted.clear()
    for nth in range(8):
        snapshot = at(0.1 + step * nth)
        view.clock.catch_up()
        view.show_snapshot(snapshot)
        view.clock.catch_up()
        exact.show_snapshot(snapshot)
        away = _away(_picture(view), _picture(exact))
        assert away <= MOST_AWAY

    assert len(painted) == (1 if step < 1e-3 else 8)
    QApplication.processEvents()  # no paint is left to come
    view.clock.follow_by(None)
    qtbot.waitUntil(lambda: painted[-1] is snapshot)  # though nothing else has changed
    assert _picture(view) == _picture(exact)


def _away(one: QImage, other: QImage) -> float:
    """Return the mean difference of the colours of two pictures, of 255."""
    parts = [
        np.array(image.convertToFormat(QImage.Format.Format_RGB32).constBits(), dtype=np.uint8)
        for image in (one, other)
    ]
    return float(np.abs(parts[0].astype(int) - parts[1]).mean())
