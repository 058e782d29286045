"""In the first minute, plots say that their marks can be pulled; the first pull ends that for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.canvas.plot_view import PlotView
from xentgui.window.helping.pull_hint import PullHint
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def _welcome(window: MainWindow, qtbot: QtBot) -> dict[str, PullHint]:
    window.helping.welcome()
    qtbot.waitUntil(lambda: bool(window.helping.hints.shown))
    return window.helping.hints.shown


def _drag(widget: object, by: QPoint) -> None:
    at = widget.rect().center()  # type: ignore[attr-defined]
    QTest.mousePress(widget, LEFT, NONE, at)  # type: ignore[call-overload]
    QTest.mouseMove(widget, at + by / 2)  # type: ignore[call-overload]
    QTest.mouseMove(widget, at + by)  # type: ignore[call-overload]
    QTest.mouseRelease(widget, LEFT, NONE, at + by)  # type: ignore[call-overload]


def _picture(plot: PlotView) -> np.ndarray:
    port = plot.viewport()
    image = QImage(port.size(), QImage.Format.Format_RGB32)
    port.render(image)
    pixels = np.frombuffer(image.constBits(), dtype=np.uint32)
    return pixels.reshape(image.height(), image.width()).copy()


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_a_cue_covers_no_number_and_no_mark(
    start: Start, qtbot: QtBot, size: tuple[int, int], language: str, theme: str
) -> None:
    window = start(language=language, theme=theme)
    window.resize(*size)
    hints = _welcome(window, qtbot)

    assert hints.keys() == {"distribution", "information"}
    for key, hint in hints.items():
        plot, place = window.panels[key], hint.geometry()
        assert isinstance(plot, PlotView)
        hint.hide()
        below = _picture(plot)[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
        # Ground, and no more than the line of a grid across it.
        assert np.unique(below).size <= 2, key


def test_that_a_cue_is_a_handle_of_its_mark(window: MainWindow, qtbot: QtBot) -> None:
    hint = _welcome(window, qtbot)["distribution"]
    before = window.store.snapshot.probabilities

    _drag(hint, QPoint(0, -40))

    now = window.store.snapshot.probabilities
    assert np.count_nonzero(now > before + 0.05) == 1
    assert window.store.history.count() == 1
    assert window.helping.hints.shown == {}


def test_that_the_first_pull_of_any_mark_ends_all_cues_for_ever(start: Start, qtbot: QtBot) -> None:
    window = start()
    _welcome(window, qtbot)

    window.panels["information"].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.panels["information"], Qt.Key.Key_Up)
    assert window.helping.hints.shown == {}
    window.documents.closes_unasked = True
    window.close()

    again = start()
    again.helping.welcome()
    assert not again.helping.hints.are_due

    again.run_command("help.hints")
    qtbot.waitUntil(lambda: bool(again.helping.hints.shown))


def test_that_pointing_and_typing_end_no_cue(window: MainWindow, qtbot: QtBot) -> None:
    hints = _welcome(window, qtbot)

    QTest.mouseMove(window.panels["distribution"].viewport(), QPoint(60, 60))  # type: ignore[attr-defined]
    QTest.mouseClick(hints["distribution"], LEFT)
    window.run_command("target.uniform")

    qtbot.waitUntil(lambda: window.helping.hints.shown.keys() >= {"distribution"})
    assert window.settings.hints == 1


def test_that_a_cue_is_told_to_those_who_listen(window: MainWindow, qtbot: QtBot) -> None:
    hints = _welcome(window, qtbot)

    for hint in hints.values():
        assert "can be dragged, or moved with the arrow keys" in hint.accessibleName()
        assert hint.toolTip()
        assert hint.cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_that_cues_stand_in_other_workspaces_too(window: MainWindow, qtbot: QtBot) -> None:
    _welcome(window, qtbot)

    window.run_command("workspace.learn")

    qtbot.waitUntil(lambda: "trace" in window.helping.hints.shown)
    assert "distribution" not in window.helping.hints.shown


def test_that_a_scene_without_handles_has_no_cues(window: MainWindow, qtbot: QtBot) -> None:
    _welcome(window, qtbot)

    with qtbot.waitSignal(window.helping.hints.placed):
        window.store.show(replace(window.store.view, handles=False))

    assert window.helping.hints.shown == {}


def _copied(window: MainWindow) -> QImage:
    window.panels["distribution"].setFocus()
    window.run_command("export.copy_panel")
    return QApplication.clipboard().image()


def test_that_neither_a_figure_nor_an_audience_sees_a_cue(window: MainWindow, qtbot: QtBot) -> None:
    before = _copied(window)
    _welcome(window, qtbot)

    assert _copied(window) == before
    window.run_command("present.window")
    qtbot.waitUntil(lambda: window.presenter.is_on)
    others = [one for one in QApplication.topLevelWidgets() if one is not window]
    assert not [hint for one in others for hint in one.findChildren(PullHint)]
    window.presenter.leave()
