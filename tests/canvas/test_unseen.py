"""What nobody sees follows the numbers when it is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.flows.counted_calls import counted
from xentgui.canvas.plot_view import PlotView
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.plot_panel import PlotPanel

SMALL = State(("a", "b", "c"), (0.3, -0.2, 0.1), (0.2, 0.5, 0.3))
LARGE = replace(SMALL, logits=(30.0, -40.0, 7.0), target=(0.5, 2.5, 1.0))
PLOTS = [panel for panel in PANELS if issubclass(panel, PlotPanel)]


@pytest.fixture
def card(qtbot: QtBot) -> QWidget:
    card = QWidget()
    qtbot.addWidget(card)
    card.resize(480, 320)
    return card


def _view(card: QWidget, panel: type[PlotPanel]) -> PlotView:
    view = PlotView(panel(), card)
    view.resize(480, 320)
    view.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    view.show_view(View())
    view.show_snapshot(derive(SMALL))
    return view


@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
def test_every_plot_that_comes_into_sight_shows_what_came_before(
    card: QWidget, panel: type[PlotPanel]
) -> None:
    view = _view(card, panel)
    view.show_snapshot(derive(LARGE))
    card.show()

    fresh = view.picture.face.home(derive(LARGE), view.picture.view)
    assert view.axes.ranges == view.axes.goal == fresh
    assert view.picture.ranges == view.axes.ranges


@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
def test_that_a_plot_that_comes_into_sight_is_shown_as_was_chosen_before(
    card: QWidget, panel: type[PlotPanel]
) -> None:
    chosen = {
        f"{panel.key}.{choice.key}": choice.options[-1].value
        for choice in panel().choices(derive(SMALL))
    }
    shown = View(unit="bits", choices=chosen)
    view = _view(card, panel)
    with counted() as calls:
        view.show_view(shown)
    view.axes.zoomed = True
    card.show()

    assert calls[PlotPanel.ranges.__code__] == 0, "nobody sees it"
    fresh = view.picture.face.ranges(derive(SMALL), shown)
    assert view.axes.ranges == view.picture.ranges == view.axes.goal == fresh
    assert not view.axes.zoomed


def test_that_some_axes_move_for_large_numbers(card: QWidget) -> None:
    moved = set()
    card.show()
    for panel in PLOTS:
        view = _view(card, panel)
        before = view.axes.ranges
        view.show_snapshot(derive(LARGE))
        view.show()
        moved |= {panel.key} if view.axes.ranges != before else set()

    assert {"information", "gradient"} <= moved
