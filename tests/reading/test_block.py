"""Pasted texts: what is understood, how exactly, and what is refused where."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model.checks import MOST_CHARACTERS
from xentgui.reading.blocks import Block, BlockKind
from xentgui.reading.column import Role
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import read

INF = math.inf
LOGITS = st.floats(allow_nan=False, max_value=1e308)
# No blanks at the ends and nothing that is a line or a number of its own.
LABELS = st.text(
    st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=8
).map(lambda text: f"k{text}k")


def read_block(source: str | bytes, **options: Any) -> Block:
    """Return the numbers that `source` most likely holds."""
    return read(source, **options).block


def plain(block: Block) -> tuple[object, ...]:
    """What a block says, for comparison."""
    return (
        block.kind.value,
        block.labels,
        None if block.logits is None else block.logits.tolist(),
        None if block.targets is None else block.targets.tolist(),
    )


ARTICLE = [2.33, -1.46, 0.56]
VECTORS = {
    "spreadsheet row": "2.33\t-1.46\t0.56\n",
    "spreadsheet column": "2.33\r\n-1.46\r\n0.56\r\n",
    "decimal commas and tabs": "2,33\t-1,46\t0,56",
    "decimal commas and semicolons": "2,33;-1,46;0,56",
    "book minus": "2.33 −1.46 0.56",
    "commas": "2.33, -1.46, 0.56",
    "commas at the ends": "2.33,\n-1.46,\n0.56,",
    "quotes": '"2.33","-1.46","0.56"',
    "mark of UTF-8": "\ufeff2.33,-1.46,0.56",
    "blanks": "  2.33  -1.46   0.56 ",
    "full width": "２．３３，－１．４６，０．５６",
    "Excel's own line": "sep=;\n2,33;-1,46;0,56",
    "list": "[2.33, -1.46, 0.56]",
    "tuple": "(2.33, -1.46, 0.56)",
    "list with its name": "logits = [2.33, -1.46, 0.56]",
    "prompt": ">>> [2.33, -1.46, 0.56]",
    "numpy repr": "array([ 2.33, -1.46,  0.56], dtype=float32)",
    "numpy str": "[ 2.33 -1.46  0.56]",
    "numpy str in lines": "[ 2.33\n -1.46\n  0.56]",
    "numpy call": "np.array([2.33, -1.46, 0.56], dtype=np.float32)",
    "numpy scalars": "[np.float64(2.33), np.float64(-1.46), np.float64(0.56)]",
    "PyTorch": "tensor([ 2.3300, -1.4600,  0.5600], device='cuda:0', grad_fn=<AddmmBackward0>)",
    "PyTorch parameter": ("Parameter containing:\ntensor([2.33, -1.46, 0.56], requires_grad=True)"),
    "TensorFlow": (
        "<tf.Tensor: shape=(3,), dtype=float32, numpy=array([ 2.33, -1.46,  0.56], dtype=float32)>"
    ),
    "JAX": "Array([ 2.33, -1.46,  0.56], dtype=float32)",
    "rows of one": "[[2.33], [-1.46], [0.56]]",
    "a batch of one": "tensor([[2.33, -1.46, 0.56]])",
}


@pytest.mark.parametrize("text", VECTORS.values(), ids=VECTORS.keys())
@pytest.mark.parametrize("decimal_point", [".", ","])
def test_that_every_way_to_write_a_vector_is_the_same_vector(text, decimal_point):
    block = read_block(text, decimal_point=decimal_point)
    assert plain(block) == ("vector", None, ARTICLE, None)


ANIMALS = ("cat", "golden retriever", "bird")
TABLES = {
    "spreadsheet": "cat\t2.33\ngolden retriever\t-1.46\nbird\t0.56",
    "German spreadsheet": "cat\t2,33\ngolden retriever\t-1,46\nbird\t0,56",
    "CSV": 'label,logit\ncat,2.33\n"golden retriever",-1.46\nbird,0.56',
    "other names": "Class Name;z\ncat;2,33\ngolden retriever;-1,46\nbird;0,56",
    "Chinese names": "类别\tlogit\ncat\t2.33\ngolden retriever\t-1.46\nbird\t0.56",
    "unknown names": "animal,value\ncat,2.33\ngolden retriever,-1.46\nbird,0.56",
    "words and numbers": "cat 2.33\ngolden retriever -1.46\nbird 0.56",
    "pandas series": "cat                 2.33\ngolden retriever   -1.46\nbird  0.56\ndtype: float64",
    "colons": "cat: 2.33\ngolden retriever: -1.46\nbird: 0.56",
    "colons on a line": "cat: 2.33, golden retriever: -1.46, bird: 0.56",
    "bullets": "- cat: 2.33\n- golden retriever: -1.46\n- bird: 0.56",
    "dictionary": "{'cat': 2.33, 'golden retriever': -1.46, 'bird': 0.56}",
    "fields": '{"labels": ["cat", "golden retriever", "bird"], "logits": [2.33, -1.46, 0.56]}',
    "records": (
        '[{"label": "cat", "logit": 2.33}, {"label": "golden retriever", "logit": "-1.46"},'
        ' {"label": "bird", "logit": 0.56}]'
    ),
    "pairs": "[('cat', 2.33), ('golden retriever', -1.46), ('bird', 0.56)]",
    "assignments": "names = ['cat', 'golden retriever', 'bird']\nz = array([2.33, -1.46, 0.56])",
    "Markdown": (
        "| label | logit |\n|:--|--:|\n| cat | 2.33 |\n| golden retriever | −1.46 |\n| bird | 0.56 |"
    ),
    "on its side": "label\tcat\tgolden retriever\tbird\nlogit\t2.33\t-1.46\t0.56",
    "one row of a matrix": "cat,golden retriever,bird\n2.33,-1.46,0.56",
}


@pytest.mark.parametrize("text", TABLES.values(), ids=TABLES.keys())
def test_that_every_way_to_write_labels_and_logits_is_the_same_table(text):
    assert plain(read_block(text)) == ("table", ANIMALS, ARTICLE, None)


TARGETS = {
    "CSV": "label,logit,target\na,1,0\nb,2,1\n",
    "order": "y,logits,class\n0,1,a\n1,2,b\n",
    "no header": "a\t1\t0\nb\t2\t1",
    "class index": "labels = ['a', 'b']\nlogits = tensor([1., 2.])\ntarget = tensor(1)",
    "class name": '{"label": ["a", "b"], "logit": [1, 2], "target": "b"}',
    "two labels": "class,logit,label\na,1,0\nb,2,1",
    "index column": ",label,logit,target\n0,a,1.0,0.0\n1,b,2.0,1.0",
    "more columns": "label,logit,softmax p,hardmax,information,target\na,1,.3,0,1.2,0\nb,2,.7,1,.3,1",
    "one sample": "a,b,target\n1,2,b",
}


@pytest.mark.parametrize("text", TARGETS.values(), ids=TARGETS.keys())
def test_that_targets_are_found(text):
    assert plain(read_block(text)) == ("table", ("a", "b"), [1.0, 2.0], [0.0, 1.0])


ROWS = [[1.5, -2.0], [0.25, -INF], [3.0, 4.5]]
MATRICES = {
    "spreadsheet": ("1.5\t-2\n0.25\t-inf\n3\t4.5", None, None),
    "blanks": ("1.5 -2\n0.25 -inf\n3 4.5", None, None),
    "numpy": (
        "array([[ 1.5 , -2.  ],\n       [ 0.25,  -inf],\n       [ 3.  ,  4.5 ]])",
        None,
        None,
    ),
    "numpy str": ("[[ 1.5  -2.  ]\n [ 0.25  -inf]\n [ 3.    4.5 ]]", None, None),
    "lines of lists": ("[1.5, -2]\n[0.25, -inf]\n[3, 4.5]", None, None),
    "header": ("cat,dog\n1.5,-2\n.25,-inf\n3,4.5", ("cat", "dog"), None),
    "pandas": (",cat,dog\n0,1.5,-2\n1,.25,-inf\n2,3,4.5", ("cat", "dog"), None),
    "numbered": ("0,1\n1.5,-2.0\n.25,-inf\n3.0,4.5", ("0", "1"), None),
    "files": ("file,cat,dog\na.png,1.5,-2\nb.png,.25,-inf\nc.png,3,4.5", ("cat", "dog"), None),
    "class numbers": ("cat,dog,label\n1.5,-2,0\n.25,-inf,0\n3,4.5,1", ("cat", "dog"), [0, 0, 1]),
    "class names": ("y;cat;dog\ncat;1,5;-2\ncat;,25;-inf\ndog;3;4,5", ("cat", "dog"), [0, 0, 1]),
    "JSON": (
        '{"logits": [[1.5,-2], [0.25,-Infinity], [3,4.5]], "targets": [0,0,1], "classes": ["cat","dog"]}',
        ("cat", "dog"),
        [0, 0, 1],
    ),
}


@pytest.mark.parametrize(("text", "labels", "targets"), MATRICES.values(), ids=MATRICES.keys())
def test_that_every_way_to_write_a_matrix_is_the_same_matrix(text, labels, targets):
    assert plain(read_block(text)) == ("matrix", labels, ROWS, targets)


def test_that_classes_may_be_called_like_columns():
    block = read_block("x,y,z\n1.5,2,3\n1,2,3")
    assert (block.kind, block.labels) == (BlockKind.MATRIX, ("x", "y", "z"))


def test_that_labels_may_look_like_arrays_and_like_numbers():
    assert read_block("[CLS]\t2.5\n[SEP]\t1.5").labels == ("[CLS]", "[SEP]")
    assert read_block("label,logit\n7,2.5\n8,1.5").labels == ("7", "8")
    assert read_block("class 1 2.5\nclass 2 1.5").labels == ("class 1", "class 2")


def test_that_labels_alone_are_a_table_of_labels():
    block = read_block("cat\ngolden retriever\nbird")
    assert (block.kind, block.labels, block.logits) == (
        BlockKind.TABLE,
        ANIMALS,
        None,
    )


def test_that_probabilities_stay_beside_their_logarithms():
    block = read_block("label,probability\na,0.34\nb,0.46\nc,0.2")
    assert block.logits is not None
    assert block.logits.tolist() == [math.log(0.34), math.log(0.46), math.log(0.2)]
    assert block.probabilities is not None
    assert block.probabilities.tolist() == [0.34, 0.46, 0.2]


def test_that_expressions_are_read_in_every_cell():
    assert read_block("1/3, 1/3, 2/3").logits.tolist() == [1 / 3, 1 / 3, 2 / 3]
    assert read_block("ln 2\nln(3)").logits.tolist() == [math.log(2), math.log(3)]
    assert read_block("[1/3, math.pi, -np.inf, float('-inf')]").logits.tolist() == [
        1 / 3, math.pi, -INF, -INF,
    ]  # fmt: skip


@pytest.mark.always
@pytest.mark.parametrize(
    ("text", "with_point", "with_comma"),
    [
        ("1,460\t2,334", [1460.0, 2334.0], [1.46, 2.334]),  # the locale decides
        ("1,460;2,334", [1.46, 2.334], [1.46, 2.334]),  # the semicolons tell
        ("1,460\t2,33", [1.46, 2.33], [1.46, 2.33]),  # the second cell tells
        ("1.460,5\t2.334", [1460.5, 2334.0], [1460.5, 2334.0]),
        ("1,460.5\t2,334", [1460.5, 2334.0], [1460.5, 2334.0]),
        ("1234,567\t2,334", [1234.567, 2.334], [1234.567, 2.334]),  # no thousands have four digits
        ("1.460\t2.334", [1.46, 2.334], [1.46, 2.334]),  # nobody prints such groups
        ("2,33\n-1,46\n7", None, [2.33, -1.46, 7.0]),
        ("1,5 2,5 3,5", None, [1.5, 2.5, 3.5]),
        ("cat 1,5\ngolden retriever 2", None, [1.5, 2.0]),
    ],
)
def test_that_the_block_decides_on_the_decimal_sign_before_the_locale(text, with_point, with_comma):
    assert read_block(text, decimal_point=",").logits.tolist() == with_comma
    if with_point is not None:
        assert read_block(text).logits.tolist() == with_point


REFUSED = {
    "": "nothing here",
    " \n\t\n": "nothing here",
    "[]": "no number",
    "[[]]": "no number",
    "1\t2\n3": "Line 2.*length 1 instead of 2",
    "2.33, abc, 0.56": "Line 1, column 2.*“abc”",
    "label,logit\ncat,1\ndog,\nbird,2": "Line 3, column 2 is empty",
    "1\n2\nx.33": "Line 3, column 1.*“x.33”",
    "x.33\n1\n2": "Line 1, column 1.*“x.33”",
    "cat\t1\ndog\tnan": "Line 2, column 2.*“nan”",
    "1\ninf": "Line 2, column 1.*infinite",
    "1e999\n1": "Line 1, column 1",
    "1.5\t2,5": "different decimal signs",
    "[1, 2, ..., 9]": "Line 1, column 3.*threshold",
    "[1 2 ... 9]": "Line 1, column 3.*threshold",
    "cat 1\n... 2\ndog 3": "Line 2, column 1",
    "[1, 2 3]": "comma is missing before “3”",
    "[1, 2": "“\\[1”",
    "1, 2]": "“2\\]”",
    "[1, [2, 3]]": "row of 1 values where the others have 2|row of 1 values",
    "[[1, 2], [3]]": "Line 1 begins a row of 1",
    "[[[1, 2]]]": "shape 1×1×2",
    "[True, False]": "“True”",
    "[1+2j, 3]": "“1\\+2j”",
    "[None, 1]": "“None”",
    "print([1, 2])": "“print” is not understood",
    "np.zeros([2, 3])": "“np.zeros” is not understood",
    "logits: 2.33, -1.46, 0.56": "“logits: 2.33”",
    "1.0e+03 *\n 1 2 3": "Line",
    "Columns 1 to 3\n1 2 3\n4 5 6": "Line",
    "a 2.5 x\nb 1 y": "column 3.*“x”",
    "cat,dog\n1,2\n3,bird": "Line 3, column 2.*“bird”",
    "cat,dog,label\n1,2,0\n3,4,2": "Line 3, column 3.*“2” is not one of the 2 classes",
    "cat,dog,label\n1,2,cat\n3,4,bird": "Line 3, column 3.*“bird” is not one",
    "label,logit,target\na,1,-1\nb,2,2": "Line 2, column 3.*“-1” is not 0 or more",
    "label,logit,logit\na,1,2\nb,3,4": "Columns 2 and 3 are both called",
    'a,"1\n2': "Line 1: a quotation mark",
    '{"logits": [1, 2], "labels": ["a"]}': "“labels” has 1 values where “logits” has 2",
    '{"logits": [1, 2], "target": 2}': "“2” is not one of the 2",
    '{"cat": [1, 2]}': "“cat” is not understood",
    "{1, 2: 3}": "“:” is not expected",
    "[" * 5000 + "]" * 5000: "brackets are nested too deeply",
    'c(2.333, -1.46, #0".56)': "before its brackets are closed",
    "c(1, 2": "c\\(1.*cannot be read as a number",
    "array([1.5\t2": "cannot be read as a number",
    "a\x00b": "not text",
    "- 1.5\n- 2.5": "Line 1, column 1.*“-”",
    "cat 1\ndog\nbird 3": "Line",
    '"1\n2\n3': "Line 1, column 1",
    "0,E": "Line 1, column 2.*“E”",
    "a,b,c\n1,2*3,0\n1,..5,2": "Line 3, column 2.*“..5”",
}


@pytest.mark.parametrize(("text", "says"), REFUSED.items(), ids=range(len(REFUSED)))
def test_that_what_is_not_certain_is_refused_at_its_place(text, says):
    with pytest.raises(ReadError, match=says):
        read_block(text)


def test_that_long_texts_are_refused_before_they_are_read():
    with pytest.raises(ReadError, match="too long"):
        read_block("1\n" * (MOST_CHARACTERS // 2 + 1))
    with pytest.raises(ReadError, match="cells"):
        read_block("1,2\n" * 100, most_cells=199)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gb18030"])
def test_that_every_usual_encoding_is_recognised(encoding):
    data = "类别,logit\n猫,2.33\n狗,−1.46".encode(encoding)
    assert plain(read_block(data)) == ("table", ("猫", "狗"), [2.33, -1.46], None)


def test_that_bytes_that_are_no_text_are_refused():
    with pytest.raises(ReadError, match="byte 3"):
        read_block(b"1,\xff\xff")


@given(st.lists(st.tuples(LABELS, LOGITS, st.floats(0, 1e308)), min_size=1, max_size=8))
def test_every_table_is_read_back_from_a_spreadsheet_exactly(rows):
    labels, logits, targets = zip(*rows, strict=True)
    for decimal_point in ".,":
        text = io.StringIO()
        writer = csv.writer(text, delimiter="\t", lineterminator="\n")
        writer.writerow(["label", "logit", "target"])
        for label, *numbers in rows:
            writer.writerow([label, *(repr(x).replace(".", decimal_point) for x in numbers)])
        block = read_block(text.getvalue(), decimal_point=decimal_point)
        assert plain(block) == ("table", labels, list(logits), list(targets))


@given(st.lists(st.tuples(LABELS, LOGITS), min_size=1, max_size=8))
def test_every_table_is_read_back_from_csv_exactly(rows):
    text = io.StringIO()
    csv.writer(text).writerows([("label", "logit"), *rows])
    labels, logits = zip(*rows, strict=True)
    assert plain(read_block(text.getvalue())) == ("table", labels, list(logits), None)


@given(st.lists(st.tuples(LABELS, LOGITS), min_size=1, max_size=8, unique_by=lambda row: row[0]))
def test_every_dictionary_is_read_back_exactly(rows):
    labels, logits = zip(*rows, strict=True)
    for text in (repr(dict(rows)), json.dumps(dict(rows))):
        # 0 and 1 could be probabilities, 0, 1, 2 numbers of tokens: a person says what they are.
        block = read(text).with_roles([Role.LABEL, Role.LOGIT]).block
        assert plain(block) == ("table", labels, list(logits), None)


@given(
    st.integers(2, 4).flatmap(
        lambda width: st.lists(
            st.lists(LOGITS, min_size=width, max_size=width), min_size=2, max_size=4
        )
    )
)
def test_every_matrix_is_read_back_from_all_that_prints_it_exactly(rows):
    array = np.array(rows)
    printed = [
        repr(rows),
        json.dumps(rows),
        repr(array.tolist()),
        np.array2string(array, floatmode="unique", max_line_width=40),
        np.array_repr(array, precision=17),
        f"tensor({rows!r}, dtype=torch.float64)",
        "\n".join(" ".join(map(repr, row)) for row in rows),
        "\n".join("\t".join(map(repr, row)) for row in rows),
        "\n".join("; ".join(map(repr, row)).replace(".", ",") for row in rows),
    ]
    for text in printed:
        found = read(text)
        block = found.with_roles([Role.LOGIT] * len(found.roles)).block
        assert plain(block)[0] == "matrix"
        assert np.array_equal(block.logits, array)
