"""The axis of the gradient follows from what is shown alone, and no arrow is cut off."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from tests.panels.samples import HARD, OPENING
from xentgui.model import Snapshot, State, derive
from xentgui.model.effective_target import EffectiveTarget
from xentgui.model.losses import LOSSES
from xentgui.model.losses.brier import Brier
from xentgui.model.losses.loss import Parameters
from xentgui.model.view import View
from xentgui.panels.gradient import Gradient
from xentgui.panels.gradient_numbers import longest_arrow, magnification, reach

NEARER = re.compile(r"magnified × ([25]0{0,3}|10{1,3}|([25] × )?10[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
ROOM = 1.2  # beyond the bound there is room for a number
ANY = [derive(state) for state in HARD.values() if len(state.labels) <= 50]


class Unbounded(Brier):
    """A loss of which nobody knows how steep it can become."""

    key = "unbounded"

    def gradient_bound(self, target: EffectiveTarget, parameters: Parameters) -> float:
        return math.inf


@pytest.fixture
def unbounded() -> Iterator[str]:
    LOSSES[Unbounded.key] = Unbounded()
    yield Unbounded.key
    del LOSSES[Unbounded.key]


def _random_states(count: int) -> Iterator[State]:
    random = np.random.default_rng(5)
    for _ in range(count):
        classes = int(random.integers(2, 9))
        logits = random.normal(size=classes) * 10.0 ** random.uniform(-2, 3)
        soft, one = random.dirichlet(np.ones(classes)), np.eye(classes)[random.integers(classes)]
        target = (one, soft, 3.0 * soft, 1e-4 * one)[random.integers(4)]
        temperature = 10.0 ** random.uniform(-3, 3)
        yield State(tuple("abcdefgh"[:classes]), logits, target, temperature=temperature)


def _top(snapshot: Snapshot, view: View | None = None) -> float:
    return Gradient().home(snapshot, view or View()).top


@pytest.mark.parametrize("temperature", [0.25, 1.0, 3.0])
@pytest.mark.parametrize("target", [(1, 0, 0), (0.2, 0.1, 0.1), (3, 0.5, 0)], ids=str)
def test_that_the_axis_shows_the_bound_of_the_loss_wherever_the_logits_are(
    temperature: float, target: tuple[float, ...]
) -> None:
    for logit in np.linspace(-6.0, 2.0, 41):
        state = replace(OPENING, logits=(logit, -1.46, 0.56), target=target)
        snapshot = derive(replace(state, temperature=temperature))
        if np.abs(snapshot.gradient).max() > 0.05 * snapshot.gradient_bound:
            assert _top(snapshot) == pytest.approx(ROOM * sum(target) / temperature)


def test_that_no_arrow_reaches_beyond_the_axis_and_one_can_be_seen() -> None:
    for snapshot in (*ANY, *map(derive, _random_states(500))):
        top, longest = _top(snapshot), longest_arrow(snapshot, View())

        assert longest <= top
        assert longest < 1e-101 or longest > 0.04 * top


def test_that_the_same_numbers_have_the_same_axis() -> None:
    states = [*_random_states(50)]
    tops = [_top(derive(state)) for state in states]

    again = [_top(derive(replace(state))) for state in reversed(states)]

    assert again == tops[::-1]


def test_that_short_arrows_are_magnified_by_a_power_of_ten_that_is_written() -> None:
    def words(gap: float) -> str:
        snapshot = derive(replace(OPENING, logits=(gap, 0.0, 0.0)))
        return magnification(snapshot, View(), _top(snapshot))

    assert words(1.0) == ""
    assert words(9.0) == "magnified × 1000"
    assert words(40.0) == "magnified × 10¹⁶"


def test_that_an_axis_on_its_way_says_how_much_it_magnifies() -> None:
    snapshot = derive(OPENING)

    assert magnification(snapshot, View(), ROOM / 37.0) == "magnified × 37"
    assert magnification(snapshot, View(), 2.0 * ROOM) == ""


@pytest.mark.usefixtures("unbounded")
def test_that_a_loss_without_a_bound_goes_up_a_ladder_of_round_numbers() -> None:
    tops = set()
    for state in _random_states(300):
        snapshot = derive(replace(state, loss="unbounded"))
        top, longest = _top(snapshot), longest_arrow(snapshot, View())
        mantissa = float(f"{top:.6e}".split("e")[0])

        assert mantissa in {1.0, 2.0, 5.0}
        assert longest <= top
        assert longest == 0.0 or longest > top / 3.1
        assert magnification(snapshot, View(), top) == ""
        tops.add(top)
    assert len(tops) > 5


def test_that_a_pinned_gradient_is_on_the_axis_too() -> None:
    pinned = View(pinned=replace(OPENING, temperature=0.25, logits=(-3.0, 3.0, 0.0)))

    assert _top(derive(OPENING), pinned) == pytest.approx(ROOM / 0.25)
    assert longest_arrow(derive(OPENING), pinned) > 3.0


@pytest.mark.parametrize("temperature", [0.0, 1e-320, 1e-200, 1e200, 1e308, math.inf])
def test_that_temperatures_at_the_ends_have_an_axis(temperature: float) -> None:
    for state in HARD.values():
        top = _top(derive(replace(state, temperature=temperature)))
        assert 1e-101 < top < 1e101


def test_that_a_gradient_too_small_for_any_axis_has_one() -> None:
    snapshot = derive(replace(OPENING, logits=(700.0, 0.0, 0.0)))

    assert reach(snapshot, View()) == pytest.approx(ROOM * 1e-100)


def test_that_in_a_view_that_fits_the_longest_arrow_has_a_third_of_the_axis() -> None:
    fits, sizes = View(fits=True), set[int]()
    for snapshot in (*ANY, *map(derive, _random_states(500))):
        top, longest = _top(snapshot, fits), longest_arrow(snapshot, fits)

        assert longest <= top <= _top(snapshot)
        assert longest < 1e-99 or longest > top / 3.1
        words = magnification(snapshot, fits, top)
        assert words == "" or NEARER.fullmatch(words), words
        sizes.add(round(_top(snapshot) / top))
    assert {1, 2, 5} <= sizes
