"""Nothing that a person was told of is missing after a kill at any moment."""

from __future__ import annotations

import sys

import pytest

from tests.walks.kills import kills

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")


@pytest.mark.parametrize(
    ("number", "seed", "classes"),
    [
        (2, 1, 3),
        pytest.param(300, 2, 3, marks=pytest.mark.long),
        pytest.param(20, 3, 50_257, marks=pytest.mark.long),
    ],
    ids=["a few", "many", "among very many classes"],
)
def test_that_a_killed_program_has_all_that_it_told_of(
    number: int, seed: int, classes: int
) -> None:
    assert [kill.missing for kill in kills(number, seed, classes)] == [""] * number
