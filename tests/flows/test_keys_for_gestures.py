"""What a hand does in a panel, keys do, too: marks move, plots zoom, menus open."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.panels.classifiers import set_a
from xentgui.canvas.plot_view import PlotView
from xentgui.model import State, derive
from xentgui.model.message import RefusedError
from xentgui.model.subjects import resolve
from xentgui.model.view import View
from xentgui.panels import PANELS
from xentgui.panels.marked_panel import Way
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.main_window import MainWindow

K = Qt.Key
_MOVES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
PLOTS = {panel.key: panel for panel in PANELS if issubclass(panel, PlotPanel)}
SNAPSHOTS = {
    "logits": derive(State(("a", "b", "c"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))),
    "classifier": derive(resolve(set_a())),
}


def _has_keys(face: PlotPanel, mark: Any, snapshot: Any, view: View) -> bool:
    for way in ((-1, 0), (1, 0), (0, -1), (0, 1)):
        try:
            if face.nudge(mark, snapshot, view, way, 1.0) is not None:
                return True
        except RefusedError:
            return True  # there is a key, which has reached an end
    numbers = face.numbers_of(mark, snapshot, view)
    return bool(numbers) and len(face.captions(mark, view)) == len(numbers)


@pytest.mark.parametrize("what", SNAPSHOTS)
@pytest.mark.parametrize("key", PLOTS)
def test_that_every_mark_that_a_hand_can_take_moves_with_keys(
    qapp: QApplication, key: str, what: str
) -> None:
    snapshot, view = SNAPSHOTS[what], View()
    face = PLOTS[key]().face(view)
    mark = face.mark_beside(None, Way.NEXT, snapshot, view)
    for _ in range(12):
        if mark is None:
            break
        assert _has_keys(face, mark, snapshot, view), mark
        mark = face.mark_beside(mark, Way.NEXT, snapshot, view)


def test_that_keys_zoom_and_move_a_plot_and_show_all_of_it_again(window: MainWindow) -> None:
    window.run_command("preset.51-fifty-classes")
    view = window.panels["distribution"]
    assert isinstance(view, PlotView)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    home, steps = view.axes.ranges, window.store.history.count()

    def wide() -> float:
        return view.axes.ranges.right - view.axes.ranges.left

    QTest.keyClick(view, K.Key_Z)
    QTest.keyClick(view, K.Key_Z)
    near = view.axes.ranges
    assert wide() == pytest.approx((home.right - home.left) / 1.25**2, rel=0.01)
    QTest.keyClick(view, K.Key_Right, _MOVES)
    assert view.axes.ranges.left > near.left
    assert wide() == pytest.approx(near.right - near.left)
    QTest.keyClick(view, K.Key_Z, Qt.KeyboardModifier.ShiftModifier)
    assert wide() > near.right - near.left
    QTest.keyClick(view, K.Key_Backspace)
    QApplication.processEvents()
    assert view.axes.ranges == home
    assert window.store.history.count() == steps


@pytest.mark.parametrize("place", ["logit_table", "target_table", "strip"])
def test_that_the_menu_key_opens_the_menu(window: MainWindow, place: str) -> None:
    parts: dict[str, Any] = {
        "logit_table": lambda: window.logit_table,
        "target_table": lambda: window.target_table,
        "strip": lambda: window.strip.bar.strip,
    }
    if place == "strip":
        window.run_command("scene.strip")
    part: QWidget = parts[place]()
    part.setFocus()
    at = QPoint(10, 10)
    QApplication.sendEvent(
        part, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, part.mapToGlobal(at))
    )

    menus = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMenu)]
    shown = [menu for menu in menus if menu.isVisible()]
    assert len(shown) == 1
    assert shown[0].actions()
    shown[0].close()
