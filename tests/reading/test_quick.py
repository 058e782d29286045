"""What is read the quick way is read as the careful way reads it, whatever the names are."""

from __future__ import annotations

import json
import sys

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from xentgui.reading.guess import guess
from xentgui.reading.header import with_header
from xentgui.reading.layouts.lines import JSON, PRINTED
from xentgui.reading.layouts.registry import laid_out
from xentgui.reading.numbers import Columns
from xentgui.reading.read_error import ReadError
from xentgui.reading.values import block_of

_ODD = [
    "class 1", "class 2", "-", "−", "- cat", "e", "pi", "inf", "nan", "N/A", "0", "1", "0x10",
    "1.5", "$5", "(a)", "a:b", "it's", "x=1", "ln 2", "exp", "Ġthe", " the", "猫", "token 5 of",
    "label", "logit", "name", "target", "p", "id", "a/b", "np.inf", "...", "* x", "#1", "__label__a",
    "50%", "٣", "a,b", "a;b", "é", "x　y",
]  # fmt: skip
_NAMES = st.one_of(
    st.sampled_from(_ODD),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8),
    st.from_regex(r"[a-z]{1,6}( [a-z]{1,4}){0,2}", fullmatch=True),
)
_NUMBERS = st.one_of(
    st.floats(-100, 100).map(lambda x: f"{x:.4f}"),
    st.sampled_from(["0", "1", "2", "1e-05", "1E5", "-inf", "0.5", "1,5", "−2.5", "1e400", "x", "1.", ".5", "+3"]),
)  # fmt: skip
_ROWS = st.lists(st.tuples(_NAMES, _NUMBERS), min_size=2, max_size=14)
_SIGNS = ("\t", ",", " ", ": ", ":", ";", "  ", " = ")


def _read(text: str, long: int, locale: str = ".") -> object:
    """Return what is found in `text`: a comparable account of it, or the refusal."""
    try:
        layout, grid = laid_out(text, locale, long=long)
        columns = Columns(with_header(grid))
        found = guess(columns)
        block = block_of(columns, found.roles)
    except ReadError as error:
        return str(error)
    arrays = (block.logits, block.targets, block.probabilities)
    return (
        PRINTED if layout == JSON else layout,
        [str(role) for role in found.roles],
        [(str(finding.message), finding.asks) for finding in found.findings],
        str(block.kind),
        block.labels,
        block.target_class,
        [None if one is None else np.asarray(one).tolist() for one in arrays],
    )


def _both(text: str, locale: str = ".") -> None:
    quick, careful = _read(text, 0, locale), _read(text, sys.maxsize, locale)
    if isinstance(careful, str) or isinstance(quick, str):
        # A refusal of the quick way has no places; the careful way then gives its own.
        assert isinstance(quick, str) == isinstance(careful, str), (text, quick, careful)
    else:
        assert quick == careful, text


@pytest.mark.parametrize("sign", _SIGNS)
@settings(max_examples=30)
@given(rows=_ROWS, header=st.sampled_from(["", "name{}logit", "label{}p", "x{}y"]))
def test_that_names_and_numbers_are_read_alike(
    sign: str, rows: list[tuple[str, str]], header: str
) -> None:
    lines = [header.format(sign)] * bool(header)
    lines += [f"{name}{sign}{value}" for name, value in rows]
    for locale in (".", ","):
        _both("\n".join(lines), locale)


@pytest.mark.parametrize("sign", _SIGNS)
@settings(max_examples=30)
@given(st.data())
def test_that_tables_of_numbers_are_read_alike(sign: str, data: st.DataObject) -> None:
    width, height = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 5))
    rows = data.draw(
        st.lists(
            st.lists(_NUMBERS, min_size=width, max_size=width), min_size=height, max_size=height
        )
    )
    for locale in (".", ","):
        _both("\n".join(sign.join(row) for row in rows), locale)


@settings(max_examples=30)
@given(
    st.lists(st.floats(allow_nan=False, width=32), min_size=1, max_size=1200),
    st.sampled_from([" ", ", ", ","]),
)
def test_that_a_long_row_is_read_alike(values: list[float], sign: str) -> None:
    _both(sign.join(map(repr, values)))


@settings(max_examples=30)
@given(
    st.lists(
        st.lists(st.floats(-9, 9).map(lambda x: round(x, 4)), min_size=3, max_size=3),
        min_size=1,
        max_size=5,
    )
)
@example([[1.0, 2.0, 3.0]])
def test_that_what_numpy_prints_is_read_alike(values: list[list[float]]) -> None:
    table = np.array(values)
    _both(str(table))
    _both(str(table[0]))
    _both(f"logits = {table[0].tolist()}")
    _both(f"target = {table.tolist()}")


@settings(max_examples=30)
@given(
    st.lists(
        st.fixed_dictionaries(
            {"label": _NAMES, "score": st.floats(-5, 5)}, optional={"id": st.integers(0, 9)}
        ),
        min_size=1,
        max_size=6,
    )
)
def test_that_records_are_read_alike(records: list[dict[str, object]]) -> None:
    _both(json.dumps(records))
    _both("\n".join(map(json.dumps, records)))


@settings(max_examples=30)
@given(st.dictionaries(_NAMES, st.one_of(st.floats(-5, 5), st.integers(0, 3), _NAMES), min_size=1))
def test_that_dictionaries_are_read_alike(names: dict[str, object]) -> None:
    _both(json.dumps(names))
