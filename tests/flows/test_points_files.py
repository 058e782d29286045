"""Tables of points through the real window: opened, dropped, chosen, refused, and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from tests.flows.test_documents import _drop as drop
from xentgui.documents.data_sets import DATA_SETS, data_set
from xentgui.documents.points_text import as_csv, classifier_of_points
from xentgui.model.classifier.made_data import MADE
from xentgui.model.message import RefusedError
from xentgui.model.subjects import Classifier, classifier_of
from xentgui.reading.labelled_points import read_points
from xentgui.window.dialogs.columns_dialog import ColumnsDialog
from xentgui.window.main_window import MainWindow
from xentgui.window.points_files import OTHER_COLUMNS

PLAIN = "x1,x2,class\n1,2,cat\n3,4,dog\n0.1,-5e-3,cat\n"
RAW = "species,island,bill,depth,year\nAdelie,Dream,39.1,18.7,2007\nGentoo,Biscoe,46.1,13.2,2007\n"


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(window, data, QPoint(50, 50))


@pytest.fixture
def file(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        path = tmp_path / "points.csv"
        path.write_text(text, "utf-8")
        return path

    return write


def test_that_a_table_is_dropped_on_the_workspace_and_undone(
    window: MainWindow, file: Callable[[str], Path], qtbot: QtBot
) -> None:
    before = window.store.subject
    window.run_command("workspace.classify")
    _drop(window, file(PLAIN))
    qtbot.waitUntil(lambda: classifier_of(window.store.snapshot) is not None)
    subject = _subject(window)
    assert subject.points.tolist() == [[1, 2], [3, 4], [0.1, -0.005]]
    assert (subject.labels, subject.input_names) == (("cat", "dog"), ("x1", "x2"))
    assert not subject.weights.any()
    window.run_command("undo")
    assert window.store.subject is before


def test_that_columns_are_chosen_where_they_are_not_certain(
    window: MainWindow, file: Callable[[str], Path]
) -> None:
    before = window.store.subject
    window.points_files.open(file(RAW))
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    target, inputs = dialog.findChild(QComboBox), dialog.findChild(QListWidget)
    assert target is not None
    assert inputs is not None
    assert [inputs.item(row).text() for row in range(inputs.count())] == ["bill", "depth", "year"]
    assert target.currentText() == "year"
    dialog.accept_choice()  # two inputs, and the class is the year, which is the same everywhere
    reason = dialog.findChild(QLabel, "columns.reason")
    assert reason is not None
    assert "All points have the class 2007" in reason.text().replace("“", "").replace("”", "")
    assert window.store.subject is before

    target.setCurrentText("species")
    dialog.accept_choice()

    subject = _subject(window)
    assert subject.labels == ("Adelie", "Gentoo")
    assert subject.input_names == ("bill", "depth")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x1,x2,class\n1,2,cat\n3,4\n", "Line 3 has 2 cells"),
        ("x1,x2,class\n1,2,cat\n3,4,cat\n", "All points have the class"),
        ("", "There are no points"),
        ("only\n1\n", "one cell only"),
    ],
)
def test_that_what_is_no_table_of_points_is_told_and_nothing_is_lost(
    window: MainWindow, file: Callable[[str], Path], text: str, sentence: str
) -> None:
    before = window.store.subject
    window.points_files.open(file(text))
    assert sentence in window.message_bar.message()
    assert window.store.subject is before


@pytest.mark.parametrize("cell", ["nan", "inf", "seven", ""])
def test_that_a_cell_that_is_no_number_is_not_offered_as_an_input(
    window: MainWindow, file: Callable[[str], Path], cell: str
) -> None:
    window.points_files.open(file(f"x1,x2,class\n1,2,cat\n{cell},4,dog\n"))
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    inputs = dialog.findChild(QListWidget)
    assert inputs is not None
    assert [inputs.item(row).text() for row in range(inputs.count())] == ["x2"]


def test_that_points_are_saved_and_read_back_to_the_last_bit(
    window: MainWindow, tmp_path: Path
) -> None:
    window.run_command("preset.76-xor")
    before = _subject(window)
    window.points_files.save(tmp_path / "xor.csv")
    window.points_files.open(tmp_path / "xor.csv")
    after = _subject(window)
    assert after.points.tobytes() == before.points.tobytes()
    assert after.targets.tobytes() == before.targets.tobytes()
    window.points_files.open(tmp_path / "there is none.csv")
    assert "cannot be read" in window.message_bar.message()


@pytest.mark.parametrize("key", DATA_SETS)
def test_that_every_data_set_makes_a_classifier_and_has_a_source(key: str) -> None:
    found, known = data_set(key), DATA_SETS[key]
    assert known.source
    assert known.licence
    if key == "article":
        return
    subject = classifier_of_points(found)
    again = read_points(as_csv(subject))
    assert again.points.tobytes() == np.ascontiguousarray(found.points).tobytes()
    assert [again.labels[k] for k in again.classes] == [found.labels[k] for k in found.classes]
    if key in MADE:
        wide = data_set(key, count=60, seed=3, overlap=2.0).points
        assert wide.tolist() != data_set(key, count=60, seed=3, overlap=0.1).points.tolist()


def test_that_data_that_there_are_not_are_told() -> None:
    with pytest.raises(RefusedError, match="There are no data “moons”"):
        data_set("moons")


def test_that_it_is_told_how_points_were_read_and_other_columns_can_be_taken(
    window: MainWindow, file: Callable[[str], Path]
) -> None:
    window.points_files.open(file("w,h,class\n1,2,cat\n3,4,dog\n1,5,cat\n"))
    assert window.message_bar.message() == (
        "3 points, read as cells with commas or semicolons between them: "
        "inputs w, h; class class, of which there are 2."
    )
    window.message_bar.button(OTHER_COLUMNS).click()
    dialog = window.findChild(ColumnsDialog)
    assert dialog is not None
    dialog.target.setCurrentText("w")
    for row in range(dialog.inputs.count()):
        item = dialog.inputs.item(row)
        on = item.text() == "h"
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    dialog.accept_choice()
    subject = _subject(window)
    assert subject.input_names == ("h",)
    assert subject.labels == ("1", "3")
    assert "class w" in window.message_bar.message()
    window.store.history.undo()  # to the first reading
    assert _subject(window).input_names == ("w", "h")
    assert window.message_bar.message() == ""


def test_that_a_text_that_is_dropped_is_told_too_and_undone(window: MainWindow) -> None:
    window.run_command("workspace.classify")
    before = window.store.subject
    window.points_files.take_text("1\t2\tcat\n3\t4\tdog\n")
    assert "inputs x1, x2; class class" in window.message_bar.message()
    window.store.history.undo()
    assert window.store.subject is before
    assert "read as" not in window.message_bar.message()


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        ("| x1 | x2 | class |\n|---|---|---|\n| 1 | 2 | cat |\n| 3.5 | 4 | dog |\n", "drawn"),
        ("    x1   x2 class\n0  1.0  2.0   cat\n1  3.5  4.0   dog\n", "blanks"),
        (
            '[{"x1": 1, "x2": 2, "class": "cat"}, {"x1": 3.5, "x2": 4, "class": "dog"}]',
            "programs print",
        ),
        ("x1;x2;class\n1,0;2;cat\n3,5;4;dog\n", "semicolons"),
        ("1 & 2 & cat \\\\\n3.5 & 4 & dog \\\\\n", "LaTeX"),
        ("# made by hand\nx1,x2,class\n1,2,cat\n3.5,4,dog\n", "commas"),
        ("1\t2\tcat\n3.5\t4\tdog\n", "tabs"),
    ],
)
def test_that_points_are_read_in_every_layout_and_it_is_told_in_which(
    window: MainWindow, text: str, layout: str
) -> None:
    window.run_command("workspace.classify")
    window.points_files.take_text(text)
    subject = _subject(window)
    assert subject.points.tolist() == [[1.0, 2.0], [3.5, 4.0]]
    assert (subject.labels, subject.input_names) == (("cat", "dog"), ("x1", "x2"))
    assert layout in window.message_bar.message()
