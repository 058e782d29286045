"""While a Fenchel–Young loss is chosen, its probabilities take the place of softmax everywhere."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.flows.losses.truth import SEED
from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.model import derive
from xentgui.model.descent import walked
from xentgui.model.mark import ClassMark
from xentgui.model.recipes import Walk
from xentgui.model.subjects import BareLogits, resolve, to_state
from xentgui.model.view import View
from xentgui.panels.careless_rows import way_rows
from xentgui.panels.class_numbers import PROBABILITY, NumberMark
from xentgui.panels.distribution import Distribution
from xentgui.window.main_window import MainWindow

SPARSE = replace(SEED, logits=(1.0, 0.2, -1.0), target=(0.7, 0.2, 0.1), loss="fenchel_young")
_HORIZONTAL = Qt.Orientation.Horizontal


def test_that_tables_read_outs_and_words_call_the_probabilities_entmax(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.store.edit(to_state(SPARSE), "Choose the loss")
    model = window.logit_table.model()

    headings = [model.headerData(k, _HORIZONTAL) for k in range(model.columnCount())]
    shown = [model.index(row, headings.index("entmax p̂")).data() for row in range(3)]

    assert "softmax p" not in headings
    assert [float(text) for text in shown] == [0.9, 0.1, 0.0]
    read = Distribution().read_out(ClassMark(2), derive(SPARSE), View())
    assert read is not None
    lines = dict(read.lines)
    assert lines["entmax p̂"] == "0"
    assert float(lines["softmax p"]) == pytest.approx(derive(SPARSE).softmax[2], abs=1e-6)
    assert "dog: entmax 0.1000" in Distribution().describe(derive(SPARSE), View())
    assert Distribution.formula_of(derive(SPARSE)) == "p̂ = entmax(z / T)"
    assert "entmax p̂" in NUMBER_FORMATS["markdown"].encode(derive(SPARSE), Looks())

    window.store.edit(to_state(replace(SPARSE, alpha=1.0)), "Choose α")
    headings = [model.headerData(k, _HORIZONTAL) for k in range(model.columnCount())]
    assert "softmax p" in headings
    assert "entmax p̂" not in headings


def test_that_what_careless_code_computes_stays_about_softmax() -> None:
    plain = way_rows(derive(replace(SPARSE, loss="cross_entropy")), 2, "nats", 4)

    assert way_rows(derive(SPARSE), 2, "nats", 4) == plain


def test_that_a_bar_can_be_nudged_out_of_existence_and_back() -> None:
    panel, state, mark = Distribution(), SPARSE, NumberMark(PROBABILITY, 1)
    for size in (5.0, 5.0):
        edit = panel.nudge(mark, derive(state), View(), (0, -1), size)
        assert edit is not None
        state = resolve(edit(BareLogits(state)))
    gone = derive(state)
    edit = panel.nudge(mark, gone, View(), (0, 1), 1.0)
    assert edit is not None
    back = derive(resolve(edit(BareLogits(state))))

    assert gone.probabilities.tolist() == [1.0, 0.0, 0.0]
    assert math.isfinite(gone.state.logits[1])
    assert gone.information[1] == math.inf
    assert back.probabilities[1] == pytest.approx(0.01)


def test_that_a_walk_down_sparsemax_reaches_a_one_hot_target() -> None:
    state = replace(SPARSE, target=(0.0, 0.0, 1.0))

    trace = walked(state, Walk(rate=1.0), 60)

    assert trace.stopped == "reached"
    assert trace.probabilities[-1].tolist() == [0.0, 0.0, 1.0]
    assert trace.loss[-1] == 0.0
    for z, p, loss in zip(trace.logits, trace.probabilities, trace.loss, strict=True):
        at = derive(replace(state, logits=tuple(z)))
        assert np.array_equal(at.probabilities, p)
        assert at.loss == loss
