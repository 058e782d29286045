from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xentgui.canvas.plot_view import PlotView
from xentgui.model.subjects import to_state
from xentgui.window.main_window import MainWindow


def _plot(window: MainWindow, key: str) -> PlotView:
    window.cards.show_panels((key,))
    QApplication.processEvents()
    plot = window.panels[key]
    assert isinstance(plot, PlotView)
    return plot


def _show(window: MainWindow, logits: tuple[float, ...]) -> None:
    window.store.edit(to_state(replace(window.store.snapshot.state, logits=logits)), "edit")


@pytest.mark.parametrize("logits", [(-3.0, 3.0, 0.0), (123.0, 456.0, 789.0)], ids=str)
def test_that_an_axis_follows_numbers_that_leave_it_and_come_back(
    window: MainWindow, qtbot: QtBot, logits: tuple[float, ...]
) -> None:
    """The loss leaves 0 … 1: its bar must not end where the axis did."""
    plot, before = _plot(window, "decomposition"), window.store.snapshot.state.logits
    first = plot.axes.ranges

    _show(window, logits)
    qtbot.waitUntil(lambda: plot.axes.ranges == plot.axes.goal)
    assert plot.axes.ranges.right >= window.store.snapshot.cross_entropy

    _show(window, before)
    qtbot.waitUntil(lambda: plot.axes.ranges == first)


def test_that_zooming_out_still_ends_where_everything_is_seen(window: MainWindow) -> None:
    window.run_command("preset.51-fifty-classes")
    plot = _plot(window, "distribution")
    home = plot.axes.ranges
    point = QPointF(plot.width() / 2, plot.height() / 2)

    def turn(notches: int) -> None:
        wheel = QWheelEvent(
            point,
            plot.mapToGlobal(point),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(plot.viewport(), wheel)

    turn(5)
    assert plot.axes.ranges.right - plot.axes.ranges.left < home.right - home.left
    _show(window, tuple(-logit for logit in window.store.snapshot.state.logits))
    for _ in range(20):
        turn(-5)

    assert (plot.axes.ranges.left, plot.axes.ranges.right) == (home.left, home.right)
