"""A walk down the loss through the real window: its card, its keys, and what it leaves behind."""

from __future__ import annotations

import json
import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from xentgui.__main__ import main
from xentgui.canvas.plot_view import PlotView
from xentgui.model import State, edits
from xentgui.model.descent import Verdict, walked
from xentgui.model.mark import Mark
from xentgui.model.recipes import USUAL_WALK, Method, Walk
from xentgui.model.subjects import OnState
from xentgui.panels.class_numbers import PROBABILITY, NumberMark
from xentgui.panels.step_mark import StepMark
from xentgui.window.main_window import MainWindow

ARTICLE = State(("a", "b", "c"), tuple(math.log(p) for p in (0.34, 0.46, 0.20)), (1.0, 0.0, 0.0))
SOFT = State(("a", "b", "c"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))
LOSSES = [1.07881, 0.52494, 0.31393, 0.21882]
LEFT = Qt.MouseButton.LeftButton

Start = Callable[..., MainWindow]


def _walking_window(start: Start, state: State) -> MainWindow:
    window = start(state=state)
    window.run_command("show.descent")
    QApplication.processEvents()  # the card has its size with the next frame
    return window


def _part(window: MainWindow, name: str, kind: type[QWidget] = QToolButton) -> QWidget:
    found = window.findChild(kind, f"descent.{name}")
    assert found is not None, name
    return found


def _press(window: MainWindow, name: str) -> None:
    QTest.mouseClick(_part(window, name), LEFT)


def _text(window: MainWindow, name: str) -> str:
    return str(_part(window, name, QWidget).text())


def _type(window: MainWindow, name: str, text: str) -> QLineEdit:
    box = _part(window, f"{name}_value", QLineEdit)
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    return box


def test_that_the_articles_example_is_walked_by_the_buttons_of_the_card(start: Start) -> None:
    window = _walking_window(start, ARTICLE)
    shown = [window.store.snapshot.loss]

    for step in (1, 2, 3):
        _press(window, "walk.step")
        shown.append(window.store.snapshot.loss)
        assert _text(window, "place") == f"step {step} of {step}"
        assert window.loss.words[0] == f"{LOSSES[step]:.4f} nats"
    assert np.round(shown, 5).tolist() == LOSSES
    assert _text(window, "change") == "−0.0951 nats"
    assert _text(window, "distance") == "0.3931"
    assert _text(window, "slope") == "0.2423"

    for step in (2, 1, 0):
        _press(window, "walk.back")
        assert _text(window, "place") == f"step {step} of 3"
        assert round(window.store.snapshot.loss, 5) == LOSSES[step]
    _press(window, "walk.step")
    _press(window, "walk.step")
    _press(window, "walk.start")
    assert window.store.snapshot.logits.tolist() == list(ARTICLE.logits)
    _press(window, "walk.reset")
    assert _text(window, "place") == "step 0 of 0"


@pytest.mark.parametrize(
    ("method", "options"),
    [
        ("gradient", ("--rate", "0.5")),
        ("momentum", ("--rate", "0.5", "--momentum", "0.9")),
        ("newton", ("--method", "newton", "--rate", "0.5")),
    ],
)
def test_that_the_window_walks_bit_for_bit_as_the_command_line_does(
    start: Start,
    capsys: pytest.CaptureFixture[str],
    method: str,
    options: tuple[str, ...],
) -> None:
    window = _walking_window(start, SOFT)
    _press(window, f"method.{method}")
    _type(window, "rate", "0.5") if method != "newton" else None
    seen = [window.store.snapshot]
    for _ in range(4):
        _press(window, "walk.step")
        seen.append(window.store.snapshot)

    common = ("--logits=2.33,-1.46,0.56", "--target", "0.7,0.2,0.1", "--steps", "4")
    assert main(["descend", *common, *options]) == 0
    written = json.loads(capsys.readouterr().out)
    assert [one.loss for one in seen] == written["loss"]
    assert [one.logits.tolist() for one in seen] == written["logits"]
    assert [one.probabilities.tolist() for one in seen] == written["probabilities"]


def test_that_every_key_of_the_walk_does_what_its_button_does(start: Start) -> None:
    window = _walking_window(start, SOFT)

    window.run_command("walk.step")
    window.run_command("walk.step")
    window.run_command("walk.back")
    assert _text(window, "place") == "step 1 of 2"
    window.run_command("walk.start")
    assert _text(window, "place") == "step 0 of 2"
    window.run_command("walk.reset")
    assert _text(window, "place") == "step 0 of 0"


def test_that_the_play_button_becomes_pause_and_the_play_one_undo_step(
    start: Start, qtbot: QtBot
) -> None:
    window = _walking_window(start, SOFT)
    _press(window, "walk.play")
    assert _text(window, "walk.play") == "Pause"
    qtbot.waitUntil(lambda: window.walking.step >= 3)

    _press(window, "walk.play")

    assert _text(window, "walk.play") == "Play"
    assert window.store.history.count() == 1
    assert window.commands["undo"].text() == "&Undo Walk"
    window.run_command("undo")
    assert window.store.snapshot.state == SOFT
    assert window.walking.step == 0
    window.run_command("redo")
    assert window.walking.step == window.walking.steps >= 3


@pytest.mark.parametrize(
    ("state", "walk", "sentence"),
    [
        (SOFT, USUAL_WALK, "Reached: no component of the gradient is larger than 0.0001."),
        (ARTICLE, USUAL_WALK, "No minimum: the loss falls like 1/n for ever."),
        (
            State(("a", "b"), (0.3, 0.0), (0.5, 0.5)),
            Walk(rate=4.1),
            "Cycling: the same states come again and again. Choose a smaller rate.",
        ),
        (
            SOFT,
            Walk(rate=20.0, momentum=0.9),
            "Not decreasing: the loss has not fallen for 50 steps. Choose a smaller rate.",
        ),
        (
            ARTICLE,
            Walk(Method.NEWTON, tolerance=1e-4),
            (
                "No minimum: the loss falls for ever, but no component of the gradient is larger "
                "than 0.0001."
            ),
        ),
    ],
)
def test_that_the_card_says_why_a_walk_has_ended(
    start: Start, qtbot: QtBot, state: State, walk: Walk, sentence: str
) -> None:
    window = _walking_window(start, state)
    window.walking.choose(walk)

    _press(window, "walk.end")
    qtbot.waitUntil(lambda: not window.walking.plays)

    assert _text(window, "verdict") == sentence
    assert _part(window, "verdict", QWidget).isVisible()
    _press(window, "walk.back")
    assert _text(window, "verdict") == ""


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("rate", "0", "The rate is 0"),
        ("rate", "-1", "The rate is −1"),
        ("rate", "inf", "The rate is ∞"),
        ("rate", "fast", ""),
        ("momentum", "1", "The momentum is 1"),
        ("momentum", "-0.1", "The momentum is −0.1"),
    ],
)
def test_that_a_number_that_makes_no_sense_stays_in_its_box_with_a_sentence(
    start: Start, name: str, text: str, words: str
) -> None:
    window = _walking_window(start, SOFT)

    box = _type(window, name, text)

    assert box.text() == text
    assert box.property("wrong")
    bubble = window.findChild(QWidget, "message_bubble")
    assert words in "".join(
        one.text() for one in window.findChildren(QWidget, "message_bubble") if one.isVisible()
    ), bubble
    assert window.store.view.walk == USUAL_WALK
    _press(window, "walk.step")
    assert box.text() == text


def test_that_newton_with_a_loss_that_has_none_is_refused_in_the_card(start: Start) -> None:
    window = _walking_window(start, SOFT)
    window.run_command("loss.brier")

    _press(window, "method.newton")

    assert "Newton’s" in _text(window, "verdict") or "Newton's" in _text(window, "verdict")
    assert _part(window, "method.gradient").isChecked()
    assert window.store.view.walk == USUAL_WALK


def test_that_the_sliders_choose_rate_and_momentum(start: Start) -> None:
    window = _walking_window(start, SOFT)
    rate = _part(window, "rate", QSlider)

    QTest.keyClick(rate, Qt.Key.Key_Right)
    QTest.keyClick(rate, Qt.Key.Key_Right)
    assert 1.0 < window.store.view.walk.rate < 2.0
    QTest.keyClick(_part(window, "momentum", QSlider), Qt.Key.Key_Right)
    assert window.store.view.walk.momentum == 0.01
    assert _part(window, "method.momentum").isChecked()
    _press(window, "method.gradient")
    assert window.store.view.walk.momentum == 0.0


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SOFT, "4T²/Σy = 4:"),
        (edits.with_setting(SOFT, "temperature", 2.0), "4T²/Σy = 16:"),
        (edits.with_target(SOFT, 0, 3.7), "4T²/Σy = 1:"),
    ],
)
def test_that_a_tick_says_below_which_rate_the_loss_cannot_rise(
    start: Start, state: State, words: str
) -> None:
    window = _walking_window(start, state)

    assert words in _part(window, "rate", QSlider).toolTip()
    window.run_command("loss.brier")
    assert words not in _part(window, "rate", QSlider).toolTip()


def test_that_another_example_begins_a_new_run_and_undo_leads_back(start: Start) -> None:
    window = _walking_window(start, SOFT)
    for _ in range(3):
        _press(window, "walk.step")

    window.run_command("reset")
    window.run_command("class.add")
    _press(window, "walk.step")
    assert _text(window, "place") == "step 1 of 1"

    for _ in range(3):
        window.run_command("undo")
    assert _text(window, "place") == "step 3 of 3"


def test_that_closing_ends_a_play_and_keeps_what_it_did(start: Start, qtbot: QtBot) -> None:
    window = _walking_window(start, SOFT)
    _press(window, "walk.play")
    qtbot.waitUntil(lambda: window.walking.step >= 2)
    steps = window.walking.step

    window.close()

    assert not window.walking.plays
    trace = walked(SOFT, USUAL_WALK, window.walking.step)
    assert window.walking.step >= steps
    assert window.store.snapshot.logits.tolist() == trace.logits[-1].tolist()
    assert window.store.history.count() == 1


def test_that_a_subject_that_takes_no_steps_says_so_and_the_play_ends(
    start: Start, qtbot: QtBot
) -> None:
    window = _walking_window(start, SOFT)
    window.store.edit(OnState(lambda state: edits.with_setting(state, "temperature", 0.0)), "T")

    _press(window, "walk.play")
    qtbot.waitUntil(lambda: not window.walking.plays)

    assert "temperature 0" in window.status.findChild(QWidget, "status.message").text()
    assert window.walking.verdict is not Verdict.REACHED


# Hands on the panels


def _panel(window: MainWindow, key: str) -> PlotView:
    view = window.panels[key]
    assert isinstance(view, PlotView)
    if not window.cards.is_shown(key):
        window.run_command(f"show.{key}")
    window.cards.by_key[key].raise_()
    return view


def _place(view: PlotView, mark: Mark) -> QPoint:
    picture = view.picture
    assert picture.snapshot is not None
    at = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view)
    return at.toPoint()


def _move(view: PlotView, to: QPoint) -> None:
    """Move with the button held; QTest.mouseMove knows no buttons."""
    viewport, point = view.viewport(), QPointF(to)
    everywhere = (point, QPointF(viewport.mapToGlobal(to)), LEFT, LEFT)
    event = QMouseEvent(QEvent.Type.MouseMove, *everywhere, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(viewport, event)


def test_that_the_pointer_scrubs_back_and_forth_as_one_undo_step(start: Start) -> None:
    window = _walking_window(start, ARTICLE)
    for _ in range(3):
        _press(window, "walk.step")
    trace = _panel(window, "trace")
    frame, known = trace.picture.frame(), walked(ARTICLE, USUAL_WALK, 8).logits.tolist()
    line = _place(trace, StepMark())

    QTest.mousePress(trace.viewport(), LEFT, pos=line)
    for step in (2, 1, 0, 5, 8, 1):
        _move(trace, QPoint(round(frame.x(float(step))), line.y() + 9))
        assert window.store.snapshot.logits.tolist() == known[step]
        assert window.walking.step == step
    QTest.mouseRelease(trace.viewport(), LEFT, pos=QPoint(round(frame.x(1.0)), line.y()))

    assert (window.walking.step, window.walking.steps) == (1, 8)
    assert window.store.history.count() == 4
    window.run_command("undo")
    assert window.walking.step == 3
    assert window.store.snapshot.logits.tolist() == known[3]


def test_that_keys_in_the_trace_go_along_the_walk(start: Start, qtbot: QtBot) -> None:
    window = _walking_window(start, ARTICLE)
    trace = _panel(window, "trace")
    qtbot.waitUntil(trace.isVisible)
    trace.setFocus()
    QTest.keyClick(trace, Qt.Key.Key_Home)

    for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Right, 2), (Qt.Key.Key_Left, 1)):
        QTest.keyClick(trace, key)
        assert window.walking.step == step
    QTest.keyClick(trace, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert window.walking.step == 11


def test_that_pulling_the_head_of_an_arrow_takes_a_step_and_letting_it_back_none(
    start: Start,
) -> None:
    window = _walking_window(start, ARTICLE)
    gradient = _panel(window, "gradient")
    head = _place(gradient, StepMark())

    QTest.mousePress(gradient.viewport(), LEFT, pos=head)
    _move(gradient, head + QPoint(0, -30))
    assert window.store.snapshot.logits.tolist() == _logits(ARTICLE, 1)
    _move(gradient, head)
    assert window.store.snapshot.state == ARTICLE
    _move(gradient, head + QPoint(0, -40))
    QTest.mouseRelease(gradient.viewport(), LEFT, pos=head + QPoint(0, -40))

    assert window.store.snapshot.logits.tolist() == _logits(ARTICLE, 1)
    assert (window.walking.step, window.store.history.count()) == (1, 1)
    gradient.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(gradient, Qt.Key.Key_Up)
    assert window.walking.step == 2
    QTest.keyClick(gradient, Qt.Key.Key_Down)
    assert window.walking.step == 1


def _logits(state: State, step: int) -> list[float]:
    return walked(state, USUAL_WALK, step).logits[step].tolist()  # type: ignore[no-any-return]


def test_that_a_hand_pulls_a_bar_while_the_window_plays_and_both_happen(
    start: Start, qtbot: QtBot
) -> None:
    window = _walking_window(start, ARTICLE)
    bars = _panel(window, "distribution")
    window.run_command("walk.play")
    qtbot.waitUntil(lambda: window.walking.step >= 2)

    at = _place(bars, NumberMark(PROBABILITY, 1))
    QTest.mousePress(bars.viewport(), LEFT, pos=at)
    _move(bars, at + QPoint(0, -90))
    pulled = window.store.snapshot
    assert pulled.probabilities[1] > 0.3
    step = window.walking.step
    qtbot.waitUntil(lambda: window.walking.step >= step + 2)
    assert window.store.snapshot.logits.tolist() == _logits(
        pulled.state, window.walking.step - step
    )
    QTest.mouseRelease(bars.viewport(), LEFT, pos=at + QPoint(0, -90))
    after = window.walking.step
    qtbot.waitUntil(lambda: window.walking.step >= after + 1)
    window.run_command("walk.play")

    names = [window.store.history.text(at) for at in range(window.store.history.count())]
    assert names == ["Walk", "Drag Probability of b", "Walk"]
    for _ in range(3):
        window.run_command("undo")
    assert window.store.snapshot.state == ARTICLE


def test_that_the_window_shows_the_next_step_while_its_card_is_shown_or_somebody_walks(
    start: Start,
) -> None:
    window = start(state=ARTICLE)
    assert not window.store.view.next_step
    window.run_command("show.descent")
    assert window.store.view.next_step
    window.run_command("show.descent")
    assert not window.store.view.next_step


def test_that_two_runs_are_compared(start: Start) -> None:
    window = _walking_window(start, ARTICLE)
    _type(window, "rate", "0.3")
    window.run_command("walk.pin")
    kept = window.store.view.pinned_run
    _type(window, "rate", "1")
    _press(window, "walk.step")

    assert kept is not None
    assert kept.walk.rate == 0.3
    assert window.store.view.pinned_run is kept
    assert window.commands["walk.pin"].isChecked()
    window.run_command("walk.pin")
    assert window.store.view.pinned_run is None


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_that_a_clicker_works_in_full_screen_while_it_plays(
    start: Start, qtbot: QtBot, key: Qt.Key
) -> None:
    window = _walking_window(start, ARTICLE)
    window.toggle_full_screen()
    window.run_command("walk.play")
    qtbot.waitUntil(lambda: window.walking.step >= 1)

    QTest.keyClick(window, key)
    step = window.walking.step
    qtbot.waitUntil(lambda: window.walking.step > step)

    assert window.walking.plays
    window.toggle_full_screen()
    assert window.store.snapshot.logits.tolist() == _logits(ARTICLE, window.walking.step)
    window.walking.pause()


@pytest.mark.long
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_the_names_of_the_methods_are_whole_on_a_small_screen(
    start: Callable[..., MainWindow], language: str
) -> None:
    window = start(language=language)
    window.resize(1024, 768)
    window.run_command("workspace.learn")
    names = ("gradient", "momentum", "newton")
    for zooms in range(6):
        for _ in range(3):
            QApplication.processEvents()
        for name in names:
            button = window.findChild(QToolButton, f"descent.method.{name}")
            assert button.width() >= button.sizeHint().width(), (name, zooms)
        window.run_command("zoom.in")
