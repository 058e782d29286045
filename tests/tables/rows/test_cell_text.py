"""Words that are kept through an edit are the words that would be read anew."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from xentgui.model import State, default_labels, derive, edits
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.tables.class_model import ClassModel
from xentgui.tables.logit_table import LogitsModel
from xentgui.tables.rows.cell_text import CellTextCache
from xentgui.tables.target_table import TargetModel

LABELS = default_labels(4)  # as after an edit, the same object
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


def _words(model: ClassModel) -> CellTextCache:
    words = CellTextCache(model, Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    _place(words, model)
    return words


def _place(words: CellTextCache, model: ClassModel) -> None:
    count = len(model.columns)
    if len(words.lefts) != count:
        words.set_columns([80 * at for at in range(count)], [80] * count)


@pytest.mark.parametrize("kind", [LogitsModel, TargetModel])
@pytest.mark.parametrize("pinned", [None, STATES[1]], ids=["alone", "compared"])
def test_that_words_that_were_kept_are_those_read_anew(
    qapp: object, kind: type[ClassModel], pinned: State | None
) -> None:
    model = kind()
    model.show_view(View(pinned=pinned))
    model.show_snapshot(derive(STATES[0]))
    kept = _words(model)
    for state in STATES:
        model.show_snapshot(derive(state))
        _place(kept, model)
        assert kept.of(range(4)) == _words(model).of(range(4)), state
    for view in (View(unit="bits"), View(), View(decimals=6), View(), View(pinned=STATES[2])):
        model.show_view(replace(view, pinned=view.pinned or pinned))
        _place(kept, model)
        assert kept.of(range(4)) == _words(model).of(range(4)), view


def test_that_an_edit_of_a_logit_leaves_names_and_the_other_logits_alone(qapp: object) -> None:
    model = LogitsModel()
    model.show_snapshot(derive(STATES[0]))
    words = _words(model)
    names, logits, *_ = words.of(range(4))
    model.show_snapshot(derive(edits.with_logit(STATES[0], 2, 0.75)))
    names_after, logits_after, *_ = words.of(range(4))

    assert names_after is names
    assert [new is old for new, old in zip(logits_after, logits, strict=True)] == [
        True,
        True,
        False,
        True,
    ]


def test_that_rows_are_read_where_they_are_scrolled_to(qapp: object) -> None:
    model = TargetModel()
    model.show_snapshot(derive(STATES[9]))
    words = _words(model)
    for rows in (range(2), range(1, 4), range(3), range(4)):
        assert words.of(rows) == _words(model).of(rows)


def test_that_a_refused_text_stands_in_its_cell_until_it_is_dropped(qapp: object) -> None:
    model = LogitsModel()
    model.show_snapshot(derive(STATES[0]))
    words, index = _words(model), model.index(1, model.value_column)
    before = words.of(range(4))

    model.keep_draft(index, "abc", "no number")
    assert words.of(range(4))[model.value_column][1].text == "abc"
    assert words.of(range(4))[model.value_column][1].wrong

    model.drop_draft(index)
    assert words.of(range(4)) == before
