"""The quick way through a long column finds what the careful way finds, or leaves it alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.reading import block
from xentgui.reading.plain_column import plain_column

_NUMBERS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.integers(-(10**30), 10**30).map(str),
    st.sampled_from(["0", "-0", "0.000", "1e-400", "1e400", "007", "1.", ".5", "+1", "1,5", "x"]),
)


@given(st.lists(_NUMBERS, min_size=2, max_size=6), st.sampled_from(["", "\n", "\n\n", "\r\n"]))
def test_that_both_ways_find_the_same(numbers: list[str], end: str) -> None:
    text = "\n".join(numbers) + end
    quick = plain_column(text)
    if quick is None:
        return

    careful = block.read_block(text)

    assert quick.kind is careful.kind
    assert (quick.cells, quick.header, quick.labels) == (careful.cells, (), None)
    assert quick.logits is not None
    assert careful.logits is not None
    np.testing.assert_array_equal(quick.logits, careful.logits)
    np.testing.assert_array_equal(quick.numbers[0], careful.numbers[0])


@pytest.mark.parametrize("text", ["1 2\n3 4", "1\n\n2", "1\t2\n3", "1\nnan", "1\n1e400", "a\n1"])
def test_that_anything_else_is_left_to_the_careful_way(text: str) -> None:
    assert plain_column(text) is None


def test_that_a_long_column_is_read_and_a_fault_in_it_still_told_with_its_place() -> None:
    numbers = [str(k / 8) for k in range(50_000)]

    found = block.read_block("\n".join(numbers))
    assert found.logits is not None
    np.testing.assert_array_equal(found.logits, np.arange(50_000) / 8)

    numbers[49_998] = "1..5"
    with pytest.raises(block.ReadError, match="Line 49999, column 1"):
        block.read_block("\n".join(numbers))
