from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.documents.samples import LECTURE, MASKED, ONE, TIE
from xentgui.documents.document import Document, decode, encode
from xentgui.documents.document_file import fingerprint
from xentgui.documents.file_error import FileError
from xentgui.documents.journal.replay import Replayed
from xentgui.documents.place import Place
from xentgui.documents.session import Session
from xentgui.documents.store import Store
from xentgui.documents.work import Work
from xentgui.model import State
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import BareLogits, resolve, to_state
from xentgui.panels import PANELS

OPENING = State(["a", "b"], [1, 0], [1, 0])
EDITED = State(["a", "b"], [5, 0], [1, 0])


@pytest.fixture
def begin(qtbot: QtBot) -> Iterator[Callable[[], Session]]:
    """Return a function that starts a program without a window."""
    stores: list[Store] = []

    def begin() -> Session:
        stores.append(Store(BareLogits(OPENING)))
        return Session(stores[-1], [panel.key for panel in PANELS])

    yield begin
    for store in stores:  # as the window does at its end
        store.history.blockSignals(True)


@pytest.fixture
def session(begin: Callable[[], Session]) -> Session:
    return begin()


@pytest.fixture
def store(session: Session) -> Store:
    return session._store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "lecture.xent.json"
    path.write_text(encode(LECTURE), "utf-8")
    return path


def _left(work: Work) -> Replayed:
    """Return what a crashed program has left of `work`, without an undo history."""
    return Replayed(work, work)


def _open(session: Session, path: Path) -> None:
    data = path.read_bytes()
    session.start(decode(data), path, fingerprint(data))


def test_that_new_work_is_not_modified_until_it_is(session: Session, store: Store) -> None:
    assert not session.is_modified

    store.edit(to_state(EDITED), "edit")
    assert session.is_modified

    store.history.undo()
    assert not session.is_modified


def test_that_a_state_typed_back_is_not_modified(session: Session, store: Store) -> None:
    store.edit(to_state(EDITED), "edit")
    store.edit(to_state(State(["a", "b"], [1, 0], [1, 0])), "and back")

    assert not session.is_modified


def test_that_a_gesture_modifies_when_it_ends(session: Session, store: Store) -> None:
    store.begin(None, "drag")
    store.edit(to_state(EDITED), "drag")
    store.end_gesture()

    assert session.is_modified


def test_that_how_it_is_looked_at_counts_only_for_what_has_a_file(
    session: Session, store: Store, path: Path
) -> None:
    store.show(replace(store.view, unit="bits"))
    session.announce()
    assert not session.is_modified

    _open(session, path)
    assert store.view.unit == "bits"
    store.show(replace(store.view, unit="dits"))
    session.announce()
    assert session.is_modified


def test_that_opening_begins_anew(session: Session, store: Store, path: Path) -> None:
    store.edit(to_state(EDITED), "edit")
    store.show(replace(store.view, pinned=OPENING, highlight=ClassMark(1)))

    _open(session, path)

    assert store.snapshot.state == TIE.state
    assert not store.history.canUndo()
    assert (store.view.pinned, store.view.highlight) == (None, None)
    assert (session.path, session.scene, session.count) == (path, 0, 3)
    assert not session.is_modified


def test_that_saving_keeps_every_scene_and_all_that_is_not_shown(
    session: Session, store: Store, path: Path
) -> None:
    session.shown_panels = lambda: ("distribution", "gradient", "information")
    _open(session, path)
    state = replace(TIE.state, temperature=2.0)
    store.edit(to_state(state), "warmer")

    session.save(path)

    saved = decode(path.read_bytes())
    panels = ("gradient", "information", "distribution")
    assert saved.scenes == (
        replace(TIE, subject=BareLogits(state), panels=panels),
        *LECTURE.scenes[1:],
    )
    assert not session.is_modified


def test_that_panels_of_another_program_are_kept(session: Session, store: Store) -> None:
    session.shown_panels = lambda: ("distribution",)
    session.start(Document((replace(TIE, panels=("simplex_4d", "gradient")),)), Path("/a"))

    assert session.document().scenes[0].panels == ("simplex_4d", "distribution")


def test_that_panels_that_were_left_open_are_no_change(session: Session) -> None:
    session.shown_panels = lambda: ("distribution",)
    session.start(ONE, Path("/a"))
    session.announce()

    assert not session.is_modified


def test_that_saved_work_is_clean_and_undo_makes_it_dirty_again(
    session: Session, store: Store, tmp_path: Path
) -> None:
    store.edit(to_state(EDITED), "edit")

    session.save(tmp_path / "new.xent.json")
    assert not session.is_modified
    assert session.path == tmp_path / "new.xent.json"
    assert resolve(session.opening_subject) == EDITED

    store.history.undo()
    assert session.is_modified


def test_that_a_save_that_fails_changes_nothing(
    session: Session, store: Store, path: Path, tmp_path: Path
) -> None:
    _open(session, path)
    store.edit(to_state(EDITED), "edit")

    with pytest.raises(FileError):
        session.save(tmp_path / "nowhere" / "a.xent.json")

    assert session.path == path
    assert session.is_modified
    assert store.snapshot.state == EDITED
    assert store.history.canUndo()


def test_that_a_visit_is_no_step_and_keeps_what_was_done_to_the_scenes(
    session: Session, store: Store, path: Path
) -> None:
    _open(session, path)
    warmer = replace(TIE.state, temperature=2.0)
    store.edit(to_state(warmer), "warmer")

    session.visit(1)
    assert store.snapshot.state == MASKED.state
    assert store.view.unit == "nats"
    assert session.title == {"en": "Three"}
    session.visit(0)
    assert store.snapshot.state == warmer
    assert store.view.unit == "bits"

    assert store.history.count() == 1
    store.history.undo()
    assert store.snapshot.state == TIE.state
    assert not session.is_modified


def test_that_undoing_an_edit_goes_back_to_its_scene(
    session: Session, store: Store, path: Path
) -> None:
    _open(session, path)
    store.edit(to_state(EDITED), "in the first")
    session.visit(2)
    store.edit(to_state(MASKED.state), "in the third")
    session.visit(1)

    store.history.undo()
    assert (session.scene, store.snapshot.state) == (2, LECTURE.scenes[2].state)
    store.history.undo()
    assert (session.scene, store.snapshot.state) == (0, TIE.state)
    assert store.view.unit == TIE.unit
    assert session.document() == LECTURE
    store.history.redo()
    assert (session.scene, store.snapshot.state) == (0, EDITED)
    store.history.redo()
    assert (session.scene, store.snapshot.state) == (2, MASKED.state)


def test_that_steps_of_scenes_and_edits_are_undone_from_wherever_one_is(
    session: Session, store: Store, path: Path
) -> None:
    _open(session, path)
    session.visit(1)
    session.change(Place.with_copy, "add")
    store.edit(to_state(EDITED), "in the copy")
    session.visit(0)
    session.change(Place.without_present, "remove")
    session.visit(2)

    for scene, count in ((0, 4), (2, 4), (1, 3)):
        store.history.undo()
        assert (session.scene, session.count) == (scene, count)
    assert session.document() == LECTURE
    for _ in range(3):
        store.history.redo()
    assert session.document().scenes == (
        MASKED,
        replace(MASKED, subject=BareLogits(EDITED), title={}),
        LECTURE.scenes[2],
    )


def test_that_a_drag_ends_in_its_scene(session: Session, store: Store, path: Path) -> None:
    _open(session, path)
    drag = store.begin(object(), "drag")
    drag.edit(to_state(EDITED))

    session.visit(1)

    assert not drag.is_open
    assert session.document().scenes[0].state == EDITED
    store.history.undo()
    assert session.document() == LECTURE


def test_that_walking_through_the_scenes_changes_nothing(session: Session, path: Path) -> None:
    _open(session, path)
    for scene in (1, 2, 3, 99, -1, 1, 0):
        session.visit(scene)

    assert session.scene == 0
    assert session.document() == LECTURE
    assert not session.is_modified


def test_that_a_change_in_a_scene_that_is_not_shown_is_a_change(
    session: Session, store: Store, path: Path
) -> None:
    _open(session, path)
    store.edit(to_state(EDITED), "edit")

    session.visit(2)

    assert session.is_modified
    assert resolve(session.opening_subject) == LECTURE.scenes[2].state


def test_that_reverting_takes_what_the_disk_has_and_can_be_undone(
    session: Session, store: Store, path: Path
) -> None:
    _open(session, path)
    session.visit(2)
    store.edit(to_state(EDITED), "edit")
    path.write_text(encode(ONE), "utf-8")

    session.revert("Revert")
    assert store.snapshot.state == MASKED.state
    assert (session.scene, session.count) == (0, 1)
    assert not session.is_modified

    store.history.undo()
    assert store.snapshot.state == EDITED
    assert (session.scene, session.count) == (2, 3)
    assert session.is_modified
    store.history.redo()
    assert not session.is_modified


def test_that_reverting_to_a_damaged_file_changes_nothing(
    session: Session, store: Store, path: Path
) -> None:
    _open(session, path)
    store.edit(to_state(EDITED), "edit")
    path.write_text("{")

    with pytest.raises(FileError):
        session.revert("Revert")

    assert store.snapshot.state == EDITED
    assert session.is_modified


def test_that_work_without_a_file_reverts_to_how_it_began(session: Session, store: Store) -> None:
    store.edit(to_state(EDITED), "edit")

    session.revert("Revert")

    assert store.snapshot.state == OPENING
    assert not session.is_modified


def test_that_keeping_mine_leaves_something_to_save(session: Session, path: Path) -> None:
    _open(session, path)
    path.write_text(encode(ONE), "utf-8")
    assert session.file.watch.is_other()

    session.keep_mine()

    assert session.is_modified
    assert not session.file.watch.is_other()
    session.save(path)
    assert not session.is_modified
    assert decode(path.read_bytes()) == session.document()


def test_that_work_goes_on_after_a_crash_with_file_scene_and_mark(
    begin: Callable[[], Session], session: Session, store: Store, path: Path
) -> None:
    _open(session, path)
    session.visit(1)
    store.edit(to_state(EDITED), "edit")
    work = session.work()

    again = begin()
    again.resume(_left(work))

    assert again.document() == session.document()
    assert (again.path, again.scene, again.is_modified) == (path, 1, True)
    again.revert("Revert")
    assert not again.is_modified


def test_that_saved_work_is_saved_after_a_crash_too(
    begin: Callable[[], Session], session: Session, path: Path
) -> None:
    session.shown_panels = lambda: ("gradient", "information")
    _open(session, path)
    work = session.work()

    again = begin()
    again.shown_panels = session.shown_panels
    again.resume(_left(work))

    assert (again.path, again.is_modified) == (path, False)


def test_that_a_file_that_changed_while_nobody_watched_is_told_of(
    begin: Callable[[], Session], session: Session, path: Path, qtbot: QtBot
) -> None:
    _open(session, path)
    work = session.work()
    path.write_text(encode(ONE), "utf-8")

    again = begin()
    with qtbot.waitSignal(again.changed_on_disk, timeout=0):
        again.resume(_left(work))

    assert again.is_modified


def test_that_work_on_a_file_that_is_gone_is_unsaved(
    begin: Callable[[], Session], session: Session, path: Path
) -> None:
    _open(session, path)
    work = session.work()
    path.unlink()

    again = begin()
    again.resume(_left(work))

    assert again.is_modified
    assert again.document() == session.document()
    again.save(path)
    assert not again.is_modified


def test_that_new_work_is_modified_after_a_crash_if_it_was(
    begin: Callable[[], Session], session: Session, store: Store
) -> None:
    clean = begin()
    clean.resume(_left(session.work()))
    assert not clean.is_modified

    store.edit(to_state(EDITED), "edit")
    dirty = begin()
    dirty.resume(_left(session.work()))
    assert dirty.is_modified
    assert resolve(dirty.opening_subject) == OPENING


def test_that_one_change_is_told_of_once(
    session: Session, store: Store, path: Path, qtbot: QtBot
) -> None:
    told: list[bool] = []
    session.changed.connect(lambda: told.append(session.is_modified))

    _open(session, path)
    store.edit(to_state(EDITED), "edit")
    session.save(path)

    assert told == [False, True, False]
