from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from xentgui.model.mark import ClassMark

Key = Qt.Key


@pytest.mark.parametrize(
    ("key", "lit"),
    [
        (Key.Key_Return, 2),
        ((Key.Key_Return, Qt.KeyboardModifier.ShiftModifier), 0),
        (Key.Key_Down, 2),
        (Key.Key_Tab, 2),
    ],
)
def test_that_the_class_to_which_a_typed_number_leads_is_lit(desk, key, lit):
    desk.at(desk.logits, 1, "logit")
    desk.keys(desk.logits, "3", key)

    assert desk.state.logits[1] == 3.0
    assert desk.logits.current_class() == lit
    assert desk.pointed[-1:] == [ClassMark(lit)]


def test_that_no_class_is_lit_when_the_pointer_has_left(desk):
    desk.hover(desk.logits, 1)
    assert desk.pointed[-1] == ClassMark(1)

    QApplication.sendEvent(desk.logits.viewport(), QEvent(QEvent.Type.Leave))

    assert desk.pointed[-1] is None
