from __future__ import annotations

from dataclasses import replace

import pytest

from xentgui.model import State
from xentgui.model.losses import CROSS_ENTROPY
from xentgui.panels.derivation_page.stages import back, onward, present, stages_of

PLAIN = State(("a", "b"), (1.0, 0.0), (1.0, 0.0))
WARM = replace(PLAIN, temperature=2.0)
STAGES = stages_of(CROSS_ENTROPY)


def test_that_dividing_by_the_temperature_is_a_stage_unless_it_is_1() -> None:
    absent = set(range(1, len(STAGES) + 1)) - set(present(PLAIN))

    assert [STAGES[number - 1].key for number in absent] == ["temperature"]
    assert len(present(WARM)) == len(STAGES)


@pytest.mark.parametrize("state", [PLAIN, WARM], ids=["T=1", "T=2"])
def test_that_stages_are_revealed_one_by_one_until_all_are_there(state: State) -> None:
    stage: int | None = 0
    seen = []
    while stage is not None:
        stage = onward(stage, state)
        seen.append(stage)

    assert tuple(seen) == (*present(state)[:-1], None)
    assert onward(None, state) is None


@pytest.mark.parametrize("state", [PLAIN, WARM], ids=["T=1", "T=2"])
def test_that_going_back_undoes_going_on(state: State) -> None:
    for stage in (0, *present(state)[:-1]):
        assert back(onward(stage, state), state) == stage
    assert back(0, state) == 0


def test_that_a_stage_that_is_not_there_is_passed_over() -> None:
    assert onward(1, PLAIN) == 3
    assert back(3, PLAIN) == 1
    assert back(2, PLAIN) == 0  # revealed at another temperature, it counts as the first
