"""The tables of weights and points: typing, pasting, copying, sorting, and what is refused."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.export.written_texts import WrittenTexts
from tests.panels.classifiers import HARD, set_a
from xentgui.model import derive
from xentgui.model.classifier.linear import Linear
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import with_bias, with_chosen, with_linear, with_point
from xentgui.tables.cells.cell_geometry import box
from xentgui.tables.numbers.number_table import NumberTable
from xentgui.tables.numbers.points_table import PointsTable
from xentgui.window.classifier_notices import REMOVE_BOTH
from xentgui.window.main_window import MainWindow

NONE = Qt.KeyboardModifier.NoModifier


def _open(window: MainWindow, subject: Classifier) -> None:
    window.resize(1440, 900)
    window.run_command("workspace.classify")
    window.store.edit(lambda _: subject, "Open")
    QApplication.processEvents()


def _table(window: MainWindow, key: str) -> NumberTable:
    found = window.findChild(NumberTable, key)
    assert found is not None
    return found


def _subject(window: MainWindow) -> Classifier:
    found = classifier_of(window.store.snapshot)
    assert found is not None
    return found


def _type(table: NumberTable, row: int, at: int, text: str) -> None:
    table.setFocus()
    table.setCurrentIndex(table.numbers.index(row, at))
    table.edit(table.currentIndex())
    editor = table.editing.editor_at(table.currentIndex())
    assert editor is not None
    editor.setText(text)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def _texts(table: NumberTable) -> list[list[str]]:
    model = table.numbers
    return [
        [model.text(row, at) for at in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_that_weights_are_shown_with_z_and_the_gradients(window: MainWindow) -> None:
    subject = set_a(chosen=6)
    _open(window, subject)
    model, snapshot = _table(window, "weight_table").numbers, window.store.snapshot

    g = snapshot.probabilities - snapshot.effective_target
    for k in range(3):
        assert model.value(k, 1) == subject.weights[k, 0]
        assert model.value(k, 3) == subject.bias[k]
        assert model.value(k, 4) == snapshot.logits[k]
        outer = [g[k] * subject.points[6, 0], g[k] * subject.points[6, 1], g[k]]
        assert [model.value(4 + k, at) for at in (1, 2, 3)] == pytest.approx(outer, rel=1e-12)
        mean = subject.fit.gradient
        assert model.value(8 + k, 2) == mean.weights[k, 1]
    assert model.text(4, 3).startswith(("+", "−"))
    assert "chosen point" in model.heading_row(3)
    assert "all points" in model.heading_row(7)


def test_that_a_typed_expression_sets_a_weight_and_a_bias(window: MainWindow) -> None:
    _open(window, set_a())
    table = _table(window, "weight_table")

    _type(table, 1, 2, "1/3")
    _type(table, 2, 3, "-ln 2")

    subject = _subject(window)
    assert subject.weights[1, 1] == 1 / 3
    assert subject.bias[2] == -np.log(2)
    assert window.store.history.undoText() == "Bias of owl"


def test_that_a_refused_text_stays_and_changes_nothing(window: MainWindow) -> None:
    _open(window, set_a())
    table, before = _table(window, "weight_table"), window.store.subject

    _type(table, 1, 2, "inf")

    assert window.store.subject is before
    assert table.editing.bubble.text()


def test_that_a_block_is_pasted_and_copied_bit_for_bit(window: MainWindow) -> None:
    _open(window, set_a())
    table = _table(window, "weight_table")
    QGuiApplication.clipboard().setText("0.1\t1/7\t3\n-1\t2e-5\t-4\n")
    table.setCurrentIndex(table.numbers.index(1, 1))

    table.commands.paste()

    subject = _subject(window)
    np.testing.assert_array_equal(subject.weights[1:], [[0.1, 1 / 7], [-1, 2e-5]])
    assert subject.bias[1:].tolist() == [3, -4]
    table.selectAll()
    table.commands.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [float(cell) for cell in lines[1].split("\t")[1:4]] == [0.1, 1 / 7, 3.0]


def test_that_a_block_without_room_is_refused_in_its_place(window: MainWindow) -> None:
    _open(window, set_a())
    table, before = _table(window, "weight_table"), window.store.subject
    QGuiApplication.clipboard().setText("1\t2\t3\t4\t5\n")
    table.setCurrentIndex(table.numbers.index(0, 1))

    table.commands.paste()

    assert window.store.subject is before
    assert "room for" in table.editing.bubble.text()


def test_that_points_are_shown_chosen_typed_and_given_classes(window: MainWindow) -> None:
    _open(window, set_a())
    table = _table(window, "point_table")

    assert _texts(table)[4][:4] == ["5", "3", "0", "dog"]
    assert float(table.numbers.value(4, 4)) == _subject(window).fit.losses[4]

    place = table.visualRect(table.numbers.index(4, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert _subject(window).chosen == 4

    _type(table, 4, 1, "2.5")
    _type(table, 4, 3, "owl")
    assert _subject(window).points[4].tolist() == [2.5, 0]
    assert _subject(window).targets[4].tolist() == [0, 0, 1]
    _type(table, 4, 3, "2")
    assert _subject(window).targets[4].tolist() == [0, 1, 0]


def test_that_a_class_outside_the_list_is_refused(window: MainWindow) -> None:
    _open(window, set_a())
    table, before = _table(window, "point_table"), window.store.subject

    _type(table, 4, 3, "fox")

    assert window.store.subject is before
    assert "cat, dog, owl" in table.editing.bubble.text()


def test_that_points_are_sorted_by_loss_and_back(window: MainWindow) -> None:
    _open(window, set_a())
    table = _table(window, "point_table")
    losses = _subject(window).fit.losses

    table.header.sectionClicked.emit(4)
    falling = [table.numbers.point_of(row) for row in range(12)]
    assert falling == np.argsort(-losses, kind="stable").tolist()
    assert "↓" in table.numbers.columns[4].heading
    table.header.sectionClicked.emit(4)
    assert [table.numbers.point_of(row) for row in range(12)] == np.argsort(
        losses, kind="stable"
    ).tolist()
    table.header.sectionClicked.emit(4)
    assert [table.numbers.point_of(row) for row in range(12)] == list(range(12))


def test_that_a_sorted_row_writes_its_own_point(window: MainWindow) -> None:
    _open(window, set_a())
    table = _table(window, "point_table")
    table.header.sectionClicked.emit(4)
    worst = table.numbers.point_of(0)

    _type(table, 0, 1, "9")

    assert _subject(window).points[worst, 0] == 9


def test_that_pasted_lines_beyond_the_last_are_new_points(window: MainWindow) -> None:
    _open(window, set_a())
    table = _table(window, "point_table")
    QGuiApplication.clipboard().setText("7\t8\towl\n5\t6\n")
    table.setCurrentIndex(table.numbers.index(11, 1))

    table.commands.paste()

    subject = _subject(window)
    assert subject.points[11:].tolist() == [[7, 8], [5, 6]]
    assert subject.targets[11:].tolist() == [[0, 0, 1], [1, 0, 0]]


def test_that_shift_delete_removes_the_selected_points(window: MainWindow) -> None:
    _open(window, set_a())
    table = _table(window, "point_table")
    table.setCurrentIndex(table.numbers.index(3, 0))

    QTest.keyClick(table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)

    assert len(_subject(window).points) == 11


def test_that_every_classifier_is_shown(window: MainWindow, subtests: pytest.Subtests) -> None:
    for name, subject in HARD.items():
        with subtests.test(name):
            _open(window, subject)

            for key in ("weight_table", "point_table"):
                table = _table(window, key)
                table.grab()
                model = table.numbers
                for row in range(min(model.rowCount(), 5)):
                    for at in range(model.columnCount()):
                        assert "nan" not in model.text(row, at).lower()


def test_that_an_edited_logit_says_that_it_moves_the_bias(window: MainWindow) -> None:
    _open(window, set_a())

    window.panels["distribution"].edit_requested.emit(*_logit_edit())

    assert _subject(window).bias[1] != set_a().bias[1]
    assert "bias of dog" in window.status.message()


def _logit_edit():
    from xentgui.model import edits
    from xentgui.model.subjects import OnState

    return OnState(lambda state: edits.with_logit(state, 1, 2.0)), "Logit"


def test_that_removing_a_class_with_points_asks_first(window: MainWindow) -> None:
    _open(window, set_a())
    before = window.store.subject
    window.logit_table.select_classes([2])

    window.logit_table.commands.run("remove_classes")

    assert window.store.subject is before
    assert "still has points: 4" in window.message_bar.message()
    QTest.mouseClick(window.message_bar.button(REMOVE_BOTH), Qt.MouseButton.LeftButton)
    after = _subject(window)
    assert after.labels == ("cat", "dog")
    assert after.points.shape == (8, 2)
    assert after.weights.shape == (2, 2)
    window.store.history.undo()
    assert window.store.subject == before


@pytest.mark.parametrize("value", [-6.6e-18, -6.6e-118, 123456.789, -0.001234])
@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_that_a_number_stays_whole_inside_its_box(
    window: MainWindow, value: float, zoom: float
) -> None:
    subject = set_a(chosen=6)
    linear = Linear(np.full_like(subject.linear.weights, value), subject.linear.bias)
    _open(window, with_linear(subject, linear))
    window.resize(1920, 1080)
    window.look.zoom_to(zoom)
    for _ in range(3):  # the cards, the scroll bar, and then the columns beside it
        QApplication.processEvents()
    table, style = _table(window, "weight_table"), window.look.style()
    at = next(at for at, one in enumerate(table.numbers.columns) if one.editable)
    cell = QRect(0, 0, table.columnWidth(at), table.rowHeight(0))

    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = WrittenTexts(image)
    table.rows.paint(painter, style, cell, 0, at, chosen=False, current=False)
    painter.end()

    [written] = painter.texts
    assert box(style, QRectF(cell)).contains(written.ink)
    assert not written.text.endswith("…")
    assert written.text.startswith("−") == (value < 0.0)


def test_that_only_the_losses_are_painted_again_while_it_is_trained(qtbot: QtBot) -> None:
    subject = set_a(chosen=6)
    table = PointsTable()
    qtbot.addWidget(table)
    table.resize(420, 300)
    table.show_snapshot(derive(subject.resolve(), subject))
    table.show()
    qtbot.waitExposed(table)
    changed: list[int] = []
    table.numbers.dataChanged.connect(lambda first, _: changed.append(first.column()))
    last = table.numbers.columnCount() - 1

    def shown(after: Classifier) -> int:
        changed.clear()
        table.show_snapshot(derive(after.resolve(), after))
        return changed[-1]

    def pixels(*, part: bool) -> QImage:
        """Paint the column of the losses anew, or all of the table."""
        port = table.viewport()
        left = table.columnViewportPosition(last) if part else 0
        port.render(image, QPoint(left, 0), QRegion(left, 0, port.width() - left, port.height()))
        return image.copy()

    image = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    before = pixels(part=False)
    trained = with_bias(subject, 0, 2.0)
    assert shown(trained) == last
    after = pixels(part=True)
    assert after != before
    assert after == pixels(part=False)
    assert shown(with_point(trained, 3, (40.0, 20.0))) == 0
    assert shown(with_chosen(trained, 4)) == 0
    table.header.sectionClicked.emit(last)
    assert shown(with_bias(trained, 0, -2.0)) == 0
