"""Escape leaves the editor, else the gesture, else the mark, else the enlarged card or full screen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from xentgui.model.mark import ClassMark
from xentgui.panels.marked_panel import Way
from xentgui.window.main_window import MainWindow

K = Qt.Key


def _escape() -> None:
    QTest.keyClick(_keys(), K.Key_Escape)
    QApplication.processEvents()


def _keys() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def _filled(window: MainWindow) -> None:
    """Fill the screen, with one card on it."""
    window.activateWindow()
    window.toggle_full_screen()
    QApplication.processEvents()


def _plot(window: MainWindow, key: str = "distribution") -> Any:
    view = window.panels[key]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return view


def _logits(window: MainWindow) -> list[float]:
    return [float(z) for z in window.store.snapshot.logits]


@pytest.mark.parametrize("enlarged", [True, False])
def test_that_escape_leaves_the_editor_of_a_cell_and_then_full_screen(
    window: MainWindow, enlarged: bool
) -> None:
    _filled(window)
    table = window.logit_table
    if enlarged:
        window.cards.enlarge("logit_table")
    table.setFocus()
    QTest.keyClick(table, K.Key_F2)
    editor = _keys()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "7")
    before = _logits(window)

    _escape()
    assert _keys() is table
    assert _logits(window) == before
    assert window.is_full_screen
    assert (window.cards.enlarged is not None) is enlarged
    if enlarged:
        _escape()
        assert window.cards.enlarged is None
        assert window.is_full_screen
    _escape()
    assert not window.is_full_screen


def test_that_escape_drops_a_refused_text_before_it_leaves_full_screen(window: MainWindow) -> None:
    _filled(window)
    table = window.logit_table
    table.setFocus()
    QTest.keyClick(table, K.Key_F2)
    QTest.keyClicks(_keys(), "abc")
    QTest.keyClick(_keys(), K.Key_Return)
    table.setCurrentIndex(table.classes.index(0, table.currentIndex().column()))

    _escape()
    assert window.is_full_screen
    assert table.classes.drafts.at(0, table.currentIndex().column()) is None
    _escape()
    assert not window.is_full_screen


@pytest.mark.parametrize("name", ["temperature", "label_smoothing"])
def test_that_escape_gives_a_box_its_number_back_and_then_leaves_full_screen(
    window: MainWindow, name: str
) -> None:
    _filled(window)
    window.cards.enlarge("gradient")
    box = window.toolbar.sliders[name].box
    box.setFocus()
    before = box.text()
    box.selectAll()
    QTest.keyClicks(box, "0.3")

    _escape()
    assert box.text() == before
    assert window.is_full_screen
    assert window.cards.enlarged == "gradient"
    _escape()
    assert window.cards.enlarged is None
    _escape()
    assert not window.is_full_screen


def test_that_escape_leaves_the_box_at_a_mark_then_the_mark_then_full_screen(
    window: MainWindow,
) -> None:
    _filled(window)
    view = _plot(window)
    assert view.picture.focused is not None
    QTest.keyClicks(view, "0")
    assert isinstance(_keys(), QLineEdit)

    _escape()
    assert _keys() is view
    assert view.picture.focused is not None
    _escape()
    assert view.picture.focused is None
    assert window.is_full_screen
    _escape()
    assert not window.is_full_screen


@pytest.mark.parametrize("enlarged", [True, False])
def test_that_escape_puts_back_what_a_mouse_drags_and_the_screen_stays_full(
    window: MainWindow, enlarged: bool
) -> None:
    _filled(window)
    if enlarged:
        window.cards.enlarge("distribution")
        QApplication.processEvents()
    view, before = _plot(window), _logits(window)
    picture, ground = view.picture, view.viewport()
    mark = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
    at = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view).toPoint()
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(ground, at + QPoint(0, 40))
    QApplication.processEvents()
    assert _logits(window) != before

    QTest.keyClick(view, K.Key_Escape)
    assert _logits(window) == before
    assert window.is_full_screen
    assert (window.cards.enlarged is not None) is enlarged
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=at + QPoint(0, 40))
    assert _logits(window) == before


def test_that_escape_puts_back_what_a_held_key_has_moved_and_stays_at_the_mark(
    window: MainWindow,
) -> None:
    _filled(window)
    view, before = _plot(window), _logits(window)
    mark = view.picture.focused
    QTest.keyPress(view, K.Key_Up)
    QTest.keyPress(view, K.Key_Up)
    assert _logits(window) != before

    QTest.keyClick(view, K.Key_Escape)
    QTest.keyRelease(view, K.Key_Up)
    assert _logits(window) == before
    assert window.store.history.count() == 0
    assert view.picture.focused == mark
    assert window.is_full_screen


def test_that_escape_puts_back_what_keys_have_moved_on_a_slider(window: MainWindow) -> None:
    _filled(window)
    slider = window.toolbar.sliders["temperature"].slider
    slider.setFocus()
    QTest.keyClick(slider, K.Key_Right)
    assert window.store.snapshot.state.temperature != 1.0

    QTest.keyClick(slider, K.Key_Escape)
    assert window.store.snapshot.state.temperature == 1.0
    assert window.is_full_screen
    QTest.keyClick(slider, K.Key_Escape)
    assert not window.is_full_screen


def test_that_escape_leaves_the_class_of_a_page_and_then_full_screen(window: MainWindow) -> None:
    _filled(window)
    page = _plot(window, "derivation")
    QTest.keyClick(page, K.Key_Down)
    QTest.qWait(0)
    for _ in range(5):
        QApplication.processEvents()
    assert isinstance(window.store.view.highlight, ClassMark)

    _escape()
    for _ in range(5):
        QApplication.processEvents()
    assert window.store.view.highlight is None
    assert window.is_full_screen
    _escape()
    assert not window.is_full_screen


@pytest.mark.parametrize("table", ["weight_table", "point_table"])
def test_that_escape_leaves_the_editor_of_a_table_of_a_classifier_and_then_full_screen(
    window: MainWindow, table: str
) -> None:
    window.run_command("preset.71-penguins")
    window.run_command("workspace.classify")
    _filled(window)
    numbers: Any = window.cards.by_key[table].content()
    numbers.setFocus()
    QTest.keyClick(_keys(), K.Key_F2)  # a name, or a number of a point: nothing to edit
    assert not isinstance(_keys(), QLineEdit)
    QTest.keyClick(_keys(), K.Key_Right)
    QTest.keyClick(_keys(), K.Key_F2)
    assert isinstance(_keys(), QLineEdit)

    _escape()
    assert not isinstance(_keys(), QLineEdit)
    assert window.is_full_screen
    _escape()
    assert not window.is_full_screen


@pytest.mark.parametrize("maximised", [True, False])
def test_that_escape_gives_back_the_window_that_was_there_before_full_screen(
    window: MainWindow, maximised: bool
) -> None:
    if maximised:
        window.showMaximized()
    before = window.size()
    _filled(window)

    _escape()

    assert window.isMaximized() is maximised
    assert maximised or window.size() == before
