"""Panels, tables and read-outs say of a second loss what is true of it."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.flows.losses.truth import SEED, style, truth_of, value, with_loss
from xentgui.canvas.plot_view import PlotView
from xentgui.model import derive
from xentgui.model.losses import LOSSES
from xentgui.model.mark import ClassMark
from xentgui.model.subjects import to_state
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.careless import Careless
from xentgui.panels.decomposition import Decomposition
from xentgui.panels.gradient import Gradient
from xentgui.panels.information import Information
from xentgui.panels.panel import Panel
from xentgui.tables.readouts.readout_value import ReadoutValue
from xentgui.window.main_window import MainWindow

_HORIZONTAL = Qt.Orientation.Horizontal


def test_that_the_formula_of_the_gradient_is_that_of_the_loss() -> None:
    formulas = {loss: Gradient.formula_of(derive(with_loss(SEED, loss))) for loss in LOSSES}

    assert formulas["cross_entropy"] == Gradient.formula == "∂L/∂z = (p − y) / T"
    assert formulas["brier"] == "∂L/∂z = 2p(p − y − Σp(p − y)) / T"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", [Information(), Decomposition(), Careless()])
def test_that_a_panel_about_cross_entropy_says_so_while_another_loss_is_chosen(
    panel: Panel,
) -> None:
    view, pictures = View(areas=True), []
    for loss in ("cross_entropy", "brier"):
        snapshot = derive(with_loss(SEED, loss))
        image = QImage(490, 350, QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.card))
        painter = QPainter(image)
        panel.paint(painter, QRectF(0, 0, 490, 350), snapshot, view, style())
        painter.end()
        pictures.append(np.array(image.constBits()))
        face = panel.face(view) if isinstance(panel, Information) else panel
        says = "the chosen loss is Brier score" in face.describe(snapshot, view)
        assert says == (loss == "brier")

    assert (pictures[0] != pictures[1]).any()


@pytest.mark.usefixtures("qapp")
def test_that_no_panel_speaks_of_another_loss_while_it_is_the_cross_entropy() -> None:
    for panel in PANELS:
        assert "chosen loss" not in panel().describe(derive(SEED), View(areas=True))


def _readout(window: MainWindow, key: str) -> ReadoutValue:
    found = window.readouts.findChild(ReadoutValue, f"glance.{key}")
    assert found is not None
    return found


def test_that_the_read_outs_say_the_loss_and_keep_what_is_informations_own(
    brier_window: MainWindow,
) -> None:
    truth = truth_of(brier_window.store.snapshot.state)
    captions = {
        label.text() for label in brier_window.readouts.findChildren(QLabel) if label.isVisible()
    }

    assert _readout(brier_window, "loss").isVisible()
    assert _readout(brier_window, "loss").text() == f"{truth['loss']:.4f}"
    assert "Brier score B(y, p)" in captions
    h = -sum(b * math.log(a) for a, b in zip(truth["p"], truth["y"], strict=True))
    assert _readout(brier_window, "cross_entropy").text() == f"{h:.4f} nats"

    brier_window.store.edit(to_state(SEED), "Go back")

    assert not _readout(brier_window, "loss").isVisible()
    assert _readout(brier_window, "cross_entropy").isVisible()


def test_that_the_table_has_what_each_class_adds_to_the_loss(brier_window: MainWindow) -> None:
    truth = truth_of(brier_window.store.snapshot.state)
    model = brier_window.target_table.model()
    columns = {model.headerData(k, _HORIZONTAL): k for k in range(model.columnCount())}

    shown = [model.index(row, columns["loss term"]).data() for row in range(3)]

    assert [value(text) for text in shown] == pytest.approx(truth["terms"].tolist(), abs=6e-5)
    brier_window.store.edit(to_state(SEED), "Go back")
    assert "loss term" not in {model.headerData(k, _HORIZONTAL) for k in range(model.columnCount())}


def test_that_the_card_and_the_pointers_read_out_have_its_formulas(
    brier_window: MainWindow, qtbot: QtBot
) -> None:
    view = brier_window.panels["gradient"]
    assert isinstance(view, PlotView)
    bar = brier_window.cards.by_key["gradient"].title_bar
    formula = "∂L/∂z = 2p(p − y − Σp(p − y)) / T"

    view.hover.readout.point_at(ClassMark(1), QPointF(100, 100))
    qtbot.waitUntil(view.hover.readout.isVisible)

    assert bar.formula.text() == fonts.formula(formula)
    words = view.hover.readout.words()
    truth = truth_of(brier_window.store.snapshot.state)
    told = words.partition("Brier score (p − y)²")[2].split()[0]
    assert words.startswith("dog\n")
    assert value(told) == pytest.approx(truth["terms"][1], abs=6e-7)
