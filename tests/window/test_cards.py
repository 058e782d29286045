from __future__ import annotations

from math import isclose

import pytest
from PySide6.QtWidgets import QMainWindow, QStyle
from pytestqt.qtbot import QtBot

from xentgui.commands.panels import CARDS
from xentgui.panels import PANELS
from xentgui.window.card_docks import gap_of
from xentgui.window.card_registry import TABLE_TITLES
from xentgui.window.workspaces import WORKSPACES, Workspace


@pytest.mark.parametrize("workspace", WORKSPACES.values(), ids=WORKSPACES)
def test_every_workspace_places_cards_that_there_are_each_of_them_once(
    workspace: Workspace,
) -> None:
    tables = [key for key, _ in workspace.tables]
    panels = [key for row in workspace.panels for key in row]

    assert set(tables) <= set(TABLE_TITLES)
    assert len(set(tables)) == len(tables)
    assert isclose(sum(share for _, share in workspace.tables), 1.0)
    assert set(panels) <= {panel.key for panel in PANELS}
    assert len(set(panels)) == len(panels)


def test_that_the_menu_shows_and_hides_every_table() -> None:
    assert [key for key, _ in CARDS] == list(TABLE_TITLES)


def test_that_the_gap_between_cards_is_the_one_that_qt_leaves(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    metric = QStyle.PixelMetric.PM_DockWidgetSeparatorExtent

    assert gap_of() == window.style().pixelMetric(metric, None, window) > 0
