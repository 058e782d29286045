"""What is dotted is what it is called: the pinned state as it is, the softmax at T = 1, 1/K."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.panels.samples import HARD
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting.ghosts import ghosts

EVERY_KIND = frozenset({"unscaled", "uniform"})


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("temperature", [0.0, 0.5, 1.0, 3.0])
@pytest.mark.parametrize("state", HARD.values(), ids=HARD.keys())
def test_that_a_pinned_state_keeps_its_own_temperature(state: State, temperature: float) -> None:
    """Whatever else is dotted beside it, and whatever the state is now."""
    pinned = replace(state, temperature=temperature)
    snapshot, truth = derive(state), derive(pinned)

    found = {
        ghost.key: ghost for ghost in ghosts(snapshot, View(pinned=pinned, references=EVERY_KIND))
    }

    np.testing.assert_array_equal(found["pinned"].probabilities, truth.probabilities)
    np.testing.assert_array_equal(found["pinned"].logits, truth.logits)
    np.testing.assert_array_equal(found["pinned"].gradient, truth.gradient)
    at_one = derive(replace(state, temperature=1.0))
    np.testing.assert_array_equal(found["unscaled"].probabilities, at_one.probabilities)
    np.testing.assert_allclose(found["uniform"].probabilities, 1.0 / len(state.labels))


@pytest.mark.usefixtures("qapp")
def test_that_a_state_pinned_as_it_is_does_not_share_its_ghost_at_t_1() -> None:
    """The same state is dotted twice: as pinned, and with its temperature taken away."""
    state = replace(HARD["opening"], temperature=2.0)
    snapshot = derive(state)

    for _ in range(2):  # the second time both are remembered
        pinned, unscaled, _uniform = ghosts(snapshot, View(pinned=state, references=EVERY_KIND))
        np.testing.assert_array_equal(pinned.probabilities, snapshot.probabilities)
        assert (unscaled.probabilities != snapshot.probabilities).all()
