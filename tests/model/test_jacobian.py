"""The Jacobian of the probabilities, against differences with 50 digits, and what flows through it."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal, localcontext

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.losses.definitions import entmax
from tests.model.oracle import CONTEXT, truth
from xentgui.model import State, default_labels, derive
from xentgui.model.jacobian import (
    MOST,
    is_defined,
    jacobian_of,
    shown_classes,
    slope_by_probabilities,
)

ARTICLE = State(("a", "b", "c"), np.log([0.34, 0.46, 0.20]), (1.0, 0.0, 0.0))
NUDGE = Decimal("1e-14")

LOGITS = st.lists(st.floats(-30.0, 30.0), min_size=2, max_size=5)
TEMPERATURES = st.floats(0.05, 20.0)


def _softmax(logits: list[Decimal], temperature: float) -> list[Decimal]:
    return truth(logits, [0.0] * len(logits), temperature).probabilities


def _differences(logits: list[float], column: int, temperature: float) -> list[Decimal]:
    """Return the derivative of softmax by one logit, from two points that are very near."""
    with localcontext(CONTEXT):
        there, back = ([Decimal(z) for z in logits] for _ in range(2))
        there[column] += NUDGE
        back[column] -= NUDGE
        pairs = zip(_softmax(there, temperature), _softmax(back, temperature), strict=True)
        return [(a - b) / (2 * NUDGE) for a, b in pairs]


def test_that_the_articles_example_has_its_eigenvalues_and_gives_p_minus_y() -> None:
    snapshot = derive(ARTICLE)
    cells, slopes = jacobian_of(snapshot), slope_by_probabilities(snapshot)

    assert slopes is not None
    np.testing.assert_allclose(np.linalg.eigvalsh(cells), [0.0, 0.2372, 0.3956], atol=5e-5)
    np.testing.assert_allclose(slopes, [-1.0 / 0.34, 0.0, 0.0], rtol=1e-14)
    np.testing.assert_allclose(cells.T @ slopes, [-0.66, 0.46, 0.20], rtol=1e-13)


@given(logits=LOGITS, temperature=TEMPERATURES)
@settings(max_examples=60)
def test_that_every_cell_is_the_derivative_of_softmax_to_its_digits(
    logits: list[float], temperature: float
) -> None:
    cells = jacobian_of(
        derive(
            State(default_labels(len(logits)), logits, [0.0] * len(logits), temperature=temperature)
        )
    )

    for column in range(len(logits)):
        exact = [float(one) for one in _differences(logits, column, temperature)]
        gap = (max(logits) - min(logits)) / temperature
        if gap < 40.0:  # beyond, 50 digits hold no difference of p at such near points
            np.testing.assert_allclose(cells[:, column], exact, rtol=(gap + 8) * 2.0**-51)


def test_that_the_diagonal_keeps_its_digits_near_1() -> None:
    cells = jacobian_of(derive(State(("a", "b", "c"), (40.0, 0.0, 0.0), (1.0, 0.0, 0.0))))

    assert cells[0, 0] == pytest.approx(8.496708510583178e-18, rel=1e-14)
    assert cells[1, 1] == pytest.approx(4.248354255291589e-18, rel=1e-14)


@pytest.mark.parametrize("alpha", [1.0, 1.2, 1.5, 2.0, 3.0])
def test_that_the_cells_of_entmax_are_its_derivatives(alpha: float) -> None:
    logits, temperature = (0.3, -0.2, 0.1, -9.0), 2.0
    state = State(
        default_labels(4),
        logits,
        (1, 0, 0, 0),
        temperature=temperature,
        loss="fenchel_young",
        alpha=alpha,
    )
    cells = jacobian_of(derive(state))

    for column in range(4):
        if alpha == 1.0:
            exact = _differences(list(logits), column, temperature)
        else:
            with localcontext(CONTEXT):
                nudge = Decimal("1e-12")
                shares = []
                for sign in (1, -1):
                    u = [Decimal(z) / 2 for z in logits]
                    u[column] += sign * nudge / 2
                    shares.append(entmax(u, Decimal(alpha))[0])
                exact = [(a - b) / (2 * nudge) for a, b in zip(*shares, strict=True)]
        wanted = [float(one) for one in exact]
        np.testing.assert_allclose(cells[:, column], wanted, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize(
    "loss", ["cross_entropy", "kl_forward", "kl_reverse", "brier", "focal", "gce"]
)
@given(logits=LOGITS, temperature=TEMPERATURES, data=st.data())
@settings(max_examples=40)
def test_that_what_flows_through_is_the_gradient(
    loss: str, logits: list[float], temperature: float, data: st.DataObject
) -> None:
    count = len(logits)
    target = data.draw(st.lists(st.floats(0.01, 1.0), min_size=count, max_size=count))
    extra = data.draw(st.sampled_from([{}, {"gamma": 0.5}, {"q": 1.0}, {"q": 0.0}]))
    state = State(
        default_labels(count),
        np.divide(logits, 3.0),
        target,
        temperature=temperature,
        loss=loss,
        **extra,
    )
    snapshot = derive(state)
    cells, slopes = jacobian_of(snapshot), slope_by_probabilities(snapshot)

    assert slopes is not None
    size = float((np.abs(cells).T @ np.abs(slopes)).max())
    np.testing.assert_allclose(cells.T @ slopes, snapshot.gradient, atol=1e-13 * size)


def test_that_what_is_impossible_is_infinite_and_what_nobody_asks_for_is_0() -> None:
    off = State(("a", "b", "c"), (0.0, -math.inf, 1.0), (0.0, 1.0, 0.0))

    for loss, wanted in (
        ("cross_entropy", -math.inf),
        ("kl_forward", -math.inf),
        ("focal", -math.inf),
        ("gce", -math.inf),
        ("brier", -2.0),
    ):
        slopes = slope_by_probabilities(derive(replace(off, loss=loss)))
        assert slopes is not None
        assert slopes[1] == wanted
        if loss != "brier":
            assert slopes[0] == slopes[2] == 0.0
    with_q = slope_by_probabilities(derive(replace(off, loss="gce", q=1.0)))
    assert with_q is not None and with_q[1] == -1.0
    unasked = slope_by_probabilities(derive(replace(off, target=(1.0, 0.0, 0.0))))
    assert unasked is not None and unasked[1] == 0.0
    assert not jacobian_of(derive(off))[1].any()


@pytest.mark.parametrize("loss", ["hinge_ww", "hinge_cs", "fenchel_young"])
def test_that_a_loss_of_the_logits_flows_through_nothing(loss: str) -> None:
    assert slope_by_probabilities(derive(replace(ARTICLE, loss=loss))) is None


def test_that_many_classes_are_cut_down_to_the_largest() -> None:
    rng = np.random.default_rng(5)
    logits = rng.normal(0, 3, 1000)
    snapshot = derive(State(default_labels(1000), logits, [1.0] + [0.0] * 999))
    classes = shown_classes(snapshot)

    assert sorted(np.argsort(-logits)[:MOST].tolist()) == list(classes)
    p = snapshot.probabilities[list(classes)]
    wanted = np.diag(p) - np.outer(p, p)
    np.testing.assert_allclose(jacobian_of(snapshot), wanted, rtol=1e-12)


def test_the_ends_of_the_temperature() -> None:
    assert not is_defined(derive(replace(ARTICLE, temperature=0.0)))
    assert not jacobian_of(derive(replace(ARTICLE, temperature=math.inf))).any()


DEFINITIONS = {
    "cross_entropy": lambda p, y: -y * math.log(p),
    "kl_forward": lambda p, y: y * math.log(y / p),
    "kl_reverse": lambda p, y: p * math.log(p / y),
    "brier": lambda p, y: (p - y) ** 2,
    "focal": lambda p, y: -y * (1.0 - p) ** 2.0 * math.log(p),
    "gce": lambda p, y: y * (1.0 - p**0.7) / 0.7,
}


@pytest.mark.parametrize("loss", DEFINITIONS)
def test_that_the_slope_by_p_is_that_of_the_definition(loss: str) -> None:
    state = replace(ARTICLE, target=(0.7, 0.2, 0.1), loss=loss)
    slopes, term, h = slope_by_probabilities(derive(state)), DEFINITIONS[loss], 1e-6

    assert slopes is not None
    for slope, p, y in zip(slopes.tolist(), (0.34, 0.46, 0.20), state.target, strict=True):
        difference = (term(p + h, y) - term(p - h, y)) / (2.0 * h)
        assert slope == pytest.approx(difference, rel=1e-8)
