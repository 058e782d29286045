"""A lecture from the first key to the last, by keys and mouse, on real windows."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.documents.lecture import LECTURE
from xentgui.documents.document import encode
from xentgui.documents.moment import Beat
from xentgui.model.edits import with_logit
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import OnState, resolve
from xentgui.painting import accessibility
from xentgui.window.main_window import MainWindow
from xentgui.window.presenting.audience_window import AudienceWindow
from xentgui.window.presenting.lecture import LARGEST, Lecture
from xentgui.window.presenting.presenting import Presenting
from xentgui.window.presenting.stage_plot import StagePlot

K = Qt.Key
Start = Callable[..., MainWindow]


class Talk:
    """A window that presents the scenes, and shorthands for what is pressed and seen."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.begin()

    def begin(self) -> None:
        self.window.commands["present"].trigger()
        # The only screen of the tests is a square.
        self.audience.showNormal()
        self.audience.resize(1280, 720)
        QApplication.processEvents()

    @property
    def presenting(self) -> Presenting:
        return self.window.presenter.presenting

    @property
    def lecture(self) -> Lecture:
        assert self.presenting.lecture is not None
        return self.presenting.lecture

    @property
    def audience(self) -> AudienceWindow:
        assert self.presenting.audience is not None
        return self.presenting.audience

    @property
    def beat(self) -> tuple[int, int]:
        return self.lecture.beat[:2]

    def press(self, *keys: Qt.Key, text: str = "") -> None:
        for key in keys:
            if text:
                QTest.keyClicks(self.audience.stage, text)
            else:
                QTest.keyClick(self.audience.stage, key)

    def plot(self, key: str = "distribution") -> StagePlot:
        view = self.audience.stage.views[key]
        assert isinstance(view, StagePlot)
        return view

    def what_if(self, value: float = 5.0, k: int = 0) -> None:
        self.lecture.store.edit(OnState(lambda state: with_logit(state, k, value)), "what if")

    def handle(self, k: int, key: str = "distribution") -> QPoint:
        plot = self.plot(key)
        picture = plot.picture
        assert picture.snapshot is not None
        mark = picture.face.mark_beside(None, _next(), picture.snapshot, picture.view)
        for _ in range(k):
            mark = picture.face.mark_beside(mark, _next(), picture.snapshot, picture.view)
        assert mark is not None
        return picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view).toPoint()


def _next():  # type: ignore[no-untyped-def]
    from xentgui.panels.marked_panel import Way

    return Way.NEXT


@pytest.fixture
def window(start: Start, tmp_path: Path) -> MainWindow:
    file = tmp_path / "lecture.xent.json"
    file.write_text(encode(LECTURE), "utf-8")
    return start(file=file)


@pytest.fixture
def talk(window: MainWindow) -> Talk:
    return Talk(window)


def _all_beats() -> list[tuple[int, int]]:
    return [
        (scene, step)
        for scene, one in enumerate(LECTURE.scenes)
        for step in range(len(one.staging.steps) + 1)
    ]


@pytest.mark.parametrize(
    "key", [K.Key_PageDown, K.Key_Right, K.Key_Down, K.Key_Space, K.Key_Return]
)
def test_that_a_clicker_goes_through_steps_and_scenes_and_stops_at_the_end(
    talk: Talk, key: Qt.Key
) -> None:
    seen = [talk.beat]
    for _ in range(len(_all_beats()) + 2):
        talk.press(key)
        seen.append(talk.beat)

    assert list(dict.fromkeys(seen)) == _all_beats()
    assert seen[-1] == seen[-3] == _all_beats()[-1]


@pytest.mark.parametrize("key", [K.Key_PageUp, K.Key_Left, K.Key_Up, K.Key_Backspace])
def test_that_it_goes_back_the_same_way(talk: Talk, key: Qt.Key) -> None:
    talk.lecture.go(Beat(*_all_beats()[-1]))
    seen = [talk.beat]
    for _ in range(len(_all_beats())):
        talk.press(key)
        seen.append(talk.beat)

    assert list(dict.fromkeys(seen)) == _all_beats()[::-1]


def test_that_each_beat_shows_exactly_what_was_prepared(talk: Talk) -> None:
    for scene, step in _all_beats():
        subject, stage, caption = LECTURE.scenes[scene].subject, None, LECTURE.scenes[scene].caption
        stage = LECTURE.scenes[scene].staging.stage
        for one in LECTURE.scenes[scene].staging.steps[:step]:
            subject, stage = one.subject or subject, one.stage or stage
            caption = one.caption or caption

        assert talk.beat == (scene, step)
        assert talk.lecture.store.subject == subject
        assert talk.lecture.store.view.stage == stage
        assert talk.audience.stage.words.caption == caption["en"]
        talk.press(K.Key_PageDown)


def test_that_the_first_key_of_a_clicker_that_is_out_of_step_loses_nothing(talk: Talk) -> None:
    talk.press(K.Key_PageDown, K.Key_PageDown)
    assert talk.beat == (1, 0)

    talk.press(K.Key_F5)

    assert not talk.presenting.is_on
    assert talk.window.documents.session.scene == 1
    talk.begin()
    assert talk.beat == (1, 0)
    talk.press(K.Key_PageDown)
    talk.press(K.Key_Escape)
    talk.begin()
    assert talk.beat == (1, 1)


def test_that_f5_begins_at_the_scene_that_is_shown(talk: Talk) -> None:
    talk.press(K.Key_Escape)
    talk.window.documents.session.visit(3)

    talk.begin()

    assert talk.beat == (3, 0)


def test_that_any_step_key_ends_a_blank_and_does_not_step(
    talk: Talk, subtests: pytest.Subtests
) -> None:
    talk.press(K.Key_PageDown)
    before = talk.beat
    for blank in (K.Key_B, K.Key_Period, K.Key_Semicolon, K.Key_W, K.Key_Comma):
        for step in (K.Key_PageDown, K.Key_PageUp, K.Key_Return, K.Key_Home):
            with subtests.test(f"{blank.name}, {step.name}"):
                talk.press(blank)
                assert talk.audience.stage.cover.blank

                talk.press(step)

                assert talk.beat == before
                assert talk.audience.stage.cover.blank == ""


def test_that_the_blank_key_itself_ends_the_blank(talk: Talk) -> None:
    talk.press(K.Key_B)
    picture = talk.audience.stage.grab().toImage()
    assert picture.pixelColor(10, 10).name() == "#000000"
    talk.press(K.Key_Period)
    assert talk.lecture.blank == ""
    talk.press(K.Key_W)
    assert talk.audience.stage.grab().toImage().pixelColor(10, 10).name() == "#ffffff"


def test_that_a_held_key_steps_once(talk: Talk) -> None:
    stage = talk.audience.stage
    talk.press(K.Key_PageDown)
    for _ in range(5):
        event = QKeyEvent(
            QEvent.Type.KeyPress, K.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", True
        )
        QApplication.sendEvent(stage, event)

    assert talk.beat == (0, 1)


@pytest.mark.parametrize("name", ["distribution", "information"])
def test_that_keys_step_wherever_the_focus_is_and_never_nudge(talk: Talk, name: str) -> None:
    plot = talk.plot(name)
    plot.setFocus()
    subject = talk.lecture.store.subject

    QTest.keyClick(plot, K.Key_PageDown)
    QTest.keyClick(plot, K.Key_Right)

    assert talk.beat == (1, 0)
    assert talk.lecture.store.subject == LECTURE.scenes[1].subject == subject


def test_that_arrows_nudge_a_mark_that_was_clicked_until_escape(talk: Talk) -> None:
    plot, at = talk.plot(), talk.handle(2)
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert plot.picture.focused is not None
    before = resolve(talk.lecture.store.subject).logits

    QTest.keyClick(plot, K.Key_Up)
    assert talk.beat == (0, 0)
    assert resolve(talk.lecture.store.subject).logits != before
    nudged = talk.lecture.store.subject
    QTest.keyClick(plot, K.Key_PageDown)
    assert talk.beat == (0, 1)  # Page Down never nudges
    assert talk.lecture.store.subject != nudged
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=talk.handle(2))
    QTest.keyClick(plot, K.Key_Escape)

    assert talk.presenting.is_on
    assert plot.picture.focused is None
    talk.press(K.Key_Down)
    assert talk.beat == (1, 0)


def test_that_a_number_that_is_typed_at_a_mark_does_not_swallow_the_clicker(talk: Talk) -> None:
    plot = talk.plot()
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=talk.handle(0))
    QTest.keyClick(plot, K.Key_0)
    box = QApplication.focusWidget()
    assert box is not None and box is not plot

    QTest.keyClick(box, K.Key_PageDown)

    assert talk.beat == (0, 1)


def test_that_clicks_on_empty_ground_step_and_drags_do_not(talk: Talk) -> None:
    stage = talk.audience.stage
    ground = QPoint(stage.width() // 2, 4)
    QTest.mouseClick(stage, Qt.MouseButton.LeftButton, pos=ground)
    assert talk.beat == (0, 1)
    QTest.mouseClick(stage, Qt.MouseButton.RightButton, pos=ground)
    assert talk.beat == (0, 0)
    plot = talk.plot("information")
    QTest.mouseClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert talk.beat == (0, 1)

    bar = talk.plot()
    at = talk.handle(0)
    QTest.mousePress(bar.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(bar.viewport(), at + QPoint(0, 40))
    QTest.mouseRelease(bar.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(0, 40))
    assert talk.beat == (0, 1)
    assert talk.lecture.is_what_if


def test_that_a_change_is_a_what_if_and_one_key_returns(talk: Talk) -> None:
    prepared = talk.window.documents.session.document()
    talk.what_if()
    assert talk.lecture.is_what_if
    assert "R" in talk.audience.stage.words.hint
    assert talk.window.documents.session.document() == prepared

    talk.press(K.Key_R)

    assert not talk.lecture.is_what_if
    assert talk.lecture.store.subject == LECTURE.scenes[0].subject
    talk.press(K.Key_U)
    assert talk.lecture.is_what_if
    talk.press(K.Key_U)
    assert not talk.lecture.is_what_if
    assert not talk.window.documents.session.is_modified


def test_that_stepping_leaves_a_what_if_behind(talk: Talk) -> None:
    talk.what_if()
    talk.press(K.Key_PageDown, K.Key_PageUp)

    assert talk.lecture.store.subject == LECTURE.scenes[0].subject
    assert talk.window.documents.session.document().scenes == LECTURE.scenes


def test_that_a_what_if_is_there_again_after_leaving(talk: Talk) -> None:
    talk.what_if(7.0)
    talk.press(K.Key_Escape)
    assert talk.window.store.subject == LECTURE.scenes[0].subject

    talk.begin()

    assert talk.lecture.is_what_if
    assert resolve(talk.lecture.store.subject).logits[0] == 7.0


def test_that_a_kept_change_is_one_step_of_the_document(talk: Talk) -> None:
    talk.what_if(7.0)
    talk.press(K.Key_K)

    session = talk.window.documents.session
    assert resolve(session.document().scenes[0].subject).logits[0] == 7.0
    assert not talk.lecture.is_what_if
    assert session.is_modified
    talk.press(K.Key_Escape)
    talk.window.run_command("undo")
    assert session.document().scenes == LECTURE.scenes


def test_that_a_change_after_a_step_is_kept_in_the_step(talk: Talk) -> None:
    talk.lecture.go(Beat(1, 1))
    talk.what_if(9.0, k=2)
    talk.press(K.Key_K)

    scene = talk.window.documents.session.document().scenes[1]
    assert scene.subject == LECTURE.scenes[1].subject
    moved = scene.staging.steps[0].subject
    assert moved is not None
    assert resolve(moved).logits[2] == 9.0
    assert not talk.lecture.is_what_if


def test_that_a_change_is_added_as_a_step(talk: Talk) -> None:
    talk.what_if(7.0)
    talk.press(K.Key_A)

    scene = talk.window.documents.session.document().scenes[0]
    assert scene.subject == LECTURE.scenes[0].subject
    assert len(scene.staging.steps) == len(LECTURE.scenes[0].staging.steps) + 1
    added = scene.staging.steps[0].subject
    assert added is not None
    assert resolve(added).logits[0] == 7.0
    assert talk.beat == (0, 1)
    assert not talk.lecture.is_what_if
    talk.press(K.Key_PageUp, K.Key_PageDown)
    assert resolve(talk.lecture.store.subject).logits[0] == 7.0


def test_that_axes_that_were_zoomed_come_back_with_the_scene(talk: Talk) -> None:
    plot = talk.plot("information")
    home = plot.axes.ranges
    for key in (K.Key_R, K.Key_PageDown):
        plot.axes.box.scaleBy((1.0, 0.5))
        plot.axes.box.sigRangeChangedManually.emit((True, True))  # as the wheel does
        assert plot.axes.ranges != home

        talk.press(key)

        assert plot.axes.ranges == pytest.approx(tuple(home))


def test_that_captions_and_panels_without_room_come_and_go(talk: Talk) -> None:
    stage = talk.audience.stage
    talk.press(K.Key_C)
    assert stage.words.caption == ""
    talk.press(K.Key_C)
    assert stage.words.caption == LECTURE.scenes[0].caption["en"]
    talk.audience.resize(800, 600)
    QApplication.processEvents()
    assert (list(stage.laid.cards), stage.laid.aside) == (["distribution"], ("information",))
    talk.press(K.Key_V)
    assert (list(stage.laid.cards), stage.laid.aside) == (["information"], ("distribution",))
    talk.press(K.Key_PageDown)
    assert list(stage.laid.cards) == ["information"]
    talk.press(K.Key_PageDown)
    assert list(stage.laid.cards) == ["logits"]


def test_that_the_lecturer_sees_what_comes_and_what_the_audience_does_not(
    talk: Talk, qtbot: QtBot
) -> None:
    talk.press(K.Key_Escape)
    talk.window.commands["present.window"].trigger()
    QApplication.processEvents()
    lecturer = talk.presenting.lecturer
    assert lecturer is not None
    assert lecturer.notes.toPlainText() == LECTURE.scenes[0].staging.notes["en"]
    assert LECTURE.scenes[0].staging.answer["en"] in lecturer.answer.text()
    assert lecturer.place.text() == "Scene 1 of 5 · step 0 of 1"
    talk.press(K.Key_B)
    assert "black" in lecturer.state.text()
    talk.press(K.Key_B, K.Key_F)
    assert "Frozen" in lecturer.state.text()
    talk.press(K.Key_F)
    talk.what_if()
    assert "What-if" in lecturer.state.text()
    assert lecturer.keep.isEnabled()
    talk.press(K.Key_PageDown)
    assert lecturer.place.text() == "Scene 1 of 5 · step 1 of 1"
    assert lecturer.elapsed.text() == "0:00 of"
    assert "ahead" in lecturer.late.text()
    before = lecturer.next_picture.grab().toImage()
    talk.press(K.Key_PageDown)
    qtbot.waitUntil(lambda: lecturer.next_picture.grab().toImage() != before)


@pytest.mark.parametrize("key", [K.Key_PageDown, K.Key_B, K.Key_F5])
def test_that_the_field_for_the_minutes_swallows_no_clicker(talk: Talk, key: Qt.Key) -> None:
    talk.press(K.Key_Escape)
    talk.window.commands["present.window"].trigger()
    QApplication.processEvents()
    lecturer = talk.presenting.lecturer
    assert lecturer is not None
    lecturer.activateWindow()
    lecturer.minutes.setFocus()
    lecturer.minutes.selectAll()
    QTest.keyClicks(lecturer.minutes, "30")

    QTest.keyClick(lecturer.minutes, key)

    assert talk.window.settings.minutes == 30
    if key == K.Key_F5:
        assert not talk.presenting.is_on
    else:
        assert (talk.beat, talk.lecture.blank) in {((0, 1), ""), ((0, 0), "black")}


def test_that_a_frozen_picture_stays_while_the_lecturer_goes_on(talk: Talk) -> None:
    before = talk.audience.stage.grab().toImage()
    talk.press(K.Key_F)
    talk.press(K.Key_PageDown, K.Key_PageDown)
    assert talk.beat == (1, 0)
    assert talk.audience.stage.grab().toImage() == before

    talk.press(K.Key_F)

    assert talk.audience.stage.grab().toImage() != before


def test_that_a_number_and_enter_go_to_a_scene(talk: Talk) -> None:
    talk.press(K.Key_4)
    assert talk.audience.stage.cover.typed == "4"
    assert talk.beat == (0, 0)
    talk.press(K.Key_Return)
    assert talk.beat == (3, 0)
    talk.press(K.Key_9, K.Key_9, K.Key_Return)
    assert talk.beat == (4, 0)
    talk.press(K.Key_0, K.Key_Return)
    assert talk.beat == (0, 0)
    talk.press(K.Key_3, K.Key_Escape, K.Key_Return)
    assert talk.beat == (0, 1)


def test_that_home_and_end_go_to_the_first_and_the_last_scene(talk: Talk) -> None:
    talk.press(K.Key_End)
    assert talk.beat == (4, 0)
    talk.press(K.Key_Home)
    assert talk.beat == (0, 0)


def test_that_the_overview_goes_to_a_scene_that_is_clicked(talk: Talk, qtbot: QtBot) -> None:
    talk.press(K.Key_Tab)
    overview = talk.audience.overview
    assert overview.isVisible()
    qtbot.waitUntil(lambda: overview._thumbs.missing == 0)
    talk.press(K.Key_Right)
    assert talk.beat == (1, 0)
    QTest.mouseClick(overview, Qt.MouseButton.LeftButton, pos=overview.cell(3).center().toPoint())

    assert talk.beat == (3, 0)
    assert not overview.isVisible()
    talk.press(K.Key_Tab, K.Key_Escape)
    assert talk.presenting.is_on
    assert not overview.isVisible()


def test_that_everything_grows_and_never_shrinks_below_its_size(talk: Talk) -> None:
    em = talk.audience.stage.style_of_room.em
    talk.press(K.Key_Minus)
    assert talk.audience.stage.style_of_room.em == em
    for _ in range(9):
        talk.press(K.Key_Plus)
    assert talk.audience.stage.style_of_room.em == pytest.approx(em * LARGEST)
    for _ in range(9):
        talk.press(K.Key_Minus)
    assert talk.audience.stage.style_of_room.em == em


def test_that_the_pointer_and_the_list_of_keys_come_and_go(talk: Talk) -> None:
    talk.press(K.Key_L)
    assert talk.lecture.has_pointer
    talk.audience.stage.show_pointer((0.5, 0.5))
    picture = talk.audience.stage.grab().toImage()
    center = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert center.name() == "#d81b3c"
    talk.press(K.Key_L)
    assert talk.audience.stage.cover.pointer is None
    talk.press(K.Key_F1)
    assert talk.audience.stage.cover.keys
    before = talk.beat
    talk.press(K.Key_PageDown)
    assert (talk.beat, talk.audience.stage.cover.keys) == (before, False)


def test_that_the_focus_of_a_scene_is_emphasised_and_pointing_only_borrows_it(talk: Talk) -> None:
    talk.lecture.go(Beat(1))
    assert talk.lecture.store.view.highlight == ClassMark(1)

    talk.lecture.point_at(ClassMark(0))
    assert talk.lecture.store.view.highlight == ClassMark(0)
    talk.lecture.point_at(None)

    assert talk.lecture.store.view.highlight == ClassMark(1)


def test_that_what_is_hidden_is_not_seen_until_its_step(talk: Talk) -> None:
    assert not talk.lecture.store.view.values
    talk.press(K.Key_PageDown)
    assert talk.lecture.store.view.values


def test_that_axes_stay_where_the_scene_fixes_them(talk: Talk) -> None:
    talk.lecture.go(Beat(3))
    plot = talk.plot()
    assert plot.axes.ranges == pytest.approx((-0.5, 2.5, 0.0, 1.1))
    talk.press(K.Key_PageDown)
    assert plot.axes.ranges == pytest.approx((-0.5, 2.5, 0.0, 1.1))


def test_that_a_drag_on_either_window_shows_on_both_in_the_same_turn(talk: Talk) -> None:
    talk.press(K.Key_Escape)
    talk.window.commands["present.window"].trigger()
    QApplication.processEvents()
    lecturer, audience = talk.presenting.lecturer, talk.audience
    assert lecturer is not None
    for one, other in ((audience.stage, lecturer.stage), (lecturer.stage, audience.stage)):
        plot, mirror = one.views["distribution"], other.views["distribution"]
        assert isinstance(plot, StagePlot) and isinstance(mirror, StagePlot)
        picture = plot.picture
        assert picture.snapshot is not None
        mark = picture.face.mark_beside(None, _next(), picture.snapshot, picture.view)
        assert mark is not None
        at = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view).toPoint()
        QTest.mousePress(plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
        before = mirror.grab().toImage()
        QTest.mouseMove(plot.viewport(), at + QPoint(0, 30))
        # No event loop in between: what the other shows is not a frame behind.
        assert mirror.picture.snapshot is plot.picture.snapshot is talk.lecture.store.snapshot
        assert mirror.grab().toImage() != before
        QTest.mouseRelease(plot.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(0, 30))
        assert other.words.loss == one.words.loss


def test_that_the_language_and_the_theme_change_meanwhile(talk: Talk) -> None:
    talk.window.run_command("language.zh_CN")
    QApplication.processEvents()
    assert talk.audience.stage.words.title == LECTURE.scenes[0].title["zh_CN"]
    before = talk.audience.stage.grab().toImage()
    talk.window.run_command("theme.dark")
    assert talk.audience.stage.grab().toImage() != before
    talk.window.run_command("theme.light")


# Motion


@pytest.fixture
def moving(talk: Talk) -> Talk:
    accessibility.reduce_motion(reduced=False)
    return talk


def test_that_values_move_and_the_last_frame_is_exact(moving: Talk, qtbot: QtBot) -> None:
    moving.lecture.go(Beat(1))
    seen: list[float] = []
    moving.lecture.store.changed.connect(lambda one: seen.append(one.state.logits[1]))

    moving.press(K.Key_PageDown)
    assert moving.lecture.is_moving
    qtbot.waitUntil(lambda: not moving.lecture.is_moving)

    assert seen == sorted(seen, reverse=True)
    assert seen[0] > seen[-1]  # something between; how much is the machine's affair
    assert moving.lecture.store.subject == LECTURE.scenes[1].staging.steps[0].subject
    assert moving.lecture.store.history.count() == 0


def test_that_a_step_key_jumps_to_the_end_and_does_not_step(moving: Talk) -> None:
    moving.lecture.go(Beat(1))
    moving.press(K.Key_PageDown)
    assert moving.lecture.is_moving
    assert moving.lecture.store.subject != LECTURE.scenes[1].staging.steps[0].subject

    moving.press(K.Key_PageDown)

    assert moving.beat == (1, 1)
    assert not moving.lecture.is_moving
    assert moving.lecture.store.subject == LECTURE.scenes[1].staging.steps[0].subject


def test_that_going_back_plays_nothing(moving: Talk) -> None:
    moving.lecture.go(Beat(1, 1))

    moving.press(K.Key_PageUp)

    assert not moving.lecture.is_moving
    assert moving.lecture.store.subject == LECTURE.scenes[1].subject


def test_that_a_caption_changes_when_things_have_arrived(moving: Talk, qtbot: QtBot) -> None:
    moving.lecture.go(Beat(3))
    before = moving.audience.stage.words.caption
    moving.press(K.Key_PageDown)
    assert moving.lecture.is_moving
    assert moving.audience.stage.words.caption == before

    qtbot.waitUntil(lambda: not moving.lecture.is_moving)

    step = LECTURE.scenes[3].staging.steps[0]
    assert moving.audience.stage.words.caption == step.caption["en"] != before


def test_that_nothing_moves_with_reduced_motion(talk: Talk) -> None:
    talk.lecture.go(Beat(1))
    talk.press(K.Key_PageDown)

    assert not talk.lecture.is_moving
    assert talk.lecture.store.subject == LECTURE.scenes[1].staging.steps[0].subject


def test_that_the_axes_move_in_the_same_frames(moving: Talk, qtbot: QtBot) -> None:
    moving.lecture.go(Beat(1))
    plot = moving.plot("logits")
    moving.press(K.Key_PageDown)
    for _ in range(3):
        QApplication.processEvents()
        assert plot.snapshot is not None
        wanted = plot.picture.face.ranges(plot.snapshot, plot.picture.view)
        assert plot.axes.ranges == pytest.approx(tuple(wanted))
    qtbot.waitUntil(lambda: not moving.lecture.is_moving)


def test_that_what_cannot_move_fades(moving: Talk, qtbot: QtBot) -> None:
    moving.press(K.Key_Escape)
    session = moving.window.documents.session
    session.visit(4)
    moving.window.store.edit(OnState(lambda state: with_logit(state, 0, -math.inf)), "off")
    session.visit(3)
    moving.begin()
    moving.lecture.go(Beat(3, 1))
    cover = moving.audience.stage.cover
    seen: list[float] = []
    moving.audience.stage.cover._fade.arrived.connect(lambda: seen.append(cover.opacity))
    qtbot.waitUntil(lambda: moving.audience.stage.ahead.is_done)

    moving.press(K.Key_PageDown)

    assert moving.beat == (4, 0)
    assert moving.lecture.store.subject == session.document().scenes[4].subject
    assert cover.fading is not None
    qtbot.waitUntil(lambda: cover.fading is None)
    assert seen == [0.0]


def test_that_leaving_while_things_move_leaves_nothing_behind(moving: Talk) -> None:
    moving.lecture.go(Beat(1))
    moving.press(K.Key_PageDown)
    moving.press(K.Key_Escape)

    assert not moving.presenting.is_on
    assert moving.window.documents.session.document().scenes == LECTURE.scenes


def test_that_closing_the_audience_window_leaves(talk: Talk) -> None:
    talk.audience.close()

    assert not talk.presenting.is_on


def test_that_the_mouse_wheel_and_points_outside_do_no_harm(talk: Talk) -> None:
    plot = talk.plot()
    assert QPointF(plot.pos()).x() >= 0
    QTest.mouseMove(plot.viewport(), QPoint(1, 1))
    assert talk.beat == (0, 0)
