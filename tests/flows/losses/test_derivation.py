"""Every equation on the page of a second loss is true of it."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from tests.flows.losses.truth import (
    SEED,
    STATES,
    every_loss,
    every_state,
    style,
    truth_of,
    value,
    with_loss,
)
from xentgui.model import State, chosen_loss, derive
from xentgui.model.losses import LOSSES
from xentgui.model.view import View
from xentgui.painting.theme import LIGHT
from xentgui.panels.derivation import Derivation
from xentgui.panels.derivation_page.page import page_of
from xentgui.panels.derivation_page.stage import Line
from xentgui.panels.derivation_page.stages import present, stages_of, working


@every_state
@every_loss
def test_that_the_numbers_are_those_of_the_definition(state: State, loss: str) -> None:
    snapshot, truth = derive(with_loss(state, loss)), truth_of(with_loss(state, loss))

    np.testing.assert_allclose(snapshot.loss_terms, truth["terms"], rtol=1e-12, atol=1e-15)
    if np.isfinite(truth["loss"]):
        np.testing.assert_allclose(snapshot.gradient, truth["slopes"], rtol=1e-12, atol=1e-14)
    assert snapshot.loss == pytest.approx(truth["loss"], rel=1e-12)
    if chosen_loss(snapshot.state).predictor != "softmax":
        return
    # What is information's own stays the cross-entropy's.
    entropies = derive(state)
    for name in ("cross_entropy", "entropy", "target_entropy", "kl_divergence", "perplexity"):
        assert getattr(snapshot, name) == getattr(entropies, name)


def _evaluated(template: str, words: list[str], truth: dict[str, Any]) -> np.ndarray:
    """Return what a formula of the page comes to, class by class, read as mathematics."""
    formula = template.replace(r"\tilde y", "y")
    for word in words:
        formula = re.sub(r"@\d+", f"({value(word)!r})", formula, count=1)
    for hinge in (r"\Sigma_j\,(1 + u_j - u)_+", r"(1 + \max_j\,u_j - u)_+"):
        formula = formula.replace(hinge, "h")
    formula = (
        formula.removeprefix("w = ")
        .removeprefix("v = ")
        .removeprefix(r"\hat p = ")
        .removeprefix(r"\times\, ")
    )
    formula = re.sub(r"e\^\{([^{}]*)\}", r"exp(\1)", formula)
    formula = re.sub(r"\^\{([^{}]*)\}", r"**(\1)", formula.replace(r"\hat p", "p"))
    formula = re.sub(r"\\frac\{([^{}]*)\}\{([^{}]*)\}", r"((\1)/(\2))", formula)
    for symbol, meaning in (("v_+", "clip(v)"), ("v(", "v*("), (r"\alpha(", r"\alpha*(")):
        formula = formula.replace(symbol, meaning)
    formula = formula.replace(r"\alpha", "alpha").replace(r"\tau", "tau")
    formula = re.sub(r"(?<=\))y", "*y", formula)
    formula = formula.replace("{-}", "-").replace(r"\,", "*").replace("^2", "**2")
    formula = re.sub(r"(?<=[yp)])(?=\\)", "*", formula.replace(r"\gamma", "gamma"))
    for name, function in ((r"\ln", "log"), (r"\log_2", "log2"), (r"\log_{10}", "log10")):
        formula = re.sub(re.escape(name) + r" ([py])", rf"{function}(\1)", formula)
    functions = {
        "clip": lambda v: np.maximum(v, 0.0),
        "exp": np.exp,
        "log": np.log,
        "log2": np.log2,
        "log10": np.log10,
    }
    with np.errstate(all="ignore"):
        found = eval(formula, {"__builtins__": {}}, functions | truth)  # noqa: S307 (our own formulas)
    found = np.broadcast_to(found, len(truth["z"]))
    return np.where(np.isnan(found) & (truth["y"] == 0.0), 0.0, found)  # 0 log 0 is 0


def _texts(words: tuple[Any, ...]) -> list[str]:
    return [word.text for word in words]


def _check_line(line: Line, state: State, truth: dict[str, Any], size: float) -> None:
    cells = np.array([value(cell) for cell in line.cells])
    totals = [value(word.text) for word in line.tail_words]
    if line.stage.is_fraction:
        assert totals == pytest.approx([truth["p"][int(line.head_words[0].text) - 1]], abs=6e-4)
        return
    if line.stage.is_result:
        assert line.head == "L ="
        np.testing.assert_allclose(cells, truth["terms"] / size, atol=6e-4)
        assert totals[-1:] == pytest.approx([truth["loss"] / size], abs=6e-4)
    else:
        wanted = _evaluated(line.head, _texts(line.head_words), truth)
        np.testing.assert_allclose(cells, wanted, atol=2e-3, err_msg=line.head)
    column = _evaluated(line.column, _texts(line.column_words), truth)
    np.testing.assert_allclose(cells, column, atol=3e-3, err_msg=line.column)
    if line.tail:
        symbol = line.tail.partition("=")[0].strip()
        of_all = {"": truth["loss"] / size, r"\Sigma": column.sum(), "s": truth["s"]}
        of_all |= {r"\tau": truth.get("tau")}
        wanted = column.sum() if symbol in {"m", "W"} else of_all.get(symbol, truth["loss"] / size)
        assert totals[-1:] == pytest.approx([wanted], abs=3e-3)
        if symbol == "+ @4":  # what the loss has beyond its terms
            assert sum(totals[:1], column.sum()) == pytest.approx(wanted, abs=3e-3)


@every_state
@pytest.mark.parametrize("unit", ["nats", "bits", "dits"])
@every_loss
def test_that_every_equation_on_the_page_is_true(state: State, unit: str, loss: str) -> None:
    state = with_loss(state, loss)
    truth = truth_of(state)
    size = {"nats": 1.0, "bits": math.log(2.0), "dits": math.log(10.0)}[unit]

    lines = working(derive(state), unit, 5, None).lines

    # An infinite loss has no slope; its last line gives the limit.
    for line in lines if np.isfinite(truth["loss"]) else lines[:-1]:
        _check_line(line, state, truth, size if chosen_loss(state).unit else 1.0)
    if np.isfinite(truth["loss"]):
        slopes = [value(cell) for cell in lines[-1].cells]
        np.testing.assert_allclose(slopes, truth["slopes"], atol=6e-4)
    assert len(lines) == len(present(state))


@pytest.mark.usefixtures("qapp")
def test_that_the_page_of_a_plain_number_has_no_unit_and_speaks_of_no_other_loss() -> None:
    state = with_loss(STATES["sum of 0.9"], "brier")
    page = page_of(QRectF(0, 0, 490, 350), derive(state), View(unit="bits"), style())
    words = Derivation().describe(derive(state), View())

    assert page.unit == ""
    assert "Brier score" in words
    assert "cross-entropy" not in words
    assert [stage.key for stage in stages_of(LOSSES["brier"])][-4:] == [
        "difference",
        "square",
        "mean",
        "gradient",
    ]
    assert "cross-entropy" in Derivation().describe(
        derive(with_loss(state, "cross_entropy")), View()
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [(490, 350), (282, 262), (900, 670)])
def test_that_each_stage_of_the_page_is_painted(size: tuple[int, int]) -> None:
    snapshot = derive(with_loss(SEED, "brier"))
    pictures = set()
    for stage in (0, *present(snapshot.state)):
        image = QImage(QSize(*size), QImage.Format.Format_RGB32)
        image.fill(QColor(LIGHT.card))
        painter = QPainter(image)
        Derivation().paint(painter, QRectF(0, 0, *size), snapshot, View(stage=stage), style())
        painter.end()
        pictures.add(bytes(image.constBits()))

    assert len(pictures) == len(present(snapshot.state)) + 1
