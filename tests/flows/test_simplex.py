"""The simplex in the real window: moved by hand and by keys, undone, while a walk plays."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from xentgui.canvas.plot_view import PlotView
from xentgui.model import State
from xentgui.model.descent import walked
from xentgui.model.recipes import USUAL_WALK
from xentgui.model.simplex import to_plane
from xentgui.panels.simplex_mark import Quantity, SimplexMark
from xentgui.window.main_window import MainWindow

S2 = State(("a", "b", "c"), tuple(math.log(p) for p in (0.34, 0.46, 0.20)), (1.0, 0.0, 0.0))
LEFT = Qt.MouseButton.LeftButton
P, Y = SimplexMark(Quantity.P), SimplexMark(Quantity.Y)

Start = Callable[..., MainWindow]


def _learning(start: Start, state: State = S2) -> tuple[MainWindow, PlotView]:
    window = start(state=state)
    window.resize(1440, 900)
    window.run_command("workspace.learn")
    QCoreApplication.processEvents()
    view = window.panels["simplex"]
    assert isinstance(view, PlotView)
    assert view.isVisible()
    return window, view


def _place(view: PlotView, mark: SimplexMark) -> QPoint:
    picture = view.picture
    assert picture.snapshot is not None
    at = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view)
    return at.toPoint()


def _point(view: PlotView, *shares: float) -> QPoint:
    x, y = to_plane(np.array(shares)).tolist()
    frame = view.picture.frame()
    return QPointF(frame.x(x), frame.y(y)).toPoint()


def _move(view: PlotView, to: QPoint) -> None:
    """Move with the button held; QTest.mouseMove knows no buttons."""
    viewport, point = view.viewport(), QPointF(to)
    everywhere = (point, QPointF(viewport.mapToGlobal(to)), LEFT, LEFT)
    event = QMouseEvent(QEvent.Type.MouseMove, *everywhere, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(viewport, event)


@pytest.mark.parametrize(
    ("mark", "text"), [(P, "Move p in the Simplex"), (Y, "Move y in the Simplex")]
)
def test_that_a_point_follows_the_pointer_everywhere_and_a_drag_is_one_step(
    start: Start, mark: SimplexMark, text: str
) -> None:
    window, view = _learning(start)
    QTest.mousePress(view.viewport(), LEFT, pos=_place(view, mark))
    for shares in ((0.2, 0.2, 0.6), (0.5, 0.4, 0.1), (0.25, 0.5, 0.25)):
        to = _point(view, *shares)
        _move(view, to)
        apart = _place(view, mark) - to
        assert math.hypot(apart.x(), apart.y()) <= 3.0  # but for the rounding
    QTest.mouseRelease(view.viewport(), LEFT, pos=to)

    snapshot = window.store.snapshot
    moved = snapshot.probabilities if mark == P else snapshot.effective_target
    np.testing.assert_allclose(moved, shares, atol=0.02)
    assert window.store.history.count() == 1
    assert window.store.history.undoText() == text
    window.run_command("undo")
    assert window.store.snapshot.state == S2


def test_that_escape_puts_a_point_back_bit_for_bit(start: Start) -> None:
    window, view = _learning(start)
    QTest.mousePress(view.viewport(), LEFT, pos=_place(view, P))
    _move(view, QPoint(-500, 4000))
    assert window.store.snapshot.state != S2

    QTest.keyClick(view, Qt.Key.Key_Escape)

    assert window.store.snapshot.state == S2
    assert not window.store.history.canUndo()


def test_that_arrow_keys_move_p_and_tab_leads_to_y(start: Start) -> None:
    window, view = _learning(start)
    view.setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(view, Qt.Key.Key_Up)
    np.testing.assert_allclose(window.store.snapshot.probabilities, (0.35, 0.455, 0.195))
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_allclose(window.store.snapshot.probabilities, (0.35, 0.35, 0.3), atol=1e-9)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    np.testing.assert_allclose(window.store.snapshot.effective_target, (0.9, 0.05, 0.05))


def test_that_three_numbers_are_typed_at_p_and_a_wrong_sum_stays_with_a_sentence(
    start: Start,
) -> None:
    window, view = _learning(start)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_0)
    box = view.findChild(QLineEdit, "value_box")
    assert isinstance(box, QLineEdit)

    box.setText("0.5; 0.4; 0.3")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert "add up to" in box.accessibleDescription()
    assert window.store.snapshot.state == S2
    box.setText("0.5; 0.3; 0.2")
    QTest.keyClick(box, Qt.Key.Key_Return)

    np.testing.assert_allclose(window.store.snapshot.probabilities, (0.5, 0.3, 0.2))


def test_that_a_hand_pulls_p_while_the_window_plays_and_both_happen(
    start: Start, qtbot: QtBot
) -> None:
    window, view = _learning(start)
    window.run_command("walk.play")
    qtbot.waitUntil(lambda: window.walking.step >= 2)

    QTest.mousePress(view.viewport(), LEFT, pos=_place(view, P))
    to = _point(view, 0.2, 0.2, 0.6)
    _move(view, to)
    pulled, step = window.store.snapshot, window.walking.step
    assert pulled.probabilities[2] > 0.5
    qtbot.waitUntil(lambda: window.walking.step >= step + 2)
    steps = window.walking.step - step
    wanted = walked(pulled.state, USUAL_WALK, steps).logits[steps].tolist()
    assert window.store.snapshot.logits.tolist() == wanted
    QTest.mouseRelease(view.viewport(), LEFT, pos=to)
    window.run_command("walk.play")
