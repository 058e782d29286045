"""Curves over one number of a state: at each point what the state with that number has."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.oracle import truth
from xentgui.model import Snapshot, State, default_labels, derive
from xentgui.model.curves import Curves, Drawn, curves_of, drawn_classes, even_logit
from xentgui.model.quantity import LOGIT, SWEPT, Quantity, spaced

ARTICLE = State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))
LOSSES_OF = {"gamma": "focal", "q": "gce", "alpha": "fenchel_young"}


def _over(key: str, state: State = ARTICLE) -> tuple[Snapshot, Quantity, tuple[float, float]]:
    loss = LOSSES_OF.get(key, state.loss)
    swept = SWEPT[key]
    return derive(replace(state, loss=loss)), Quantity(key), (swept.start, swept.stop)


@pytest.mark.parametrize("key", SWEPT)
@pytest.mark.parametrize("drawn", Drawn)
def test_that_every_point_is_what_the_state_with_that_number_has(key: str, drawn: Drawn) -> None:
    snapshot, quantity, ends = _over(key)
    curves = curves_of(snapshot, quantity, drawn, *ends, most=6)

    assert len(curves.at) >= 200
    assert (curves.at[0], curves.at[-1]) == ends
    assert (np.diff(curves.at) > 0.0).all()
    for row in range(0, len(curves.at), 7):
        there = derive(quantity.on(snapshot.state, float(curves.at[row])))
        wanted = {
            Drawn.PROBABILITIES: there.probabilities,
            Drawn.LOSS: there.loss,
            Drawn.ENTROPY: there.entropy,
        }[drawn]
        np.testing.assert_allclose(curves.values[row], wanted, rtol=1e-12, atol=1e-15)
        if curves.targets is not None:
            np.testing.assert_allclose(curves.targets[row], there.effective_target, rtol=1e-14)
    moves_target = key == "label_smoothing" and drawn is Drawn.PROBABILITIES
    assert (curves.targets is not None) == moves_target


@given(
    logits=st.lists(st.floats(-20.0, 20.0), min_size=2, max_size=5),
    temperature=st.floats(0.1, 10.0),
    data=st.data(),
)
@settings(max_examples=25)
def test_that_probability_and_loss_over_a_logit_are_those_of_50_digits(
    logits: list[float], temperature: float, data: st.DataObject
) -> None:
    count = len(logits)
    index = data.draw(st.integers(0, count - 1))
    target = [float(k == index) for k in range(count)]
    snapshot = derive(State(default_labels(count), logits, target, temperature=temperature))
    quantity = Quantity(LOGIT, index)
    p = curves_of(snapshot, quantity, Drawn.PROBABILITIES, -30.0, 30.0, most=6)
    loss = curves_of(snapshot, quantity, Drawn.LOSS, -30.0, 30.0, most=6)

    row = data.draw(st.integers(0, len(p.at) - 1))
    moved = [float(p.at[row]) if k == index else z for k, z in enumerate(logits)]
    exact = truth(moved, target, temperature)
    wanted = [float(one) for one in exact.probabilities]
    np.testing.assert_allclose(p.values[row], wanted, rtol=1e-12)
    np.testing.assert_allclose(loss.values[row, 0], float(exact.cross_entropy), rtol=1e-12)


def test_that_a_curve_over_a_logit_is_a_sigmoid_about_the_even_one() -> None:
    middle = even_logit(ARTICLE, 0)
    curves = curves_of(derive(ARTICLE), Quantity(LOGIT, 0), Drawn.PROBABILITIES, -6.0, 8.0, 6)

    assert middle == pytest.approx(math.log(math.exp(-1.46) + math.exp(0.56)))
    np.testing.assert_allclose(
        curves.values[:, 0], 1.0 / (1.0 + np.exp(middle - curves.at)), rtol=1e-13
    )


@pytest.mark.parametrize("temperature", [0.0, 1e-9, 0.01, 1.0, 1e9, math.inf])
def test_that_the_place_where_p_changes_has_points_however_steep_it_is(temperature: float) -> None:
    state = replace(ARTICLE, temperature=temperature)
    curves = curves_of(derive(state), Quantity(LOGIT, 0), Drawn.PROBABILITIES, -6.0, 8.0, 6)
    p = curves.values[:, 0]

    if temperature < 1.0:
        middle = even_logit(state, 0)
        near = np.abs(curves.at - middle) <= max(temperature, 1e-15) * 10
        assert near.sum() >= (3 if temperature == 0.0 else 100)
        assert p[0] < 1e-6 and p[-1] > 1.0 - 1e-6
    assert np.isfinite(p).all()


def test_that_a_curve_is_kept_while_only_its_quantity_changes() -> None:
    for key in SWEPT:
        snapshot, quantity, ends = _over(key)

        def again(state: State, quantity: Quantity = quantity, ends: tuple = ends) -> Curves:
            return curves_of(derive(state), quantity, Drawn.LOSS, *ends, most=6)

        first = again(snapshot.state)
        assert again(quantity.on(snapshot.state, ends[1])) is first
        assert again(replace(snapshot.state, target=(0.1, 0.2, 0.7))) is not first
        assert again(replace(snapshot.state, logits=(0.0, 5.0, 1.0))) is not first


def test_that_of_many_classes_the_largest_are_drawn_with_the_two_that_matter() -> None:
    logits = np.random.default_rng(3).normal(0, 2, 1000)
    target = np.eye(1000)[int(logits.argmin())]
    snapshot = derive(State(default_labels(1000), logits, target))
    over = Quantity(LOGIT, 500)
    found = drawn_classes(snapshot, over, 6)

    largest = np.argsort(-logits)[:4].tolist()
    assert set(found) == {500, int(logits.argmin()), *largest}
    curves = curves_of(snapshot, over, Drawn.PROBABILITIES, -6.0, 20.0, 6)
    assert curves.classes == found
    assert len(curves.at) >= 200
    there = derive(over.on(snapshot.state, float(curves.at[100])))
    np.testing.assert_allclose(curves.values[100], there.probabilities[list(found)], rtol=1e-12)


def test_that_a_vocabulary_has_curves_in_blocks() -> None:
    count = 150_000
    logits = np.random.default_rng(3).normal(0, 2, count)
    snapshot = derive(State(default_labels(count), logits, np.eye(1, count)[0]))
    curves = curves_of(snapshot, Quantity("temperature"), Drawn.LOSS, 0.01, 100.0, 6)

    for row in (0, 16, 32):
        there = derive(replace(snapshot.state, temperature=float(curves.at[row])))
        assert curves.values[row, 0] == pytest.approx(there.loss, rel=1e-12)


def test_the_numbers_between_two_ends() -> None:
    assert spaced(0.0, 1.0, 5, by_ratio=True).tolist() == [0.0, 0.25, 0.5, 0.75, 1.0]
    np.testing.assert_allclose(spaced(0.01, 100.0, 5, by_ratio=True), [0.01, 0.1, 1, 10, 100])
    assert spaced(3.0, 4.0, 1, by_ratio=False).tolist() == [3.0]
