"""The three ways beside scikit-learn on the same data, where it is installed; W gauge-fixed."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from tests.model.classifier.samples import TWELVE, TWELVE_TARGETS, shipped
from xentgui.model.classifier.closed_forms import gaussians_of, least_squares
from xentgui.model.classifier.linear import Linear, gauge_fixed, scores, zero
from xentgui.model.classifier.made_data import blobs
from xentgui.model.classifier.mean_loss import MeanLoss
from xentgui.model.classifier.optimum import optimum
from xentgui.model.classifier.training import Trainer, Training
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.softmax import softmax

pytest.importorskip("sklearn")

from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.linear_model import LinearRegression, LogisticRegression

_clouds, _own = blobs(90, 4, 1.2)
DATA = {
    "twelve": (TWELVE, TWELVE_TARGETS),
    "penguins": shipped("penguins.csv", (0, 1)),
    "iris": shipped("iris.csv", (2, 3)),
    "all of iris": shipped("iris.csv", (0, 1, 2, 3)),
    "clouds": (_clouds, np.eye(3)[_own]),
}


def _standard(points: Array) -> Array:
    found: Array = (points - points.mean(axis=0)) / points.std(axis=0)
    return found


def _same(ours: Linear, theirs: tuple[Array, Array], digits: float) -> None:
    fixed, other = gauge_fixed(ours), gauge_fixed(Linear(*theirs))
    assert fixed.weights == pytest.approx(other.weights, rel=digits, abs=digits)
    assert fixed.bias == pytest.approx(other.bias, rel=digits, abs=digits)


@pytest.mark.parametrize("penalty", [1.0, 0.1])
@pytest.mark.parametrize(("points", "targets"), DATA.values(), ids=DATA)
def test_that_logistic_regression_is_the_same(
    points: Array, targets: Array, penalty: float
) -> None:
    points, count = _standard(points), len(points)
    mean_loss = MeanLoss(points, targets, ScalarSettings())
    # Theirs is the sum of the losses plus half of the squares over C; ours is the mean.
    trainer = Trainer(mean_loss, Training(decay=penalty / count))
    ours = optimum(trainer, zero(targets.shape[1], points.shape[1])).linear
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = LogisticRegression(C=1.0 / penalty, tol=1e-12, max_iter=100_000)
        theirs.fit(points, targets.argmax(axis=1))
    _same(ours, (theirs.coef_, theirs.intercept_), 2e-5)
    p = softmax(scores(ours, points))
    assert p == pytest.approx(theirs.predict_proba(points), abs=1e-5)


@pytest.mark.parametrize("solver", ["svd", "lsqr", "eigen"])
@pytest.mark.parametrize(("points", "targets"), DATA.values(), ids=DATA)
def test_that_discriminants_are_the_same(points: Array, targets: Array, solver: str) -> None:
    ours = gaussians_of(points, targets, "abc").linear()
    theirs = LinearDiscriminantAnalysis(solver=solver).fit(points, targets.argmax(axis=1))
    p = softmax(scores(ours, points))
    assert p == pytest.approx(theirs.predict_proba(points), abs=1e-9)
    _same(ours, (theirs.coef_, theirs.intercept_), 1e-8)


@pytest.mark.parametrize(("points", "targets"), DATA.values(), ids=DATA)
def test_that_least_squares_are_the_same(points: Array, targets: Array) -> None:
    ours = least_squares(points, targets)
    theirs = LinearRegression().fit(points, targets)
    assert ours.weights == pytest.approx(theirs.coef_, rel=1e-9, abs=1e-12)
    assert ours.bias == pytest.approx(theirs.intercept_, rel=1e-9, abs=1e-12)
    assert scores(ours, points) == pytest.approx(theirs.predict(points), abs=1e-10)
