"""Entmax and the losses of Fenchel and Young, against their definition and published numbers."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal, localcontext

import numpy as np
import pytest

from tests.model.losses.definitions import entmax, exact_terms
from tests.model.oracle import CONTEXT, INF, ZERO
from xentgui.model import State, derive
from xentgui.model.edits import with_information, with_probability
from xentgui.model.entmax import entmax_each, entmax_rows
from xentgui.model.losses import LOSSES
from xentgui.model.losses.loss import Loss
from xentgui.model.snapshot import Snapshot
from xentgui.model.softmax import softmax_rows

ULP = 2.0**-52
ARTICLE = (2.33, -1.46, 0.56)
ALPHAS = (1.01, 1.33, 1.5, 2.0, 2.5, 3.0)
HARD = {
    "the article": ARTICLE,
    "near ties": (1.0, math.nextafter(1.0, 2.0), 1.0 - 1e-9, 0.99),
    "overflow": (123.0, 456.0, 789.0),
    "offset": (1e8 + 0.25, 1e8, 1e8 - 0.5),
    "masked": (0.5, -math.inf, 0.25, 0.0),
    "far": (1e307, -1e307, 0.0),
    "ten": tuple(np.random.default_rng(3).normal(size=10).tolist()),
}


def _snapshot(logits: tuple[float, ...], alpha: float, **changes: object) -> Snapshot:
    labels = tuple(f"c{k}" for k in range(len(logits)))
    target = (1.0, *(0.0,) * (len(logits) - 1))
    state = State(labels, logits, target, loss="fenchel_young", alpha=alpha)
    return derive(replace(state, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("alpha", ALPHAS)
@pytest.mark.parametrize("logits", HARD.values(), ids=HARD)
def test_that_the_probabilities_and_the_loss_are_those_of_the_definition(
    logits: tuple[float, ...], alpha: float
) -> None:
    y = np.random.default_rng(len(logits)).dirichlet(np.ones(len(logits)))
    y[np.isinf(logits)] = 0.0
    found = _snapshot(logits, alpha, target=tuple(y.tolist()))
    with localcontext(CONTEXT):
        top = max(map(Decimal, logits))
        p, _ = entmax([Decimal(z) - top for z in logits], Decimal(alpha))
        terms = exact_terms("fenchel_young", logits, y.tolist(), settings={"alpha": alpha})
        value = sum(terms, ZERO)

    near = [abs(Decimal(a) - b) for a, b in zip(found.probabilities.tolist(), p, strict=True)]
    assert max(near) <= Decimal(32 * ULP)
    if value < INF:
        assert abs(Decimal(found.loss) - value) <= 32 * Decimal(ULP) * max(Decimal(1), value)
    assert found.gradient.sum() == pytest.approx(0.0, abs=16 * ULP)
    # What is 0 by more than rounding is exactly 0.
    assert not found.probabilities[[one < Decimal("1e-40") for one in p]].any()


def test_that_published_probabilities_come_out() -> None:
    for alpha, logits, wanted in (
        (1.0, (-2.0, 0.0, 0.5), (0.0486, 0.3592, 0.5922)),
        (2.0, (-2.0, 0.0, 0.5), (0.0, 0.25, 0.75)),
        (1.5, (-2.0, 0.0, 0.5), (0.0, 0.3260, 0.6740)),
        (1.33, (-1.0, 0.0, 0.5), (0.0460, 0.3276, 0.6264)),
        (1.33, (1.0, 2.0, 3.5), (0.0026, 0.1012, 0.8963)),
    ):
        np.testing.assert_allclose(_snapshot(logits, alpha).probabilities, wanted, atol=5e-5)
    here, there = (_snapshot((-1.0, 0.0, 0.5), a).probabilities[0] for a in (1.3299, 1.3301))
    assert (there - here) / 0.0002 == pytest.approx(-0.2562, abs=1e-4)


@pytest.mark.parametrize("alpha", [1.33, 1.5, 2.0, 3.0])
def test_that_the_loss_is_0_from_a_finite_margin_on(alpha: float) -> None:
    margin = 1.0 / (alpha - 1.0)
    outside = _snapshot((margin * (1.0 + 1e-12), 0.0, 0.0), alpha)
    inside = _snapshot((margin * (1.0 - 1e-3), 0.0, 0.0), alpha)

    assert outside.probabilities.tolist() == [1.0, 0.0, 0.0]
    assert outside.gradient.tolist() == [0.0, 0.0, 0.0]
    assert outside.loss == 0.0
    assert inside.loss > 0.0
    assert inside.gradient[0] < 0.0 < inside.gradient[1]


def test_that_sparsemax_has_the_squared_form() -> None:
    random = np.random.default_rng(7)
    for _ in range(50):
        u, y = random.normal(size=5) * 2.0, random.dirichlet(np.ones(5))
        found = _snapshot(tuple(u), 2.0, target=tuple(y))
        squared = 0.5 * ((y - u) ** 2).sum() - 0.5 * ((found.probabilities - u) ** 2).sum()
        assert found.loss == pytest.approx(squared, abs=1e-14 * (1.0 + (u**2).sum()))


@pytest.mark.parametrize("target", [(1.0, 0.0, 0.0), (0.7, 0.2, 0.1), (1.4, 0.4, 0.2)])
def test_that_it_joins_the_divergence_of_softmax_at_1(target: tuple[float, ...]) -> None:
    one, near = (_snapshot(ARTICLE, alpha, target=target) for alpha in (1.0, 1.0 + 1e-9))
    total = math.fsum(target)
    shares = tuple(y / total for y in target)
    softmax = derive(replace(one.state, target=shares, loss="kl_forward"))

    assert one.loss == pytest.approx(total * softmax.loss, rel=4e-15)
    assert one.probabilities.tolist() == softmax.probabilities.tolist()
    assert near.loss == pytest.approx(one.loss, rel=1e-8)
    np.testing.assert_allclose(near.gradient, one.gradient, atol=1e-8)


def test_that_only_the_loss_of_softmax_is_an_amount_of_information() -> None:
    def loss(alpha: float) -> Loss:
        return LOSSES["fenchel_young"].chosen_with(_snapshot(ARTICLE, alpha).state)

    assert (loss(1.0).unit, loss(1.5).unit, loss(2.0).unit) == ("nats", None, None)


@pytest.mark.parametrize("alpha", [0.999, 0.0, -1.0, 3.001, math.inf, math.nan])
def test_that_an_alpha_out_of_range_is_refused_with_the_remedy(alpha: float) -> None:
    with pytest.raises(ValueError, match="Type a number from 1 to 3"):
        _snapshot(ARTICLE, alpha)


def test_that_all_other_losses_predict_with_softmax_itself() -> None:
    state = _snapshot(ARTICLE, 2.0).state
    softmax = derive(replace(state, loss="cross_entropy")).probabilities.tolist()
    for loss in LOSSES.keys() - {"fenchel_young"}:
        snapshot = derive(replace(state, loss=loss))
        assert snapshot.softmax is snapshot.probabilities
        assert snapshot.probabilities.tolist() == softmax
    sparse = derive(state)
    assert sparse.softmax.tolist() == softmax != sparse.probabilities.tolist()
    assert sparse.information[1] == math.inf


@pytest.mark.parametrize("alpha", [1.0, 1.2, 1.5, 2.0, 2.7])
@pytest.mark.parametrize("temperature", [1.0, 0.3, 20.0])
def test_that_a_probability_that_is_asked_for_comes_true(alpha: float, temperature: float) -> None:
    state = _snapshot((0.4, -1.0, 0.9, -math.inf), alpha, temperature=temperature).state
    for asked in (1e-6, 0.01, 0.3, 0.5, 0.98):
        found = derive(with_probability(state, 0, asked))
        assert found.probabilities[0] == pytest.approx(asked, rel=1e-9, abs=1e-11)
        assert found.state.logits[1:] == state.logits[1:]
        told = derive(with_information(state, 0, -math.log(asked)))
        assert told.probabilities[0] == pytest.approx(asked, rel=1e-9, abs=1e-11)


@pytest.mark.parametrize("alpha", [1.2, 1.5, 2.0, 2.7])
def test_that_0_and_1_are_reached_at_the_nearest_logit(alpha: float) -> None:
    state = _snapshot((0.4, -1.0, 0.9), alpha).state
    for asked in (0.0, 1.0):
        there = with_probability(state, 0, asked)
        assert derive(there).probabilities[0] == asked
        back = replace(there, logits=(there.logits[0] + (0.5 - asked) * 1e-2, *there.logits[1:]))
        assert derive(back).probabilities[0] != asked
        assert with_probability(there, 0, asked) is there
    assert derive(with_information(state, 0, math.inf)).probabilities[0] == 0.0
    for temperature in (0.0, math.inf):
        assert with_probability(hot := replace(state, temperature=temperature), 0, 0.5) is hot


@pytest.mark.parametrize("classes", [3, 200])
def test_that_entmax_for_many_alphas_is_entmax_for_each(classes: int) -> None:
    logits = np.random.default_rng(classes).normal(0.0, 2.0, (1, classes))
    soft, alphas = softmax_rows(logits, 1.0), np.linspace(1.0, 3.0, 201)
    found = entmax_each(soft, alphas)

    for row, alpha in enumerate(alphas.tolist()):
        alone = entmax_rows(soft, alpha)
        for field in ("probabilities", "complements"):
            there, wanted = getattr(found, field)[row], getattr(alone, field)[0]
            np.testing.assert_allclose(there, wanted, rtol=1e-12, atol=1e-15)
        assert found.probabilities[row].sum() == pytest.approx(1.0, abs=1e-15)
