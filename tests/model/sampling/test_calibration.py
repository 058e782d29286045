"""Reliability and the temperature that is fitted, against reference values and a grid."""

from __future__ import annotations

import math

import numpy as np
import pytest

from xentgui.model.sampling.calibration import fitted_temperature, mean_nll, reliability

LOGITS = np.array([[4.0, 1, 0], [3, 2, 0], [0, 3, 1], [1, 0, 2], [2, 2.5, 0], [0, 1, 4]])
CLASSES = np.array([0, 1, 1, 2, 0, 2])
SURE = np.array([0.95, 0.92, 0.85, 0.75, 0.6, 0.55, 0.4, 0.35])
RIGHT = np.array([1.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0])


@pytest.mark.parametrize(("bins", "error"), [(5, 0.17125), (10, 0.20375), (15, 0.20375)])
def test_that_the_calibration_error_depends_on_the_bins(bins: int, error: float) -> None:
    assert reliability(SURE, RIGHT, bins).error == pytest.approx(error, abs=1e-12)


def test_that_a_bin_holds_its_upper_edge() -> None:
    found = reliability(np.array([0.2, 0.20000001, 1.0, 0.0]), np.ones(4), 5)

    assert found.counts.tolist() == [2, 1, 0, 0, 1]


def test_that_rows_that_cannot_be_judged_are_left_out() -> None:
    found = reliability(np.array([0.9, math.nan, 0.9]), np.array([1.0, 1.0, math.nan]), 10)

    assert found.counts.sum() == 1
    assert math.isnan(reliability(np.array([math.nan]), np.ones(1), 10).error)


def test_that_the_fitted_temperature_is_the_reference_value() -> None:
    temperature = fitted_temperature(LOGITS, CLASSES)

    assert temperature == pytest.approx(0.884925, abs=1e-6)
    assert mean_nll(LOGITS, CLASSES, 1.0) == pytest.approx(0.513690, abs=1e-6)
    assert mean_nll(LOGITS, CLASSES, temperature) == pytest.approx(0.509944, abs=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_that_no_temperature_is_better_than_the_fitted_one(seed: int) -> None:
    source = np.random.default_rng(seed)
    logits = source.normal(size=(200, 4)) * 3.0
    classes = (logits / 2.0 + source.gumbel(size=logits.shape)).argmax(axis=1)

    found = fitted_temperature(logits, classes)

    least = mean_nll(logits, classes, found)
    for temperature in np.geomspace(0.05, 50.0, 400):
        assert mean_nll(logits, classes, temperature) >= least - 1e-12
    assert (logits / found).argmax(axis=1).tolist() == logits.argmax(axis=1).tolist()


def test_that_rows_that_are_all_right_want_0_and_those_that_are_all_wrong_infinity() -> None:
    assert fitted_temperature(np.array([[3.0, 1.0]]), np.array([0])) == 0.0
    assert fitted_temperature(np.array([[3.0, 1.0]]), np.array([1])) == math.inf
