"""Damaged files and texts: a reason or the right numbers, never a crash or a wrong number."""

from __future__ import annotations

import contextlib
import io
import math

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reading.work import work
from xentgui.documents.opening import read_source
from xentgui.model.message import RefusedError
from xentgui.reading.arrays import read_array
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import read
from xentgui.reading.source import Source

LOGITS = np.array([[2.5, -1.5, 0.5], [0.25, -np.inf, 4.0]])


def _saved(save, *parts, **named) -> bytes:
    file = io.BytesIO()
    save(file, *parts, **named)
    return file.getvalue()


PARTS = {"logits": LOGITS, "target": np.array([2, 0]), "labels": np.array(["a", "b", "c"])}
GOOD_ARRAYS = {
    "npy": _saved(np.save, LOGITS),
    "npz": _saved(np.savez, **PARTS),
    "compressed": _saved(np.savez_compressed, **PARTS),
}
GOOD_TEXTS = [
    'label,logit,target\ncat,2.33,1\n"golden, retriever",-1.46,0\nbird,-inf,0\n',
    "类别;logit\n猫;2,33\n狗;−1,46\n",
    "cat,dog,bird,y\n2.33,-1.46,0.56,0\n1.5,2.5,1e-3,bird\n",
    "array([[ 2.33, -1.46,  0.56],\n       [ 1.5 ,  2.5 , -inf]], dtype=float32)",
    "tensor([ 2.3300, -1.4600,  0.5600], device='cuda:0', grad_fn=<AddmmBackward0>)",
    '{"labels": ["cat", "d\\u00f6g"], "logits": [2.33, "-inf"], "target": 0}',
    "{'cat': 2.33, 'dog': float('-inf'), 'bird': np.float64(0.56)}",
    "cat: 2.33\ndog: -1.46\nbird: 1/3\n",
    "golden retriever  2.33\ncat  -1.46\ndtype: float64",
    "| label | logit |\n|---|---|\n| cat | 2.33 |\n| dog | −1.46 |\n",
]
PIECES = [
    "", "\n", "\t", ",", ";", " ", '"', "'", "[", "]", "(", ")", "{", "}", ":", "=", ".", "-", "e",
    "1", "0", "nan", "inf", "...", "\ufeff", "\x00", "|", "#", "，", "None", "1e999", "\\", "<", ">",
]  # fmt: skip


@st.composite
def damaged(draw, good, pieces):
    """A good text or file with a few places overwritten, cut out or doubled."""
    data = draw(st.sampled_from(good))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        stop = min(len(data), start + draw(st.integers(0, 4) | st.integers(0, 400)))
        what = draw(st.sampled_from(["replace", "insert", "double", "cut"]))
        piece = draw(pieces)
        if what == "replace":
            data = data[:start] + piece + data[start + len(piece) :]
        elif what == "insert":
            data = data[:start] + piece + data[start:]
        elif what == "double":
            data = data[:stop] + data[start:]
        else:
            data = data[:start] + data[stop:]
    return data


BYTES = st.binary(min_size=1, max_size=4) | st.sampled_from(
    [
        b"\xff\xff\xff\xff",
        b"\x00\x00\x00\x00",
        b"9999",
        b"'|O'",
        b"(",
        b")",
        b"True",
        b"<f4",
        b">f8",
    ]
)
OFTEN = settings(
    max_examples=6 * settings.default.max_examples, suppress_health_check=[HealthCheck.too_slow]
)


def _everything_in(batch) -> None:
    for index in range(min(batch.samples, 20)):
        try:
            row = batch.row(index)
            target = batch.target(index)
        except ReadError:
            continue
        assert not np.isnan(row).any()
        assert row.max() < np.inf
        assert target is None or (target >= 0).all()


def _sound(block) -> None:
    """All numbers are finite or -inf, and there is one for each class or row."""
    for values in (block.logits, block.targets, block.probabilities):
        if values is None:
            continue
        assert not np.isnan(values).any()
        assert (values < math.inf).all()
        assert len(values) == block.rows
    assert block.labels is None or len(set(map(type, block.labels))) <= 1


@OFTEN
@given(damaged([GOOD_ARRAYS["npy"]], BYTES))
def test_that_a_damaged_npy_gives_rows_or_a_reason(data):
    try:
        batch = read_array(data, "file")
    except ReadError:
        return
    _everything_in(batch)


@OFTEN
@given(damaged([GOOD_ARRAYS["npz"], GOOD_ARRAYS["compressed"]], BYTES))
def test_that_a_damaged_npz_gives_the_right_rows_or_a_reason(data):
    try:
        batch = read_array(data, "file")
    except ReadError:
        return
    # The check sums of a zip file leave no wrong number.
    assert np.array_equal(batch.rows(0, 2), LOGITS)
    _everything_in(batch)


@OFTEN
@given(damaged(GOOD_TEXTS, st.sampled_from(PIECES) | st.text(max_size=3)), st.sampled_from(".,"))
def test_that_a_damaged_text_gives_numbers_or_a_reason(text, decimal_point):
    try:
        block = read(text, decimal_point=decimal_point).block
    except ReadError as error:
        reason = str(error)
    else:
        reason = ""
        _sound(block)
    assert "{line}" not in reason
    assert "{cell}" not in reason


@OFTEN
@given(damaged([text.encode() for text in GOOD_TEXTS] + list(GOOD_ARRAYS.values()), BYTES))
def test_that_a_damaged_file_of_any_kind_gives_rows_or_a_reason(data):
    try:
        found = read_source(Source("file", data))
    except RefusedError:
        return
    assert isinstance(found, LogitsBatch)
    _everything_in(found)


@OFTEN
@given(
    st.text(max_size=60) | st.text(alphabet="0123456789.,;\t\n -+e[](){}'\":abnif|=", max_size=60)
)
def test_that_no_text_gives_anything_but_a_block_or_a_reason(text):
    try:
        block = read(text).block
    except ReadError:
        return
    _sound(block)


LONG_TEXTS = (
    "[" * 400_000,
    "(" * 400_000 + ")" * 400_000,
    "{1:" * 200_000,
    '"' * 500_001,
    "a:" * 400_000,
    "a: 1, " * 200_000,
    " " * 1_000_000 + "x",
    "1 " * 400_000,
    "=" * 1_000_000,
    "|" * 1_000_000,
    "|-" * 400_000 + "|",
    "1," * 400_000,
    "-" * 1_000_000,
    "e" * 1_000_000,
    "1e" * 400_000,
    "1." * 400_000,
    "<tf." * 200_000 + ">",
    "[" + "\\" * 1_000_000 + "]",
    "['" + "\\" * 1_000_000 + "]",
    "#\n" * 400_000,
    "a\n" * 400_000,
    "." * 1_000_000,
    "9" * 1_000_000,
    "np." * 300_000 + "(1)",
    "sep=,\n" * 100_000,
    "\u2028" * 500_000,
)
# Brackets, quotes, numbers, rules of a table and lines: each is read by other code.
CHOSEN = {0, 3, 6, 12, 19}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=str(nth), marks=() if nth in CHOSEN else pytest.mark.long)
        for nth, text in enumerate(LONG_TEXTS)
    ],
)
def test_that_a_long_text_is_read_or_refused(text):
    with contextlib.suppress(ReadError):
        read(text)  # about 1 s; by the square, the run of all tests would stand still


@pytest.mark.parametrize("text", LONG_TEXTS, ids=range(len(LONG_TEXTS)))
def test_that_the_work_for_a_long_text_grows_no_faster_than_the_text(text):
    one, two = work(text[: len(text) // 1000]), work(text[: len(text) // 500])
    assert two < 2.2 * one + 200


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a,b,c\n1,2,3\n1,x,3\n1,2,y\n", ("Line 3, column 2", "line 4, column 3")),
        ('[[1, 2, 3], [1, "x", 3], [1, 2, "y"]]', ("Line 1, column 2", "line 1, column 3")),
        (
            "array([[1., 2., 3.],\n       [1., x, 3.],\n       [y, 2., 3.]])",
            ("Line 2, column 2", "line 3, column 1"),
        ),
        ("tensor([1., 2., foo, 3., bar])", ("Line 1, column 4", "line 1, column 6")),
        ("[1 2 foo 3 bar]", ("Line 1, column 3", "line 1, column 5")),
        ('{"logits": [1, "x", null, 3]}', ("Line 1, column 3", "line 1, column 4")),
        ('{"cat": 1, "dog": "x", "owl": null}', ("Line 1, column 4", "line 1, column 6")),
    ],
    ids=["CSV", "JSON", "a printed matrix", "a printed vector", "numpy's print", "keys", "names"],
)
def test_that_all_that_is_wrong_is_named(text: str, places: tuple[str, str]) -> None:
    with pytest.raises(ReadError) as error:
        read_source(Source("a.txt", text.encode()))

    assert str(error.value).startswith(f"a.txt: {places[0]}: ")
    assert str(error.value).endswith(f"See also {places[1]}.")
