"""What the walks through fewer combinations rest on: each two values meet."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import pytest

from tests.pairs import each_once, in_pairs


def _met(rows: list[tuple[int, ...]]) -> set[tuple[tuple[int, int], ...]]:
    return {two for row in rows for two in combinations(enumerate(row), 2)}


@pytest.mark.parametrize("counts", [(3, 2), (9, 6, 6, 3), (20, 6, 3, 2), (2, 2, 2, 2, 2)], ids=str)
def test_that_each_two_values_meet_in_few_combinations(counts: tuple[int, ...]) -> None:
    every = [*product(*map(range, counts))]

    some = in_pairs(every)

    largest, second = sorted(counts)[:-3:-1]
    assert _met(some) == _met(every)
    assert largest * second <= len(some) <= 2 * largest * second
    assert len({*some}) == len(some)
    assert some == in_pairs(every)


def test_that_what_cannot_be_is_left_out_and_the_others_meet() -> None:
    every = [one for one in product(range(4), range(3), range(2)) if one[:2] != (0, 0)]

    some = in_pairs(every)

    assert {*some} <= {*every}
    assert _met(some) == _met(every)


def test_that_each_value_comes_once_and_none_much_more_often_than_the_others() -> None:
    every = [*product("abcdefgh", range(3), (True, False))]

    some = each_once(every)

    assert len(some) == 8
    assert Counter(two for _, _, two in some) == {True: 4, False: 4}
    assert sorted(Counter(three for _, three, _ in some).values()) == [2, 3, 3]
    assert {one for one, _, _ in some} == {*"abcdefgh"}
