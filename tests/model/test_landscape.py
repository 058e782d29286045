"""The loss over two logits is the loss of the state with these logits, to twelve digits."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xentgui.model import State, default_labels, derive
from xentgui.model.landscape import Grid, grid_of, section_of
from xentgui.model.losses import LOSSES
from xentgui.model.slope import Slope

RELATIVE = 1e-12
"""Of the largest term: y times a gap, or 1; sections are in float64, as the model is."""


def _points(
    state: State, across: int, up: int, x: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return losses (m, n) and derivatives (2, m, n) from `Slope`, a state at a time."""
    slope, values, slopes = Slope(state), np.empty((len(y), len(x))), np.empty((2, len(y), len(x)))
    for row, z_up in enumerate(y):
        for column, z_across in enumerate(x):
            logits = state.logit_array.copy()
            logits[across], logits[up] = z_across, z_up
            point = slope.at(logits)
            values[row, column] = point.loss
            slopes[:, row, column] = point.gradient[[across, up]]
    return values, slopes


def _check(
    state: State, across: int, up: int, x: np.ndarray, y: np.ndarray, tolerance: float = RELATIVE
) -> None:
    section = section_of(derive(state), across, up)
    values, slopes = _points(state, across, up, x, y)
    logits = state.logit_array
    reach = max(np.abs(np.concatenate((x, y, logits[np.isfinite(logits)]))).max(), 1.0)
    size = max(1.0, state.target_sum) * (1.0 + (reach * 2) / state.temperature) * len(logits)
    np.testing.assert_allclose(section.values(x, y), values, rtol=tolerance, atol=tolerance * size)
    finite = np.isfinite(values)
    t = state.temperature
    if finite.any():
        np.testing.assert_allclose(
            section.slopes(x, y)[:, finite] * t,
            slopes[:, finite] * t,
            rtol=tolerance,
            atol=tolerance * size,
        )


EVERY_LOSS = pytest.mark.parametrize("loss", LOSSES)


@EVERY_LOSS
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_section_is_the_loss_of_the_states_in_it(loss: str, data: st.DataObject) -> None:
    count = data.draw(st.integers(2, 6))
    rng = np.random.default_rng(data.draw(st.integers(0, 2**32 - 1)))
    scale = data.draw(st.sampled_from([0.1, 1.0, 5.0, 60.0]))
    logits = rng.normal(0.0, scale, count)
    target = rng.dirichlet(np.ones(count)) * data.draw(st.sampled_from([0.3, 1.0, 7.0]))
    if data.draw(st.booleans()):
        target = np.zeros(count)
        target[rng.integers(count)] = data.draw(st.sampled_from([0.5, 1.0]))
    state = State(
        default_labels(count),
        logits,
        target,
        temperature=data.draw(st.sampled_from([1.0, 0.25, 3.0])),
        label_smoothing=data.draw(st.sampled_from([0.0, 0.1])),
        loss=loss,
        gamma=data.draw(st.sampled_from([0.0, 0.5, 2.0])),
        q=data.draw(st.sampled_from([0.0, 0.7, 1.0])),
        alpha=data.draw(st.sampled_from([1.0, 1.3, 1.5, 2.0, 2.6])),
    )
    across, up = rng.permutation(count)[:2].tolist()
    x, y = np.sort(rng.normal(0.0, scale, 3)), np.sort(rng.normal(0.0, scale, 2))
    _check(state, across, up, x, y)


HARD = {
    "zeros": ((0.0, 0.0, 0.0, 0.0), (0.25, 0.25, 0.25, 0.25)),
    "the others are off": ((0.0, 1.0, -math.inf), (0.6, 0.4, 0.0)),
    "one is off": ((0.0, 1.0, -math.inf, 2.0), (1.0, 0.0, 0.0, 0.0)),
    "the impossible is wanted": ((0.0, 1.0, -math.inf, 2.0), (0.5, 0.1, 0.4, 0.0)),
    "nothing is wanted": ((0.0, 1.0, 2.0), (0.0, 0.0, 0.0)),
    "far up": ((1e6, 1e6 + 1.0, 1e6 - 2.0), (0.7, 0.2, 0.1)),
    "far apart": ((123.0, 456.0, 789.0, 2000.0), (1.0, 0.0, 0.0, 0.0)),
    "two leaders": ((0.0, 0.0, 3.0, 3.0), (0.1, 0.2, 0.3, 0.4)),
    "one leader": ((0.0, 0.0, 3.0, 2.0, 2.0), (0.1, 0.2, 0.3, 0.2, 0.2)),
    "two classes": ((0.0, 1.0), (0.0, 1.0)),
}


@EVERY_LOSS
@pytest.mark.parametrize("name", HARD)
def test_a_section_is_right_at_ties_and_at_what_is_off(loss: str, name: str) -> None:
    logits, target = HARD[name]
    state = State(default_labels(len(logits)), logits, target, loss=loss)
    base = max(one for one in logits if math.isfinite(one))
    x = base + np.array([-4.0, -1.0, 0.0, 0.0, 1.0, 2.5])

    _check(state, 0, 1, x, x - 0.5)
    _check(state, 1, 0, x, x)


@EVERY_LOSS
@pytest.mark.parametrize("spread", [1.0, 10.0])
def test_a_section_of_many_classes_is_right(loss: str, spread: float) -> None:
    """Where classes are put together, to six digits; a picture has 256 shades."""
    rng = np.random.default_rng(3)
    count = 300
    target = rng.dirichlet(np.ones(count))
    target[7] += 1.0
    state = State(
        default_labels(count), rng.normal(0.0, spread, count), target, loss=loss, alpha=1.2
    )
    x = np.linspace(-9.0, 9.0, 7)
    loose = 1e-6 if loss in ("focal", "gce", "fenchel_young") else RELATIVE

    _check(state, 7, 200, x, x, loose)


def test_a_table_of_many_costs_is_as_good_as_the_costs() -> None:
    rng = np.random.default_rng(5)
    state = State(
        default_labels(40), rng.normal(0, 2, 40), rng.dirichlet(np.ones(40)), loss="focal"
    )
    section = section_of(derive(state), 0, 1)
    fine, few = np.linspace(-8.0, 8.0, 256), np.linspace(-8.0, 8.0, 256)[::53]

    table, exact = section.values(fine, fine)[::53, ::53], section.values(few, few)

    np.testing.assert_allclose(table, exact, rtol=1e-5)


def test_that_nothing_is_computed_anew_while_the_point_moves_in_the_plane() -> None:
    state = State(default_labels(4), (0.0, 1.0, 2.0, -1.0), (0.7, 0.1, 0.1, 0.1))
    section = section_of(derive(state), 0, 2)
    grid = grid_of(section, -4.0, 4.0, -4.0, 4.0)

    moved = section_of(derive(replace(state, logits=(3.0, 1.0, -2.0, -1.0))), 0, 2)
    assert moved is section
    assert grid_of(moved, -4.0, 4.0, -4.0, 4.0) is grid

    def anew(**changes: object) -> Grid:
        other = section_of(derive(replace(state, **changes)), 0, 2)  # type: ignore[arg-type]
        return grid_of(other, -4.0, 4.0, -4.0, 4.0)

    for changes in (
        {"logits": (0.0, 1.5, 2.0, -1.0)},
        {"target": (0.6, 0.2, 0.1, 0.1)},
        {"temperature": 2.0},
        {"loss": "brier"},
        {"label_smoothing": 0.1},
    ):
        assert not np.array_equal(anew(**changes).values, grid.values)
    assert grid_of(section, -4.0, 4.0, -4.0, 5.0).y[-1] > 4.0


def test_a_grid_has_the_middles_of_its_cells_and_the_ends_of_what_is_finite() -> None:
    state = State(default_labels(2), (0.0, 0.0), (1.0, 0.0))
    grid = grid_of(section_of(derive(state), 0, 1), -4.0, 4.0, 0.0, 1.0)

    n = len(grid.x)
    assert grid.values.shape == (n, n) == (256, 256)
    assert grid.x[0] == pytest.approx(-4.0 + 4.0 / n)
    assert grid.y[-1] == pytest.approx(1.0 - 0.5 / n)
    # Softplus falls to the right and rises upwards.
    assert (
        grid.high
        == grid.values[-1, 0]
        == pytest.approx(math.log1p(math.exp(grid.y[-1] - grid.x[0])))
    )
    assert grid.low == grid.values[0, -1]
    one_hot = State(default_labels(2), (0.0, 0.0), (1.0, 0.0), loss="kl_reverse")
    assert math.isnan(grid_of(section_of(derive(one_hot), 0, 1), 0.0, 1.0, 0.0, 1.0).low)


def test_one_value_of_a_worked_example() -> None:
    """S6 of CS231n, 10.1145/1553374.1553532: 1.58 for both hinges."""
    for loss, value in (
        ("hinge_ww", 1.58),
        ("hinge_cs", 1.58),
        ("cross_entropy", 1.0401905694301083),
    ):
        state = State(default_labels(3), (0.0, 0.0, 0.28), (0.0, 0.0, 1.0), loss=loss)
        section = section_of(derive(state), 0, 1)
        assert section.values(np.array([-2.85]), np.array([0.86]))[0, 0] == pytest.approx(
            value, rel=1e-14
        )
