"""The card Sampling: boxes for draws and stages, refusals at the box, the order by buttons and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from xentgui.model import State
from xentgui.model.sampling.settings import STAGES, TEMPERATURE_LAST
from xentgui.model.subjects.subject import to_state
from xentgui.window.controls.number_box import NumberBox
from xentgui.window.main_window import MainWindow
from xentgui.window.sampling.card import SamplingCard

STATE = State(("a", "b", "c"), (3.0, 2.0, 1.0), (1.0, 0.0, 0.0), temperature=0.5, top_p=0.8)


def _card(window: MainWindow) -> SamplingCard:
    window.resize(1280, 800)
    window.complete()
    window.run_command("workspace.sample")
    window.store.edit(to_state(STATE), "Open")
    QApplication.processEvents()
    found = window.findChild(SamplingCard)
    assert found is not None and found.isVisible()
    return found


def _type(window: MainWindow, name: str, text: str) -> NumberBox:
    box = window.findChild(NumberBox, name)
    assert box is not None
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    QTest.keyClick(box, Qt.Key.Key_Return)
    QApplication.processEvents()
    return box


def test_that_a_typed_number_is_one_step(window: MainWindow, subtests: pytest.Subtests) -> None:
    _card(window)
    steps = window.store.history.count()
    for name, text, value in (
        ("draws", "2500", 2500.0),
        ("seed", "7", 7.0),
        ("temperature", "2", 2.0),
        ("top_k", "2", 2.0),
        ("top_p", "1/4", 0.25),
        ("min_p", "0.1", 0.1),
        ("typical", "0.9", 0.9),
    ):
        with subtests.test(name):
            _type(window, f"sampling.{name}", text)

            assert getattr(window.store.snapshot.state, name) == value
            assert window.store.history.count() == steps + 1
            window.store.history.undo()
            assert window.store.snapshot.state == STATE


def test_that_what_is_out_of_range_is_refused_at_its_box(
    window: MainWindow, subtests: pytest.Subtests
) -> None:
    _card(window)
    for name, text, words in (
        ("draws", "0", "Type a whole number from 1 to 1000000."),
        ("draws", "1000001", "Type a whole number from 1 to 1000000."),
        ("draws", "2.5", "Type a whole number from 1 to 1000000."),
        ("seed", "-1", "The seed is"),
        ("top_k", "1.5", "The k of top-k is"),
        ("top_p", "1.2", "The p of top-p is"),
        ("min_p", "-0.1", "The m of min-p is"),
        ("typical", "2", "The p of typical-p is"),
        ("top_p", "most", "most"),
    ):
        with subtests.test(f"{name}: {text}"):
            refusals: list[str] = []
            box = window.findChild(NumberBox, f"sampling.{name}")
            assert box is not None
            box.refused.connect(refusals.append)

            _type(window, f"sampling.{name}", text)

            assert box.text() == text
            assert box.property("wrong")
            assert refusals and words in refusals[-1]
            assert window.store.snapshot.state == STATE
            QTest.keyClick(box, Qt.Key.Key_Escape)
            assert not box.property("wrong")
            assert box.text() != text


def test_that_the_orders_of_the_libraries_differ_as_the_card_says(window: MainWindow) -> None:
    card = _card(window)
    first, last = card.orders["temperature_first"], card.orders["temperature_last"]
    assert first.isChecked() and not last.isChecked()
    assert card.difference.text() == "T first (transformers) keeps 1, T last (llama.cpp) 2"
    assert "keeps 1, drops" in card.stages["top_p"].verdict.text()

    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert window.store.snapshot.state.order == ",".join(TEMPERATURE_LAST)
    assert last.isChecked() and not first.isChecked()
    assert "keeps 2, drops" in card.stages["top_p"].verdict.text()
    tops = [card.stages[key].box.y() for key in TEMPERATURE_LAST]
    assert tops == sorted(tops)
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert last.isChecked()  # another press lets nothing go


def test_that_buttons_and_keys_move_a_stage_and_the_focus_stays_with_it(window: MainWindow) -> None:
    card = _card(window)
    box = card.stages["temperature"].box
    box.setFocus()

    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()

    assert window.store.snapshot.state.order.startswith("top_k,temperature")
    assert QApplication.focusWidget() is box
    assert box.y() > card.stages["top_k"].box.y()
    assert not card.orders["temperature_first"].isChecked()
    up = card.findChild(QToolButton, "sampling.temperature_up")
    assert up is not None
    QTest.mouseClick(up, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert window.store.snapshot.state.order == ",".join(STAGES)
    assert not up.isEnabled()


def test_that_every_control_has_a_name_and_tab_goes_from_top_to_bottom(window: MainWindow) -> None:
    card = _card(window)
    for child in card.findChildren(QWidget):
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert child.accessibleName() or child.text()
            assert child.toolTip()
