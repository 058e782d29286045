"""Of many classes, menus offer the weightiest."""

from __future__ import annotations

import numpy as np
import pytest

from xentgui.model import State, derive
from xentgui.panels.class_choice import weightiest


@pytest.mark.parametrize("count", [4, 30, 5000])
@pytest.mark.parametrize("targets", [1, 2, 3])
def test_that_targets_come_first_and_then_the_most_probable(count: int, targets: int) -> None:
    random = np.random.default_rng(count)
    shares = np.zeros(count)
    shares[random.permutation(count)[:targets]] = np.arange(1.0, targets + 1.0)
    names = [f"class {k}" for k in range(count)]
    snapshot = derive(State(names, random.normal(size=count), shares / shares.sum()))
    by_share = [int(k) for k in np.argsort(-shares) if shares[k] > 0.0]
    probable = np.argsort(-snapshot.softmax)[:3].tolist()

    assert weightiest(snapshot, 3) == [*dict.fromkeys((*by_share, *probable))][:3]


def test_that_more_targets_than_are_asked_for_leave_the_smallest_out() -> None:
    shares = np.array([0.1, 0.0, 0.4, 0.2, 0.3])
    snapshot = derive(State([*"abcde"], np.zeros(5), shares))

    assert weightiest(snapshot, 3) == [2, 4, 3]
