"""What cells say as they are drawn, and that nothing changes unnoticed."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from xentgui.model import State, default_labels, derive, edits
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.tables.cells.cell_text import CellText, CellTexts
from xentgui.tables.class_model import ClassModel
from xentgui.tables.logits_and_targets import LogitsModel, TargetModel

IN_SIGHT = range(1, 4)
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


def _cell_texts(model: ClassModel) -> CellTexts:
    texts = CellTexts(model, Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    texts.set_columns([80 * at for at in range(6)], [80] * 6)
    return texts


def _texts(model: ClassModel, texts: CellTexts | None = None) -> list[list[CellText]]:
    """Return what is known of the cells in sight, or what they say when all is read anew."""
    texts = texts or _cell_texts(model)
    return [texts.of(at, IN_SIGHT) for at in range(len(model.columns))]


@pytest.mark.parametrize("kind", [LogitsModel, TargetModel])
@pytest.mark.parametrize("pinned", [None, STATES[1]], ids=["alone", "compared"])
def test_that_every_cell_in_sight_that_says_something_else_is_found(
    qapp: object, kind: type[ClassModel], pinned: State | None
) -> None:
    """The table paints only what is found; all else is on the screen already."""
    model = kind()
    model.show_view(View(pinned=pinned))
    model.show_snapshot(derive(STATES[0]))
    texts = _cell_texts(model)
    texts.follow(IN_SIGHT)
    before = _texts(model, texts)

    def check() -> None:
        nonlocal before
        found, after = texts.follow(IN_SIGHT), _texts(model)
        if found is not None:
            cells = product(IN_SIGHT, range(len(after)))
            assert set(found) == {
                (row, at) for row, at in cells if after[at][row - 1] != before[at][row - 1]
            }
        assert _texts(model, texts) == after
        before = after

    for state in STATES:
        model.show_snapshot(derive(state))
        check()
    for view in (View(unit="bits"), View(), View(decimals=6), View(), View(pinned=STATES[2])):
        model.show_view(replace(view, pinned=view.pinned or pinned))
        check()


def test_that_a_refused_text_stands_in_its_cell_until_it_is_dropped(qapp: object) -> None:
    model = LogitsModel()
    model.show_snapshot(derive(STATES[0]))
    texts = _cell_texts(model)
    texts.follow(IN_SIGHT)
    index, before = model.index(1, model.value_column), _texts(model, texts)

    model.keep_draft(index, "abc", "no number")
    assert texts.follow(IN_SIGHT) is None
    assert texts.of(model.value_column, [1])[0].text == "abc"
    assert texts.of(model.value_column, [1])[0].wrong

    model.drop_draft(index)
    assert texts.follow(IN_SIGHT) is None
    assert _texts(model, texts) == before
