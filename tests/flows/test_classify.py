"""The workspace of classifiers: what it says without points, and the example that it offers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from xentgui.model.subjects import BareLogits, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.window.main_window import MainWindow
from xentgui.window.points_offer import OPEN_PENGUINS


def _button(window: MainWindow) -> None:
    QTest.mouseClick(window.message_bar.button(OPEN_PENGUINS), Qt.MouseButton.LeftButton)


def test_that_bare_logits_stay_and_penguins_are_offered(window: MainWindow) -> None:
    before = window.store.subject

    window.run_command("workspace.classify")

    assert window.store.subject is before
    assert "follow from no input" in window.message_bar.message()


def test_that_the_offer_opens_the_penguins_which_undo_takes_back(window: MainWindow) -> None:
    before = window.store.subject
    window.run_command("workspace.classify")

    _button(window)

    found = classifier_of(window.store.snapshot)
    assert isinstance(found, Classifier)
    assert found.points.shape == (342, 2)
    assert window.store.snapshot.state is found.resolve()
    assert window.message_bar.message() == ""
    window.store.history.undo()
    assert window.store.subject is before
    assert isinstance(before, BareLogits)


def test_that_the_offer_goes_with_the_workspace_and_comes_once(window: MainWindow) -> None:
    window.run_command("workspace.classify")
    window.run_command("workspace.learn")
    assert window.message_bar.message() == ""

    window.run_command("workspace.classify")
    QTest.mouseClick(window.message_bar.button("Dismiss"), Qt.MouseButton.LeftButton)
    window.run_command("preset.33-tie")

    assert window.message_bar.message() == ""


def test_that_a_classifier_is_offered_nothing(window: MainWindow) -> None:
    window.run_command("preset.71-penguins")

    window.run_command("workspace.classify")

    assert window.message_bar.message() == ""
