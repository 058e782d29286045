"""How long it takes to read texts of 50 257 rows, beside json.loads or numpy.loadtxt on the same.

The goal is three times as long: beside the numbers, the program finds out what they are.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from functools import partial

import numpy as np

from benchmarks.findings import Finding, report
from benchmarks.turns import ratio, take_turns
from xentgui.reading.reading import read

CLASSES = 50_257
GOAL = 3.0


def _table(text: str, *, delimiter: str | None = None) -> object:
    return np.loadtxt(io.StringIO(text), delimiter=delimiter, comments=None)


def _words(text: str, *, delimiter: str | None = None) -> object:
    return np.loadtxt(io.StringIO(text), dtype=str, delimiter=delimiter, comments=None)


def _lines(text: str) -> object:
    return [json.loads(line) for line in text.splitlines()]


def _printed(text: str) -> object:
    return np.loadtxt(io.StringIO(text.strip("[]").replace("\n", " ")))


def texts() -> dict[str, tuple[str, Callable[[str], object]]]:
    """Return a text of each layout, with what else reads it."""
    random = np.random.default_rng(0)
    numbers = random.normal(size=CLASSES).round(4).tolist()
    table = random.normal(size=(CLASSES // 10, 10)).round(4).tolist()
    names = [f"token{k}" for k in range(CLASSES)]
    long = [f"token {k} of" for k in range(CLASSES)]

    def rows(texts: list[str], sign: str) -> str:
        return "\n".join(f"{text}{sign}{x}" for text, x in zip(texts, numbers, strict=True))

    records = [{"label": name, "score": x} for name, x in zip(names, numbers, strict=True)]
    return {
        "a column of numbers": ("\n".join(map(str, numbers)), _table),
        "a row of numbers": (" ".join(map(str, numbers)), _table),
        "CSV of numbers": (
            "\n".join(",".join(map(str, row)) for row in table),
            partial(_table, delimiter=","),
        ),
        "CSV of names and numbers": (
            "name,logit\n" + rows(names, ","),
            partial(_words, delimiter=","),
        ),
        "names, blank, numbers": (rows(names, " "), _words),
        "names with blanks, blank, numbers": (rows(long, " "), _words),
        "names with blanks, tab, numbers": (rows(long, "\t"), partial(_words, delimiter="\t")),
        "names with blanks, colon, numbers": (rows(long, ": "), partial(_words, delimiter=":")),
        "what numpy prints": (np.array2string(np.array(numbers), threshold=CLASSES + 1), _printed),
        "JSON list": (json.dumps(numbers), json.loads),
        "JSON matrix": (json.dumps(table), json.loads),
        "JSON dictionary": (json.dumps(dict(zip(names, numbers, strict=True))), json.loads),
        "JSON of labels and logits": (json.dumps({"labels": names, "logits": numbers}), json.loads),
        "JSON records": (json.dumps(records), json.loads),
        "lines of JSON": ("\n".join(map(json.dumps, records)), _lines),
    }


def main() -> None:
    """Print and report the times of all layouts."""
    for name, (text, floor) in texts().items():
        found = take_turns({"ours": lambda t=text: read(t), "floor": lambda t=text, f=floor: f(t)})
        ours, beside = found["ours"], found["floor"]
        figures = f"{ours}; floor {beside}"
        report(Finding(f"reading {name}", "× floor", ratio(ours, beside), GOAL, figures=figures))


if __name__ == "__main__":
    main()
