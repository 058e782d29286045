"""Digits in a play: as often as they can be read, of one moment, and exact as soon as it rests."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from xentgui.documents.store import Store
from xentgui.model import Snapshot, State
from xentgui.model.edits.values import with_logit
from xentgui.model.subjects import BareLogits, OnState
from xentgui.model.view import View
from xentgui.window.readouts_pace import FRAMES, PERIOD_S, ReadoutsPace

STATE = State(("a", "b", "c"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


def _let_pass(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:  # without a turn of the event loop
        pass


class _Paced:
    """A store, and what is read of it; each of its steps changes the view, too."""

    def __init__(self, firsts: tuple[int, ...] = (0,)) -> None:
        self._parent = QObject()
        self.store = Store(BareLogits(STATE), self._parent)
        self.store.follow = lambda view, *_: replace(view, decimals=2 + (view.decimals + 1) % 4)
        self._plays, self._steps = False, 0
        self.paces = [
            ReadoutsPace(self.store, lambda: self._plays, self._parent, first) for first in firsts
        ]
        self.pace, self.seen = self.paces[0], list[Snapshot | View]()
        self.pace.changed.connect(self.seen.append)
        self.pace.view_changed.connect(self.seen.append)

    def step(self, *, plays: bool) -> None:
        self._steps, self._plays = self._steps + 1, plays
        value = 0.01 * self._steps
        assert self.store.edit(OnState(lambda state: with_logit(state, 0, value)), "a step")
        self._plays = False

    def step_slowly(self) -> bool:
        """Take a step of a play whose frame is a period of its own; return if the machine paused."""
        self.step(plays=True)
        begun = time.perf_counter()
        _let_pass(PERIOD_S)
        paused = time.perf_counter() > begun + 1.5 * PERIOD_S
        QCoreApplication.processEvents()
        return paused

    @property
    def is_exact(self) -> bool:
        return self.seen[-2:] == [self.store.view, self.store.snapshot]


def test_that_steps_of_a_play_are_read_no_more_often_than_digits_can_be(qtbot: QtBot) -> None:
    paced, begun = _Paced(), time.perf_counter()
    for _ in range(200):
        paced.step(plays=True)
        QCoreApplication.processEvents()
    periods = (time.perf_counter() - begun) / PERIOD_S

    numbers = [one for one in paced.seen if isinstance(one, Snapshot)]
    assert 1 <= len(numbers) <= periods + 2
    assert len(paced.seen) == 2 * len(numbers)  # each with its view

    qtbot.waitUntil(lambda: paced.is_exact)  # though nothing comes after it


def test_that_whatever_else_changes_is_read_at_once() -> None:
    paced = _Paced()
    for _ in range(20):
        paced.step(plays=False)
        assert paced.is_exact


def test_that_another_view_brings_what_was_held_back() -> None:
    paced = _Paced()
    for _ in range(20):
        paced.step(plays=True)
    paced.store.show(replace(paced.store.view, decimals=9))

    assert paced.seen[-2] is paced.store.view
    assert paced.seen[-1] is paced.store.snapshot


def test_that_another_view_comes_to_one_pace_after_the_other(qtbot: QtBot) -> None:
    paced, pauses = _Paced((0, 2, 4)), 0
    shown: list[list[int]] = [[]]
    for nth, pace in enumerate(paced.paces):
        pace.changed.connect(lambda _, nth=nth: shown[-1].append(nth))
    paced.step(plays=True)
    paced.store.show(replace(paced.store.view, decimals=9))
    assert shown == [[0]]
    QCoreApplication.processEvents()
    for _ in range(3):
        shown.append([])
        pauses += paced.step_slowly()
    assert pauses or shown[1:] == [[1], [2], []]

    for pace in paced.paces:
        pace.catch_up()
    paced.step(plays=True)
    shown.append([])
    paced.store.show(replace(paced.store.view, decimals=8))
    qtbot.waitUntil(lambda: sorted(shown[-1]) == [0, 1, 2])  # though no step comes after it


def test_that_catching_up_twice_shows_nothing_twice() -> None:
    paced = _Paced()
    for _ in range(20):
        paced.step(plays=True)
    paced.pace.catch_up()
    assert paced.is_exact
    count = len(paced.seen)
    paced.pace.catch_up()

    assert len(paced.seen) == count


def test_that_slow_frames_leave_most_of_them_to_pictures() -> None:
    paced, pauses = _Paced(), 0
    for _ in range(4 * FRAMES):
        pauses += paced.step_slowly()

    assert sum(isinstance(one, Snapshot) for one in paced.seen) <= 4 + pauses


def test_that_paces_take_turns() -> None:
    paced, pauses = _Paced((0, 2, 4)), 0
    shown: list[list[int]] = []  # which of them pass something on, step by step
    for nth, pace in enumerate(paced.paces):
        pace.changed.connect(lambda _, nth=nth: shown[-1].append(nth))
    shown.append([])
    paced.step(plays=False)
    assert shown == [[0, 1, 2]]
    for _ in range(2 * FRAMES):
        shown.append([])
        pauses += paced.step_slowly()
    assert sum(len(one) > 1 for one in shown[1:]) <= pauses
    if not pauses:
        assert shown[1:] == 2 * [[0], [], [2], [], [1], []]

    paced.pace.catch_up()
    assert paced.is_exact


def test_that_what_is_due_is_passed_on_though_more_follows_in_the_same_turn() -> None:
    paced = _Paced()
    for _ in range(FRAMES + 3):
        paced.step(plays=True)
    assert not paced.seen
    QCoreApplication.processEvents()

    assert paced.is_exact


def test_that_what_a_hand_and_a_step_change_together_is_one_frame() -> None:
    paced, pauses = _Paced(), 0
    for _ in range(4 * FRAMES):
        paced.step(plays=True)
        pauses += paced.step_slowly()

    assert sum(isinstance(one, Snapshot) for one in paced.seen) <= 4 + pauses
