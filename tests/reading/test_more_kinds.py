"""Further texts of the kinds of `reading_cases.json`, so that kinds are mended and not cases."""

from __future__ import annotations

import json
import math

import pytest

from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import read

LOG = math.log
READ = {
    "OpenAI completions": (
        ('{"choices": [{"logprobs": {"tokens": [" a"], "token_logprobs": [-0.1],'
        ' "top_logprobs": [{" a": -0.1, " b": -2.5}]}}]}'),
        [-0.1, -2.5], (" a", " b"),
    ),
    "Ollama": (
        ('{"logprobs": [{"token": "A", "logprob": -0.2, "bytes": [65], "top_logprobs":'
        ' [{"token": "A", "logprob": -0.2, "bytes": [65]}, {"token": "B", "logprob": -1.9}]}]}'),
        [-0.2, -1.9], ("A", "B"),
    ),
    "old llama.cpp": (
        ('{"completion_probabilities": [{"content": " to", "probs":'
        ' [{"prob": 0.75, "tok_str": " to"}, {"prob": 0.25, "tok_str": " not"}]}]}'),
        [LOG(0.75), LOG(0.25)], (" to", " not"),
    ),
    "a pipeline of one text": (
        '[[{"label": "joy", "score": 0.75}, {"label": "anger", "score": 0.25}]]',
        [LOG(0.75), LOG(0.25)], ("joy", "anger"),
    ),
    "a zero-shot pipeline": (
        '{"sequence": "I like it", "labels": ["good", "bad"], "scores": [0.75, 0.25]}',
        [LOG(0.75), LOG(0.25)], ("good", "bad"),
    ),
    "fastText": ("__label__en 0.75 __label__de 0.25", [LOG(0.75), LOG(0.25)], ("en", "de")),
    "an R vector": (" [1]  1.5 -2.5\n [3]  0.5", [1.5, -2.5, 0.5], None),
    "an R call with names": ("c(cat = 1.5, dog = -2.5)", [1.5, -2.5], ("cat", "dog")),
    "psql": ("+---+---+\n| a | z |\n+---+---+\n| x | 1.5 |\n| y | -2.5 |", [1.5, -2.5], ("x", "y")),
    "LaTeX in a line with a rule": ("\\hline cat & $-1.5$ \\\\\ndog & 2.5 \\\\ \\hline", [-1.5, 2.5], ("cat", "dog")),
    "accounts": ("cat\t(1.5)\ndog\t2.5", [-1.5, 2.5], ("cat", "dog")),
    "full-width colons": ("猫：1.5；狗：-2.5", [1.5, -2.5], ("猫", "狗")),
    "percentages": ("cat\t75\ndog\t25", [LOG(0.75), LOG(0.25)], ("cat", "dog")),
    "names that differ by a blank": ('token,logit\n" a",1.5\n"a",-2.5', [1.5, -2.5], (" a", "a")),
    "names that are signs": ("token;logit\n,;1,5\n.;-2,5", [1.5, -2.5], (",", ".")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "logits", "labels"), READ.values(), ids=READ.keys())
def test_that_it_is_read(text: str, logits: list[float], labels: tuple[str, ...] | None) -> None:
    block = read(text).block
    assert block.logits is not None
    assert block.logits.tolist() == pytest.approx(logits, rel=1e-12)
    assert block.labels == labels


REFUSED = {
    "an initialiser of C++": "double z[] = {2.33, -1.46f, 0.56};",
    "a price": "$5\t1.5\ncat\t2.5",
    "a hexadecimal number": "0x10\t1.5\ncat\t2.5",
    "a missing value": "N/A\t1.5\ncat\t2.5",
    "a difference": "1.5 − 2.5\n3.5 − 4.5",
    "elided polars": "shape: (9, 2)\n┌───┬───┐\n│ a ┆ z │\n│ --- ┆ --- │\n│ x ┆ 1.5 │\n│ … ┆ … │\n└───┴───┘",
    "elided rows of pandas": "     a    b\n0  1.5  2.5\n..  ...  ...\n9  3.5  4.5",
    "a factor of MATLAB": "z =\n\n   1.0e+03 *\n\n    0.0023   -1.4600",
    "a part of MATLAB": "Columns 1 through 2\n\n   1.5   2.5",
    "marks of R that do not count": " [1] 1.5 2.5\n [9] 3.5",
    "prose": "We got 2.33 for cats, and then 1.46 for dogs.",
    "a curve": "epoch,train_loss,val_loss\n1,2.5,2.75\n2,1.5,1.75",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED.keys())
def test_that_it_is_refused(text: str) -> None:
    with pytest.raises(ReadError):
        read(text)


_RECORDS = [{"label": f"class {k}", "score": k / 7} for k in range(9)]


@pytest.mark.parametrize("bad", ["null", '"x"', '"N/A"', "true"])
@pytest.mark.parametrize(
    "times",
    [1, 400, pytest.param(4000, marks=pytest.mark.long)],
    ids=["short", "long", "very long"],
)
def test_that_a_damaged_cell_among_records_is_named(bad: str, times: int) -> None:
    records = json.dumps(_RECORDS * times)
    one = json.dumps(_RECORDS[4]["score"])
    with pytest.raises(ReadError, match=f"Line 1, column [0-9]+: “{bad.strip(chr(34))}”"):
        read(records.replace(one, bad, 1))


def test_that_a_damaged_cell_among_records_of_classes_is_named() -> None:
    with pytest.raises(ReadError, match=r"Line 1, column [0-9]+: “null”"):
        read('[{"cat": 1, "dog": 2}, {"cat": null, "dog": 3}]')


def test_that_nulls_in_a_column_that_means_nothing_are_left_out() -> None:
    block = read(
        '[{"label": "a", "score": 2.5, "note": null}, {"label": "b", "score": 1, "note": "x"}]'
    ).block
    assert block.logits is not None
    assert block.logits.tolist() == [2.5, 1]


@pytest.mark.parametrize(
    ("names", "encoding"),
    [
        (("Mädchen", "Junge"), "cp1252"),
        (("français", "café"), "cp1252"),
        (("猫", "狗"), "gb18030"),
        (("類別", "貓"), "big5"),
        (("ねこ", "いぬ"), "cp932"),
    ],
)
def test_that_older_encodings_are_told_apart_and_told(
    names: tuple[str, str], encoding: str
) -> None:
    text = f"label,logit\n{names[0]},1.5\n{names[1]},-2.5\n"
    found = read(text.encode(encoding))
    assert found.block.labels == names
    assert "UTF-8" in str(found.findings[0].message)
