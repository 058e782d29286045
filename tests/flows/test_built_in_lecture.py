"""The lecture that comes with the program, opened from its menu and walked in the real window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from xentgui.commands.registry import MENUS
from xentgui.documents import lectures
from xentgui.documents.moment import Beat
from xentgui.documents.texts import class_names
from xentgui.model import State
from xentgui.model.along import to_step
from xentgui.model.edits import with_logit, with_setting
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import OnState, resolve
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
NAME = lectures.BUILT_IN
WALK = next(
    number for number, one in enumerate(lectures.lecture(NAME).scenes) if one.staging.walk
)  # fmt: skip


def _open(window: MainWindow, language: str = "en") -> None:
    window.run_command(f"lecture.{NAME}")
    QApplication.processEvents()
    assert window.documents.session.document() == lectures.lecture(NAME, language)


def test_that_every_lecture_is_in_the_menu_by_its_title(start: Start) -> None:
    window = start(language="zh_CN")

    assert MENUS["lectures"].entries == tuple(f"lecture.{one}" for one in lectures.names())
    menu = window.commands.menus["lectures"]
    menu.aboutToShow.emit()
    assert menu.actions()[0].text() == "softmax 与交叉熵"


def test_that_it_opens_as_a_copy_with_its_strip_and_nothing_to_save(window: MainWindow) -> None:
    _open(window)

    session = window.documents.session
    assert session.path is None and not session.is_modified
    assert session.count == 18 and window.strip.is_shown


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_scene_shows_its_panels_and_its_workspace(start: Start, language: str) -> None:
    window = start(language=language)
    _open(window, language)

    for number, scene in enumerate(lectures.lecture(NAME, language).scenes):
        window.documents.session.visit(number)
        QApplication.processEvents()
        assert set(window.cards.panels_shown()) == set(scene.panels)
        assert window.cards.workspace == (scene.staging.workspace or window.cards.workspace)
        state = window.store.snapshot.state
        assert state.labels == class_names(len(state.labels), language)
        assert np.array_equal(state.logit_array, scene.state.logit_array)
    assert not window.documents.session.is_modified


def test_that_another_language_names_the_classes_anew_in_the_same_scene(window: MainWindow) -> None:
    _open(window)
    window.documents.session.visit(3)

    window.run_command("language.zh_CN")
    QApplication.processEvents()

    assert window.documents.session.scene == 3
    assert window.store.snapshot.state.labels == class_names(3, "zh_CN")
    assert window.documents.session.document() == lectures.lecture(NAME, "zh_CN")


def test_that_another_language_leaves_what_was_changed_as_it_is(window: MainWindow) -> None:
    _open(window)
    window.store.edit(OnState(lambda state: with_logit(state, 0, 1.0)), "a change")

    window.run_command("language.zh_CN")
    QApplication.processEvents()

    assert window.store.snapshot.state.labels == class_names(3)
    assert window.store.snapshot.state.logits[0] == 1.0


def test_that_a_new_document_is_no_lecture_any_more(window: MainWindow) -> None:
    _open(window)
    window.run_command("file.new")

    window.run_command("language.zh_CN")
    QApplication.processEvents()

    assert window.documents.session.count == 1


def test_that_the_walk_is_drawn_step_by_step_and_follows_a_hand(window: MainWindow) -> None:
    _open(window)
    window.presenter.toggle(in_window=True)
    lecture = window.presenter.presenting.lecture
    assert lecture is not None
    for step in range(3):
        lecture.go(Beat(WALK, step))
        run = lecture.store.view.run
        assert run is not None and run.step == step

    lecture.store.edit(OnState(lambda state: with_logit(state, 0, 2.0)), "what if")

    run, state = lecture.store.view.run, resolve(lecture.store.subject)
    assert run is not None and run.step == 2
    assert np.array_equal(run.logits[run.at], state.logit_array)

    lecture.act("return")

    run, prepared = lecture.store.view.run, resolve(lecture.moment.subject)
    assert run is not None and np.array_equal(run.logits[run.at], prepared.logit_array)
    lecture.store.edit(
        OnState(lambda state: with_setting(state, "temperature", 2.0)), "another walk"
    )
    assert lecture.store.view.run is None
    window.presenter.leave()


def test_that_a_hand_goes_along_the_walk_while_presenting(window: MainWindow) -> None:
    _open(window)
    window.presenter.toggle(in_window=True)
    lecture = window.presenter.presenting.lecture
    assert lecture is not None
    lecture.go(Beat(WALK, 0))
    begin = resolve(lecture.store.subject).logits

    assert lecture.store.edit(to_step(lecture.store.view, 3), "pull the step along")

    run = lecture.store.view.run
    assert run is not None and run.step == 3
    assert tuple(run.logits[0]) == begin
    window.presenter.leave()


def test_that_a_pointer_that_rests_where_another_scene_comes_does_no_harm(
    window: MainWindow,
) -> None:
    _open(window)
    window.presenter.toggle(in_window=True)
    talk = window.presenter.presenting
    assert talk.lecture is not None and talk.audience is not None
    lecture, plot = talk.lecture, talk.audience.stage.views["distribution"]
    # As a panel does whose marks have come under the pointer.
    lecture.store.changed.connect(lambda _: plot.highlight_requested.emit(ClassMark(1)))

    lecture.go(Beat(0, 1))
    QApplication.processEvents()

    assert lecture.store.view.highlight == ClassMark(1)
    window.presenter.leave()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_somebody_alone_reads_the_words_with_the_numbers_of_now(
    start: Start, language: str
) -> None:
    window = start(language=language)
    _open(window, language)
    assert window.strip.bar is not None
    lesson = window.strip.bar.lesson
    assert "0.176" in lesson.texts[1] and "0.1" in lesson.texts[-1]

    window.store.edit(OnState(lambda state: with_logit(state, 0, 0.0)), "worse")

    assert f"{window.store.snapshot.loss:.3f}" in lesson.texts[1]
    for number in range(window.documents.session.count):
        window.documents.session.visit(number)
        assert not any("{" in text for text in lesson.texts)
        for size in ((1024, 768), (1920, 1080)):
            window.resize(*size)
            QApplication.processEvents()
            shown = lesson.rect().toRectF()
            assert all(shown.contains(place) for place in lesson.places())


def test_that_a_task_knows_when_it_is_done_and_stays_done_in_its_scene(window: MainWindow) -> None:
    _open(window)
    assert window.strip.bar is not None
    lesson = window.strip.bar.lesson
    assert not lesson.is_done

    window.store.edit(OnState(lambda state: with_logit(state, 0, 6.0)), "better")

    assert lesson.is_done and lesson.texts[-1].startswith("✓ Now 0.00")
    window.store.history.undo()
    assert lesson.is_done
    window.documents.session.visit(1)
    assert not lesson.is_done


@pytest.mark.parametrize(
    ("scene", "changes"),
    [
        (1, (2.0, 3.0, 0.5)),
        (3, (2.33, -1.46, 2.33)),
        (9, (-0.510825623765991, -2.3025850929940463, -1.2039728043259366)),
        (11, (9.0, 0.0, 0.0)),
    ],
)
def test_that_tasks_can_be_done(window: MainWindow, scene: int, changes: tuple[float, ...]) -> None:
    _open(window)
    assert window.strip.bar is not None
    window.documents.session.visit(scene)

    def done(state: State) -> State:
        for k, value in enumerate(changes):
            state = with_logit(state, k, value)
        return state

    window.store.edit(OnState(done), "as asked")

    assert window.strip.bar.lesson.is_done


@pytest.mark.long
def test_that_cards_have_one_place_whichever_scene_was_before(window: MainWindow) -> None:
    _open(window)

    def places(scene: int) -> dict[str, tuple[int, int, int, int]]:
        window.documents.session.visit(scene)
        for _ in range(5):
            QApplication.processEvents()
        cards = window.cards.by_key
        shown = (key for key, card in cards.items() if not card.isHidden())
        return {key: cards[key].geometry().getRect() for key in shown}

    first = places(5)
    others = [places(scene) for scene in (8, 5, 8, 6, 5, 12, 5)]

    assert others[1] == others[4] == others[6] == first


def test_that_the_line_of_a_task_follows_the_hand_for_as_long_as_it_is_done(
    window: MainWindow,
) -> None:
    _open(window)
    assert window.strip.bar is not None
    lesson = window.strip.bar.lesson

    def told_at(logit: float) -> str:
        edit = OnState(lambda state: with_logit(state, 0, logit))
        assert window.store.edit(edit, "a drag")
        return lesson.texts[-1]

    assert "✓" not in told_at(2.5)
    done, further = told_at(4.0), told_at(6.0)
    assert "✓" in done and "✓" in further
    assert done != further
    assert told_at(1.0) == further  # it was done, and the last numbers that did it stay
