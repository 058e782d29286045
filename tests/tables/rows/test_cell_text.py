"""What cells say as they are drawn, and that nothing changes unannounced."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from PySide6.QtCore import QModelIndex

from xentgui.model import State, default_labels, derive, edits
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.tables.class_model import ClassModel
from xentgui.tables.logit_table import LogitsModel
from xentgui.tables.rows.cell_text import CellText, cell_texts
from xentgui.tables.target_table import TargetModel

LABELS = default_labels(4)  # the same object, as after an edit
CERTAIN = (800.0, 0.0, -400.0, 0.5)
NEVER = (900.0, 0.0, -400.0, 0.5)
FIRST, SECOND = (1.0, 0.0, 0.0, 0.0), (1.0, 0.0, 0.5, 0.0)

NUMBERS = [
    ((1.0, 2.0, 0.5, 0.25), FIRST),
    ((1.0, 2.0, 0.5, 0.125), FIRST),
    ((40.0, 0.0, 0.5, 0.25), FIRST),  # from here on, p is 1, and only its complement differs
    ((42.0, 0.0, 0.5, 0.25), FIRST),
    (CERTAIN, FIRST),
    (NEVER, FIRST),  # p was 0 and is 0: only the information differs
    (NEVER, (0.0, 1.0, 0.0, 0.0)),
    ((0.0, -np.inf, -1.0, -2.0), FIRST),
    ((0.0, -np.inf, -1.0, -2.0), SECOND),
    ((2.0, 2.0, 2.0, 1.0), SECOND),  # a tie
    ((2.0, 2.0, 1.0, 1.0), SECOND),
    ((1e9, 0.0, 1.0, 1.0), (0.0, 1.0, 0.0, 0.0)),
    ((1e9, 0.0, 1.0, 1.0), (1.0, 1.0, 0.0, 0.0)),
]
STATES = [State(LABELS, logits, target) for logits, target in NUMBERS]
STATES += [edits.with_setting(state, "label_smoothing", 0.1) for state in STATES[:3]]
STATES += [edits.with_setting(STATES[2], "label_smoothing", 0.2)]
STATES += [
    edits.with_label(STATES[-1], 1, ""),
    edits.with_setting(STATES[0], "temperature", 0.0),
    STATES[0],
]


def _texts(model: ClassModel, rows: range) -> list[list[CellText]]:
    style = Style(LIGHT, 13.0, fonts.ui_font(13.0))
    return [
        list(cell_texts(model, style, at, 80 * at, 80, rows)) for at in range(len(model.columns))
    ]


@pytest.mark.parametrize("kind", [LogitsModel, TargetModel])
@pytest.mark.parametrize("pinned", [None, STATES[1]], ids=["alone", "compared"])
def test_that_no_cell_says_something_else_without_its_rows_being_announced(
    qapp: object, kind: type[ClassModel], pinned: State | None
) -> None:
    """Whoever shows the table paints only what is announced."""
    model = kind()
    model.show_view(View(pinned=pinned))
    announced: set[tuple[int, int]] = set()

    def remember(first: QModelIndex, last: QModelIndex) -> None:
        columns = range(first.column(), last.column() + 1)
        announced.update(product(range(first.row(), last.row() + 1), columns))

    def check() -> None:
        nonlocal before
        after = _texts(model, range(4))
        if len(after) == len(before):
            for column, row in product(range(len(after)), range(4)):
                assert (row, column) in announced or after[column][row] == before[column][row]
        before = after
        announced.clear()

    model.dataChanged.connect(remember)
    model.show_snapshot(derive(STATES[0]))
    before = _texts(model, range(4))
    for state in STATES:
        model.show_snapshot(derive(state))
        check()
    for view in (View(unit="bits"), View(), View(decimals=6), View(), View(pinned=STATES[2])):
        model.show_view(replace(view, pinned=view.pinned or pinned))
        check()


def test_that_a_refused_text_stands_in_its_cell_until_it_is_dropped(qapp: object) -> None:
    model = LogitsModel()
    model.show_snapshot(derive(STATES[0]))
    index, before = model.index(1, model.value_column), _texts(model, range(4))

    model.keep_draft(index, "abc", "no number")
    assert _texts(model, range(4))[model.value_column][1].text == "abc"
    assert _texts(model, range(4))[model.value_column][1].wrong

    model.drop_draft(index)
    assert _texts(model, range(4)) == before
