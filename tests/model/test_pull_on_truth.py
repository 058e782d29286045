"""The pull at the true class's logit, against a table that was worked out elsewhere."""

from __future__ import annotations

import math

import numpy as np
import pytest

from xentgui.model import State, derive
from xentgui.model.losses import LOSSES
from xentgui.model.pull_on_truth import DRAWN, PROBABILITIES, drawn_as, pull_at, pulls_of
from xentgui.model.settings_of_state import ScalarSettings

TABLE = {
    1e-6: (1.0, 4.0e-6, 1.0, 6.3e-5, 1e-6),
    0.01: (0.990, 0.0392, 1.0606, 0.0394, 0.0099),
    0.10: (0.900, 0.324, 1.1020, 0.1796, 0.090),
    0.34: (0.660, 0.5924, 0.6070, 0.3102, 0.2244),
    0.50: (0.500, 0.500, 0.2983, 0.3078, 0.250),
    0.90: (0.100, 0.0360, 0.0029, 0.0929, 0.090),
    0.99: (0.010, 0.0004, 3.0e-6, 0.0099, 0.0099),
}


@pytest.mark.parametrize("probability", TABLE)
def test_that_the_pulls_are_those_of_the_table(probability: float) -> None:
    usual, least = ScalarSettings(), ScalarSettings(q=1.0)
    found = [pull_at(k, probability, usual) for k in ("cross_entropy", "brier", "focal", "gce")]

    rounding = [
        10.0 ** (-2 if 0 < v < 1e-3 else -4) * (v if v < 1e-3 else 1) for v in TABLE[probability]
    ]
    for value, wanted, size in zip(
        (*found, pull_at("gce", probability, least)), TABLE[probability], rounding, strict=True
    ):
        assert value == pytest.approx(wanted, abs=2.6 * size)


@pytest.mark.parametrize("key", sorted(LOSSES))
def test_that_a_pull_is_the_size_of_the_gradient_of_two_classes(key: str) -> None:
    settings, curve = ScalarSettings(gamma=0.7, q=0.4, alpha=1.5), None
    curve = pulls_of(key, settings)
    for at in (1, 40, 120, 200, 239):
        p = float(PROBABILITIES[at])
        state = State(
            ("a", "b"), (math.log(p), math.log1p(-p)), (1.0, 0.0), loss=key, gamma=0.7, q=0.4,
            alpha=1.5,
        )  # fmt: skip
        if key == "kl_reverse":
            assert math.isnan(curve[at])
        else:
            wanted = abs(derive(state).gradient[0])
            assert curve[at] == pytest.approx(wanted, rel=1e-14)
            assert pull_at(key, p, settings) == pytest.approx(wanted, rel=1e-14)


def test_that_losses_that_are_drawn_as_one_have_one_curve() -> None:
    for key in LOSSES:
        np.testing.assert_array_equal(
            pulls_of(key, ScalarSettings()), pulls_of(drawn_as(key), ScalarSettings())
        )
        assert drawn_as(key) in DRAWN


def test_that_a_curve_has_its_ends() -> None:
    ends = {key: pulls_of(key, ScalarSettings())[[0, -1]].tolist() for key in DRAWN}

    assert ends["cross_entropy"] == ends["focal"] == [1.0, 0.0]
    assert ends["hinge_ww"] == ends["fenchel_young"] == [1.0, 0.0]
    assert ends["brier"] == ends["gce"] == [0.0, 0.0]
