"""Points that are pasted while another table than theirs has the keys: never taken for logits."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication

from xentgui.documents.data_sets import data_set
from xentgui.documents.points_text import classifier_of_points
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.tables.numbers.weights_table import WeightsTable
from xentgui.window.main_window import MainWindow

NAMED = "x1,x2,class\n1,2,cat\n2,3,dog\n4,1,cat\n"
BARE = "1\t2\tcat\n2\t3\tdog\n4\t1\tcat\n"


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


@pytest.fixture
def penguins(window: MainWindow) -> Classifier:
    window.run_command("workspace.classify")
    window.complete()
    subject = classifier_of_points(data_set("penguins", ("bill length (mm)", "bill depth (mm)")))
    window.store.open(subject)
    return subject


@pytest.mark.parametrize("text", [NAMED, BARE])
def test_that_points_are_read_as_points_and_told(
    window: MainWindow, penguins: Classifier, text: str
) -> None:
    QGuiApplication.clipboard().setText(text)
    window.logit_table.commands.paste()
    assert _subject(window).points.tolist() == [[1, 2], [2, 3], [4, 1]]
    assert _subject(window).labels == ("cat", "dog")
    assert window.readings.strip.isVisible()
    window.store.history.undo()
    assert _subject(window) == penguins


def test_that_points_whose_class_is_not_certain_are_asked_about(
    window: MainWindow, penguins: Classifier
) -> None:
    QGuiApplication.clipboard().setText("1,2,0\n2,3,1\n")
    window.run_command("paste")  # no table has the keys
    assert window.readings.strip.isVisible()
    assert _subject(window) is penguins


def test_that_a_column_is_still_pasted_as_logits(window: MainWindow, penguins: Classifier) -> None:
    QGuiApplication.clipboard().setText("1\n2\n3\n")
    window.logit_table.commands.paste()
    assert window.store.snapshot.state.logits == (1.0, 2.0, 3.0)
    assert np.array_equal(_subject(window).points, penguins.points)


def test_that_samples_are_still_opened_where_no_points_are_shown(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText("1,2,0\n2,3,1\n")
    window.logit_table.commands.paste()
    assert classifier_of(window.store.snapshot) is None
    assert window.store.snapshot.state.logits == (1.0, 2.0, 0.0)


def test_that_weights_are_taken_as_weights_and_points_are_shown_their_place(
    window: MainWindow, penguins: Classifier
) -> None:
    table = window.findChild(WeightsTable)
    assert table is not None
    table.setCurrentIndex(table.numbers.index(0, 1))
    QGuiApplication.clipboard().setText(NAMED)
    table.commands.paste()
    assert "Points" in table.editing.bubble.text()
    assert _subject(window) is penguins

    QGuiApplication.clipboard().setText("1\t2\t3\n4\t5\t6\n")
    table.commands.paste()
    assert _subject(window).weights[:2].tolist() == [[1, 2], [4, 5]]
    assert _subject(window).bias[:2].tolist() == [3, 6]
