"""The quick ways through long texts find what the careful ways find, or leave them alone."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.reading.blocks import Block
from xentgui.reading.cell import read_cell
from xentgui.reading.guess import guess
from xentgui.reading.header import with_header
from xentgui.reading.layouts.json_text import json_grid
from xentgui.reading.layouts.printed import read_printed
from xentgui.reading.layouts.tree import tree_grid
from xentgui.reading.numbers import Columns, fast_numbers
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import read
from xentgui.reading.values import block_of

_NUMBERS = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False).map(repr),
    st.integers(-(10**30), 10**30).map(str),
    st.sampled_from(["0", "-0", "0.000", "1e-400", "1e400", "007", "1.", ".5", "+1", "1,5", "x"]),
)


@given(st.lists(_NUMBERS, min_size=1, max_size=6), st.sampled_from([".", ","]))
def test_that_a_column_is_read_as_its_cells_one_by_one(texts: list[str], point: str) -> None:
    quick = fast_numbers(texts, point)
    if quick is None:
        return

    careful = [read_cell(text, (1, 1), point) for text in texts]

    assert quick.tolist() == careful


@pytest.mark.parametrize("text", ["nan", "inf", "1e400", "1_000", "0x10", "", "1 2", "٣"])
def test_that_anything_else_is_left_to_the_careful_way(text: str) -> None:
    assert fast_numbers(["1", text], ".") is None


def _block(grid) -> Block:
    columns = Columns(with_header(grid))
    return block_of(columns, guess(columns).roles)


JSON = [
    [2.33, -1.46, 0.56],
    [[1.5, -2], [0.25, 3]],
    {"cat": 2.33, "dög": -1.46},
    {"labels": ["a", "b"], "logits": [1, 2.5], "target": 1},
    {"logits": [[1.5, 2], [3, 4]], "labels": [0, 1]},
    [{"label": "a", "logit": 1.5}, {"label": "b", "logit": -2}],
    [{"id": 11, "token": ",", "logprob": -0.1, "bytes": [44]}, {"id": 1, "token": ".", "logprob": -2.4}],
    {"0": "NEGATIVE", "1": "POSITIVE"},
]  # fmt: skip


@pytest.mark.parametrize("value", JSON, ids=range(len(JSON)))
def test_that_json_decoded_at_once_is_what_its_parser_finds(value: object) -> None:
    text = json.dumps(value)

    quick = json_grid(text)

    assert quick is not None
    found, careful = _block(quick), _block(tree_grid(read_printed(text)))
    assert (found.kind, found.labels) == (careful.kind, careful.labels)
    for one, other in ((found.logits, careful.logits), (found.targets, careful.targets)):
        assert (one is None) == (other is None)
        if one is not None and other is not None:
            np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize(
    "text", ["[1, NaN]", "[1, 1e-400]", "[true, 2]", "[1, 2", "{1: 2}", "[[1], 2]", "[null, 1]"]
)
def test_that_json_with_a_fault_is_left_to_its_parser(text: str) -> None:
    assert json_grid(text) is None


def test_that_a_long_column_is_read_and_a_fault_in_it_still_told_with_its_place() -> None:
    numbers = [str(k / 8) for k in range(50_000)]

    found = read("\n".join(numbers)).block
    assert found.logits is not None
    np.testing.assert_array_equal(found.logits, np.arange(50_000) / 8)

    numbers[49_998] = "1..5"
    with pytest.raises(ReadError, match="Line 49999, column 1"):
        read("\n".join(numbers))
