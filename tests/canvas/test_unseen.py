"""What nobody sees follows the numbers when it is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from xentgui import fonts
from xentgui.canvas import PlotView
from xentgui.model import State, derive
from xentgui.painting.style import Style
from xentgui.panels import PANELS
from xentgui.panels.plot_panel import PlotPanel
from xentgui.theme import LIGHT
from xentgui.view import View

SMALL = State(("a", "b", "c"), (0.3, -0.2, 0.1), (0.2, 0.5, 0.3))
LARGE = replace(SMALL, logits=(30.0, -40.0, 7.0), target=(0.5, 2.5, 1.0))
PLOTS = [panel for panel in PANELS if issubclass(panel, PlotPanel)]


def _view(qtbot: QtBot, panel: type[PlotPanel]) -> PlotView:
    view = PlotView(panel())
    qtbot.addWidget(view)
    view.resize(480, 320)
    view.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    view.show_view(View())
    view.show_snapshot(derive(SMALL))
    return view


@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
def test_every_plot_that_comes_into_sight_shows_what_came_before(
    qtbot: QtBot, panel: type[PlotPanel]
) -> None:
    view = _view(qtbot, panel)
    view.show_snapshot(derive(LARGE))
    view.show()

    fresh = view.picture.face.settle(view.axes.goal, derive(LARGE), view.picture.view)
    assert view.axes.ranges == view.axes.goal == fresh
    assert view.picture.ranges == view.axes.ranges


def test_that_some_axes_move_for_large_numbers(qtbot: QtBot) -> None:
    moved = set()
    for panel in PLOTS:
        view = _view(qtbot, panel)
        before = view.axes.ranges
        view.show_snapshot(derive(LARGE))
        view.show()
        moved |= {panel.key} if view.axes.ranges != before else set()

    assert {"information", "gradient"} <= moved
