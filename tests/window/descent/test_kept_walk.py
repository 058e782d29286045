"""How somebody walks is the same at the next start, whatever has become of the settings."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolButton

from xentgui.model.descent import check_walk
from xentgui.model.recipes import USUAL_WALK, Method, Walk
from xentgui.window.descent.kept_walk import as_text, from_text
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]

_WALKS = st.builds(
    Walk,
    st.sampled_from(Method),
    st.floats(0.0, exclude_min=True, allow_infinity=False),
    st.floats(0.0, 1.0, exclude_max=True),
    st.just(USUAL_WALK.tolerance),
)


@given(_WALKS)
def test_that_a_walk_comes_back_bit_for_bit(walk: Walk) -> None:
    assert from_text(as_text(walk)) == walk


@given(
    st.text()
    | st.dictionaries(
        st.sampled_from(("method", "rate", "momentum", "tolerance")),
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats().filter(math.isfinite)
        | st.text()
        | st.lists(st.integers()),
    ).map(json.dumps)
)
def test_that_whatever_the_settings_hold_can_be_walked(text: str) -> None:
    walk = from_text(text)

    check_walk(walk, "cross_entropy")
    assert walk.tolerance == USUAL_WALK.tolerance


@pytest.mark.parametrize(
    ("text", "walk"),
    [
        ("", USUAL_WALK),
        ("{", USUAL_WALK),
        ("[1]", USUAL_WALK),
        ("[" * 100_000, USUAL_WALK),
        ('{"method": "downhill", "rate": 2}', USUAL_WALK._replace(rate=2.0)),
        ('{"method": ["newton"]}', USUAL_WALK),
        ('{"method": "newton", "rate": -1}', USUAL_WALK._replace(method=Method.NEWTON)),
        ('{"rate": Infinity, "momentum": 0.9}', USUAL_WALK._replace(momentum=0.9)),
        ('{"rate": NaN, "momentum": 1}', USUAL_WALK),
        ('{"rate": 1' + 400 * "0" + "}", USUAL_WALK),
        ('{"rate": true, "momentum": "0.5"}', USUAL_WALK),
    ],
)
def test_that_what_is_damaged_is_as_usual_and_the_rest_as_it_was(text: str, walk: Walk) -> None:
    assert from_text(text) == walk


def _walk_by_hand(window: MainWindow) -> None:
    window.run_command("workspace.learn")
    window.complete()
    button = window.findChild(QToolButton, "descent.method.momentum")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    box = window.findChild(QLineEdit, "descent.rate_value")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "0.37")
    QTest.keyClick(box, Qt.Key.Key_Return)


def _restarted(window: MainWindow, start: Start) -> MainWindow:
    window.documents.closes_unasked = True
    window.close()
    again = start()
    again.run_command("workspace.learn")
    again.complete()
    return again


def test_that_method_rate_and_momentum_are_there_after_a_restart(start: Start) -> None:
    window = start()
    _walk_by_hand(window)

    again = _restarted(window, start)

    assert again.store.view.walk == USUAL_WALK._replace(rate=0.37, momentum=0.9)
    assert again.findChild(QToolButton, "descent.method.momentum").isChecked()
    assert again.findChild(QLineEdit, "descent.rate_value").text() == "0.37"
    assert again.findChild(QLineEdit, "descent.momentum_value").text() == "0.9"
    again.run_command("walk.step")
    assert again.store.view.run.walk == again.store.view.walk


def test_that_newton_is_there_after_a_restart_also_where_a_loss_has_none(start: Start) -> None:
    window = start()
    window.run_command("workspace.learn")
    window.complete()
    button = window.findChild(QToolButton, "descent.method.newton")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window.run_command("loss.brier")

    again = _restarted(window, start)

    assert again.store.view.walk.method is Method.NEWTON
    again.run_command("loss.brier")
    assert again.store.view.run is None


def test_that_the_usual_walk_leaves_nothing_in_the_settings(
    start: Start, settings_path: Path
) -> None:
    window = start()
    _walk_by_hand(window)
    window.walking.choose(USUAL_WALK)

    again = _restarted(window, start)

    assert again.store.view.walk == USUAL_WALK
    assert not QSettings(str(settings_path), QSettings.Format.IniFormat).value("view/walk")


def test_that_a_start_with_damaged_settings_walks_as_usual(
    start: Start, settings_path: Path
) -> None:
    settings = QSettings(str(settings_path), QSettings.Format.IniFormat)
    settings.setValue("view/walk", '{"method": 7, "rate": -3, "momentum": "β"}')
    settings.sync()

    window = start()

    assert window.store.view.walk == USUAL_WALK
