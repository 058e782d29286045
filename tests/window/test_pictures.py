"""At the start plots are pictures, whose place their views take without being noticed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from xentgui.canvas.plot_picture import PlotPicture
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
