"""The picture is a function of what is shown: where axes are does not tell what came before."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.panels.samples import HARD, OPENING
from xentgui.canvas.plot_view import PlotView
from xentgui.model import State, derive
from xentgui.model.subjects import to_state
from xentgui.model.view import View
from xentgui.painting import accessibility, fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.main_window import MainWindow

PLOTS = [panel for panel in PANELS if issubclass(panel, PlotPanel)]
EVERY_PLOT = pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
THREE = [state for state in HARD.values() if len(state.labels) == 3]


@pytest.fixture
def card(qtbot: QtBot) -> QWidget:
    card = QWidget()
    qtbot.addWidget(card)
    card.resize(480, 320)
    return card


@pytest.fixture
def view(card: QWidget, panel: type[PlotPanel]) -> PlotView:
    view = PlotView(panel(), card)
    view.resize(480, 320)
    view.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    view.show_view(View())
    card.show()
    return view


@EVERY_PLOT
@pytest.mark.parametrize("areas", [False, True], ids=["lines", "areas"])
def test_every_axis_is_the_same_for_the_same_numbers_whatever_came_before(
    view: PlotView, areas: bool
) -> None:
    view.show_view(View(areas=areas))
    found: dict[int, set[object]] = {}
    random = np.random.default_rng(2)
    for which in random.integers(len(THREE), size=80).tolist():
        view.show_snapshot(derive(THREE[which]))
        found.setdefault(which, set()).add(view.axes.goal)

    assert len(found) == len(THREE)
    assert all(len(goals) == 1 for goals in found.values())


@EVERY_PLOT
def test_every_axis_only_gives_way_while_something_is_dragged_and_follows_afterwards(
    view: PlotView,
) -> None:
    view.show_snapshot(derive(OPENING))
    view.hold()
    for state in THREE:
        before = view.axes.goal
        view.show_snapshot(derive(state))
        home = view.picture.face.home(derive(state), view.picture.view)
        assert view.axes.goal == before.united(home)
    view.show_snapshot(derive(OPENING))
    view.release()

    assert view.axes.goal == view.picture.face.home(derive(OPENING), view.picture.view)


@pytest.mark.parametrize("panel", [one for one in PLOTS if one.key == "gradient"])
def test_that_no_arrow_is_cut_off_while_the_axis_is_on_its_way(
    view: PlotView, qtbot: QtBot
) -> None:
    accessibility.reduce_motion(reduced=False)
    near = derive(replace(OPENING, logits=(30.0, 0.0, 0.0)))
    far = derive(replace(OPENING, logits=(-30.0, 0.0, 0.0)))
    view.show_snapshot(near)
    tops: list[float] = []
    view.axes.moved.connect(lambda: tops.append(view.picture.ranges.top))

    view.show_snapshot(far)
    at_once = view.picture.ranges.top
    qtbot.waitUntil(lambda: view.axes.ranges == view.axes.goal)

    assert min([at_once, *tops]) >= np.abs(far.gradient).max()
    assert len(set(tops)) > 1


def test_that_a_drag_in_one_panel_leaves_the_axis_of_the_gradient_alone(
    window: MainWindow,
) -> None:
    window.cards.show_panels(("distribution", "gradient"))
    QApplication.processEvents()
    gradient, tops = window.panels["gradient"], []

    def move(logit: float) -> None:
        window.store.edit(
            to_state(State(OPENING.labels, (logit, -1.46, 0.56), OPENING.target)), "drag"
        )
        tops.append((gradient.axes.goal.top, gradient.picture.ranges.top))

    gradient.hold()
    for logit in np.linspace(2.33, -4.0, 30).tolist():
        move(logit)

    assert set(tops) == {(1.2, 1.2)}
    assert gradient.picture.frame().outer.contains(QPointF(1, 1))
