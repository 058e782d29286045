"""Tables of points through the real window: opened, dropped, chosen, refused, and saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.flows.test_documents import _drop as drop
from xentgui.documents.data_sets import DATA_SETS, data_set
from xentgui.documents.points_text import as_csv, classifier_of_points
from xentgui.model.classifier.made_data import MADE
from xentgui.model.message import RefusedError
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.reading.column import Role
from xentgui.reading.labelled_points import read_points
from xentgui.tables.numbers.points_table import PointsTable
from xentgui.window.main_window import MainWindow

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


def _choose(window: MainWindow, column: int, role: Role) -> None:
    menu = window.readings.strip.table.menus[column]
    menu.setCurrentIndex(menu.findData(role.value))
    menu.activated.emit(menu.currentIndex())


def _set(window: MainWindow, part: str, value: str | bool) -> None:
    menu = window.readings.strip.form.menus[part]
    menu.setCurrentIndex(menu.findData(value))
    menu.activated.emit(menu.currentIndex())


def test_that_columns_are_chosen_where_they_are_not_certain(
    window: MainWindow, file: Callable[[str], Path]
) -> None:
    before = window.store.subject
    window.points_files.open(file(RAW))
    strip = window.readings.strip
    assert window.readings.is_asking
    assert strip.text.text().startswith("points.csv is read as ")
    assert "“species” is taken for it" in strip.warnings.text()
    assert "“island” does not hold finite numbers only" in strip.warnings.text()
    assert not strip.scale.isVisibleTo(strip)
    assert window.store.subject is before

    _choose(window, 4, Role.POINT_CLASS)  # the year, which is the same everywhere
    assert "All points have the class “2007”" in strip.warnings.text()
    assert not strip.take.isEnabled()
    _choose(window, 0, Role.POINT_CLASS)
    _choose(window, 1, Role.OUT)
    _choose(window, 4, Role.OUT)
    assert "2 points of 2 classes" in strip.values.text()
    strip.take.click()

    subject = _subject(window)
    assert subject.labels == ("Adelie", "Gentoo")
    assert subject.input_names == ("bill", "depth")
    window.store.history.undo()
    assert window.store.subject is before
    window.points_files.open(file(RAW))  # as a person has read it before
    assert _subject(window).input_names == ("bill", "depth")


def test_that_points_of_one_class_are_told_where_they_can_be_read_differently(
    window: MainWindow,
) -> None:
    before = window.store.subject
    window.points_files.take_text("x1,x2,class\n1,2,cat\n3,4,cat\n")
    strip = window.readings.strip
    assert "All points have the class “cat”" in strip.warnings.text()
    assert not strip.take.isEnabled()
    assert window.store.subject is before
    _choose(window, 1, Role.POINT_CLASS)
    strip.take.click()
    assert _subject(window).labels == ("2", "4")


def test_that_points_are_left_and_nothing_has_changed(window: MainWindow) -> None:
    before = window.store.subject
    window.points_files.take_text(RAW)
    assert window.readings.is_asking
    window.readings.strip.leave.click()
    assert not window.readings.is_asking
    assert window.store.subject is before


def test_that_a_text_is_taken_apart_in_another_way(window: MainWindow) -> None:
    window.points_files.take_text("1,250;2,500;cat\n3,750;4,125;dog\n")
    strip = window.readings.strip
    assert "“1,250” is read as 1.250" in strip.warnings.text()
    assert "decimal commas" in strip.text.text()
    assert "x1 1.2500   x2 2.5000" in strip.values.text()
    _set(window, "decimal", ".")
    assert "x1 1250   x2 2500" in strip.values.text()
    _set(window, "header", True)
    assert "All points have the class “dog”" in strip.warnings.text()
    _set(window, "separator", "\t")
    assert "one cell only" in strip.warnings.text()
    assert not strip.take.isEnabled()
    _set(window, "separator", ";")
    _set(window, "header", False)
    strip.take.click()
    assert _subject(window).points.tolist() == [[1250.0, 2500.0], [3750.0, 4125.0]]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x1,x2,class\n1,2,cat\n3,4\n", "Line 3 has 2 cells"),
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
def test_that_a_cell_that_is_no_number_leaves_its_column_out_unless_it_is_chosen(
    window: MainWindow, file: Callable[[str], Path], cell: str
) -> None:
    window.points_files.open(file(f"x1,x2,class\n1,2,cat\n{cell},4,dog\n"))
    strip = window.readings.strip
    assert f"and is left out: “{cell}” in line 3" in strip.warnings.text()
    _choose(window, 0, Role.INPUT)
    assert f"In line 3, x1 is “{cell}”. Write a finite number." in strip.warnings.text()
    assert not strip.take.isEnabled()
    _choose(window, 0, Role.OUT)
    strip.take.click()
    assert _subject(window).input_names == ("x2",)


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


def test_that_it_is_told_how_points_were_read_and_they_can_be_read_differently(
    window: MainWindow, file: Callable[[str], Path]
) -> None:
    window.points_files.open(file("w,h,class\n1,2,cat\n3,4,dog\n1,5,cat\n"))
    strip = window.readings.strip
    assert strip.text.text() == (
        "points.csv is read as cells with commas or semicolons between them: "
        "inputs in columns 1 to 2, classes in column 3, a point in each of 3 rows, "
        "the names of the columns in the first line."
    )
    strip.again.click()
    _choose(window, 0, Role.POINT_CLASS)
    _choose(window, 2, Role.OUT)
    strip.take.click()
    subject = _subject(window)
    assert subject.input_names == ("h",)
    assert subject.labels == ("1", "3")
    assert "classes in column 1" in strip.text.text()
    window.store.history.undo()  # to what was before both readings
    assert classifier_of(window.store.snapshot) is None


def test_that_a_text_that_is_dropped_is_told_too_and_undone(window: MainWindow) -> None:
    window.run_command("workspace.classify")
    before = window.store.subject
    window.points_files.take_text("1\t2\tcat\n3\t4\tdog\n")
    strip = window.readings.strip
    assert "no names of columns" in strip.text.text()
    assert strip.isVisible()
    window.store.history.undo()
    assert window.store.subject is before
    assert not strip.isVisible()


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
    assert layout in window.readings.strip.text.text()


def test_that_a_table_with_names_is_pasted_as_all_points_and_cells_are_not(
    window: MainWindow,
) -> None:
    window.run_command("workspace.classify")
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("1\t2\tcat\n3\t4\tdog\n")
    window.complete()
    table = window.findChild(PointsTable)
    assert table is not None
    table.commands.paste()  # there are no points yet
    assert _subject(window).points.tolist() == [[1, 2], [3, 4]]
    assert window.readings.strip.isVisible()

    table.setCurrentIndex(table.numbers.index(0, 1))
    clipboard.setText("7\t8\n")
    table.commands.paste()
    assert _subject(window).points.tolist() == [[7, 8], [3, 4]]

    clipboard.setText("length\tclass\n5\tcat\n6\tdog\n")
    table.commands.paste()
    assert _subject(window).input_names == ("length",)
    window.store.history.undo()
    assert _subject(window).points.tolist() == [[7, 8], [3, 4]]
