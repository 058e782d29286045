"""Questions while presenting: one key asks, another one reveals; the guess stays, hollow."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.documents.questions import QUESTIONS
from tests.flows.test_lecture import Start, Talk
from xentgui.documents.document import encode
from xentgui.documents.moment import Beat
from xentgui.model.edits import with_logit
from xentgui.model.guess import Guess
from xentgui.model.named_numbers import named
from xentgui.model.subjects import OnState, resolve
from xentgui.panels.guess_marks import guess_place
from xentgui.window.presenting.stage_view import StageView

K = Qt.Key
P1 = named("p:1")


@pytest.fixture
def talk(start: Start, tmp_path: Path) -> Talk:
    file = tmp_path / "questions.xent.json"
    file.write_text(encode(QUESTIONS), "utf-8")
    return Talk(start(file=file))


def _caption(talk: Talk) -> str:
    return talk.audience.stage.words.caption


def _drag_guess(talk: Talk, to: float) -> None:
    """Drag the guess, from where it is, to p = `to`."""
    plot, guess = talk.plot(), talk.lecture.guess
    assert guess is not None
    picture = plot.picture
    assert picture.snapshot is not None
    points = [
        guess_place(
            "distribution",
            Guess(guess.number, value),
            picture.frame(),
            picture.snapshot,
            picture.view,
        ).toPoint()
        + QPoint(0, 1)
        for value in (guess.value, to)
    ]
    viewport = plot.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=points[0])
    QTest.mouseMove(viewport, points[1])
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=points[1])
    QApplication.processEvents()


def test_that_captions_have_the_numbers_that_are_shown(talk: Talk) -> None:
    assert _caption(talk) == "p₁ is 0.838. Raise z₃ = 0.56 by one, and all others give way."

    talk.what_if(5.0)

    assert _caption(talk).startswith("p₁ is 0.987")


def test_that_one_key_asks_and_another_press_reveals(talk: Talk) -> None:
    before = talk.lecture.store.subject

    talk.press(K.Key_PageDown)
    assert talk.lecture.beat == Beat(0, 0, asks=True)
    assert talk.lecture.store.subject == before
    assert _caption(talk).startswith("Where does p₁ go?")

    talk.press(K.Key_PageDown)
    assert talk.lecture.beat == Beat(0, 1)
    assert _caption(talk) == (
        "Class 3 won what the others lost: p₁ is 0.673.\np₁ fell from 0.838 to 0.673."
    )


def test_that_a_held_key_asks_and_never_reveals(talk: Talk) -> None:
    stage = talk.audience.stage
    QTest.keyPress(stage, K.Key_PageDown)
    for _ in range(5):
        held = QKeyEvent(
            QEvent.Type.KeyPress, K.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", True
        )
        QApplication.sendEvent(stage, held)

    assert talk.lecture.beat == Beat(0, 0, asks=True)


def test_that_a_dragged_guess_stays_beside_the_truth_until_the_scene_is_left(talk: Talk) -> None:
    talk.press(K.Key_PageDown)
    _drag_guess(talk, 0.5)

    guess = talk.lecture.guess
    assert guess is not None and guess.is_open
    assert guess.value == pytest.approx(0.5, abs=0.02)
    assert not talk.lecture.is_what_if  # the guess changed no number
    talk.lecture.answering.move_guess(0.5)

    talk.press(K.Key_PageDown)
    assert talk.lecture.store.view.guess == Guess(P1, 0.5, is_open=False)
    assert "Guessed 0.500: 0.173 too low." in _caption(talk)

    talk.lecture.go(Beat(1))
    assert talk.lecture.store.view.guess is None


def test_that_keys_move_the_guess_and_escape_gives_them_back(talk: Talk) -> None:
    talk.press(K.Key_PageDown, K.Key_G, K.Key_Up, K.Key_Up, K.Key_Down)
    assert talk.lecture.guess == Guess(P1, 0.85)
    QTest.keyClick(talk.audience.stage, K.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert talk.lecture.guess == Guess(P1, 0.851)

    talk.press(K.Key_Escape)
    assert talk.presenting.is_on
    talk.press(K.Key_Down)
    assert talk.lecture.beat == Beat(0, 1)


def test_that_undo_takes_back_a_guess_and_r_all_of_them(talk: Talk) -> None:
    talk.press(K.Key_PageDown)
    talk.lecture.answering.move_guess(0.3)
    talk.lecture.answering.move_guess(0.4)

    talk.press(K.Key_U)
    assert talk.lecture.guess == Guess(P1, 0.3)
    talk.press(K.Key_R)
    guess = talk.lecture.guess
    assert guess is not None
    assert guess.value == pytest.approx(0.8383, abs=1e-4)


def test_that_going_back_closes_the_question_and_leaving_keeps_the_guess(talk: Talk) -> None:
    talk.press(K.Key_PageDown)
    talk.lecture.answering.move_guess(0.3)
    talk.press(K.Key_PageUp)
    assert talk.lecture.beat == Beat(0, 0)

    talk.press(K.Key_PageDown)
    talk.press(K.Key_F5)
    talk.begin()
    assert talk.lecture.beat == Beat(0, 0, asks=True)
    assert talk.lecture.guess == Guess(P1, 0.3)


def test_that_hidden_marks_and_panels_are_not_there_until_they_are_revealed(talk: Talk) -> None:
    plot = talk.plot()
    assert "gradient" not in talk.audience.stage.views
    place = plot.picture.frame().x(1.0)
    assert (
        plot.picture.face.mark_at(
            plot.picture.frame(),
            plot.picture.snapshot,
            plot.picture.view,
            QPoint(round(place), 400),
        )
        is None
    )

    for _ in range(5):
        talk.press(K.Key_PageDown)

    assert talk.lecture.beat == Beat(0, 3)
    assert talk.plot("gradient").isVisible()
    assert talk.lecture.store.view.hidden == frozenset()


def test_that_the_lecturer_sees_the_answer_before(talk: Talk) -> None:
    lecturer = talk.presenting.lecturer
    assert lecturer is not None
    lecturer.refresh()

    assert lecturer.notes.toPlainText() == "p₁ goes to 0.673."
    assert "p₁ = 0.673" in lecturer.answer.text()


def test_that_a_task_knows_when_it_is_done(talk: Talk) -> None:
    talk.lecture.go(Beat(1, 2))
    assert talk.audience.stage.words.task == "Try it: Make class 2 win."

    talk.what_if(4.0, k=1)
    assert not talk.lecture.is_done
    talk.what_if(6.0, k=1)

    assert talk.lecture.is_done
    assert talk.audience.stage.words.task == "✓ Now the loss is 0.315."
    talk.press(K.Key_R)
    assert talk.lecture.is_done  # it was done
    talk.lecture.go(Beat(0))
    talk.lecture.go(Beat(1, 2))
    assert not talk.lecture.is_done


def test_that_the_window_says_what_to_try_and_that_it_is_done(talk: Talk) -> None:
    talk.lecture.go(Beat(1))
    talk.press(K.Key_F5)
    window = talk.window
    assert "Try it: Make class 2 win." in window.status.message()

    window.store.edit(OnState(lambda state: with_logit(state, 1, 6.0)), "x")

    assert window.status.message() == "✓ Now the loss is 0.315."


def _drag_number(
    talk: Talk, kind: str, steps: int, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Drag a number of the caption sideways by so many steps."""
    stage = talk.audience.stage
    places = {
        "guess" if field.word else str(field.number): where for field, where in stage.draggable()
    }
    at = places[kind].center().toPoint()
    to = at + QPoint(round(0.35 * stage.style_of_room.em * steps), 0)
    QTest.mousePress(stage, Qt.MouseButton.LeftButton, how, at)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(to),
        stage.mapToGlobal(QPointF(to)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        how,
    )
    QApplication.sendEvent(stage, event)
    QTest.mouseRelease(stage, Qt.MouseButton.LeftButton, how, to)


def test_that_a_number_of_the_caption_is_dragged_and_changes_what_it_names(talk: Talk) -> None:
    store = talk.lecture.store
    _drag_number(talk, "z:3", 10)
    assert resolve(store.subject).logits[2] == pytest.approx(1.6)  # tenths from 0.56
    assert "z₃ = 1.6 by one" in _caption(talk)
    assert talk.lecture.beat == Beat(0, 0)
    assert talk.lecture.is_what_if

    _drag_number(talk, "z:3", -2, Qt.KeyboardModifier.ShiftModifier)
    assert resolve(store.subject).logits[2] == pytest.approx(1.58)
    _drag_number(talk, "p:1", -3)
    assert store.snapshot.probabilities[0] == pytest.approx(0.64, abs=1e-9)

    assert store.history.count() == 3  # a drag is one step
    talk.press(K.Key_R)
    assert not talk.lecture.is_what_if


def test_that_the_guess_in_the_question_is_dragged_too_and_nothing_hidden_is(talk: Talk) -> None:
    talk.press(K.Key_PageDown)
    _drag_number(talk, "guess", -4)
    assert talk.lecture.guess == Guess(P1, 0.8)
    assert not talk.lecture.is_what_if

    talk.lecture.go(Beat(0, 1, asks=True))
    named_numbers = {str(field.number) for field, _ in talk.audience.stage.draggable()}
    assert named_numbers == {"p:2"}  # the guess of it


def _hover(stage: StageView, at: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        stage.mapToGlobal(at),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(stage, event)


def test_that_the_pointer_says_that_a_number_can_be_dragged(talk: Talk) -> None:
    stage = talk.audience.stage
    ((_, first), *_rest) = stage.draggable()
    for at, shape in (
        (first.center(), Qt.CursorShape.SizeHorCursor),
        (QPointF(5, 5), Qt.CursorShape.ArrowCursor),
    ):
        _hover(stage, at)
        assert stage.cursor().shape() == shape


def _type(talk: Talk, text: str) -> None:
    for letter in text:
        talk.press(K(ord(letter)))


def test_that_choices_are_drawn_from_the_state_and_votes_say_what_to_do(talk: Talk) -> None:
    talk.lecture.go(Beat(1))
    assert talk.audience.stage.words.loss == ""

    talk.press(K.Key_PageDown)
    question, choices = _caption(talk).replace("\N{NO-BREAK SPACE}", " ").splitlines()
    assert question == "Class 2 is right. What is the loss?"
    assert choices.split("\N{EM SPACE}") == [
        "A 0.013 nats",
        "B 1.099 nats",
        "C 5.013 nats",
        "D infinite",
    ]
    left = talk.lecture.seconds_left
    assert left is not None
    assert 0.9 < left <= 1.0

    _type(talk, "TAA12C7B")
    assert talk.audience.stage.words.hint == "Vote 1: A 2  B 7  C 12  D 0"
    talk.press(K.Key_PageDown)  # ends the count, and is no step
    # What to do, and which share was right, is not for those who have voted.
    assert talk.audience.stage.words.hint == "Vote 1: A 2  B 7  C 12  D 0"
    talk.lecture.be_alone(alone=True, notes=True)
    assert talk.audience.strip.state.text() == (
        "57 % right: talk with your neighbour, then vote again"
    )
    talk.press(K.Key_H)
    assert not talk.audience.strip.isVisible()
    assert talk.lecture.beat == Beat(1, 0, asks=True)
    _type(talk, "T19CDT")
    answers = talk.lecture.answers
    assert answers is not None
    assert answers.votes == [[2, 7, 12, 0], [0, 0, 19, 1]]

    talk.press(K.Key_PageDown)
    assert talk.lecture.beat == Beat(1, 1)
    assert _caption(talk).endswith(
        "✓ C\N{NO-BREAK SPACE}5.013\N{NO-BREAK SPACE}nats · 57 % → 95 % were right"
    )
    assert talk.audience.stage.words.loss == "5.0134 nats"


def test_that_the_lecturer_enters_votes_in_boxes(talk: Talk) -> None:
    lecturer = talk.presenting.lecturer
    assert lecturer is not None
    assert not lecturer.votes.isVisibleTo(lecturer)
    talk.lecture.go(Beat(1, 0, asks=True))
    assert lecturer.votes.isVisibleTo(lecturer)
    assert "C 5.013 nats" in lecturer.answer.text()

    for box, count in zip(lecturer.votes.boxes[0], (3, 4, 3, 0), strict=True):
        box.setValue(count)

    assert lecturer.votes.shares[0].text() == "30 % right: explain it again"
    lecturer.votes.boxes[1][2].setValue(9)
    assert lecturer.votes.shares[1].text() == "100 % right: go on"


def test_that_shift_takes_a_vote_away_but_never_below_none(talk: Talk) -> None:
    talk.lecture.go(Beat(1, 0, asks=True))
    _type(talk, "TAA")
    for _ in range(3):
        QTest.keyClick(talk.audience.stage, K.Key_A, Qt.KeyboardModifier.ShiftModifier)

    answers = talk.lecture.answers
    assert answers is not None
    assert answers.votes[0][0] == 0


def test_that_a_guess_with_the_keys_is_typed_and_enter_takes_it(talk: Talk) -> None:
    stage = talk.audience.stage
    talk.press(K.Key_PageDown, K.Key_G)
    QTest.keyClicks(stage, "0.65")
    QTest.keyClick(stage, K.Key_Backspace)
    assert talk.lecture.typed == "0.6"
    assert talk.lecture.guess != Guess(P1, 0.6)
    talk.press(K.Key_Return)

    assert talk.lecture.guess == Guess(P1, 0.6)
    assert talk.lecture.beat == Beat(0, 0, asks=True)  # neither a step nor the scene of a number
    QTest.keyClicks(stage, "-")
    talk.press(K.Key_Return)
    assert talk.lecture.guess == Guess(P1, 0.6)
    QTest.keyClicks(stage, ".")  # a clicker's black screen is none of it
    assert talk.lecture.blank == "black"
    QTest.keyClicks(stage, ".")

    QTest.keyClicks(stage, "2")
    talk.press(K.Key_Escape)  # the keys go back, and so does the meaning of digits
    QTest.keyClicks(stage, "2")
    talk.press(K.Key_Return)
    assert talk.lecture.beat == Beat(1)
