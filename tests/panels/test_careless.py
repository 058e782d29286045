from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from xentgui.model import State, derive
from xentgui.model.careless import WAYS
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, Theme
from xentgui.panels.careless import Careless
from xentgui.panels.careless_rows import WayRow, way_rows

INF = math.inf
SEED = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


def _rows(state: State, index: int = 0, unit: str = "nats") -> dict[str, WayRow]:
    return {row.key: row for row in way_rows(derive(state), index, unit, 4)}


def test_that_the_truth_comes_first_and_then_every_careless_way() -> None:
    assert tuple(_rows(SEED)) == ("truth", *WAYS)


def test_that_the_truth_is_the_snapshot() -> None:
    truth = _rows(replace(SEED, logits=(40.0, 0.0, 0.0)))["truth"]

    assert truth.probability.text == "1 − 8.5e−18"
    assert truth.loss.text == "8.497e−18"


def test_that_overflow_is_marked_where_it_happens() -> None:
    found = _rows(replace(SEED, logits=(100.0, 0.0, 0.0)))

    assert [key for key, row in found.items() if row.broken] == ["float32", "float16"]
    assert found["float32"].code == "exp(100) = ∞: overflow"
    for claim in (found["float32"].probability, found["float32"].loss):
        assert (claim.text, claim.bad) == ("NaN", True)


def test_that_a_lost_number_can_be_remarked_on_in_few_letters() -> None:
    lost = [
        claim
        for row in _rows(State(("a", "b", "c"), (123, 456, 789), (1, 0, 0))).values()
        for claim in (row.probability, row.loss)
        if claim.note.startswith("should be ")
    ]

    assert lost
    assert all(one.short == "≠ " + one.note.removeprefix("should be ") for one in lost)


def test_that_the_logit_that_overflows_is_divided_by_the_temperature() -> None:
    found = _rows(replace(SEED, logits=(1.0, 200.0, 0.0), temperature=2.0))

    assert found["float32"].code == "exp(100) = ∞: overflow"


@pytest.mark.parametrize(
    ("logits", "key", "text", "note", "bad"),
    [
        ((2.33, -1.46, 0.56), "clipped", "0.8383", "correct", False),
        ((2.33, -1.46, 0.56), "twice", "0.5156", "38 % off", True),
        ((40.0, 0.0, 0.0), "float64", "1", "8e−18 off", False),
        ((0.0, 40.0, 0.0), "clipped", "1e−7", "should be 4.25e−18", True),
        ((0.0, 1000.0, 0.0), "clipped", "1e−7", "should be 5.1e−435", True),
        ((-INF, 0.0, 0.0), "float64", "0", "correct", False),
    ],
)
def test_that_a_probability_is_judged_by_the_truth(
    logits: tuple[float, ...], key: str, text: str, note: str, bad: bool
) -> None:
    claim = _rows(replace(SEED, logits=logits))[key].probability

    assert (claim.text, claim.note, claim.bad) == (text, note, bad)


@pytest.mark.parametrize(
    ("logits", "key", "text", "note"),
    [
        ((40.0, 0.0, 0.0), "float64", "0", "should be 8.497e−18"),
        ((40.0, 0.0, 0.0), "offset", "−1e−10", "should be 8.497e−18"),
        ((-INF, 0.0, 0.0), "float64", "∞", "correct"),
        ((-INF, 0.0, 0.0), "clipped", "16.1181", "should be ∞"),
        ((2.0, -INF, 0.0), "float64", "NaN", "not a number"),
        ((123.0, 456.0, 789.0), "twice", "1.5514", "should be 666"),
    ],
)
def test_that_a_loss_is_judged_by_the_truth(
    logits: tuple[float, ...], key: str, text: str, note: str
) -> None:
    claim = _rows(replace(SEED, logits=logits))[key].loss

    assert (claim.text, claim.note) == (text, note)


def test_that_the_unit_changes_every_loss_and_no_probability() -> None:
    nats, bits = _rows(SEED), _rows(SEED, unit="bits")

    assert nats["truth"].loss.text == "0.1764"
    assert bits["truth"].loss.text == "0.2545"  # 0.1764 / ln 2
    assert bits["twice"].loss.note == nats["twice"].loss.note.replace("0.1764", "0.2545")
    assert bits["twice"].probability == nats["twice"].probability


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
@pytest.mark.parametrize("size", [(490, 335), (320, 230), (1200, 900), (30, 20)])
@pytest.mark.parametrize(
    "state",
    [
        SEED,
        replace(SEED, temperature=0.0),
        replace(SEED, temperature=INF, logits=(-INF, 1e308, -1e308)),
        State([f"c{k}" for k in range(1000)], np.arange(1000.0), np.full(1000, 0.001)),
    ],
    ids=["seed", "cold", "hot", "many"],
)
def test_every_size_and_state_is_painted(
    qapp: QApplication, theme: Theme, size: tuple[int, int], state: State
) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.card))
    painter = QPainter(image)
    style = Style(theme, 13.0, fonts.ui_font(13.0))
    Careless().paint(
        painter, QRectF(0, 0, *size), derive(state), View(highlight=ClassMark(1)), style
    )
    painter.end()

    assert len(np.unique(np.array(image.constBits()).view(np.uint32))) > 3


def test_that_it_is_told_in_words() -> None:
    told = Careless().describe(derive(SEED), View())

    assert told.startswith("exact: p 0.8383, loss 0.1764; ")
    assert told.count(";") == len(WAYS)


def test_that_a_low_card_does_not_make_letters_small(qapp: QApplication) -> None:
    """The notes are 0.82 of the text around; the page scrolls instead of shrinking them."""
    panel, snapshot = Careless(), derive(SEED)
    style = Style(LIGHT, 13.0, fonts.ui_font(13.0))

    def height(width: float, height: float) -> float:
        return panel.height(QSizeF(width, height), snapshot, View(), style)

    assert height(600.0, 600.0) == 600.0
    assert 290.0 < height(600.0, 240.0) < 320.0
    assert 240.0 < height(280.0, 240.0) < height(600.0, 240.0)
    # A page of that height is painted at the size of the text around: seven ways and a head.
    image = QImage(600, round(height(600.0, 240.0)), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    panel.paint(painter, QRectF(image.rect()), snapshot, View(), style)
    assert painter.font().pixelSize() >= 11  # of the foot, the last that was written
    painter.end()
