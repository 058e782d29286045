"""Buttons of which one is chosen are told as such: radio buttons, and which one is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QToolButton

from xentgui.window.main_window import MainWindow

GROUPS = {
    "control.unit": ("nats", "bits", "dits"),
    "control.workspace": ("explore", "learn", "classify", "sample"),
    "descent.method": ("gradient", "momentum", "newton"),
    "sampling": ("temperature_first", "temperature_last"),
}


@pytest.mark.parametrize("group", GROUPS)
def test_that_one_of_several_buttons_is_told_as_a_radio_button(
    window: MainWindow, group: str
) -> None:
    for workspace in ("learn", "sample"):
        window.run_command(f"workspace.{workspace}")
        QApplication.processEvents()
    buttons = [window.findChild(QToolButton, f"{group}.{key}") for key in GROUPS[group]]

    for nth in (0, 1):
        told = QAccessible.queryAccessibleInterface(buttons[nth])
        told.doAction(told.pressAction())
        QApplication.processEvents()
        faces = [QAccessible.queryAccessibleInterface(button) for button in buttons]
        assert {face.role() for face in faces} == {QAccessible.Role.RadioButton}
        assert all(face.state().checkable for face in faces)
        assert [face.state().checked for face in faces] == [k == nth for k in range(len(faces))]
        assert all(face.text(QAccessible.Text.Name).strip() for face in faces)


@pytest.mark.parametrize("group", GROUPS)
def test_that_the_place_of_a_choice_among_the_others_can_be_counted(
    window: MainWindow, group: str
) -> None:
    window.run_command("workspace.sample")
    window.run_command("workspace.learn")
    buttons = [window.findChild(QToolButton, f"{group}.{key}") for key in GROUPS[group]]
    around = {button.parentWidget() for button in buttons}

    assert len(around) == 1, "a screen reader counts the radio buttons of one group"
    chosen = [b for b in around.pop().findChildren(QToolButton) if b in buttons]
    assert chosen == buttons
