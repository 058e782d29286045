"""At the start plots are pictures, whose place their views take without being noticed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRegularExpression, QSettings, Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from xentgui.canvas.panel_view import PlotPicture
from xentgui.commands.registry import ACTIONS, MENUS
from xentgui.documents.recovery import Recovery
from xentgui.program.app import Options, build
from xentgui.settings import Settings
from xentgui.window.main_window import MainWindow


@pytest.fixture
def pictured(qtbot: QtBot, tmp_path: Path) -> Callable[..., MainWindow]:
    """Return a function that shows a window as it is before pyqtgraph is there."""

    def pictured(size: tuple[int, int] = (1440, 900), theme: str = "light") -> MainWindow:
        settings = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
        recovery = Recovery(tmp_path / "state")
        _, window = build(Options(theme=theme), settings=settings, recovery=recovery)
        qtbot.addWidget(window, before_close_func=_discard)
        window.resize(*size)
        window.show()
        window.show_pictures()
        painted(window)
        return window

    return pictured


def _discard(window: MainWindow) -> None:
    window.documents.closes_unasked = True


def painted(window: MainWindow) -> QImage:
    """Return the frame that comes when what has been asked for is done."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return window.grab().toImage()


def pictures(window: MainWindow) -> list[PlotPicture]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return window.findChildren(PlotPicture)


@pytest.mark.expensive
@pytest.mark.parametrize(
    ("size", "theme"), [((1440, 900), "light"), ((900, 600), "dark"), ((1920, 1080), "light")]
)
def test_that_not_a_pixel_changes_when_views_take_the_place(
    pictured: Callable[..., MainWindow], size: tuple[int, int], theme: str
) -> None:
    window = pictured(size, theme)
    before = painted(window)
    assert len(pictures(window)) == 3

    window.show_panels()

    assert painted(window) == before
    assert pictures(window) == []


def test_that_a_view_is_there_before_the_next_frame(pictured: Callable[..., MainWindow]) -> None:
    window = pictured()
    places = [_place(picture) for picture in pictures(window)]

    window.show_panels()

    plots = [window.panels[key] for key in ("distribution", "information", "gradient")]
    assert all(plot.isVisible() for plot in plots)
    assert sorted(map(_place, plots)) == sorted(places)


def _place(widget: QWidget) -> tuple[int, ...]:
    return (*widget.mapTo(widget.window(), QPoint()).toTuple(), *widget.size().toTuple())


def test_that_a_press_on_a_picture_is_harmless_and_the_view_answers(
    pictured: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = pictured()
    picture = min(pictures(window), key=_place)
    middle = picture.mapTo(window, picture.rect().center())
    handle = window.windowHandle()

    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=middle)
    window.show_panels()
    painted(window)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(handle, middle)
    QTest.mouseMove(handle, middle + QPoint(3, 0))
    qtbot.waitUntil(lambda: window.store.view.highlight is not None)

    assert window.store.gesture is None
    assert not window.store.history.count()


def test_that_an_edit_meanwhile_is_shown_by_the_view(pictured: Callable[..., MainWindow]) -> None:
    window = pictured()
    window.run_command("target.uniform")

    window.show_panels()

    assert window.store.history.count() == 1
    assert window.panels["distribution"].snapshot is window.store.snapshot


def _count(window: MainWindow) -> int:
    return len(window.findChildren(QAction, QRegularExpression(r"^action\.")))


def test_that_a_key_finds_its_command_before_all_commands_are_there(
    pictured: Callable[..., MainWindow],
) -> None:
    window = pictured()
    decimals = window.store.view.decimals
    assert _count(window) < 15

    QTest.keySequence(window.logit_table, ACTIONS["decimals.more"].shortcuts[0])

    assert window.store.view.decimals == decimals + 1
    assert _count(window) == len(ACTIONS)


@pytest.mark.parametrize("key", ["edit", "help", "loss"])
def test_that_a_menu_has_all_its_commands_however_early_it_opens(
    pictured: Callable[..., MainWindow], key: str
) -> None:
    window = pictured()
    menu = window.commands.menu(key)
    assert menu.isEmpty()

    menu.aboutToShow.emit()

    wanted = [entry for entry in MENUS[key].entries if entry in ACTIONS]
    shown = [action.objectName() for action in menu.actions() if action.objectName()]
    assert [name for name in shown if name.startswith("action.")] == [
        f"action.{one}" for one in wanted
    ]


def test_that_commands_that_come_late_look_and_are_enabled_like_the_others(
    pictured: Callable[..., MainWindow],
) -> None:
    window = pictured(theme="dark")

    window.commands.complete()

    assert not window.commands["copy"].icon().isNull()
    assert not window.commands["panel.restore"].isEnabled()
    assert window.commands["loss.cross_entropy"].isChecked()
    assert window.commands.menus["share"].title() == MENUS["share"].title
