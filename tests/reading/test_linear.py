"""The work for a text grows with its length, and not faster; and no mutated file does harm."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.reading.work import work
from tests.walks import mutated_files
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import read


def _lines(line: str) -> Callable[[int], str]:
    return lambda count: "\n".join(line.format(k=k, x=k / 7 - 3) for k in range(count))


TEXTS: dict[str, Callable[[int], str]] = {
    "a column": _lines("{x}"),
    "names and numbers with blanks": _lines("class{k} {x}"),
    "names and numbers with tabs": _lines("class{k}\t{x}"),
    "quoted names": _lines('"class {k}",{x}'),
    "names with colons": _lines("class{k}: {x}"),
    "a list": lambda count: repr([k / 7 for k in range(count)]),
    "JSON": lambda count: json.dumps({f"class{k}": k / 7 for k in range(count)}),
    "records": lambda count: json.dumps([{"label": f"c{k}", "logit": k / 7} for k in range(count)]),
    "LaTeX": _lines("class{k} & {x} \\\\"),
    "Markdown": _lines("| class{k} | {x} |"),
    "words without numbers": lambda count: "c(1," * count,
    "one long cell": lambda count: "9" * (10 * count) + "x\n1",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_that_twice_the_text_is_twice_thework(text: Callable[[int], str]) -> None:
    one, two = work(text(300)), work(text(600))
    assert two < 2.2 * one + 200


def test_that_a_cell_of_many_digits_and_a_letter_is_refused_at_once() -> None:
    with pytest.raises(ReadError, match="Line 1, column 1"):
        read("9" * 1_000_000 + "x\n1")  # by the square it would take hours


@pytest.mark.parametrize("count", [400, pytest.param(20_000, marks=pytest.mark.long)])
def test_that_mutated_files_are_refused_or_read_rightly(count: int) -> None:
    assert mutated_files.main(count) == 0
