"""Careless code, and where it fails; the limits are those of IEEE 754."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import State, derive
from xentgui.model.careless import CLIP, WAYS, CarelessResult, careless_results

SEED = State(("a", "b", "c"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


def _ways(state: State) -> dict[str, CarelessResult]:
    return {way.key: way for way in careless_results(derive(state))}


def test_that_every_way_is_there() -> None:
    assert tuple(_ways(SEED)) == WAYS


@pytest.mark.parametrize(
    ("key", "error"), [("float64", 4e-16), ("float32", 2e-7), ("float16", 2e-3)]
)
def test_that_on_small_logits_careless_code_is_as_good_as_its_digits(
    key: str, error: float
) -> None:
    truth, way = derive(SEED), _ways(SEED)[key]

    np.testing.assert_allclose(way.probabilities, truth.probabilities, rtol=error)
    assert way.cross_entropy == pytest.approx(truth.cross_entropy, rel=10 * error)
    assert way.overflow is None


# The largest finite numbers are 65504, 3.4028e38 and 1.7977e308; these are their logarithms.
@pytest.mark.parametrize(
    ("key", "largest"), [("float16", 11.0899), ("float32", 88.7228), ("float64", 709.7827)]
)
def test_that_the_exponential_overflows_where_its_format_ends(key: str, largest: float) -> None:
    def state(logit: float) -> State:
        return replace(SEED, logits=(0.0, logit, 0.0))

    below, above = _ways(state(largest - 0.02))[key], _ways(state(largest + 0.02))[key]

    assert (below.overflow, above.overflow) == (None, 1)
    assert math.isnan(above.probabilities[1])
    assert math.isnan(above.cross_entropy)
    assert derive(state(largest + 0.02)).cross_entropy == pytest.approx(largest + 0.02, rel=1e-5)


def test_that_small_losses_are_lost() -> None:
    """Logits (40, 0, 0): the loss is 8.5e-18, and every careless way says something else."""
    sure = replace(SEED, logits=(40.0, 0.0, 0.0))

    losses = {key: way.cross_entropy for key, way in _ways(sure).items()}

    assert losses["float64"] == 0.0
    assert losses["clipped"] == pytest.approx(CLIP)
    assert losses["offset"] == pytest.approx(-1e-10, rel=1e-6)  # less than nothing
    assert losses["twice"] == pytest.approx(math.log1p(2 * math.exp(-1.0)))


def test_that_clipping_ends_the_cost_of_a_sure_mistake() -> None:
    wrong = replace(SEED, logits=(-math.inf, 0.0, 0.0))

    assert derive(wrong).cross_entropy == math.inf
    assert _ways(wrong)["clipped"].cross_entropy == pytest.approx(-math.log(CLIP))


def test_that_nothing_times_infinity_is_no_number_to_careless_code() -> None:
    masked = replace(SEED, logits=(2.0, -math.inf, 0.0))

    assert math.isfinite(derive(masked).cross_entropy)
    for key in ("float64", "float32", "float16"):
        assert math.isnan(_ways(masked)[key].cross_entropy)


@given(st.lists(st.floats(-700, 700), min_size=2, max_size=12))
def test_that_two_softmaxes_never_come_near_certainty(logits: list[float]) -> None:
    count = len(logits)
    state = State([f"c{k}" for k in range(count)], logits, [1.0] + [0.0] * (count - 1))

    p = _ways(state)["twice"].probabilities

    assert p.max() <= math.e / (math.e + count - 1) + 1e-15
    assert p.sum() == pytest.approx(1.0)


@pytest.mark.parametrize("temperature", [0.0, 1e-320, 0.5, math.inf])
@pytest.mark.parametrize("count", [2, 1000])
def test_that_no_state_is_too_hard_to_be_careless_with(temperature: float, count: int) -> None:
    state = State(
        [f"c{k}" for k in range(count)],
        1e308 * np.linspace(-1.0, 1.0, count),
        np.full(count, 1.0 / count),
        temperature=temperature,
    )

    for way in careless_results(derive(state)):
        assert way.probabilities.shape == (count,)
        assert way.probabilities.dtype == np.float64
