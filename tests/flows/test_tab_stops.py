"""Tab leads through every workspace in few stops, however many classes there are."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from xentgui.canvas.plot_view import PlotView
from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

_MOST = 60  # stops of a workspace; Sample, with its boxes and buttons, has 49
_MOST_MARKS = 12  # stops in a panel


def _round_trip(window: MainWindow, key: Qt.Key) -> list[QWidget]:
    """Return the stops of `key` until it leads to where it began."""
    window.activateWindow()
    first = QApplication.focusWidget()
    assert first is not None
    found: list[QWidget] = []
    while len(found) <= _MOST:
        QTest.keyClick(QApplication.focusWidget() or window, key)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None
        found.append(now)
        if now is first:
            break
    return found


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("workspace", WORKSPACES)
def test_that_fifty_thousand_classes_are_no_tab_trap(
    window: MainWindow, workspace: str, key: Qt.Key
) -> None:
    window.run_command("preset.52-vocabulary")
    window.run_command(f"workspace.{workspace}")
    QApplication.processEvents()
    window.toolbar.sliders["temperature"].box.setFocus()

    stops = _round_trip(window, key)

    assert len(stops) <= _MOST, Counter(map(type, stops))
    counts = Counter(stops)
    for stop, count in counts.items():
        assert count <= (_MOST_MARKS if isinstance(stop, PlotView) else 1), stop
        place = QRect(stop.mapTo(window, QPoint()), stop.size())
        assert stop.isVisible(), stop
        assert window.rect().contains(place), f"{stop.objectName()} at {place}"
    tables = [one for one in window.findChildren(QTableView) if one.isVisible()]
    assert {table for table in tables if table.isEnabled()} <= counts.keys()
