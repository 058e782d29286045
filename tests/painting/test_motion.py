"""Things that move gently, and people who would rather they did not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from xentgui.model import State, default_labels
from xentgui.model.subjects import to_state
from xentgui.painting import motion
from xentgui.window.main_window import MainWindow


@pytest.fixture
def moving(qapp: QApplication) -> Iterator[None]:
    motion.reduce(reduced=False)
    yield
    motion.reduce(reduced=False)


def _tall(window: MainWindow) -> tuple[float, float]:
    """Ask for a taller axis; return its top at once, and where it goes."""
    window.store.edit(to_state(State(default_labels(3), (0.0, 30.0, 0.0), (1.0, 0.0, 0.0))), "edit")
    axes = window.panels["information"].axes
    return axes.ranges.top, axes.goal.top


@pytest.mark.usefixtures("moving")
def test_that_an_axis_takes_its_time(window: MainWindow) -> None:
    top, goal = _tall(window)

    assert top < goal


@pytest.mark.usefixtures("moving")
def test_that_an_axis_is_there_at_once_with_reduced_motion(window: MainWindow) -> None:
    window.run_command("motion.reduce")

    top, goal = _tall(window)

    assert window.commands["motion.reduce"].isChecked()
    assert top == goal >= 30.0


@pytest.mark.usefixtures("moving")
def test_that_reduced_motion_is_remembered_and_can_be_taken_back(window: MainWindow) -> None:
    window.run_command("motion.reduce")
    assert window.settings.reduced_motion

    window.run_command("motion.reduce")

    assert not window.settings.reduced_motion
    assert not motion.is_reduced()
