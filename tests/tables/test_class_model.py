from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QTextDocumentFragment

from xentgui.model import State, derive, edits
from xentgui.model.view import View
from xentgui.tables.class_model import ClassModel
from xentgui.tables.logits_and_targets import LogitsModel, TargetModel

OPENING = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
HARD = {
    "opening": OPENING,
    "switched off": State(("a", "b"), (0.0, -math.inf), (0.0, 1.0)),
    "underflow": State(("a", "b", "c"), (40.0, 0.0, 0.0), (1.0, 0.0, 0.0)),
    "tie": State(("a", "a", ""), (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)),
    "smoothed": State(
        ("a", "b"), (123.0, 789.0), (0.5, 0.25), temperature=0.0, label_smoothing=0.1
    ),
}
MODELS = (LogitsModel, TargetModel)


def _model(kind: type[ClassModel], state: State, view: View | None = None) -> ClassModel:
    model = kind()
    model.show_view(view or View())
    model.show_snapshot(derive(state))
    return model


def _texts(model: ClassModel, key: str) -> list[str]:
    column = model.column_of(key)
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("state", HARD.values(), ids=HARD)
@pytest.mark.parametrize("kind", MODELS)
def test_every_model_keeps_the_contract_of_qt_while_rows_and_columns_come_and_go(
    qtmodeltester, kind, state
):
    model = kind()
    qtmodeltester.check(model)
    for shown in (OPENING, state, OPENING):
        model.show_snapshot(derive(shown))
        model.show_view(View(unit="bits", pinned=state))
        model.show_view(View())


def test_that_the_logits_table_says_what_the_article_says(qapp):
    model = _model(LogitsModel, OPENING)

    assert _texts(model, "label") == ["class 1", "class 2", "class 3"]
    assert _texts(model, "logit") == ["2.33", "−1.46", "0.56"]
    assert _texts(model, "probability") == ["0.8383", "0.0189", "0.1428"]
    assert _texts(model, "hardmax") == ["1", "0", "0"]


def test_that_a_probability_too_small_for_float64_is_shown_and_copied_as_it_is(qapp):
    model = _model(LogitsModel, State(("a", "b"), (1023.0, 0.0), (1.0, 0.0)))
    cell = model.index(1, model.column_of("probability"))

    assert cell.data() == "5.209e−445"
    assert cell.data(Qt.ItemDataRole.ToolTipRole).startswith("b: softmax p = 5.2088879222e−445")
    column = model.columns[cell.column()]
    assert column.exact_text(model.table_view, 1) == "0"  # another program has no smaller number


def test_that_a_class_without_a_name_is_told_by_its_number_and_renamed_from_nothing(qapp):
    model = _model(LogitsModel, State(("a", ""), (1.0, 0.0), (1.0, 0.0)))

    assert _texts(model, "label") == ["a", "#2"]
    assert model.index(1, 0).data(Qt.ItemDataRole.EditRole) == ""
    assert model.cell_name(model.index(1, 1)) == "#2, logit z"


def test_that_blanks_in_a_name_are_shown_and_stay_what_they_are(qapp):
    model = _model(LogitsModel, State((" the", "a\nb"), (1.0, 0.0), (1.0, 0.0)))

    assert _texts(model, "label") == ["‿the", "a⏎b"]
    assert model.index(0, 0).data(Qt.ItemDataRole.EditRole) == " the"


def test_that_a_name_that_looks_like_html_is_told_as_it_is(qapp):
    name = "<b>bold</b> & <img src='x.png'>"
    model = _model(LogitsModel, State((name, "b" * 10_000), (1.0, 0.0), (1.0, 0.0)))
    role = Qt.ItemDataRole.ToolTipRole

    told = model.index(0, 0).data(role)
    assert QTextDocumentFragment.fromHtml(told).toPlainText() == name
    assert len(model.index(1, 0).data(role)) < 1000
    assert model.cell_name(model.index(0, 1)) == f"{name}, logit z"


def test_that_the_target_table_says_what_the_article_says(qapp):
    model = _model(TargetModel, OPENING)

    assert _texts(model, "target") == ["1", "0", "0"]
    assert _texts(model, "information") == ["0.1764", "3.9664", "1.9464"]
    assert _texts(model, "contribution") == ["0.1764", "0", "0"]


def test_that_information_follows_the_unit_and_its_heading_names_it(qapp):
    model = _model(TargetModel, OPENING, View(unit="bits", decimals=6))
    column = model.column_of("information")

    nats = math.log(sum(map(math.exp, OPENING.logits))) + 1.46
    assert _texts(model, "information")[1] == f"{nats / math.log(2):.6f}"
    assert model.headerData(column, Qt.Orientation.Horizontal) == "−log₂ p (bits)"


def test_that_the_smoothed_target_is_shown_where_it_is_used(qapp):
    model = _model(TargetModel, OPENING)
    assert model.column_of("effective_target") == -1

    smoothed = State(
        OPENING.labels, OPENING.logits, OPENING.target, temperature=1.0, label_smoothing=0.3
    )
    model.show_snapshot(derive(smoothed))

    assert _texts(model, "effective_target") == ["0.8000", "0.1000", "0.1000"]
    assert _texts(model, "target") == ["1", "0", "0"]
    assert _texts(model, "contribution")[1] == "0.3966"


def test_that_tied_classes_share_the_hardmax(qapp):
    model = _model(LogitsModel, State(("a", "b", "c"), (2.0, 2.0, 1.0), (1.0, 0.0, 0.0)))

    assert _texts(model, "hardmax") == ["1/2", "1/2", "0"]


def test_that_a_pinned_state_adds_the_difference(qapp):
    uniform = State(OPENING.labels, (0.0, 0.0, 0.0), OPENING.target)
    logits = _model(LogitsModel, OPENING, View(pinned=uniform))
    target = _model(TargetModel, OPENING, View(pinned=uniform))

    assert _texts(logits, "probability_change") == ["+0.5049", "−0.3144", "−0.1905"]
    assert _texts(target, "contribution_change")[0] == "−0.9222"
    logits.show_view(View())
    assert logits.column_of("probability_change") == -1


def test_that_a_class_without_a_pinned_one_has_no_difference(qapp):
    pinned = State(("a", "b"), (0.0, 0.0), (1.0, 0.0))
    model = _model(LogitsModel, OPENING, View(pinned=pinned))

    assert _texts(model, "probability_change")[2] == "–"


def test_that_no_number_is_rounded_to_a_lie(qapp):
    state = State(("a", "b", "c"), (40.0, 0.0, 0.0), (1.0, 0.0, 0.0))

    assert _texts(_model(LogitsModel, state), "probability")[0] == "1 − 8.5e−18"
    assert _texts(_model(TargetModel, state), "information")[0] == "8.497e−18"


def test_that_the_tool_tip_has_every_digit_and_the_complement(qapp):
    model = _model(LogitsModel, State(("a", "b", "c"), (40.0, 0.0, 0.0), (1.0, 0.0, 0.0)))

    tip = model.index(0, model.column_of("probability")).data(Qt.ItemDataRole.ToolTipRole)

    assert "softmax p = 1" in tip
    assert "1 − p = 8.4967" in tip


def test_that_what_is_edited_reads_back_the_same(qapp):
    random = np.random.default_rng(5)
    logits = random.normal(size=200) * 10 ** random.uniform(-12, 12, size=200)
    model = _model(LogitsModel, State(tuple("x" * 200), logits, (1 / 200,) * 200))
    asked = []
    model.edit_requested.connect(lambda state, _text: asked.append(state))

    for row in range(200):
        index = model.index(row, 1)
        assert model.setData(index, index.data(Qt.ItemDataRole.EditRole))

    assert asked == []


def test_that_typing_asks_for_an_edit_and_names_the_step(qtbot):
    model = _model(LogitsModel, OPENING)

    with qtbot.waitSignal(model.edit_requested, timeout=0) as asked:
        assert model.setData(model.index(1, 1), "ln 2")

    edit, text = asked.args
    assert edit.on(OPENING).logits == (2.33, math.log(2), 0.56)
    assert text == "Logit of class 2"
    assert model.index(1, 1).data() == "−1.46"


@pytest.mark.parametrize(
    ("kind", "typed", "named"),
    [
        (LogitsModel, "2..3", "2..3"),
        (LogitsModel, "", "number"),
        (LogitsModel, "nan", "NaN"),
        (LogitsModel, "inf", "class 1"),
        (TargetModel, "-1", "−1"),
        (TargetModel, "-inf", "−∞"),
    ],
)
def test_that_refused_typing_is_told_with_the_value_and_changes_nothing(qtbot, kind, typed, named):
    model = _model(kind, OPENING)

    with (
        qtbot.assertNotEmitted(model.edit_requested),
        qtbot.waitSignal(model.edit_refused, timeout=0) as refused,
    ):
        assert not model.setData(model.index(0, 1), typed)

    assert named in refused.args[1]


def test_that_a_refresh_is_one_signal_however_many_classes_there_are(qtbot):
    count = 50_257
    before = State(tuple(map(str, range(count))), (0.0,) * count, (1 / count,) * count)
    model = _model(LogitsModel, before)
    changes = []
    model.dataChanged.connect(
        lambda first, last, _roles: changes.append((first.row(), last.row(), last.column()))
    )

    model.show_snapshot(derive(edits.with_logit(before, 7, 1.0)))

    assert changes == [(0, count - 1, len(model.columns) - 1)]
    assert len(model._texts) == 0
    assert model.index(count - 1, 0).data() == str(count - 1)
    assert len(model._texts) == 1


@pytest.mark.parametrize("kind", MODELS)
def test_that_other_names_units_and_comparisons_change_every_column(qtbot, kind):
    model = _model(kind, OPENING)
    changes = []
    model.dataChanged.connect(
        lambda first, last, _roles: changes.append((first.column(), last.column()))
    )

    model.show_snapshot(derive(edits.with_label(OPENING, 0, "new")))
    model.show_view(View(unit="bits"))
    model.show_view(View(unit="bits", pinned=OPENING))

    assert len(changes) == 3
    assert changes[0] == changes[1] == (0, len(model.columns) - 2)
    assert changes[2] == (0, len(model.columns) - 1)


def test_that_a_class_keeps_its_row_index_when_others_come_and_go(qapp):
    model = _model(LogitsModel, OPENING)
    third = QPersistentModelIndex(model.index(2, 1))
    more = State(
        ("class 1", "new", "class 2", "class 3"), (1.0, 2.0, 3.0, 4.0), (1.0, 0.0, 0.0, 0.0)
    )

    model.show_snapshot(derive(more))
    assert (third.row(), third.data()) == (3, "4")
    model.show_snapshot(derive(State(("class 2", "class 3"), (3.0, 4.0), (1.0, 0.0))))
    assert (third.row(), third.data()) == (1, "4")


def test_that_derived_columns_cannot_be_typed_in(qapp):
    model = _model(LogitsModel, OPENING)

    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, 2), "0.5")
