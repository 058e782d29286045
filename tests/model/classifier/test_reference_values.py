"""The classifier against numbers worked out elsewhere: numpy, and scikit-learn 1.9.1."""

from __future__ import annotations

import numpy as np
import pytest

from tests.model.classifier.samples import (
    BILL,
    BILL_LENGTH_AND_FLIPPER,
    FLIPPER_AND_MASS,
    SEPARABLE,
    SEPARABLE_TARGETS,
    TWELVE,
    TWELVE_TARGETS,
    of_penguins,
    of_twelve,
    shipped,
)
from xentgui.model.classifier.boundaries import Rectangle, boundaries
from xentgui.model.classifier.closed_forms import gaussians_of, least_squares
from xentgui.model.classifier.judgement import TIE, accuracy, base_rate_loss, confusion, margins
from xentgui.model.classifier.linear import Linear, gauge_fixed, outer_product, scores, zero
from xentgui.model.classifier.mean_loss import Fit, MeanLoss
from xentgui.model.classifier.optimum import optimum
from xentgui.model.classifier.standard import scale_of
from xentgui.model.classifier.training import Trainer, Training, begin, safe_rate, trained
from xentgui.model.descent import Verdict
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.softmax import softmax

ABC = ("a", "b", "c")
WIDE = Rectangle(-100.0, -100.0, 100.0, 100.0)


def _losses(mean_loss: MeanLoss, steps: int, training: Training) -> list[float]:
    start = begin(zero(mean_loss.targets.shape[1], mean_loss.points.shape[1]))
    return [fit.loss for _, fit in trained(Trainer(mean_loss, training), start, steps)]


def _wrong(outputs: Array, targets: Array) -> int:
    return round((1.0 - accuracy(outputs, targets)) * len(targets))


def _best(mean_loss: MeanLoss, **training: float) -> tuple[Linear, Fit]:
    classes, inputs = mean_loss.targets.shape[1], mean_loss.points.shape[1]
    trainer = Trainer(mean_loss, Training(standardise=True, **training))
    found = optimum(trainer, zero(classes, inputs))
    assert found.verdict is Verdict.REACHED
    return found.linear, found.fit


# Twelve overlapping points


def test_the_gradient_of_twelve_points_at_zero() -> None:
    fit = of_twelve().at(zero(3, 2))

    assert fit.loss == pytest.approx(np.log(3), rel=1e-15)
    assert fit.gradient.weights == pytest.approx(
        np.array(
            [(0.3055555556, 0.1666666667), (-0.2777777778, 0.0833333333), (-0.0277777778, -0.25)]
        ),
        abs=6e-11,
    )
    assert fit.gradient.bias == pytest.approx(np.zeros(3), abs=1e-16)


@pytest.mark.parametrize(
    ("steps", "loss"),
    [
        (1, 1.043232234090772),
        (2, 1.0143882007188731),
        (10, 0.9217263132443215),
        (100, 0.7961204724646014),
        (1000, 0.7856071002619306),
    ],
)
def test_the_loss_of_twelve_points_after_steps(steps: int, loss: float) -> None:
    assert _losses(of_twelve(), steps, Training(rate=0.25))[-1] == pytest.approx(loss, rel=1e-14)


@pytest.mark.parametrize("standardise", [False, True])
def test_the_optimum_of_twelve_points(standardise: bool) -> None:
    found = optimum(Trainer(of_twelve(), Training(standardise=standardise)), zero(3, 2))
    weights, bias = gauge_fixed(found.linear)

    assert found.verdict is Verdict.REACHED
    assert found.fit.loss == pytest.approx(0.785607097639077, abs=1e-15)
    assert weights == pytest.approx(
        np.array(
            [
                (-0.6895077552, -0.6474494513),
                (0.5776218518, -0.2185387036),
                (0.1118859034, 0.8659881548),
            ]
        ),
        abs=6e-11,
    )
    assert bias == pytest.approx([1.7861042361, -0.5838536429, -1.2022505931], abs=6e-11)
    assert found.fit.probabilities.sum(axis=0) == pytest.approx([4, 4, 4], abs=1e-12)
    assert _wrong(found.fit.logits, TWELVE_TARGETS) == 6
    # The sums of x of each class are reproduced.
    assert pytest.approx(TWELVE_TARGETS.T @ TWELVE) == found.fit.probabilities.T @ TWELVE


def test_the_boundaries_of_twelve_points_meet() -> None:
    linear = optimum(Trainer(of_twelve(), Training()), zero(3, 2)).linear
    lines = boundaries(linear, WIDE)
    meeting = np.array([1.4644554238, 1.1990910838])

    assert [(line.first, line.second) for line in lines] == [(0, 1), (0, 2), (1, 2)]
    for line in lines:
        ends = [line.start, line.end]
        near = min(np.abs(end - meeting).max() for end in ends)
        assert near < 6e-11
    assert softmax(scores(linear, meeting.reshape(1, -1))) == pytest.approx(1 / 3, abs=1e-10)


def test_the_safe_rate_of_twelve_points() -> None:
    rate = safe_rate(of_twelve(), Training())
    assert 4.0 / rate == pytest.approx(6.6729938759, abs=6e-11)
    assert rate == pytest.approx(0.5994, abs=5e-5)


def test_the_optimum_with_decay_is_that_of_scikit_learn() -> None:
    found = optimum(Trainer(of_twelve(), Training(decay=1 / 12)), zero(3, 2))

    assert found.verdict is Verdict.REACHED
    assert found.linear.weights == pytest.approx(
        np.array([(-0.5288006, -0.4219477), (0.4693430, -0.1967911), (0.0594576, 0.6187387)]),
        abs=6e-8,
    )
    assert found.linear.bias == pytest.approx([1.3164575, -0.4946239, -0.8218335], abs=6e-8)
    assert found.fit.loss == pytest.approx(0.8008934200058638, abs=1e-14)


def test_the_discriminants_of_twelve_points() -> None:
    gaussians = gaussians_of(TWELVE, TWELVE_TARGETS, ABC)
    linear = gaussians.linear()

    assert gaussians.means == pytest.approx(np.array([(0.75, 0.75), (2.5, 1), (1.75, 2)]))
    assert gaussians.covariance == pytest.approx(
        np.array([(1.2083333333, -0.0208333333), (-0.0208333333, 0.7291666667)]), abs=6e-11
    )
    assert linear.weights == pytest.approx(
        np.array(
            [
                (0.6387382947, 1.0468210941),
                (2.0936421883, 1.4312469197),
                (1.4963035978, 2.7856086742),
            ]
        ),
        abs=6e-11,
    )
    assert linear.bias == pytest.approx([-1.7306970595, -4.4312884838, -5.193486611], abs=6e-11)
    assert of_twelve().at(linear).loss == pytest.approx(0.7930345294411504, abs=1e-15)


def test_the_least_squares_of_twelve_points() -> None:
    linear = least_squares(TWELVE, TWELVE_TARGETS)
    outputs = scores(linear, TWELVE)

    assert np.column_stack(linear) == pytest.approx(
        np.array(
            [
                (-0.1701916722, -0.1493721084, 0.8037012558),
                (0.1658955717, -0.0951751487, 0.1758096497),
                (0.0042961005, 0.2445472571, 0.0204890945),
            ]
        ),
        abs=6e-11,
    )
    assert outputs.sum(axis=1) == pytest.approx(1.0)
    assert outputs.min() == pytest.approx(-0.155, abs=5e-4)
    assert outputs.max() == pytest.approx(0.804, abs=5e-4)
    assert scores(linear, np.array([[4.0, 4.0]]))[0] == pytest.approx(
        [-0.4746, 0.4587, 1.0159], abs=5e-5
    )


# Others


def test_an_outer_product() -> None:
    found = outer_product(np.array([-0.66, 0.46, 0.20]), np.array([1.0, 2.0])).weights
    assert found == pytest.approx(np.array([(-0.66, -1.32), (0.46, 0.92), (0.20, 0.40)]))


def test_symmetric_weights() -> None:
    root = np.sqrt(3.0)
    linear = Linear(np.array([(2.0, 0.0), (-1.0, root), (-1.0, -root)]), np.zeros(3))
    p = softmax(scores(linear, np.array([(1.0, 0.0), (0.0, 1.0), (0.5, 0.5)])))

    assert p == pytest.approx(
        np.array(
            [
                (0.9094429985, 0.0452785007, 0.0452785007),
                (0.1464310032, 0.8276622471, 0.0259067497),
                (0.6156376221, 0.3265829316, 0.0577794462),
            ]
        ),
        abs=6e-11,
    )
    lines = boundaries(linear, WIDE)
    far = [max(line.start, line.end, key=np.linalg.norm) for line in lines]
    angles = np.sort([np.arctan2(y, x) for x, y in far])
    assert np.diff(angles) == pytest.approx(2 * np.pi / 3)
    for line in lines:
        assert min(np.abs(line.start).max(), np.abs(line.end).max()) < 1e-12


def test_masking() -> None:
    middles = (-3.0, 0.0, 3.0)
    row = np.concatenate([np.linspace(m - 0.5, m + 0.5, 11) for m in middles]).reshape(-1, 1)
    targets = np.repeat(np.eye(3), 11, axis=0)
    linear = least_squares(row, targets)

    assert linear.weights[:, 0] == pytest.approx([-0.163934, 0, 0.163934], abs=6e-7)
    assert linear.bias == pytest.approx(1 / 3)
    # At x = 0 all three are equal apart from rounding, and the first one is taken.
    predicted = confusion(scores(linear, row), targets, TIE).sum(axis=0)
    assert predicted.tolist() == [17, 0, 16]
    by_discriminants = gaussians_of(row, targets, ABC).linear()
    assert _wrong(scores(by_discriminants, row), targets) == 0


@pytest.mark.parametrize(
    ("steps", "scaled"), [(10, 0.3486), (100, 0.4734), (1000, 0.49657), (10000, 0.49959)]
)
def test_that_separable_points_fall_for_ever(steps: int, scaled: float) -> None:
    mean_loss = MeanLoss(SEPARABLE, SEPARABLE_TARGETS, ScalarSettings())
    losses = _losses(mean_loss, steps, Training(rate=1.0))

    assert losses[-1] * steps == pytest.approx(scaled, abs=6e-5)


def test_that_separable_points_turn_towards_the_widest_margin() -> None:
    mean_loss = MeanLoss(SEPARABLE, SEPARABLE_TARGETS, ScalarSettings())
    places = list(trained(Trainer(mean_loss, Training()), begin(zero(2, 2)), 1000))
    across = [place.linear.weights[1] - place.linear.weights[0] for place, _ in places]
    directions = [one / np.linalg.norm(one) for one in across[1:]]

    assert directions[9] == pytest.approx([0.976, -0.216], abs=6e-4)
    assert np.all(np.diff([direction[0] for direction in directions[9:]]) > 0.0)
    assert margins(places[-1][1].logits, SEPARABLE_TARGETS).min() > 0.0


# Penguins and irises


@pytest.mark.parametrize(
    ("inputs", "loss", "wrong", "lda_loss", "lda_wrong", "squares_wrong"),
    [
        (BILL, 0.07001675498197, 12, 0.07873252761, 13, 25),
        (FLIPPER_AND_MASS, 0.39275135400483, 63, 0.39674720510, 69, 69),
        (BILL_LENGTH_AND_FLIPPER, 0.11422251924454, 14, 0.12129493345, 15, 16),
    ],
)
def test_three_ways_to_tell_penguins(
    inputs: tuple[int, ...],
    loss: float,
    wrong: int,
    lda_loss: float,
    lda_wrong: int,
    squares_wrong: int,
) -> None:
    mean_loss = of_penguins(inputs)
    points, targets = mean_loss.points, mean_loss.targets
    _, fit = _best(mean_loss)
    lda = mean_loss.at(gaussians_of(points, targets, ABC).linear())

    assert fit.loss == pytest.approx(loss, abs=6e-15)
    assert _wrong(fit.logits, targets) == wrong
    assert lda.loss == pytest.approx(lda_loss, abs=6e-12)
    assert _wrong(lda.logits, targets) == lda_wrong
    assert _wrong(scores(least_squares(points, targets), points), targets) == squares_wrong


def test_the_penguins_that_least_squares_takes_for_chinstraps() -> None:
    points, targets = shipped("penguins.csv", FLIPPER_AND_MASS)
    predicted = confusion(scores(least_squares(points, targets), points), targets)
    assert predicted[:, 1].sum() == 5


def test_the_weights_of_penguins() -> None:
    mean_loss = of_penguins()
    linear, fit = _best(mean_loss)
    scale = scale_of(mean_loss.points)
    weights, bias = gauge_fixed(scale.inside(linear))

    assert scale.mean == pytest.approx([43.9219298, 17.1511696], abs=6e-8)
    assert scale.deviation == pytest.approx([5.4515960, 1.9719039], abs=6e-8)
    assert weights == pytest.approx(
        np.array(
            [
                (-8.9029402706, 8.1117334456),
                (3.1270744004, 0.27102942),
                (5.7758658703, -8.3827628657),
            ]
        ),
        abs=6e-9,
    )
    assert bias == pytest.approx([-1.6326525454, 2.6982317303, -1.0655791849], abs=6e-9)
    assert fit.probabilities.sum(axis=0) == pytest.approx([151, 68, 123], abs=1e-9)
    assert base_rate_loss(mean_loss.targets) == pytest.approx(1.0499146697472947, abs=1e-15)


def test_the_loss_of_penguins_after_steps() -> None:
    losses = _losses(of_penguins(), 1000, Training(rate=1.0, standardise=True))
    assert [losses[step] for step in (1, 10, 100, 1000)] == pytest.approx(
        [0.668973842096, 0.249624501350, 0.122815689502, 0.075861940798], abs=6e-13
    )


@pytest.mark.parametrize(
    ("inputs", "standardise", "rate"),
    [
        (BILL, False, 0.0018),
        (BILL, True, 3.24),
        (FLIPPER_AND_MASS, False, 2.2e-7),
        (FLIPPER_AND_MASS, True, 2.14),
    ],
)
def test_the_safe_rates_of_penguins(
    inputs: tuple[int, ...], standardise: bool, rate: float
) -> None:
    found = safe_rate(of_penguins(inputs), Training(standardise=standardise))
    assert found == pytest.approx(rate, rel=0.03)


def test_penguins_with_decay() -> None:
    mean_loss = of_penguins()
    _, fit = _best(mean_loss, decay=1 / 342)
    assert fit.loss == pytest.approx(0.113828008, abs=6e-10)
    assert _wrong(fit.logits, mean_loss.targets) == 14


def test_irises() -> None:
    points, targets = shipped("iris.csv", (2, 3))
    mean_loss = MeanLoss(points, targets, ScalarSettings())
    linear, fit = _best(mean_loss, decay=1 / 150)
    weights, bias = scale_of(points).inside(linear)
    lda = mean_loss.at(gaussians_of(points, targets, ABC).linear())

    assert weights == pytest.approx(
        np.array([(-2.5883823, -2.3076826), (0.1337531, -0.4726790), (2.4546292, 2.7803616)]),
        abs=6e-8,
    )
    assert bias == pytest.approx([-0.5933838, 2.0264342, -1.4330504], abs=6e-8)
    assert fit.loss == pytest.approx(0.153355659150, abs=6e-13)
    assert _wrong(fit.logits, targets) == 7
    assert lda.loss == pytest.approx(0.0760351128, abs=6e-11)
    assert _wrong(lda.logits, targets) == 6


@pytest.mark.parametrize("name", ["iris", "separable"])
def test_that_there_is_no_optimum_of_what_can_be_separated(name: str) -> None:
    points, targets = SEPARABLE, SEPARABLE_TARGETS
    if name == "iris":
        points, targets = shipped("iris.csv", (2, 3))
    trainer = Trainer(MeanLoss(points, targets, ScalarSettings()), Training(standardise=True))
    found = optimum(trainer, zero(targets.shape[1], 2))
    assert found.verdict is Verdict.NO_MINIMUM
