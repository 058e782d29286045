"""Things that move gently, and people who would rather they did not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from xentgui.model import State, default_labels
from xentgui.model.subjects import to_state
from xentgui.painting import accessibility
from xentgui.window.main_window import MainWindow


@pytest.fixture
def moving() -> None:
    """Let the system say nothing of motion, as most do."""
    accessibility.system_says_motion(reduced=None)


def _tall(window: MainWindow) -> tuple[float, float]:
    """Ask for a taller axis; return its top at once, and where it goes."""
    window.store.edit(to_state(State(default_labels(3), (0.0, 30.0, 0.0), (1.0, 0.0, 0.0))), "edit")
    axes = window.panels["information"].axes
    return axes.ranges.top, axes.goal.top


def test_that_things_move_where_nobody_says_anything(qapp: QApplication) -> None:
    accessibility.system_says_motion(reduced=None)
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)  # as on plain Linux

    assert not accessibility.motion_is_reduced()


def test_that_the_system_is_followed_until_the_person_says(window: MainWindow) -> None:
    assert window.commands["motion.reduce"].isChecked()

    accessibility.system_says_motion(reduced=False)
    assert not accessibility.motion_is_reduced()


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
    assert not accessibility.motion_is_reduced()


@pytest.mark.parametrize("system", [True, False])
def test_that_motion_stays_as_the_person_set_it(
    start: Callable[..., MainWindow], *, system: bool
) -> None:
    accessibility.system_says_motion(reduced=not system)
    window = start()
    window.run_command("motion.reduce")
    accessibility.system_says_motion(
        reduced=not system
    )  # says it once more, as after another theme
    assert accessibility.motion_is_reduced() is system
    window.close()

    start()

    assert accessibility.motion_is_reduced() is system
