"""How a text was read is shown, can be changed, and is remembered."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from xentgui.model import State
from xentgui.reading.column import Role
from xentgui.window import readings as readings_module
from xentgui.window.main_window import MainWindow

PROBABILITIES = "cat\t0.7\ndog\t0.2\nowl\t0.1"
LOGS = tuple(math.log(p) for p in (0.7, 0.2, 0.1))


def _state(window: MainWindow) -> State:
    return window.store.snapshot.state


def _paste(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    window.logit_table.setFocus()
    window.logit_table.commands.paste()


def _key(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.readings.strip.take, key)


def test_that_numbers_that_could_be_probabilities_are_asked_about(window: MainWindow) -> None:
    before = _state(window)

    _paste(window, PROBABILITIES)

    assert window.readings.is_asking
    assert _state(window) == before
    strip = window.readings.strip
    assert "names in column 1, probabilities (z = log p) in column 2" in strip.text.text()
    assert "sum to 1" in strip.warnings.text()
    assert "cat −0.3567" in strip.values.text()


def test_that_rows_that_are_left_out_of_a_file_are_counted(
    window: MainWindow, tmp_path: Path
) -> None:
    logits = np.array([[1.5, -2.5], [0.5, 0.25], [7.0, 8.0]])
    np.savez(tmp_path / "a.npz", logits=logits, target=np.array([0, -100, 1]))

    window.samples.open(tmp_path / "a.npz")

    assert "left out: 1 of 3" in window.message_bar.message()
    window.samples.step("last")
    assert _state(window).logits == (7.0, 8.0)


def test_that_enter_takes_it_as_one_step_and_gives_the_keys_back(window: MainWindow) -> None:
    before = _state(window)
    _paste(window, PROBABILITIES)

    _key(window, Qt.Key.Key_Return)

    assert not window.readings.is_asking
    assert _state(window).logits == LOGS
    assert _state(window).labels == ("cat", "dog", "owl")
    assert window.logit_table.hasFocus()
    window.store.history.undo()
    assert _state(window) == before


def test_that_escape_leaves_everything_as_it_was(window: MainWindow) -> None:
    before, steps = _state(window), window.store.history.count()
    _paste(window, PROBABILITIES)

    _key(window, Qt.Key.Key_Escape)

    assert (_state(window), window.store.history.count()) == (before, steps)
    assert not window.readings.strip.isVisible()
    assert window.logit_table.hasFocus()


def test_that_another_scale_gives_other_values_before_they_are_taken(window: MainWindow) -> None:
    _paste(window, PROBABILITIES)
    strip = window.readings.strip
    strip.scale.setCurrentIndex(strip.scale.findData(Role.LOGIT.value))
    strip.scale.activated.emit(strip.scale.currentIndex())

    assert "cat 0.7000" in strip.values.text()
    assert strip.table.menus[1].currentData() == Role.LOGIT.value

    strip.take.click()
    assert _state(window).logits == (0.7, 0.2, 0.1)


def test_that_a_column_can_be_given_another_role(window: MainWindow) -> None:
    _paste(window, PROBABILITIES)
    menu = window.readings.strip.table.menus[1]
    menu.setCurrentIndex(menu.findData(Role.TARGET.value))
    menu.activated.emit(menu.currentIndex())

    window.readings.strip.take.click()

    assert _state(window).target == (0.7, 0.2, 0.1)


def test_that_a_role_that_numbers_cannot_have_is_refused_with_the_reason(
    window: MainWindow,
) -> None:
    _paste(window, "a\t0.5\nb\t0.7\nc\t-0.2")
    strip = window.readings.strip
    strip.again.click()
    menu = strip.table.menus[1]
    menu.setCurrentIndex(menu.findData(Role.PROBABILITY.value))
    menu.activated.emit(menu.currentIndex())

    assert not strip.take.isEnabled()
    assert strip.warnings.text()
    steps = window.store.history.count()
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert window.store.history.count() == steps


def test_that_the_same_text_is_read_the_same_way_next_time(window: MainWindow) -> None:
    _paste(window, PROBABILITIES)
    strip = window.readings.strip
    strip.scale.setCurrentIndex(strip.scale.findData(Role.LOGIT.value))
    strip.scale.activated.emit(strip.scale.currentIndex())
    strip.take.click()
    window.store.history.undo()

    _paste(window, PROBABILITIES)

    assert not window.readings.is_asking
    assert _state(window).logits == (0.7, 0.2, 0.1)


def test_that_what_is_certain_is_taken_and_can_be_read_differently(window: MainWindow) -> None:
    before = _state(window)
    _paste(window, "class\tlogit\na\t1.5\nb\t2.5\nc\t0.25")
    assert _state(window).logits == (1.5, 2.5, 0.25)
    strip = window.readings.strip
    assert strip.again.isVisible()

    strip.again.click()
    assert _state(window).logits == (1.5, 2.5, 0.25)
    menu = strip.table.menus[1]
    menu.setCurrentIndex(menu.findData(Role.TARGET.value))
    menu.activated.emit(menu.currentIndex())
    strip.take.click()

    assert (_state(window).logits, _state(window).target) == (before.logits, (1.5, 2.5, 0.25))
    window.store.history.undo()
    assert _state(window) == before


def test_that_escape_from_reading_differently_keeps_what_was_taken(window: MainWindow) -> None:
    _paste(window, "class\tlogit\na\t1.5\nb\t2.5\nc\t0.25")
    window.readings.strip.again.click()

    _key(window, Qt.Key.Key_Escape)

    assert _state(window).logits == (1.5, 2.5, 0.25)


def test_that_a_column_of_numbers_needs_no_word(window: MainWindow) -> None:
    _paste(window, "1.5\n2.5\n0.25")

    assert _state(window).logits == (1.5, 2.5, 0.25)
    assert not window.readings.strip.isVisible()


def test_that_the_next_edit_closes_what_the_strip_has_told(window: MainWindow) -> None:
    _paste(window, "a\t1.5\nb\t2.5\nc\t0.25")
    assert window.readings.strip.isVisible()

    window.store.history.undo()

    assert not window.readings.strip.isVisible()


def test_that_a_file_is_asked_about_in_both_languages(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "predictions.csv"
    path.write_text("cat,dog,bird,label\n2.33,-1.46,0.56,1\n0,1,0,2\n")
    window.samples.open(path)
    strip = window.readings.strip
    assert window.readings.is_asking
    assert "predictions.csv" in strip.text.text()
    english = strip.warnings.text()

    window.commands["language.zh_CN"].trigger()

    qtbot.waitUntil(lambda: strip.take.text() == "采用这些数值")
    assert strip.warnings.text() not in {"", english}
    strip.take.click()
    assert window.samples.is_open
    assert _state(window).target == (1.0, 0.0, 0.0)


def test_that_a_long_text_is_read_beside_the_window_and_can_be_stopped(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readings_module, "_LONG", 1000)
    path = tmp_path / "long.txt"
    path.write_text("\n".join(f"class{k} {k / 7}" for k in range(20_000)))
    before = _state(window)

    window.samples.open(path)
    assert _state(window) == before
    window.readings.strip.stop_requested.emit()
    qtbot.wait(50)
    assert _state(window) == before

    window.samples.open(path)
    qtbot.waitUntil(lambda: len(_state(window).labels) == 20_000)
    assert _state(window).logits[7] == 1.0


def test_that_texts_of_all_widths_are_shown_one_after_the_other(window: MainWindow) -> None:
    for width in (1, 4, 2, 9, 3):
        row = "\t".join(["0"] * (width - 1) + ["1"])
        _paste(window, f"{row}\n{row}\n{row}" if width > 1 else PROBABILITIES)
        strip = window.readings.strip
        assert len(strip.table.menus) == (min(width, 7) if width > 1 else 2)
        _key(window, Qt.Key.Key_Escape)


def test_that_nothing_of_the_strip_is_cut_off(window: MainWindow, qtbot: QtBot) -> None:
    strip = window.readings.strip
    for text in (PROBABILITIES, "a\t1.5\nb\t2.5", "cat 2.33\ndog − 1.46", "x\t1.5\ny\t0.5"):
        _paste(window, text)
        parts = (strip.text, strip.again, strip.table, strip.values, strip.take, strip.warnings)
        qtbot.waitUntil(
            lambda parts=parts: all(
                strip.rect().contains(part.geometry()) for part in parts if part.isVisible()
            )
        )
        if window.readings.is_asking:
            _key(window, Qt.Key.Key_Escape)


def test_that_an_array_of_probabilities_is_asked_about(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "proba.npy"
    np.save(path, np.array([[0.7, 0.2, 0.1], [0.3, 0.3, 0.4]]))
    before = _state(window)

    window.samples.open(path)
    assert window.readings.is_asking
    assert _state(window) == before
    window.readings.strip.take.click()

    assert _state(window).logits == LOGS
    assert _state(window).labels == before.labels
    assert window.samples.bar.walk is not None
