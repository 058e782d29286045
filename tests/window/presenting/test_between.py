"""On the way p is a softmax at every frame, and both ends are exact."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model import State, derive
from xentgui.model.subjects import BareLogits, resolve
from xentgui.model.subjects.classifier import Classifier
from xentgui.window.presenting.between import eased, way

numbers = st.floats(-1e6, 1e6)
triples = st.tuples(numbers, numbers, numbers)
shares = st.floats(0.0, 1.0)


def _bare(logits: tuple[float, ...], **settings: float) -> BareLogits:
    return BareLogits(State(("a", "b", "c"), logits, (1, 0, 0), **settings))  # type: ignore[arg-type]


@given(triples, triples, shares)
def test_that_every_frame_is_a_state_between_both(
    a: tuple[float, ...], b: tuple[float, ...], share: float
) -> None:
    path = way(_bare(a), _bare(b))
    assert path is not None

    snapshot = derive(resolve(path(share)))

    assert float(snapshot.probabilities.sum()) == pytest.approx(1.0, abs=1e-12)
    for low, high, z in zip(np.minimum(a, b), np.maximum(a, b), snapshot.state.logits, strict=True):
        slack = 1e-9 * max(1.0, abs(low), abs(high))
        assert low - slack <= z <= high + slack


@given(triples, triples)
def test_that_both_ends_are_the_subjects_themselves(
    a: tuple[float, ...], b: tuple[float, ...]
) -> None:
    one, other = _bare(a), _bare(b)
    path = way(one, other)
    assert path is not None

    assert path(0.0) is one
    assert path(1.0) is other


def test_that_the_logarithm_of_the_temperature_moves() -> None:
    path = way(_bare((1, 2, 3), temperature=0.1), _bare((1, 2, 3), temperature=10.0))
    assert path is not None

    middle = resolve(path(0.5))

    assert middle.temperature == pytest.approx(1.0)
    assert middle.logits == (1, 2, 3)


def test_that_what_does_not_change_keeps_its_bits() -> None:
    path = way(_bare((0.1, 2.0, -math.inf)), _bare((0.1, 5.0, -math.inf)))
    assert path is not None

    for share in (0.1, 0.3, 0.7):
        logits = resolve(path(share)).logits
        assert (logits[0], logits[2]) == (0.1, -math.inf)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (_bare((1, 2, 3)), _bare((1, 2, -math.inf))),
        (_bare((1, 2, 3), temperature=0.0), _bare((1, 2, 3))),
        (_bare((1, 2, 3)), _bare((1, 2, 3), temperature=math.inf)),
        (_bare((1, 2, 3)), BareLogits(State(("a", "b"), (1, 2), (1, 0)))),
        (_bare((1, 2, 3)), BareLogits(State(("x", "b", "c"), (1, 2, 3), (1, 0, 0)))),
        (_bare((1, 2, 3)), BareLogits(State(("a", "b", "c"), (1, 2, 3), (1, 0, 0), loss="brier"))),
    ],
)
def test_that_there_is_no_way_through_an_infinity_or_to_other_classes(
    a: BareLogits, b: BareLogits
) -> None:
    assert way(a, b) is None


def test_that_a_classifier_moves_its_weights_but_not_from_point_to_point() -> None:
    def of(weight: float, chosen: int = 0) -> Classifier:
        return Classifier(
            labels=("a", "b"),
            points=[[1.0, 2.0], [3.0, 4.0]],
            targets=[[1, 0], [0, 1]],
            weights=[[weight, 0.0], [0.0, 1.0]],
            bias=[0.0, 0.0],
            chosen=chosen,
        )

    path = way(of(0.0), of(4.0))
    assert path is not None

    middle = path(0.5)
    assert isinstance(middle, Classifier)
    assert middle.weights[0, 0] == 2.0
    assert way(of(0.0), of(0.0, chosen=1)) is None


@given(shares, shares)
def test_that_the_pace_is_slow_in_and_slow_out(one: float, other: float) -> None:
    low, high = sorted((one, other))

    assert 0.0 <= eased(low) <= eased(high) <= 1.0
    assert eased(low) + eased(1.0 - low) == pytest.approx(1.0)
    assert eased(0.1) < 0.1
