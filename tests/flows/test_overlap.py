"""The overlap of made points: recognised, dragged as one step, refused at the box, as headless."""

from __future__ import annotations

import json

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from xentgui.documents.data_sets import DATA_SETS, data_set
from xentgui.model.classifier.made_again import made_again, recognised
from xentgui.model.classifier.made_data import MADE
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_point
from xentgui.program.cli import main
from xentgui.window.main_window import MainWindow
from xentgui.window.training.overlap import OverlapControl


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _control(window: MainWindow, example: str = "73-three-blobs") -> OverlapControl:
    window.resize(1440, 900)
    window.complete()
    window.run_command("workspace.classify")
    window.examples.take(example)
    QApplication.processEvents()
    found = window.findChild(OverlapControl)
    assert found is not None
    return found


@pytest.mark.parametrize("key", MADE)
@pytest.mark.parametrize("overlap", [0.0, 0.05, 0.7, 2.25])
def test_that_every_made_set_is_recognised_with_its_overlap(key: str, overlap: float) -> None:
    points, classes = MADE[key](60, 0, overlap)

    found = recognised(points, classes)

    assert found is not None
    assert (found.number, found.overlap) == (60, overlap)
    np.testing.assert_array_equal(made_again(points, found, 1.5), MADE[key](60, 0, 1.5).points)


def test_that_real_points_are_not_taken_for_made_ones() -> None:
    for key in ("penguins", "iris"):
        found = data_set(key)
        assert recognised(found.points[:, :2], found.classes) is None
    assert recognised(MADE["xor"](60, 1, 0.5).points, MADE["xor"](60, 1, 0.5).classes) is None


def test_that_a_point_moved_by_hand_stays_where_it_is() -> None:
    points, classes = MADE["blobs"](60, 0, 0.5)
    points[7] = 9.0, 9.0

    found = recognised(points, classes)

    assert found is not None and found.overlap == 0.5
    after = made_again(points, found, 1.0)
    assert after[7].tolist() == [9.0, 9.0]
    others = np.arange(60) != 7
    np.testing.assert_array_equal(after[others], MADE["blobs"](60, 0, 1.0).points[others])


def test_that_it_is_there_for_made_points_alone(window: MainWindow) -> None:
    control = _control(window)
    assert control.isVisible()
    assert control.box.text() == "1"

    window.examples.take("71-penguins")
    QApplication.processEvents()
    assert not control.isVisible()


def test_that_keys_of_the_slider_are_one_step_and_undone(window: MainWindow) -> None:
    control = _control(window)
    before, steps = _subject(window), window.store.history.count()
    control.slider.setFocus()

    for _ in range(4):
        QTest.keyClick(control.slider, Qt.Key.Key_Right)
    control.finish()
    QApplication.processEvents()

    after = _subject(window)
    np.testing.assert_array_equal(after.points, data_set("blobs", overlap=1.2).points)
    np.testing.assert_array_equal(after.weights, before.weights)
    assert window.store.history.count() == steps + 1
    assert window.store.history.undoText() == "Overlap of the Points"
    window.store.history.undo()
    assert _subject(window) == before
    assert control.box.text() == "1"


def test_that_the_typed_overlap_gives_the_points_of_the_command_line(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    control = _control(window)
    control.box.setFocus()
    control.box.selectAll()
    QTest.keyClicks(control.box, "0.35")
    QTest.keyClick(control.box, Qt.Key.Key_Return)
    window.store.edit(OnClassifier(lambda one: one.replaced(weights=np.zeros((3, 2)))), "0")
    for _ in range(3):
        window.run_command("train.step")
    training = window.store.view.training

    words = ["--rate", repr(training.rate), "--steps", "3", "--overlap", "0.35", "--format", "json"]
    words += ["--standardise"] if training.standardise else []
    assert main(["train", "--data", "blobs", *words]) == 0

    found = json.loads(capsys.readouterr().out)
    assert found["weights"] == _subject(window).weights.tolist()
    assert found["bias"] == _subject(window).bias.tolist()


@pytest.mark.parametrize("text", ["-0.1", "1001", "inf", "much"])
def test_that_what_is_out_of_range_is_refused_at_the_box(window: MainWindow, text: str) -> None:
    control = _control(window)
    before = _subject(window)
    control.box.setFocus()
    control.box.selectAll()

    QTest.keyClicks(control.box, text)
    QTest.keyClick(control.box, Qt.Key.Key_Return)

    assert control.box.property("wrong")
    assert control.box.text() == text
    assert _subject(window) == before


def test_that_it_follows_a_hand_and_an_overlap_below_stays_possible(window: MainWindow) -> None:
    control = _control(window, "75-ring")
    window.store.edit(OnClassifier(lambda one: with_point(one, 0, [5.0, 5.0])), "Move")
    QApplication.processEvents()
    assert control.isVisible()
    assert control.box.text() == repr(DATA_SETS["ring"].overlap)

    control.box.setFocus()
    control.box.selectAll()
    QTest.keyClicks(control.box, "0")
    QTest.keyClick(control.box, Qt.Key.Key_Return)

    after = _subject(window)
    assert after.points[0].tolist() == [5.0, 5.0]
    assert np.unique(after.points[1:][after.classes[1:] == 0], axis=0).tolist() == [[0.0, 0.0]]
