"""Steps of a training give way to frames that are late, but not all of them."""

from __future__ import annotations

import math

from xentgui.window.descent.pace import FRAME_MS
from xentgui.window.training.room_for_steps import LEAST_A_SECOND, MOST_MS, RoomForSteps

STEP_MS = 0.25


def taken_in(room: RoomForSteps, since_ms: float, step_ms: float = STEP_MS) -> int:
    room.begin(since_ms)
    taken = 1
    while not room.is_full(taken, taken * step_ms):
        taken += 1
    return taken


def test_that_frames_in_time_have_all_the_steps_that_fit() -> None:
    room = RoomForSteps()
    assert [taken_in(room, FRAME_MS) for _ in range(5)] == [MOST_MS / STEP_MS] * 5


def test_that_late_frames_have_fewer_steps_but_enough_in_a_second() -> None:
    room, late = RoomForSteps(), 1.5 * FRAME_MS
    counts = [taken_in(room, late) for _ in range(30)]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] == math.ceil(LEAST_A_SECOND * late / 1e3) < counts[0]


def test_that_steps_come_back_once_frames_are_in_time() -> None:
    room = RoomForSteps()
    for _ in range(30):
        taken_in(room, 2.0 * FRAME_MS)
    counts = [taken_in(room, FRAME_MS) for _ in range(100)]
    assert counts == sorted(counts)
    assert counts[-1] == MOST_MS / STEP_MS


def test_that_slow_steps_do_not_hold_a_frame_up() -> None:
    room = RoomForSteps()
    for _ in range(10):
        assert taken_in(room, 100.0 * FRAME_MS, step_ms=MOST_MS) == 1
