"""What the stages of a sampler keep, against the reference values and the definitions."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import State, derive
from xentgui.model.sampling.sampler import PRESETS, Sampled, sampled, through
from xentgui.model.sampling.settings import STAGES, TEMPERATURE_LAST, completed


def _state(logits: list[float], **settings: float | str) -> State:
    return State([str(k) for k in range(len(logits))], logits, [1.0] * len(logits), **settings)  # type: ignore[arg-type]


def _counts(found: Sampled) -> dict[str, int]:
    return {one.key: one.count for one in found.stages}


def test_that_the_two_orders_keep_what_the_libraries_keep() -> None:
    state = _state([3.0, 2.0, 1.0], top_p=0.8, temperature=0.5)

    first, last = (through(state, order) for order in PRESETS.values())

    assert _counts(first)["top_p"] == 1
    assert _counts(last)["top_p"] == 2
    assert first.probabilities.tolist() == [1.0, 0.0, 0.0]
    assert last.probabilities == pytest.approx([0.880797, 0.119203, 0.0], abs=1e-6)


@pytest.mark.parametrize(
    ("settings", "first", "last"),
    [({"top_p": 0.8}, 3, 2), ({"min_p": 0.1}, 5, 3)],
    ids=["top-p", "min-p"],
)
def test_that_a_high_temperature_keeps_more_where_it_comes_first(
    settings: dict[str, float], first: int, last: int
) -> None:
    state = _state([3.0, 2.0, 1.0, 0.0, -1.0], temperature=2.0, **settings)

    assert through(state, STAGES).stages[-1].count == first
    assert through(state, TEMPERATURE_LAST).stages[-1].count == last


LOGITS = st.lists(
    st.one_of(st.floats(-30.0, 30.0), st.sampled_from([-math.inf, 0.0, 1.0])),
    min_size=2,
    max_size=7,
).filter(lambda logits: max(logits) > -math.inf)


def _softmax(logits: np.ndarray, temperature: float) -> np.ndarray:
    weights = np.exp((logits - logits.max()) / temperature)
    return np.asarray(weights / weights.sum())


@given(LOGITS, st.sampled_from([0.25, 1.0, 3.0]), st.floats(0.01, 0.99))
def test_that_top_p_keeps_the_smallest_set_that_has_the_mass(
    logits: list[float], temperature: float, mass: float
) -> None:
    found = through(_state(logits, top_p=mass, temperature=temperature), STAGES)

    stage = next(one for one in found.stages if one.key == "top_p")
    p = stage.before
    kept = p[stage.kept]
    assert kept.sum() >= mass - 1e-12
    assert kept.sum() - kept.min() < mass + 1e-12  # the one that crosses, and none more
    assert kept.min() >= p[~stage.kept].max(initial=0.0)
    assert stage.dropped == pytest.approx(1.0 - kept.sum(), abs=1e-12)


@given(LOGITS, st.integers(1, 9), st.floats(0.0, 1.0))
def test_that_top_k_and_min_p_are_their_definitions(
    logits: list[float], k: int, share: float
) -> None:
    on = sum(logit > -math.inf for logit in logits)
    found = through(_state(logits, top_k=k), STAGES)

    assert found.stages[-1].count == min(k, on)
    kept = found.stages[-1].kept
    array = np.array(logits)
    assert array[kept].min() >= array[~kept].max(initial=-math.inf)
    found = through(_state(logits, min_p=share), STAGES)
    p = _softmax(array, 1.0)
    near = np.abs(p - share * p.max()) < 1e-12
    expected = (p >= share * p.max()) & (array > -math.inf)
    assert (found.stages[-1].kept == expected)[~near].all()


def test_that_typical_keeps_what_is_nearest_to_the_entropy() -> None:
    p = np.array([0.6, 0.2, 0.1, 0.1])
    state = _state(np.log(p).tolist(), typical=0.15)
    # H = 1.0889; -log p is 0.51, 1.61, 2.30, 2.30, so that 0.2 is nearest, and then 0.6.
    assert through(state, STAGES).stages[-1].kept.tolist() == [False, True, False, False]

    more = through(_state(np.log(p).tolist(), typical=0.3), STAGES)
    assert more.stages[-1].kept.tolist() == [True, True, False, False]
    assert more.probabilities == pytest.approx([0.75, 0.25, 0.0, 0.0])


@given(LOGITS, st.permutations(STAGES), st.sampled_from([0.0, 0.3, 1.0, 4.0, math.inf]))
def test_that_every_order_leaves_a_distribution(
    logits: list[float], order: list[str], temperature: float
) -> None:
    state = _state(logits, top_k=4, top_p=0.9, min_p=0.01, typical=0.95, temperature=temperature)

    found = through(state, tuple(order))

    assert found.probabilities.sum() == pytest.approx(1.0)
    last = found.stages[-1].kept
    assert last.any()
    assert not found.probabilities[~last].any()
    for stage in found.stages:
        assert 0.0 <= stage.dropped <= 1.0
        if stage.is_on and stage.key != "temperature":
            share = stage.before[stage.kept] / max(stage.before[stage.kept].sum(), 5e-324)
            if stage.before[stage.kept].sum() > 0.0:
                assert stage.after[stage.kept] == pytest.approx(share, abs=1e-9)


@pytest.mark.parametrize("order", list(permutations(STAGES)))
def test_that_stages_that_are_off_leave_softmax_to_the_bit(order: tuple[str, ...]) -> None:
    state = _state([2.33, -1.46, 0.56], temperature=0.7)

    assert (through(state, order).probabilities == derive(state).softmax).all()


def test_that_the_entropies_are_those_before_and_after() -> None:
    state = _state([2.33, -1.46, 0.56], top_k=1)

    found = sampled(derive(state))

    assert found.entropy_before == pytest.approx(0.500929218, abs=1e-9)
    assert found.entropy_after == 0.0
    assert found.ranking.tolist() == [0, 2, 1]


def test_that_an_order_of_some_stages_is_completed() -> None:
    assert completed(("temperature", "top_p")) == "temperature,top_p,top_k,min_p,typical"


def test_that_min_p_keeps_what_has_exactly_its_share() -> None:
    state = _state([math.log(4.0), math.log(4.0), 0.0], min_p=1.0)

    assert through(state, STAGES).stages[-1].kept.tolist() == [True, True, False]
    assert through(_state([1.0, 0.0], min_p=1.0), STAGES).stages[-1].count == 1


@pytest.mark.parametrize("temperature", [1.0, 0.5, 0.0, math.inf])
@pytest.mark.parametrize("order", [STAGES, TEMPERATURE_LAST], ids=["first", "last"])
def test_that_what_is_known_of_a_state_changes_no_bit(
    temperature: float, order: tuple[str, ...]
) -> None:
    logits = [*np.random.default_rng(2).normal(size=400), -math.inf]
    chosen: list[dict[str, float]] = [{}, {"top_p": 0.9}, {"top_k": 7.0, "min_p": 0.01}]
    for settings in chosen:
        state = _state(logits, temperature=temperature, **settings)
        known, alone = through(state, order, derive(state)), through(state, order)
        for name in ("start", "probabilities", "information", "ranking"):
            assert np.array_equal(getattr(known, name), getattr(alone, name)), name
        assert known.entropy_before == alone.entropy_before
        assert known.entropy_after == alone.entropy_after
        assert [(one.count, one.dropped) for one in known.stages] == [
            (one.count, one.dropped) for one in alone.stages
        ]
