from __future__ import annotations

import math
import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.documents import document
from xentgui.documents.journal.replay import contents, read
from xentgui.documents.recovery import Recovery
from xentgui.documents.scene import Document, Scene
from xentgui.documents.work import Work, decode, encode
from xentgui.model import State
from xentgui.model.subjects import BareLogits

STATE = State(["a", "b"], [0.1, -math.inf], [1 / 3, 0], temperature=math.inf, label_smoothing=0.05)
OTHER = Scene(BareLogits(State(["a", "b"], [1, 0], [0, 1])))
SCENES = Document((Scene(BareLogits(STATE), {"en": "A tie"}, unit="bits"), OTHER))
WORK = Work(SCENES, Path("/somewhere/a tie.xent.json"), 1, "123-abc")

LOGITS = st.lists(st.floats(allow_nan=False, max_value=1e308), min_size=2, max_size=5).filter(
    lambda logits: any(math.isfinite(logit) for logit in logits)
)


@given(LOGITS, st.text(), st.floats(0, math.inf), st.floats(0, 1))
def test_that_work_is_read_back_to_the_last_bit(
    logits: list[float], name: str, temperature: float, smoothing: float
) -> None:
    count = len(logits)
    state = State(
        [name] * count, logits, [1.0] * count, temperature=temperature, label_smoothing=smoothing
    )
    work = Work(Document((Scene(BareLogits(state)),)), Path(name), 0, name)

    assert decode(encode(work)) == work


def test_that_place_and_scene_are_read_back() -> None:
    odd = Work(SCENES, Path(os.fsdecode(b"/folder/\xff.xent.json")))

    assert decode(encode(WORK)) == WORK
    assert decode(encode(odd)) == odd
    assert decode(encode(Work(SCENES))) == Work(SCENES)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"[" * 1_000_000,
        b'{"path": ' * 1000,
        b"\xff\xfe\x00",
        b'{"path": null, "scene": 0, "fingerprint": ""}',
        encode(WORK).partition(b"\n")[2],
        encode(WORK)[:-5],
        encode(WORK).replace(b"0.1", b"NaN"),
        encode(WORK).replace(b'"labels"', b'"names"'),
        encode(WORK).replace(b'"scene": 1', b'"scene": 2'),
        encode(WORK).replace(b'"scene": 1', b'"scene": -1'),
        encode(WORK).replace(b'"scene": 1', b'"scene": "1"'),
    ],
)
def test_that_a_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json and documents each have their own
        decode(data)


def _journal(work: Work) -> bytes:
    """Return the journal of a program that has changed nothing."""
    return b"".join(contents(work, (), 0, work))


def _keep(recovery: Recovery, work: Work) -> None:
    recovery.begin(lambda: contents(work, (), 0, work))


def _work_in(path: Path) -> Work:
    return read(path.read_bytes()).work


def _found(recovery: Recovery, path: Path | None = None) -> Work | None:
    found = recovery.lost(path)
    return None if found is None else found.work


def _left_by_a_dead_program(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"recovery-{name}.json"
    path.write_bytes(data)
    return path


def test_that_work_left_behind_is_found_once(qapp: QApplication, tmp_path: Path) -> None:
    left = _left_by_a_dead_program(tmp_path, "1-x", encode(WORK))

    recovery = Recovery(tmp_path)

    assert _found(recovery) == WORK
    assert not left.exists()
    assert Recovery(tmp_path).lost() is None
    recovery.close()


def test_that_found_work_is_safe_again_before_the_old_file_goes(
    qapp: QApplication, tmp_path: Path
) -> None:
    _left_by_a_dead_program(tmp_path, "1-x", encode(WORK))

    recovery = Recovery(tmp_path)
    recovery.lost()

    assert _work_in(recovery.path) == WORK
    recovery.close()


@pytest.mark.always
@pytest.mark.skipif(sys.platform == "win32", reason="no limit of a file's size there")
@pytest.mark.parametrize("kept_before", [False, True])
def test_that_work_that_cannot_be_written_again_stays_in_the_old_file(
    qapp: QApplication, tmp_path: Path, *, kept_before: bool
) -> None:
    from tests.outside import full_disk

    large = State(["x" * 3000, "b"], [0, 1], [1, 0])
    work = Work(Document((Scene(BareLogits(large)),)))
    left = _left_by_a_dead_program(tmp_path, "1-x", encode(work))
    recovery = Recovery(tmp_path)
    if kept_before:
        _keep(recovery, WORK)
        recovery.write()

    with full_disk():
        found = _found(recovery)

    assert found == work
    assert decode(left.read_bytes()) == work
    recovery.close()


def test_that_the_newest_work_comes_first_and_the_rest_is_kept(
    qapp: QApplication, tmp_path: Path
) -> None:
    older = _left_by_a_dead_program(tmp_path, "1-x", encode(Work(Document((OTHER,)))))
    newer = _left_by_a_dead_program(tmp_path, "2-y", encode(WORK))
    os.utime(older, (1_000_000, 1_000_000))
    os.utime(newer, (2_000_000, 2_000_000))

    recovery = Recovery(tmp_path)

    assert _found(recovery) == WORK
    assert older.exists()
    recovery.close()


def test_that_two_programs_leave_each_others_work_alone(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    one, other = Recovery(tmp_path), Recovery(tmp_path)
    _keep(one, WORK)
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
    good = _left_by_a_dead_program(tmp_path, "1-x", encode(WORK))
    os.utime(good, (1_000_000, 1_000_000))

    recovery = Recovery(tmp_path)

    assert _found(recovery) == WORK
    assert damaged.with_suffix(".damaged").read_bytes() == b'{"labels": ['
    recovery.close()


def test_that_the_last_of_many_steps_is_written(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    recovery = Recovery(tmp_path)
    for logit in range(100):
        state = State(["a", "b"], [logit, 0], [1, 0])
        _keep(recovery, Work(Document((Scene(BareLogits(state)),))))

    qtbot.waitUntil(recovery.path.exists)

    assert _work_in(recovery.path).document.scenes[0].state.logits == (99.0, 0.0)
    recovery.close()


def test_that_work_on_one_document_waits_while_another_one_is_opened(
    qapp: QApplication, tmp_path: Path
) -> None:
    left = _left_by_a_dead_program(tmp_path, "1-x", encode(WORK))
    recovery = Recovery(tmp_path)

    assert _found(recovery, Path("/somewhere/else.xent.json")) is None
    assert left.exists()
    assert _found(recovery, WORK.path) == WORK
    recovery.close()


def test_that_many_steps_in_quick_succession_do_not_put_off_the_writing_of_large_work(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    recovery = Recovery(tmp_path)
    state = State([""] * 3000, [0] * 3000, [1] * 3000)

    def step() -> bool:
        _keep(recovery, Work(Document((Scene(BareLogits(state)),))))
        return recovery.path.exists()

    qtbot.waitUntil(step)
    recovery.close()


def test_that_large_work_is_written_in_turns_with_everything_else(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    recovery = Recovery(tmp_path)
    logits = [k / 7 for k in range(100_000)]
    states = [State([""] * 100_000, logits, [1] * 100_000, temperature=warmth) for warmth in (1, 2)]
    turns: list[float] = []
    others = QTimer()
    others.timeout.connect(lambda: turns.append(time.monotonic()))
    others.start(0)

    for state in states:
        _keep(recovery, Work(Document((Scene(BareLogits(state)),))))
        recovery._go_on()
    qtbot.waitUntil(lambda: recovery.path.exists() and recovery._pieces is None)
    others.stop()

    assert _work_in(recovery.path).document.scenes[0].state == states[1]
    assert len(turns) > 10
    recovery.close()


def test_that_work_that_is_being_written_can_be_written_at_once(
    qapp: QApplication, tmp_path: Path
) -> None:
    recovery = Recovery(tmp_path)
    state = State([""] * 100_000, [1 / 7] * 100_000, [1] * 100_000)
    _keep(recovery, Work(Document((Scene(BareLogits(state)),))))
    recovery._go_on()
    assert not recovery.path.exists()

    recovery.write()

    assert _work_in(recovery.path).document.scenes[0].state == state
    recovery.close()


def test_that_what_was_being_written_when_a_program_died_is_removed(
    qapp: QApplication, tmp_path: Path
) -> None:
    left = _left_by_a_dead_program(tmp_path, "1-x", encode(WORK))
    left.with_suffix(".new").write_bytes(encode(WORK)[:100])
    recovery = Recovery(tmp_path)

    assert _found(recovery) == WORK
    assert not left.with_suffix(".new").exists()
    recovery.close()


def test_that_nothing_remains_of_work_that_is_no_longer_needed(
    qapp: QApplication, tmp_path: Path
) -> None:
    recovery = Recovery(tmp_path)
    _keep(recovery, WORK)
    recovery.write()

    recovery.forget()

    assert not recovery.path.exists()
    recovery.close()


def test_that_discarded_work_is_a_document_that_stays(qapp: QApplication, tmp_path: Path) -> None:
    recovery = Recovery(tmp_path)
    recovery.discard(SCENES)
    recovery.close()

    assert document.decode(recovery.discarded.read_bytes()) == SCENES
    assert Recovery(tmp_path).lost() is None


def test_that_nothing_remains_after_an_end_as_it_should_be(
    qapp: QApplication, tmp_path: Path
) -> None:
    recovery = Recovery(tmp_path)
    _keep(recovery, WORK)
    recovery.write()

    recovery.close()

    assert list(tmp_path.iterdir()) == []


def test_that_a_folder_that_cannot_be_made_stops_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")

    recovery = Recovery(blocked / "state")
    _keep(recovery, WORK)
    recovery.write()

    assert _found(recovery) is None
    recovery.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_that_a_folder_that_may_not_be_looked_into_stops_nothing(
    qapp: QApplication, tmp_path: Path
) -> None:
    folder = tmp_path / "state"
    folder.mkdir(mode=0)
    try:
        recovery = Recovery(folder)
        _keep(recovery, WORK)

        assert not recovery.write()
        assert not recovery.has_discarded
        assert recovery.lost() is None
        recovery.close()
    finally:
        folder.chmod(0o700)
