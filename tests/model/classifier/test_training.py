"""Gradients against differences, and what a step of training promises."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.classifier.samples import TWELVE, TWELVE_TARGETS, of_penguins, of_twelve
from xentgui.model import State, derive
from xentgui.model.classifier.linear import (
    Linear,
    by_input,
    gauge_fixed,
    outer_product,
    plane,
    scores,
    zero,
)
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.classifier.optimum import optimum
from xentgui.model.classifier.training import (
    Trainer,
    Training,
    begin,
    safe_rate,
    trained,
)
from xentgui.model.losses import LOSSES
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings

SOME = Linear(np.array([(0.3, -0.7), (0.45, 0.2), (-0.6, 0.55)]), np.array([0.25, -0.4, 0.1]))
SOFT = np.random.default_rng(7).dirichlet(np.ones(3), 12)

# The hinges have kinks, and reverse KL needs a soft target.
SMOOTH = [key for key in LOSSES if not key.startswith("hinge")]


def _by_differences(mean_loss: MeanLoss, part: str, step: float = 1e-6) -> Array:
    """The derivative of the loss by each number of W or b, from differences on both sides."""
    numbers: Array = getattr(SOME, part)
    found = np.empty_like(numbers)
    for at in np.ndindex(numbers.shape):
        sides = []
        for sign in (1.0, -1.0):
            moved = numbers.copy()
            moved[at] += sign * step
            sides.append(mean_loss.at(SOME._replace(**{part: moved})).loss)
        found[at] = (sides[0] - sides[1]) / (2.0 * step)
    return found


@pytest.mark.parametrize("loss", SMOOTH)
@pytest.mark.parametrize("part", ["weights", "bias"])
def test_that_gradients_are_those_of_differences(loss: str, part: str) -> None:
    settings = ScalarSettings(loss=loss, temperature=1.7, label_smoothing=0.1)
    mean_loss = MeanLoss(TWELVE, SOFT, settings)
    exact: Array = getattr(mean_loss.at(SOME).gradient, part)
    assert exact == pytest.approx(_by_differences(mean_loss, part), abs=1e-8)


@pytest.mark.parametrize("loss", SMOOTH)
def test_that_the_gradient_by_the_input_is_that_of_differences(loss: str) -> None:
    settings = ScalarSettings(loss=loss, temperature=0.8)
    point, target = TWELVE[5], SOFT[5:6]
    slopes = MeanLoss(point.reshape(1, -1), target, settings).at(SOME).slopes[0]
    found = by_input(SOME.weights, slopes)
    for d in range(2):
        sides = []
        for sign in (1.0, -1.0):
            moved = point.copy()
            moved[d] += sign * 1e-6
            sides.append(MeanLoss(moved.reshape(1, -1), target, settings).at(SOME).loss)
        assert found[d] == pytest.approx((sides[0] - sides[1]) / 2e-6, abs=1e-8)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("targets", [TWELVE_TARGETS, SOFT])
def test_that_each_point_has_the_numbers_of_its_state(loss: str, targets: Array) -> None:
    settings = ScalarSettings(loss=loss, temperature=0.7)
    far = Linear(SOME.weights * 5.0, SOME.bias)
    fit = MeanLoss(TWELVE, targets, settings).at(far)
    for row in range(12):
        state = State(tuple("abc"), fit.logits[row], targets[row], temperature=0.7, loss=loss)
        numbers = derive(state)
        assert fit.losses[row] == numbers.loss
        assert fit.slopes[row].tolist() == numbers.gradient.tolist()
        assert fit.probabilities[row].tolist() == numbers.probabilities.tolist()


def test_that_a_row_of_scores_has_the_same_bits_alone() -> None:
    random = np.random.default_rng(1)
    linear = Linear(random.standard_normal((5, 7)), random.standard_normal(5))
    points = random.standard_normal((101, 7))
    together = scores(linear, points)
    for row, point in enumerate(points):
        assert scores(linear, point.reshape(1, -1))[0].tolist() == together[row].tolist()


def test_that_the_mean_of_outer_products_is_the_gradient() -> None:
    fit = of_twelve().at(SOME)
    each = [outer_product(g, x) for g, x in zip(fit.slopes, TWELVE, strict=True)]
    assert np.mean([one.weights for one in each], axis=0) == pytest.approx(fit.gradient.weights)
    assert np.mean([one.bias for one in each], axis=0) == pytest.approx(fit.gradient.bias)


@given(st.lists(st.floats(-10, 10), min_size=3, max_size=3))
def test_that_the_gauge_changes_no_probability(added: list[float]) -> None:
    shifted = Linear(SOME.weights + np.array(added[:2]), SOME.bias + added[2])
    before, after = of_twelve().at(SOME), of_twelve().at(shifted)
    assert after.probabilities == pytest.approx(before.probabilities, abs=1e-13)
    fixed, again = gauge_fixed(shifted), gauge_fixed(SOME)
    assert fixed.weights == pytest.approx(again.weights, abs=1e-13)
    assert fixed.bias == pytest.approx(again.bias, abs=1e-13)


def test_that_a_plane_has_the_scores_of_the_whole() -> None:
    random = np.random.default_rng(2)
    linear = Linear(random.standard_normal((3, 4)), random.standard_normal(3))
    point = random.standard_normal(4)
    two = plane(linear, point, (3, 1))
    there = scores(two, point[[3, 1]].reshape(1, -1))
    assert there == pytest.approx(scores(linear, point.reshape(1, -1)), abs=1e-14)


# Steps


def test_that_the_first_step_are_the_class_means() -> None:
    trainer = Trainer(of_twelve(), Training(rate=0.5))
    weights, bias = trainer.step(begin(zero(3, 2))).linear
    assert weights == pytest.approx(0.5 * (TWELVE_TARGETS - 1 / 3).T @ TWELVE / 12)
    assert bias == pytest.approx(np.zeros(3), abs=1e-16)


@pytest.mark.parametrize("standardise", [False, True])
def test_that_below_the_safe_rate_the_loss_never_rises(standardise: bool) -> None:
    mean_loss = of_penguins()
    training = Training(standardise=standardise)
    training = training._replace(rate=0.999 * safe_rate(mean_loss, training))
    steps = trained(Trainer(mean_loss, training), begin(zero(3, 2)), 200)
    assert all(after <= before for before, after in pairwise(fit.loss for _, fit in steps))


def test_that_weights_of_standardised_inputs_are_those_of_the_inputs_as_they_are() -> None:
    mean_loss = of_penguins()
    trainer = Trainer(mean_loss, Training(standardise=True, momentum=0.5, decay=0.01))
    scaled = MeanLoss(trainer.scale.points(mean_loss.points), mean_loss.targets, ScalarSettings())
    beside = Trainer(scaled, Training(momentum=0.5, decay=0.01))
    ours, theirs = begin(zero(3, 2)), begin(zero(3, 2))
    for _ in range(20):
        ours, theirs = trainer.step(ours), beside.step(theirs)
    inside = trainer.scale.inside(ours.linear)
    assert inside.weights == pytest.approx(theirs.linear.weights, rel=1e-12)
    assert inside.bias == pytest.approx(theirs.linear.bias, rel=1e-12, abs=1e-13)
    there_and_back = trainer.scale.outside(inside)
    assert there_and_back.weights == pytest.approx(ours.linear.weights, rel=1e-14)


def test_that_decay_does_not_concern_the_bias() -> None:
    mean_loss = of_twelve()
    plain = Trainer(mean_loss, Training(rate=0.1)).step(begin(SOME)).linear
    decayed = Trainer(mean_loss, Training(rate=0.1, decay=0.5)).step(begin(SOME)).linear
    assert decayed.bias.tolist() == plain.bias.tolist()
    assert decayed.weights == pytest.approx(plain.weights - 0.1 * 0.5 * SOME.weights)


@pytest.mark.parametrize("batch", [1, 5, 12, 100])
def test_that_an_epoch_takes_each_point_once(batch: int) -> None:
    trainer = Trainer(of_twelve(), Training(batch=batch, seed=3))
    steps = trainer.steps_of_an_epoch
    for epoch in range(3):
        taken = [trainer.rows(epoch * steps + step) for step in range(steps)]
        rows = [range(12) if one is None else one.tolist() for one in taken]
        assert sorted(row for one in rows for row in one) == list(range(12))


def test_that_the_order_follows_from_the_seed_alone() -> None:
    first, again = (Trainer(of_twelve(), Training(batch=4, seed=3)) for _ in range(2))
    other = Trainer(of_twelve(), Training(batch=4, seed=4))
    steps = [7, 2, 0, 100]
    rows = [[trainer.rows(step).tolist() for step in steps] for trainer in (first, again, other)]
    assert rows[0] == rows[1]
    assert rows[0] != rows[2]


def test_that_a_step_of_a_batch_is_that_of_its_points() -> None:
    trainer = Trainer(of_twelve(), Training(rate=0.3, batch=5, seed=1))
    place = begin(SOME)._replace(step=4)
    rows = trainer.rows(4)
    assert rows is not None
    alone = MeanLoss(TWELVE[rows], TWELVE_TARGETS[rows], ScalarSettings())
    expected = SOME.weights - 0.3 * alone.at(SOME).gradient.weights
    assert trainer.step(place).linear.weights.tolist() == expected.tolist()


def test_that_two_starts_meet() -> None:
    one = optimum(Trainer(of_twelve(), Training()), zero(3, 2)).linear
    other = optimum(Trainer(of_twelve(), Training()), SOME).linear
    assert gauge_fixed(one).weights == pytest.approx(gauge_fixed(other).weights, abs=1e-12)


def test_that_a_class_that_is_off_stays_off() -> None:
    targets = TWELVE_TARGETS.copy()
    targets[8:] = 0.0
    mean_loss = MeanLoss(TWELVE, targets, ScalarSettings())
    start = Linear(np.zeros((3, 2)), np.array([0.0, 0.0, -math.inf]))
    *_, (place, fit) = trained(Trainer(mean_loss, Training(rate=0.2)), begin(start), 10)
    assert place.linear.bias[2] == -math.inf
    assert place.linear.weights[2].tolist() == [0.0, 0.0]
    assert fit.loss < math.log(2)


def test_that_a_rate_that_is_too_large_ends_before_numbers_do() -> None:
    trainer = Trainer(of_twelve(), Training(rate=1e308))
    steps = list(trained(trainer, begin(zero(3, 2)), 50))
    assert len(steps) < 50
    assert all(np.isfinite(place.linear.weights).all() for place, _ in steps)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"rate": 0.0}, "The rate is 0. Type a number above 0."),
        ({"rate": math.nan}, "The rate is NaN. Type a number above 0."),
        ({"momentum": 1.0}, "The momentum is 1. Type a number from 0 to less than 1."),
        ({"decay": -1.0}, "The decay is −1. Type 0 or a number above 0."),
        ({"batch": -1}, "The batch has −1 points. Type a whole number from 1"),
        ({"batch": 1.5}, "The batch has 1.5 points. Type a whole number from 1"),
        ({"seed": -1}, "The seed is −1. Type a whole number from 0."),
    ],
)
def test_that_what_makes_no_sense_is_refused(wrong: dict[str, float], sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        Trainer(of_twelve(), Training(**wrong))


@pytest.mark.parametrize("temperature", [0.0, math.inf])
def test_that_there_is_no_gradient_at_the_ends_of_the_temperature(temperature: float) -> None:
    with pytest.raises(RefusedError, match="the loss has no gradient to follow"):
        Trainer(of_twelve(temperature=temperature), Training())


def test_that_newton_is_for_cross_entropy() -> None:
    with pytest.raises(RefusedError, match="Newton's method is for cross-entropy"):
        optimum(Trainer(of_twelve(loss="brier"), Training()), zero(3, 2))
