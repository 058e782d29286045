from __future__ import annotations

import math
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.model import RefusedError, State
from xentgui.recovery import Recovery, decode, encode

STATE = State(["a", "b"], [0.1, -math.inf], [1 / 3, 0], math.inf, 0.05)

LOGITS = st.lists(st.floats(allow_nan=False, max_value=1e308), min_size=2, max_size=5).filter(
    lambda logits: any(math.isfinite(logit) for logit in logits)
)


@given(LOGITS, st.text(), st.floats(0, math.inf), st.floats(0, 1))
def test_that_a_state_is_read_back_to_the_last_bit(
    logits: list[float], name: str, temperature: float, smoothing: float
) -> None:
    count = len(logits)
    state = State([name] * count, logits, [1.0] * count, temperature, smoothing)

    assert decode(encode(state)) == state


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b'{"labels": ["a"]}',
        encode(STATE)[:-5],
        encode(STATE).replace(b"0.1", b"NaN"),
        encode(STATE).replace(b'"labels"', b'"names"'),
    ],
)
def test_that_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedError):
        decode(data)


def _left_by_a_dead_program(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"recovery-{name}.json"
    path.write_bytes(data)
    return path


def test_that_work_left_behind_is_found_once(qapp: QApplication, tmp_path: Path) -> None:
    left = _left_by_a_dead_program(tmp_path, "1-x", encode(STATE))

    recovery = Recovery(tmp_path)

    assert recovery.lost() == STATE
    assert not left.exists()
    assert Recovery(tmp_path).lost() is None
    recovery.close()


def test_that_found_work_is_safe_again_before_the_old_file_goes(
    qapp: QApplication, tmp_path: Path
) -> None:
    _left_by_a_dead_program(tmp_path, "1-x", encode(STATE))

    recovery = Recovery(tmp_path)
    recovery.lost()

    assert decode(recovery.path.read_bytes()) == STATE
    recovery.close()


def test_that_the_newest_work_comes_first_and_the_rest_is_kept(
    qapp: QApplication, tmp_path: Path
) -> None:
    older = _left_by_a_dead_program(tmp_path, "1-x", encode(State(["a", "b"], [0, 0], [1, 0])))
    newer = _left_by_a_dead_program(tmp_path, "2-y", encode(STATE))
    os.utime(older, (1_000_000, 1_000_000))
    os.utime(newer, (2_000_000, 2_000_000))

    recovery = Recovery(tmp_path)

    assert recovery.lost() == STATE
    assert older.exists()
    recovery.close()


def test_that_two_programs_leave_each_others_work_alone(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    one, other = Recovery(tmp_path), Recovery(tmp_path)
    one.keep(STATE)
    one.write()

    assert other.lost() is None
    assert one.path.exists()
    other.close()
    assert one.path.exists()
    one.close()


def test_that_a_file_that_cannot_be_read_is_set_aside_and_the_next_one_is_taken(
    qapp: QApplication, tmp_path: Path
) -> None:
    damaged = _left_by_a_dead_program(tmp_path, "2-y", b'{"labels": [')
    good = _left_by_a_dead_program(tmp_path, "1-x", encode(STATE))
    os.utime(good, (1_000_000, 1_000_000))

    recovery = Recovery(tmp_path)

    assert recovery.lost() == STATE
    assert damaged.with_suffix(".damaged").read_bytes() == b'{"labels": ['
    recovery.close()


def test_that_the_last_of_many_steps_is_written(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    recovery = Recovery(tmp_path)
    for logit in range(100):
        recovery.keep(State(["a", "b"], [logit, 0], [1, 0]))

    qtbot.waitUntil(recovery.path.exists)

    assert decode(recovery.path.read_bytes()).logits == (99.0, 0.0)
    recovery.close()


def test_that_nothing_remains_after_an_end_as_it_should_be(
    qapp: QApplication, tmp_path: Path
) -> None:
    recovery = Recovery(tmp_path)
    recovery.keep(STATE)
    recovery.write()

    recovery.close()

    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_cannot_be_made_stops_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    recovery = Recovery(blocked / "state")
    recovery.keep(STATE)
    recovery.write()

    assert recovery.lost() is None
    recovery.close()
