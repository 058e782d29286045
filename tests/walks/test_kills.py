"""Nothing that a person was told of is missing after a kill at any moment."""

from __future__ import annotations

import sys

import pytest

from tests.walks.kills import kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")


_MANY = 50


@pytest.mark.parametrize(
    ("number", "seed", "classes"),
    [
        pytest.param(2, 1, 3, marks=pytest.mark.long),
        # 300 in all; a test that takes minutes would keep one processor alone at the end.
        *(pytest.param(_MANY, seed, 3, marks=pytest.mark.long) for seed in range(2, 302, _MANY)),
        pytest.param(20, 3, 50_257, marks=pytest.mark.long),
    ],
)
def test_that_a_killed_program_has_all_that_it_told_of(
    number: int, seed: int, classes: int
) -> None:
    assert [kill.missing for kill in kills(number, seed, classes)] == [""] * number
