from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.canvas import PlotView
from xentgui.main_window import MainWindow
from xentgui.model import State


def test_that_a_long_name_is_cut_and_the_read_out_stays_in_the_plot(
    window: MainWindow, qtbot: QtBot
) -> None:
    labels = ("<i>very</i> long name " * 40, "b & c")
    window.store.edit(State(labels, (1.0, 2.0), (1.0, 0.0)), "edit")
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)

    view.readout.point_at(0, QPointF(100, 100))
    qtbot.waitUntil(view.readout.isVisible)

    assert view.readout.width() <= view.width()
    assert view.readout.words().startswith("<i>very</i>")
    assert "…" in view.readout.words()
    view.readout.point_at(1, QPointF(100, 100))
    assert view.readout.words().startswith("b & c")


def test_that_no_read_out_comes_when_the_pointer_has_left(window: MainWindow, qtbot: QtBot) -> None:
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    view.readout.point_at(0, QPointF(100, 100))

    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    qtbot.wait(500)

    assert not view.readout.isVisible()
