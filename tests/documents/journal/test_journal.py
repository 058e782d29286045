"""A journal gives back what a session had, with its undo history, however it breaks off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.documents.classifiers import LARGE
from tests.documents.line import LINE, Line, steeper
from tests.documents.points import POINTS, Points
from tests.documents.samples import LECTURE
from tests.documents.steps.test_steps import CHANGES, CLOUD, _bits
from xentgui.documents.document_text import encode
from xentgui.documents.file_lock import FileLock
from xentgui.documents.journal import frames, replay
from xentgui.documents.journal.recorder import Recorder
from xentgui.documents.place import Place
from xentgui.documents.recovery import Recovery
from xentgui.documents.scene import Document, Scene
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.documents.subject_formats import SUBJECTS
from xentgui.model import RefusedError, State
from xentgui.model.class_order import ascending
from xentgui.model.edits import reorder_classes
from xentgui.model.subjects import BareLogits, OnState, Subject
from xentgui.model.subjects.on_classifier import OnClassifier, with_point
from xentgui.panels import PANELS

OPENING = State(("a", "b", "c"), (2.33, -1.46, 0.56), (1, 0, 0))


@pytest.fixture(autouse=True)
def _registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SUBJECTS, LINE.key, LINE)
    monkeypatch.setitem(SUBJECTS, POINTS.key, POINTS)


class Program:
    """A program without a window, which keeps its work in `folder`."""

    def __init__(self, folder: Path, **options: int) -> None:
        self.store = Store(BareLogits(OPENING))
        self.session = Session(self.store, [panel.key for panel in PANELS])
        # In a window, cards that come and go announce that at once, also within a step.
        self.session.scene_shown.connect(self.session.announce)
        self.recovery = Recovery(folder, **options)  # type: ignore[arg-type]
        self.recorder = Recorder(self.recovery, self.session, self.store)

    def resume(self) -> replay.Replayed:
        """Continue with what a program left."""
        found = self.recovery.lost()
        assert found is not None
        self.recorder.go_on_with(found)
        self.session.resume(found)
        return found

    def edit(self, change: Callable[[State], State], text: str = "edit") -> bool:
        return self.store.edit(OnState(change), text)

    def die(self) -> None:
        """End as a program that is killed: nothing more is written, and its lock is free."""
        self.store.history.blockSignals(True)
        self.session.blockSignals(True)
        self.recovery._lock.unlock()

    def all_of_it(self) -> tuple[Any, ...]:
        """Return everything that must be there again, the undo history state by state."""
        session, store = self.session, self.store
        history = [store.history.text(place) for place in range(store.history.count())]
        states = [_bits(BareLogits(state)) for state in session.states()]
        there = session.path, session.scene, session.document(), store.history.index()
        return (*there, history, states)


@pytest.fixture
def begin(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """Return a function that starts a program; all of them share a folder."""
    programs: list[Program] = []

    def begin(**options: int) -> Program:
        programs.append(Program(tmp_path / "state", **options))
        return programs[-1]

    yield begin
    for program in programs:
        program.store.history.blockSignals(True)


def _logit(k: int, value: float) -> Callable[[State], State]:
    from xentgui.model.edits import with_logit

    return lambda state: with_logit(state, k, value)


MOVES = st.lists(
    st.one_of(
        CHANGES,
        st.sampled_from(["undo", "redo", "undo", "gesture", "add", "remove", "describe", "next"]),
    ),
    max_size=20,
)
NUMBERS = count()


@settings(max_examples=30)
@given(MOVES, st.sampled_from([1, 1 << 20]))
def test_that_after_any_steps_a_killed_program_comes_back_with_its_history(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, moves: list[Any], shorten: int
) -> None:
    folder = tmp_path_factory.getbasetemp() / f"journal-{next(NUMBERS)}"
    program = Program(folder, shorten=shorten)
    store, session = program.store, program.session
    session.start(LECTURE)
    for move in moves:
        if callable(move):
            program.edit(move)
        elif move == "gesture":
            drag = store.begin(object(), "drag")
            for logit in (3.0, 4.0):
                drag.edit(OnState(_logit(1, logit)))
            drag.end()
        elif move == "add":
            session.change(Place.with_copy, "add")
        elif move == "remove":
            session.change(Place.without_present, "remove")
        elif move == "describe":
            words = partial(Place.described, title={"en": f"Title {len(moves)}"}, caption={})
            session.change(words, "describe")
        elif move == "next":
            session.visit((session.scene + 1) % session.count)
        else:
            getattr(store.history, move)()
        if shorten == 1:  # as fast as the journal can be written anew
            program.recovery._go_on()
    wanted, kept = program.all_of_it(), program.recovery.path.exists()
    program.die()
    if not kept:
        assert not store.history.count()
        return

    again = Program(folder)
    assert again.resume().damage == ""
    assert again.all_of_it() == wanted
    again.die()

    once_more = Program(folder)
    once_more.resume()
    assert once_more.all_of_it() == wanted
    while once_more.store.history.canUndo():
        once_more.store.history.undo()
    assert once_more.session.document().scenes == LECTURE.scenes
    once_more.recovery.close()
    once_more.die()


def test_that_every_kind_of_subject_comes_back_with_its_history(
    begin: Callable[..., Program],
) -> None:
    program = begin()
    program.session.start(Document((Scene(Line(0.5, 1.25)), Scene(CLOUD), Scene(LARGE))))
    program.store.edit(steeper, "Steeper")
    program.session.visit(1)

    def trained(points: Subject) -> Subject:
        assert isinstance(points, Points)
        return Points(points.inputs, points.weights * 1.01, 7)

    size = program.recovery.path.stat().st_size
    program.store.edit(trained, "Train")
    assert program.recovery.path.stat().st_size - size < 400
    program.session.visit(2)
    program.store.edit(OnClassifier(lambda one: with_point(one, 7, (3.0, 1.0))), "Move")
    program.die()

    again = begin()
    again.resume()

    assert again.store.subject == with_point(LARGE, 7, (3.0, 1.0))
    again.store.history.undo()
    assert again.store.subject == LARGE
    again.session.visit(1)
    assert again.store.subject == trained(CLOUD)
    again.store.history.undo()
    assert again.store.subject == CLOUD
    again.store.history.undo()
    assert again.store.subject == Line(0.5, 1.25)
    again.store.history.redo()
    assert again.store.subject == Line(0.5, 2.5)


def test_that_a_step_among_very_many_classes_writes_few_bytes(
    begin: Callable[..., Program],
) -> None:
    program = begin()
    count = 50_257
    program.session.start(
        Document((Scene(BareLogits(State(["a"] * count, range(count), [1] * count))),))
    )
    program.edit(_logit(7, 1.5))
    before = program.recovery.path.stat().st_size

    drag = program.store.begin(object(), "Drag")
    for logit in range(100):
        drag.edit(OnState(_logit(7, float(logit))))
    assert program.recovery.path.stat().st_size == before
    drag.end()

    assert 0 < program.recovery.path.stat().st_size - before < 200


def test_that_classes_that_were_sorted_come_back_with_their_history(
    begin: Callable[..., Program],
) -> None:
    program = begin()
    count = 5000
    names = [f"token {number}" for number in range(count)]
    logits = [float(k * 7919 % count) for k in range(count)]
    program.session.start(Document((Scene(BareLogits(State(names, logits, [1] * count))),)))
    program.edit(_logit(7, 1.5))
    before = program.recovery.path.stat().st_size

    program.edit(lambda state: reorder_classes(state, ascending(-state.logit_array)), "Sort")
    program.edit(lambda state: reorder_classes(state, state.picked_names.by_name), "Sort")

    assert 0 < program.recovery.path.stat().st_size - before < 2 * 3 * count
    program.edit(_logit(9, -3.25))
    for _ in range(2):
        program.store.history.undo()
    there = program.all_of_it()
    program.die()
    again = begin()
    again.resume()
    assert again.all_of_it() == there
    for _ in range(3):
        program.store.history.undo()
        again.store.history.undo()
        assert again.all_of_it() == program.all_of_it()
    for _ in range(4):
        again.store.history.redo()
    assert again.store.snapshot.state.labels[:2] == ("token 0", "token 1")


def _kept(begin: Callable[..., Program]) -> tuple[Program, bytes, list[tuple[int, Any]]]:
    """Return a program, its journal, and what there was once the journal had so many bytes."""
    program = begin()
    ends = []
    for logit in (3.0, 4.0, 5.0):
        program.edit(_logit(0, logit))
        ends.append((program.recovery.path.stat().st_size, program.all_of_it()))
    program.store.history.undo()
    ends.append((program.recovery.path.stat().st_size, program.all_of_it()))
    data = program.recovery.path.read_bytes()
    program.recovery.close()
    return program, data, ends


def _left(folder: Path, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "recovery-1-x.journal"
    path.write_bytes(data)
    return path


def test_that_a_journal_cut_anywhere_gives_every_whole_step(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    _, data, ends = _kept(begin)
    whole = dict(ends)
    found = frames.read(data).whole
    assert {frame.end for frame in found} >= set(whole)

    for size in range(found[0].end, len(data) + 1):
        last = max((end for end in whole if end <= size), default=0)
        read = replay.read(data[:size])
        assert read.damage == ("" if size in {frame.end for frame in found} else "torn")
        assert read.size <= size
        if last:
            *_, document, done, names, _ = whole[last]
            assert read.work.document.scenes[0].subject == document.scenes[0].subject
            assert (read.done, [step.text for step in read.steps]) == (done, names)


def test_that_no_changed_byte_passes_for_a_step(begin: Callable[..., Program]) -> None:
    _, data, _ = _kept(begin)
    right = replay.read(data)
    base = frames.read(data).whole[0].end

    for at in range(base, len(data)):
        for flip in (1, 0x80, 0xFF):
            damaged = data[:at] + bytes([data[at] ^ flip]) + data[at + 1 :]
            read = replay.read(damaged)
            assert read.damage == "damaged" or at > len(data) - 80
            assert read.damage
            assert len(read.steps) <= len(right.steps)
            for step, same in zip(read.steps, right.steps, strict=False):
                assert step.encode() == same.encode()


def test_that_a_damaged_base_is_refused(begin: Callable[..., Program]) -> None:
    _, data, _ = _kept(begin)
    base = frames.read(data).whole[0].end

    for at in range(base):
        with pytest.raises(ValueError):  # noqa: PT011 - of the frames, the text or the document
            replay.read(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
    with pytest.raises(ValueError, match="no journal"):
        replay.read(b"")


def test_that_work_goes_on_behind_what_was_cut_off(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    _, data, _ = _kept(begin)
    _left(tmp_path / "state", data[:-3])

    program = begin()
    assert program.resume().damage == "torn"
    program.edit(_logit(0, 9.0))
    wanted = program.all_of_it()
    program.die()

    again = begin()
    assert again.resume().damage == ""
    assert again.all_of_it() == wanted


def test_that_a_damaged_journal_is_kept_and_read_up_to_there(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    _, data, ends = _kept(begin)
    damaged = bytearray(data)
    damaged[ends[0][0] + 10] ^= 1  # in the second step
    left = _left(tmp_path / "state", bytes(damaged))

    program = begin()
    found = program.resume()

    assert found.damage == "damaged"
    assert program.recovery.damaged == left.with_suffix(".damaged")
    assert left.with_suffix(".damaged").read_bytes() == bytes(damaged)
    assert not left.exists()
    assert program.store.snapshot.state.logits == (3.0, -1.46, 0.56)
    program.edit(_logit(0, 9.0))
    wanted = program.all_of_it()
    program.die()
    again = begin()
    again.resume()
    assert again.all_of_it() == wanted


def test_that_a_number_of_a_process_that_lives_again_locks_nothing(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    _, data, _ = _kept(begin)
    left = _left(tmp_path / "state", data)
    left.with_suffix(".lock").write_text("1")  # there is always a process with this number

    assert begin().resume().damage == ""


def test_that_a_journal_is_there_once_and_two_programs_never_share_it(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    _, data, _ = _kept(begin)
    _left(tmp_path / "state", data)
    one, other = begin(), begin()

    one.resume()
    one.edit(_logit(0, 9.0))

    assert other.recovery.lost() is None
    assert one.recovery.path.exists()


def test_that_a_lock_is_free_once_it_is_unlocked_and_not_before(tmp_path: Path) -> None:
    one, other = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")

    assert one.try_lock()
    assert not other.try_lock()
    one.unlock()
    assert other.try_lock()
    assert not one.try_lock()
    assert other.is_held
    (tmp_path / "lock").unlink()
    assert not other.is_held


def test_that_what_is_undone_for_ever_does_not_lengthen_the_journal_for_ever(
    begin: Callable[..., Program],
) -> None:
    program = begin(shorten=2000)
    program.edit(_logit(0, 3.0))
    for _ in range(500):
        program.store.history.undo()
        program.store.history.redo()
        program.recovery.write()

    assert program.recovery.path.stat().st_size < 5000
    program.die()
    again = begin()
    again.resume()
    assert again.store.snapshot.state.logits[0] == 3.0
    assert again.store.history.count() == 1


def test_that_steps_taken_while_the_journal_is_written_anew_are_in_both(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    program = begin(shorten=1)
    for logit in range(10):
        program.edit(_logit(0, float(logit)))
        # It is being written anew, and not done: the older file has the step as well.
        assert replay.read(program.recovery.path.read_bytes()).done == logit + 1
    program.recovery.write()

    assert replay.read(program.recovery.path.read_bytes()).done == 10


def test_that_saving_is_remembered(begin: Callable[..., Program], tmp_path: Path) -> None:
    program = begin()
    program.edit(_logit(0, 3.0))
    path = tmp_path / "saved.xent.json"
    program.session.save(path)
    program.die()

    again = begin()
    again.resume()

    assert again.session.path == path
    assert not again.session.is_modified
    assert not again.session.file_is_other
    again.store.history.undo()
    assert again.session.is_modified
    assert again.store.snapshot.state == OPENING


def test_that_a_file_that_was_just_saved_is_not_taken_for_another_programs(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")
    program = begin()
    program.session.start(LECTURE, path)
    program.edit(_logit(0, 3.0))
    path.write_text(encode(program.session.document()), "utf-8")
    program.die()  # before it could remember that it has saved

    again = begin()
    again.resume()

    assert not again.session.is_modified
    assert not again.session.file_is_other


def test_that_a_normal_end_leaves_nothing(begin: Callable[..., Program], tmp_path: Path) -> None:
    program = begin()
    program.edit(_logit(0, 3.0))
    assert program.recovery.path.exists()

    program.recovery.close()
    program.edit(_logit(0, 4.0))

    assert list((tmp_path / "state").iterdir()) == []


def test_that_a_document_that_was_opened_is_there_again(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")
    program = begin()
    program.edit(_logit(0, 3.0))
    program.session.start(LECTURE, path)
    program.recovery.write()
    program.die()

    again = begin()
    again.resume()

    assert (again.session.path, again.session.document()) == (path, LECTURE)
    assert not again.store.history.count()


def test_that_what_cannot_be_taken_is_no_step_of_the_journal(begin: Callable[..., Program]) -> None:
    program = begin()
    program.edit(_logit(0, 3.0))
    before = program.recovery.path.read_bytes()

    def refuse(state: State) -> State:
        raise RefusedError("No.")

    assert not program.edit(refuse)
    assert program.recovery.path.read_bytes() == before


# --- Where nothing can be written

outside = pytest.importorskip("tests.outside", reason="there are no such limits on Windows")


def test_that_a_full_disk_is_told_once_and_nothing_is_missing_once_there_is_room(
    begin: Callable[..., Program],
) -> None:
    program = begin()
    told: list[str] = []
    program.recovery.failed.connect(lambda reason: told.append("failed"))
    program.recovery.mended.connect(lambda: told.append("mended"))
    program.edit(_logit(0, 3.0))
    size = program.recovery.path.stat().st_size

    with outside.full_disk(size + 40):
        program.edit(_logit(0, 4.0))
        program.edit(_logit(0, 5.0))
        assert replay.read(program.recovery.path.read_bytes()).done == 1
    assert told == ["failed"]
    program.edit(_logit(0, 6.0))

    assert told == ["failed", "mended"]
    wanted = program.all_of_it()
    program.die()
    again = begin()
    again.resume()
    assert again.all_of_it() == wanted


def test_that_it_is_tried_again_without_a_step(begin: Callable[..., Program]) -> None:
    program = begin()
    with outside.full_disk(0):
        program.edit(_logit(0, 3.0))
    assert not program.recovery.path.exists()

    program.recovery._go_on()  # as the timer does after some seconds
    program.recovery.write()

    assert replay.read(program.recovery.path.read_bytes()).done == 1


def test_that_a_journal_that_somebody_removes_is_written_again(
    begin: Callable[..., Program], tmp_path: Path
) -> None:
    program = begin()
    program.edit(_logit(0, 3.0))
    for path in (tmp_path / "state").iterdir():
        path.unlink()
    (tmp_path / "state").rmdir()

    program.edit(_logit(0, 4.0))

    wanted = program.all_of_it()
    assert begin().recovery.lost() is None  # its lock is there again, too
    program.die()
    again = begin()
    again.resume()
    assert again.all_of_it() == wanted
