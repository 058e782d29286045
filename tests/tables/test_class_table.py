from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt, QTranslator
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.tables.conftest import OPENING, styled
from xentgui.language import translation
from xentgui.language.text import translated_by, typed
from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import to_state
from xentgui.model.view import View
from xentgui.painting.theme import DARK, LIGHT, contrast
from xentgui.tables.cells.cell_text import fitted_names
from xentgui.tables.cells.row_painter import SELECTION_OPACITY

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


# Typing


def test_that_typing_replaces_and_enter_goes_down(desk):
    desk.keys(desk.logits, "5", Key.Key_Return, "1/2", Key.Key_Return)

    assert desk.state.logits == (5.0, 0.5, 0.56)
    assert desk.current(desk.logits) == (2, "logit")
    assert desk.undo_texts == ["Logit of class 1", "Logit of class 2"]
    assert desk.logits.hasFocus()


def test_that_enter_in_the_last_row_stays_there(desk):
    desk.at(desk.logits, 2, "logit")
    desk.keys(desk.logits, "7", Key.Key_Return)

    assert desk.state.logits[2] == 7.0
    assert desk.current(desk.logits) == (2, "logit")


def test_that_f2_edits_what_is_there(desk):
    desk.keys(desk.logits, Key.Key_F2, "1", Key.Key_Return)

    assert desk.state.logits[0] == 2.331


def test_that_escape_takes_back_what_was_typed(desk):
    desk.keys(desk.logits, "99", Key.Key_Escape)

    assert desk.state == OPENING
    assert desk.editor(desk.logits) is None
    assert desk.undo_texts == []


def test_that_enter_without_a_change_is_no_step(desk):
    desk.keys(desk.logits, Key.Key_F2, Key.Key_Return)

    assert desk.undo_texts == []
    assert desk.current(desk.logits) == (1, "logit")


def test_that_tab_goes_from_number_to_number_and_back(desk):
    desk.keys(desk.target, "0.5", Key.Key_Tab, "0.3", Key.Key_Tab, "0.2", Key.Key_Backtab)

    assert desk.state.target == (0.5, 0.3, 0.2)
    assert desk.current(desk.target) == (1, "target")


def test_that_tab_after_the_last_number_leaves_the_table(desk):
    desk.at(desk.logits, 2, "logit")
    desk.keys(desk.logits, "1", Key.Key_Tab)

    assert desk.state.logits[2] == 1.0
    assert not desk.logits.hasFocus()
    assert desk.target.hasFocus()


def test_that_arrows_end_typing_and_go_on(desk):
    desk.keys(desk.logits, "4", Key.Key_Down, "3", Key.Key_Up)

    assert desk.state.logits == (4.0, 3.0, 0.56)
    assert desk.current(desk.logits) == (0, "logit")


def test_that_a_click_elsewhere_takes_what_was_typed(desk):
    desk.keys(desk.logits, "4")
    desk.at(desk.logits, 2, "label")

    assert desk.state.logits[0] == 4.0
    assert desk.editor(desk.logits) is None


def test_that_a_double_click_on_a_name_renames_the_class(desk):
    desk.at(desk.logits, 1, "label")
    index = desk.logits.classes.index(1, 0)
    QTest.mouseDClick(
        desk.logits.viewport(),
        Qt.MouseButton.LeftButton,
        pos=desk.logits.visualRect(index).center(),
    )
    desk.keys(desk.logits, "dog", Key.Key_Return)

    assert desk.state.labels == ("class 1", "dog", "class 3")
    assert desk.undo_texts == ["Rename class 2"]
    assert desk.cell(desk.target, 1, "label") == "dog"


def test_that_a_derived_cell_says_that_it_follows(desk):
    desk.at(desk.logits, 0, "probability")
    desk.keys(desk.logits, "0.5")

    assert desk.state == OPENING
    assert "softmax p" in desk.logits.editing.bubble.text()
    assert desk.logits.editing.bubble.isVisible()


# Bad input


def test_that_a_refused_text_stays_with_a_message_at_the_cell(desk):
    desk.keys(desk.logits, "2..3", Key.Key_Return)

    editor, bubble = desk.editor(desk.logits), desk.logits.editing.bubble
    assert editor.text() == "2..3"
    assert editor.refusal == bubble.text() == bubble.accessibleName()
    assert "2..3" in bubble.text()
    assert bubble.isVisible()
    assert desk.rect().contains(bubble.geometry())
    assert not bubble.geometry().intersects(_in_desk(desk, editor))
    assert desk.state == OPENING

    desk.keys(desk.logits, Key.Key_Backspace)
    assert not bubble.isVisible()
    assert editor.refusal == ""

    desk.keys(desk.logits, Key.Key_Home, Key.Key_Delete, Key.Key_Delete, Key.Key_Return)
    assert desk.editor(desk.logits).text() == "."
    desk.keys(desk.logits, Key.Key_Escape)
    assert desk.editor(desk.logits) is None
    assert not bubble.isVisible()
    assert desk.cell(desk.logits, 0, "logit") == "2.33"


def test_that_a_refused_state_names_the_class(desk):
    desk.at(desk.target, 1, "target")
    desk.keys(desk.target, "-1", Key.Key_Return)

    assert "class 2" in desk.target.editing.bubble.text()
    assert desk.state == OPENING


def test_that_a_refused_text_is_kept_in_its_cell_when_the_hand_goes_elsewhere(desk):
    desk.keys(desk.logits, "abc")
    desk.at(desk.logits, 2, "logit")

    assert desk.editor(desk.logits) is None
    assert desk.logits.editing.bubble.isVisible()
    assert desk.cell(desk.logits, 0, "logit") == "abc"
    assert desk.state == OPENING

    desk.keys(desk.logits, "1", Key.Key_Return)
    assert desk.state.logits[2] == 1.0
    assert desk.cell(desk.logits, 0, "logit") == "abc"

    desk.at(desk.logits, 0, "logit")
    assert "abc" in desk.logits.editing.bubble.text()
    desk.keys(desk.logits, Key.Key_F2)
    assert desk.editor(desk.logits).text() == "abc"
    assert desk.editor(desk.logits).refusal
    desk.keys(desk.logits, (Key.Key_A, CTRL), "9", Key.Key_Return)
    assert desk.state.logits[0] == 9.0
    assert desk.cell(desk.logits, 0, "logit") == "9"


def test_that_a_refused_text_stays_open_when_the_focus_goes_to_another_widget(desk):
    desk.keys(desk.logits, "abc")
    desk.target.setFocus()

    assert desk.editor(desk.logits).text() == "abc"
    assert desk.logits.editing.bubble.isVisible()


def test_that_escape_drops_a_kept_text(desk):
    desk.keys(desk.logits, "abc")
    desk.at(desk.logits, 1, "logit")
    desk.at(desk.logits, 0, "logit")
    desk.keys(desk.logits, Key.Key_Escape)

    assert desk.cell(desk.logits, 0, "logit") == "2.33"


def test_that_a_kept_text_goes_when_another_part_writes_the_number(desk):
    desk.keys(desk.logits, "abc")
    desk.at(desk.logits, 1, "logit")
    desk.store.edit(to_state(State(OPENING.labels, (7.0, 8.0, 9.0), OPENING.target)), "preset")

    assert desk.cell(desk.logits, 0, "logit") == "7"


def test_that_what_is_being_typed_survives_changes_by_other_parts(desk):
    desk.keys(desk.logits, "3.1")
    desk.store.edit(
        to_state(
            State(
                OPENING.labels,
                (7.0, 8.0, 9.0),
                OPENING.target,
                temperature=2.0,
                label_smoothing=0.1,
            )
        ),
        "drag",
    )
    desk.store.edit(
        to_state(State(("new", *OPENING.labels), (1.0, 7.0, 8.0, 9.0), (0.0, 1.0, 0.0, 0.0))), "add"
    )

    assert desk.editor(desk.logits).text() == "3.1"
    desk.keys(desk.logits, Key.Key_Return)
    assert desk.state.logits == (1.0, 3.1, 8.0, 9.0)


# Classes


def test_that_delete_sets_the_selected_numbers_to_0_in_one_step(desk):
    desk.keys(desk.logits, (Key.Key_Down, SHIFT), Key.Key_Delete)

    assert desk.state.logits == (0.0, 0.0, 0.56)
    assert desk.undo_texts == ["Set Logits to 0"]


def test_that_classes_are_added_duplicated_moved_and_removed_by_keys(desk):
    desk.keys(desk.logits, Key.Key_Insert)
    assert desk.state.labels == ("class 1", "class 2", "class 3", "class 4")
    assert desk.current(desk.logits) == (3, "logit")

    desk.keys(desk.logits, (Key.Key_Up, ALT))
    assert desk.state.labels == ("class 1", "class 2", "class 4", "class 3")
    assert desk.current(desk.logits) == (2, "logit")

    desk.keys(desk.logits, (Key.Key_Up, ALT), (Key.Key_D, CTRL))
    assert desk.state.labels == ("class 1", "class 4", "class 4", "class 2", "class 3")

    desk.keys(desk.logits, (Key.Key_Up, SHIFT), (Key.Key_Delete, SHIFT))
    assert desk.state.labels == ("class 1", "class 2", "class 3")
    assert desk.undo_texts == [
        "Add Class",
        "Move class 4",
        "Move class 4",
        "Duplicate class 4",
        "Remove 2 Classes",
    ]


def test_that_a_new_class_is_named_in_the_language_of_the_moment(desk, qapp):
    translation.install(qapp, "zh_CN")
    try:
        desk.keys(desk.logits, Key.Key_Insert)
        desk.at(desk.logits, 3, "logit")
        desk.paste(desk.logits, "1\n2")
    finally:
        translation.install(qapp, "en")

    assert desk.state.labels == ("class 1", "class 2", "class 3", "类别 4", "类别 5")


def test_that_the_last_two_classes_cannot_be_removed_and_it_is_said(desk):
    desk.keys(desk.logits, (Key.Key_Down, SHIFT), (Key.Key_Delete, SHIFT))

    assert desk.state == OPENING
    assert "two classes" in desk.said[0]
    assert desk.logits.editing.bubble.text() == desk.said[0]


def test_that_the_first_class_does_not_move_up(desk):
    desk.keys(desk.logits, (Key.Key_Up, ALT))

    assert desk.state == OPENING
    assert desk.undo_texts == []


def test_that_a_class_moves_past_its_twin(desk_of):
    desk = desk_of(State(("a", "b", "b"), (1.0, 2.0, 2.0), (1.0, 0.0, 0.0)))
    desk.at(desk.logits, 2, "logit")
    desk.keys(desk.logits, (Key.Key_Up, ALT), (Key.Key_Up, ALT))

    assert desk.state.labels == ("b", "a", "b")


def test_that_several_classes_move_together(desk):
    desk.keys(desk.target, (Key.Key_Down, SHIFT), (Key.Key_Down, ALT))

    assert desk.state.labels == ("class 3", "class 1", "class 2")
    assert desk.target.selected_classes() == [1, 2]


# Going


def test_that_ctrl_and_an_arrow_jump_to_the_edge_and_shift_selects(desk):
    desk.keys(desk.logits, (Key.Key_Down, CTRL))
    assert desk.current(desk.logits) == (2, "logit")
    desk.keys(desk.logits, (Key.Key_Right, CTRL))
    assert desk.current(desk.logits) == (2, "hardmax")
    desk.keys(desk.logits, (Key.Key_Up, CTRL | SHIFT))
    assert desk.logits.selected_classes() == [0, 1, 2]
    assert desk.state == OPENING


def test_that_pointing_and_arrows_light_the_class(desk):
    desk.hover(desk.logits, 1)
    assert desk.pointed[-1] == ClassMark(1)
    desk.keys(desk.logits, Key.Key_Down)
    assert desk.pointed[-1] == ClassMark(1)
    desk.keys(desk.logits, Key.Key_Down)
    assert desk.pointed[-1] == ClassMark(2)


def test_that_a_lit_class_changes_no_number_and_survives_fewer_classes(desk):
    desk.store.show(View(highlight=ClassMark(2)))
    desk.store.edit(to_state(State(("a", "b"), (0.0, 1.0), (1.0, 0.0))), "preset")

    assert not desk.grab().isNull()


def test_that_a_context_menu_is_asked_for_where_it_is_wanted(desk, qtbot):
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(105, 205))

    with qtbot.waitSignal(desk.logits.context_menu_requested, timeout=0) as asked:
        QApplication.sendEvent(desk.logits.viewport(), event)

    assert asked.args == [QPoint(105, 205)]


# The clipboard


def test_that_what_is_copied_has_every_digit(desk_of):
    desk = desk_of(State(("a", "b"), (0.1 + 0.2, -math.inf), (1.0, 0.0)))
    desk.keys(desk.logits, (Key.Key_Down, SHIFT))

    assert desk.copy(desk.logits) == "0.30000000000000004\n-inf\n"


def test_that_copied_names_are_no_formulas_elsewhere_and_come_back(desk_of):
    names = ("=1+1", "@x", "-a", "'=1", "plain", "-1")
    desk = desk_of(State(names, (0.0,) * 6, (1.0, *(0.0,) * 5)))
    desk.keys(desk.logits, (Key.Key_A, CTRL))

    text = desk.copy(desk.logits)
    cells = [line.split("\t")[0] for line in text.splitlines()[1:]]
    assert cells == ["'=1+1", "'@x", "'-a", "''=1", "plain", "-1"]

    before = desk.state
    desk.paste(desk.logits, text)
    assert desk.state == before


def test_that_a_whole_table_is_copied_with_its_headings_and_comes_back(desk):
    desk.keys(desk.logits, (Key.Key_A, CTRL))
    text = desk.copy(desk.logits)
    assert text.splitlines()[0] == "class\tlogit z\tsoftmax p\thardmax"
    assert text.splitlines()[1].startswith("class 1\t2.33\t0.838")

    desk.keys(desk.logits, Key.Key_Delete)
    assert desk.state.logits == (0.0, 0.0, 0.0)
    desk.paste(desk.logits, text)
    assert desk.state == OPENING


@pytest.mark.parametrize("unit", ["nats", "bits"])
def test_that_the_targets_come_back_the_same_way(desk, unit):
    smoothed = State(
        OPENING.labels, OPENING.logits, (0.2, 0.5, 0.3), temperature=1.0, label_smoothing=0.1
    )
    desk.store.edit(to_state(smoothed), "edit")
    desk.store.show(View(unit=unit, pinned=OPENING))
    desk.keys(desk.target, (Key.Key_A, CTRL))
    text = desk.copy(desk.target)

    desk.keys(desk.target, Key.Key_Delete)
    desk.paste(desk.target, text)
    assert desk.state == smoothed


PRINTED = {
    "a column": "1\n2\n3",
    "a row of a spreadsheet": "1\t2\t3\n",
    "CSV": "1, 2, 3",
    "numpy": "[1. 2. 3.]",
    "numpy repr": "array([1., 2., 3.])",
    "torch": "tensor([1., 2., 3.], device='cuda:0')",
    "torch batch of one": "tensor([[1., 2., 3.]], grad_fn=<AddmmBackward0>)",
    "python": "[1, 2.0, 3]",
}


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED)
def test_every_printed_vector_fills_the_logits(desk, text):
    desk.paste(desk.logits, text)

    assert desk.state.logits == (1.0, 2.0, 3.0)
    assert desk.state.target == OPENING.target
    assert desk.undo_texts == ["Paste"]
    assert "3" in desk.said[-1]


def test_that_a_vector_fills_the_target_where_it_is_pasted_there(desk):
    desk.target.setFocus()
    desk.at(desk.target, 1, "target")
    desk.paste(desk.target, "0.25\n0.75")

    assert desk.state.target == (1.0, 0.25, 0.75)
    assert desk.state.logits == OPENING.logits


def test_that_names_fill_the_names(desk):
    desk.paste(desk.logits, "cat\ndog\nowl\n")

    assert desk.state.labels == ("cat", "dog", "owl")
    assert desk.state.logits == OPENING.logits
    assert desk.said[-1] == "Pasted names: 3"


def test_that_names_and_numbers_fill_both(desk):
    desk.paste(desk.logits, "cat\t1\ndog\t2")

    assert desk.state.labels == ("cat", "dog", "class 3")
    assert desk.state.logits == (1.0, 2.0, 0.56)


def test_that_two_columns_are_logits_and_targets(desk):
    desk.paste(desk.logits, "1\t0.5\n2\t0.25\n3\t0.25")

    assert desk.state.logits == (1.0, 2.0, 3.0)
    assert desk.state.target == (0.5, 0.25, 0.25)
    assert desk.said[-1] == "Pasted logits, targets: 3"


def test_that_a_longer_block_adds_classes_in_one_step(desk):
    desk.at(desk.logits, 2, "logit")
    desk.paste(desk.logits, "1\n2\n3")

    assert desk.state.labels == ("class 1", "class 2", "class 3", "class 4", "class 5")
    assert desk.state.logits == (2.33, -1.46, 1.0, 2.0, 3.0)
    assert desk.state.target == (1.0, 0.0, 0.0, 0.0, 0.0)
    assert desk.undo_texts == ["Paste"]
    assert "2" in desk.said[-1]
    assert desk.logits.selected_classes() == [2, 3, 4]
    desk.store.history.undo()
    assert desk.state == OPENING


def test_that_a_column_of_probabilities_becomes_their_logits_and_it_is_said(desk):
    desk.paste(desk.logits, "class\tp\na\t0.5\nb\t0.25\nc\t0.25")

    np.testing.assert_allclose(desk.store.snapshot.probabilities, [0.5, 0.25, 0.25])
    assert "log p" in desk.said[-1]


def test_that_one_number_fills_every_selected_cell(desk):
    desk.keys(desk.logits, (Key.Key_Down, SHIFT))
    desk.paste(desk.logits, "4")

    assert desk.state.logits == (4.0, 4.0, 0.56)


@pytest.mark.parametrize("text", ["1\nabc1\n3", "1\nnan\n3", ""])
def test_every_bad_block_changes_nothing_and_is_told_at_the_cell(desk, text):
    desk.paste(desk.logits, text)

    assert desk.state == OPENING
    assert desk.undo_texts == []
    assert desk.logits.editing.bubble.isVisible()
    assert desk.said == [desk.logits.editing.bubble.text()]


def test_that_a_matrix_is_handed_on_among_the_logits_and_refused_among_the_targets(desk):
    matrices = []
    desk.logits.batch_pasted.connect(matrices.append)
    desk.target.batch_pasted.connect(matrices.append)

    desk.paste(desk.target, "1\t2\t3\n4\t5\t6")
    assert matrices == []
    assert desk.said == [desk.target.editing.bubble.text()]

    desk.paste(desk.logits, "1\t2\t3\n4\t5\t6")
    assert [block.logits.tolist() for block in matrices] == [[[1, 2, 3], [4, 5, 6]]]
    assert desk.state == OPENING


def test_that_a_bad_target_in_a_block_names_the_class(desk):
    desk.target.setFocus()
    desk.paste(desk.target, "0.5\n-0.5\n1")

    assert desk.state == OPENING
    assert "class 2" in desk.said[-1]


def test_that_cutting_copies_and_sets_to_0(desk):
    desk.keys(desk.logits, (Key.Key_X, CTRL))

    assert QGuiApplication.clipboard().text() == "2.33\n"
    assert desk.state.logits[0] == 0.0


# Many classes, and looks


def test_that_50257_classes_are_shown_without_converting_them(desk_of):
    count = 50_257
    desk = desk_of(State(tuple(map(str, range(count))), (0.0,) * count, (1 / count,) * count))
    model, read = desk.logits.classes, set()

    def counted(table_view, row):
        read.add(row)
        return typed(table_view.snapshot.logits[row])

    model._columns = tuple(
        column._replace(text=counted) if column.key == "logit" else column
        for column in model.columns
    )
    model.retranslate()  # whoever lays the table out again reads its cells again
    desk.grab()
    assert 0 < len(read) < 200

    desk.keys(desk.logits, (Key.Key_Down, CTRL), "3", Key.Key_Return)
    assert desk.state.logits[-1] == 3.0
    desk.keys(desk.logits, (Key.Key_A, CTRL), Key.Key_Delete)
    assert desk.state.logits == (0.0,) * count


def test_that_one_edit_paints_each_table_once(desk, qtbot):
    desk.grab()
    QApplication.processEvents()
    paints = []
    for table in (desk.logits, desk.target):
        table.paintEvent = _counted(table, paints)
    desk.store.edit(to_state(State(OPENING.labels, (1.0, 2.0, 3.0), OPENING.target)), "edit")
    QApplication.processEvents()

    assert len(paints) <= 2


def _counted(table, paints):
    paint = type(table).paintEvent
    return lambda event: (paints.append(table), paint(table, event))


@pytest.mark.parametrize("width", [230, 300, 375, 800])
def test_every_heading_and_number_fits_its_column(desk, width):
    pinned = State(OPENING.labels, (0.0, 0.0, 0.0), OPENING.target)
    desk.resize(width, 700)
    for view in (View(), View(decimals=8), View(unit="bits", pinned=pinned)):
        desk.store.show(view)
        desk.grab()
        for table in (desk.logits, desk.target):
            header = table.horizontalHeader()
            for at in range(table.classes.columnCount()):
                assert header.sectionSize(at) >= header.least(at)


def test_that_a_number_without_room_is_never_cut_to_another(desk_of):
    desk = desk_of(
        State(("a", "b", "c"), (-123456.789012345, 1.23456789012345e-12, 12345678), (1, 0, 0))
    )
    desk.resize(230, 700)
    desk.grab()

    shown = [desk.logits._look.rows.texts(row)[1] for row in range(3)]
    for text, value in zip(shown, desk.state.logits, strict=True):
        if text == "…":
            continue
        whole = float(text.replace("−", "-").replace("…", ""))
        assert abs(whole - value) < abs(value) / 5, text


def test_that_a_dragged_logit_shows_as_many_digits_as_fit_and_all_when_edited(desk_of):
    dragged = 0.6045231234567, 0.99999999999999, -1234.5678901234
    desk = desk_of(State(("a", "b", "c"), dragged, (1, 0, 0)))
    desk.grab()

    shown = [desk.logits._look.rows.texts(row)[1] for row in range(3)]
    assert "…" not in shown[0] and "…" not in shown[2]
    assert 0 < abs(float(shown[0]) - dragged[0]) < 1e-3
    assert float(shown[1].rstrip("…")) < 1  # rounded it would be 1, and is not
    desk.at(desk.logits, 0, "logit")
    desk.keys(desk.logits, Key.Key_F2)
    assert desk.editor(desk.logits).text() == "0.6045231234567"


def test_that_a_table_is_as_high_as_its_few_classes(desk):
    few = desk.logits.sizeHint().height()
    desk.store.edit(to_state(State(tuple("abcde"), (0.0,) * 5, (0.2,) * 5)), "more")

    assert (
        desk.logits.sizeHint().height()
        == few + 2 * desk.logits.verticalHeader().defaultSectionSize()
    )


def test_that_both_tables_have_names_for_those_who_do_not_see_them(desk):
    desk.keys(desk.logits, Key.Key_F2)

    assert desk.logits.accessibleName() == "Logits"
    assert desk.target.accessibleName() == "Target"
    assert desk.editor(desk.logits).accessibleName() == "class 1, logit z"


def test_that_a_table_wears_the_theme(desk):
    desk.logits.show_style(styled(DARK))
    picture = desk.logits.viewport().grab().toImage()

    assert picture.pixelColor(1, picture.height() - 2).name() == DARK.card


def _in_desk(desk, widget):
    rect = widget.rect()
    return rect.translated(widget.mapTo(desk, rect.topLeft()))


def test_that_the_root_of_a_table_is_shown_as_nothing_before_numbers_come(qtbot):
    from xentgui.tables.logits_and_targets import LogitTable

    table = LogitTable()
    qtbot.addWidget(table)
    table.show()
    table.grab()

    assert table.classes.rowCount(QModelIndex()) == 0
    table.show_snapshot(derive(OPENING))
    assert table.current_class() == 0


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
def test_every_text_is_read_well_on_every_ground(theme):
    def veiled(ground):
        mixed = zip(QColor(ground).getRgb()[:3], QColor(theme.accent).getRgb()[:3], strict=True)
        return QColor(
            *(round(low + SELECTION_OPACITY * (high - low)) for low, high in mixed)
        ).name()

    for ground in (theme.card, theme.selection, theme.field):
        assert contrast(theme.mute, ground) >= 4.5
        for text in (theme.ink, theme.warning):
            assert contrast(text, ground) >= 4.5
            assert contrast(text, veiled(ground)) >= 4.5


@pytest.mark.always
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
def test_that_muted_text_is_ink_where_it_is_selected(desk, theme):
    desk.logits.show_style(styled(theme))
    index = desk.logits.classes.index(1, desk.logits.classes.column_of("hardmax"))

    def strongest() -> float:
        """Return the contrast of the letters to what they stand on, where they cover it best."""
        place = desk.logits.visualRect(index).adjusted(4, 4, -4, -4)
        picture = desk.logits.viewport().grab(place).toImage()
        ground = picture.pixelColor(0, 0).name()
        return max(
            contrast(picture.pixelColor(x, y).name(), ground)
            for x in range(picture.width())
            for y in range(picture.height())
        )

    assert strongest() <= contrast(theme.mute, theme.card)
    desk.logits.selectAll()
    assert strongest() > contrast(theme.mute, theme.card)


def test_that_the_editor_grows_with_what_is_typed(desk):
    desk.keys(desk.logits, "1")
    narrow = desk.editor(desk.logits).width()
    desk.keys(desk.logits, " + ln(2) / 3 - 0.5")

    assert desk.editor(desk.logits).width() > narrow
    assert desk.logits.viewport().rect().contains(desk.editor(desk.logits).geometry())


def test_that_the_tables_speak_another_language_at_once(desk):
    class Quoting(QTranslator):
        def translate(self, context, text, disambiguation=None, n=-1):
            return f"«{text}»" if context == "tables" else ""

        def isEmpty(self):
            return False

    with translated_by(Quoting()):
        for part in (desk.logits, desk.target, desk.glance):
            part.retranslate()
        heading = desk.logits.classes.headerData(0, Qt.Orientation.Horizontal)
        named = desk.logits.accessibleName(), desk.glance.accessibleName()
        desk.keys(desk.logits, "5", Key.Key_Return, (Key.Key_A, CTRL))
        desk.paste(desk.logits, desk.copy(desk.logits))

    assert desk.undo_texts == ["«Logit of class 1»"]
    assert (heading, named) == ("«class»", ("«Logits»", "«At a glance»"))


def test_that_a_new_name_takes_the_place_of_the_old_one(desk):
    desk.at(desk.logits, 1, "logit")

    desk.logits.commands.rename_class()
    desk.keys(desk.logits, "cat", Qt.Key.Key_Return)

    assert desk.state.labels[1] == "cat"


def test_that_ten_long_names_stay_different_in_a_narrow_table(desk_of):
    names = [f"a rather long class name, number {k}" for k in range(1, 11)]
    desk = desk_of(State(names, range(10), [0.1] * 10))
    ruler = styled(LIGHT).ruler()

    for width in (60.0, 90.0, 140.0):
        shown = fitted_names(desk.state.labels, ruler, width)

        assert len(set(shown)) == 10
        assert all(ruler.width(name) <= width for name in shown)
    assert fitted_names(("cat", "dog"), ruler, 140.0) == ("cat", "dog")
