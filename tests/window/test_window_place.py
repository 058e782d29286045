"""The window is where it was, and on another screen where all of it can be seen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMargins, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from xentgui.window.window_place import OnScreen, SavedPlace, fitted, inside_of, place

SCREENS = [(1024, 768), (1366, 768), (1440, 900), (1920, 1080), (2560, 1440), (3840, 2160)]
FRAME = QMargins(1, 22, 1, 5)


def _room(size: tuple[int, int]) -> QRect:
    return QRect(0, 0, *size)


def _full_on(size: tuple[int, int], *, maximized: bool) -> SavedPlace:
    inside = _room(size).marginsRemoved(FRAME)
    return SavedPlace(inside.marginsAdded(FRAME), inside, maximized, False, size[0])


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    yield window
    window.close()


@pytest.mark.parametrize("now", SCREENS)
@pytest.mark.parametrize("then", SCREENS)
@pytest.mark.parametrize("maximized", [False, True])
def test_that_a_window_that_had_all_of_a_screen_has_at_least_half_of_any_other(
    then: tuple[int, int], now: tuple[int, int], maximized: bool
) -> None:
    was, room = _full_on(then, maximized=maximized), _room(now)

    inside = inside_of(was, [room])

    assert room.contains(inside.marginsAdded(was.margins))
    assert inside.width() >= min(room.width() / 2, room.marginsRemoved(was.margins).width())
    assert inside.height() >= min(room.height() / 2, room.marginsRemoved(was.margins).height())
    if room.contains(was.frame) and 2 * was.inside.width() >= room.width() and not maximized:
        assert inside == was.inside


@pytest.mark.parametrize("now", SCREENS)
def test_that_a_small_window_keeps_its_size_and_place_where_it_fits(now: tuple[int, int]) -> None:
    inside = QRect(130, 90, 800, 600)
    was = SavedPlace(inside.marginsAdded(FRAME), inside, False, False, 1920)

    assert inside_of(was, [_room(now)]) == inside


def test_that_a_window_comes_back_to_the_screen_it_was_on_or_else_to_one_there_is() -> None:
    one, other = QRect(0, 0, 1920, 1080), QRect(1920, 0, 1920, 1080)
    inside = QRect(2100, 80, 1300, 900)
    was = SavedPlace(inside.marginsAdded(FRAME), inside, False, False, 1920)

    assert inside_of(was, [one, other]) == inside
    alone = inside_of(was, [one])
    assert alone.size() == inside.size()
    assert one.contains(alone.marginsAdded(FRAME))


def test_that_what_qt_has_saved_is_read(window: QWidget) -> None:
    window.setGeometry(31, 47, 400, 300)
    window.show()

    was = SavedPlace.decode(bytes(window.saveGeometry().data()))

    assert was is not None
    assert (was.inside, was.frame) == (window.geometry(), window.frameGeometry())
    assert not was.maximized
    assert was.screen_width == window.screen().geometry().width()


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_that_a_window_is_maximized_or_full_screen_again(
    window: QWidget, state: Qt.WindowState, qtbot: QtBot
) -> None:
    window.setGeometry(31, 47, 400, 300)
    window.setWindowState(state)
    window.show()
    again = QWidget()
    qtbot.addWidget(again)

    place(again, bytes(window.saveGeometry().data()))
    again.show()

    assert again.windowState() == state
    assert again.screen().availableGeometry().contains(again.geometry())


@pytest.mark.parametrize("cut", [0, 3, 10, 40])
def test_that_spoilt_geometry_is_passed_over(window: QWidget, cut: int) -> None:
    window.setGeometry(31, 47, 400, 300)
    saved = bytes(window.saveGeometry().data())[:cut]

    assert SavedPlace.decode(saved) is None
    assert SavedPlace.decode(b"spoilt" + saved) is None
    place(window, saved)

    room = window.screen().availableGeometry()
    assert room.contains(QRect(room.topLeft(), window.size()))
    assert 2 * window.width() > room.width()


def test_that_a_window_that_can_be_seen_is_left_where_it_is_and_another_is_brought_back(
    window: QWidget,
) -> None:
    room = window.screen().availableGeometry()
    keeper = OnScreen(window)
    window.setGeometry(31, 47, 400, 300)
    window.show()
    seen = window.geometry()
    keeper.bring_back()
    assert window.geometry() == seen

    window.setGeometry(room.right() - 100, room.bottom() - 50, room.width() + 200, 300)
    keeper.bring_back()

    assert room.contains(window.frameGeometry())
    assert window.width() > room.width() / 2


def test_that_a_window_is_moved_no_farther_than_it_must_be() -> None:
    room = QRect(100, 50, 1000, 700)

    assert fitted(QRect(200, 100, 300, 300), room) == QRect(200, 100, 300, 300)
    assert fitted(QRect(900, 600, 300, 300), room) == QRect(800, 450, 300, 300)
    assert fitted(QRect(0, 0, 3000, 300), room) == QRect(100, 50, 1000, 300)
