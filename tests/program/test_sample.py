"""``xentgui sample`` writes the draws of the model, and refuses what makes no sense."""

from __future__ import annotations

import csv
import io
import json

import numpy as np
import pytest

from xentgui.__main__ import main
from xentgui.model import State, derive
from xentgui.model.sampling.draws import draw


def _json(words: list[str], capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main(["sample", *words]) == 0
    content: dict[str, object] = json.loads(capsys.readouterr().out)
    return content


def test_that_the_draws_are_those_of_the_model(capsys: pytest.CaptureFixture[str]) -> None:
    content = _json(["--logits=2.33,-1.46,0.56", "--n", "1000", "--seed", "3"], capsys)

    state = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
    p = derive(state).softmax
    assert content["probabilities"] == p.tolist()
    assert content["counts"] == draw(p, 1000, 3).counts.tolist()
    assert content["kept"] == [[0, 1, 2]] * 5
    again = np.searchsorted(np.cumsum(p), np.random.default_rng(3).random(1000), side="right")
    assert content["counts"] == np.bincount(again, minlength=3).tolist()


@pytest.mark.parametrize(
    ("order", "kept"),
    [("temperature,top_p", [0]), ("top_p,temperature", [0, 1]), ("top-p, temp", [0, 1])],
)
def test_that_the_order_decides_what_is_kept(
    order: str, kept: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--logits=3,2,1", "--temperature", "0.5", "--top-p", "0.8", "--order", order]

    content = _json(words, capsys)

    assert isinstance(content["kept"], list)
    assert content["kept"][-1] == kept
    if len(kept) == 2:
        assert content["probabilities"] == pytest.approx([0.880797, 0.119203, 0.0], abs=1e-6)


def test_that_csv_has_a_line_a_class(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", "3,2,1", "--top-k", "2", "--n", "50", "--format", "csv"]) == 0

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["top_k"] for row in rows] == ["1", "1", "0"]
    assert [row["temperature"] for row in rows] == ["1", "1", "1"]
    assert sum(int(row["count"]) for row in rows) == 50
    assert rows[2]["count"] == "0"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--n", "0"], "draws"),
        (["--n", "1000001"], "draws"),
        (["--n", "2.5"], "draws"),
        (["--seed", "-1"], "seed"),
        (["--top-k", "-1"], "top-k"),
        (["--top-k", "1.5"], "top-k"),
        (["--top-p", "1.1"], "top-p"),
        (["--min-p", "-0.1"], "min-p"),
        (["--typical", "2"], "typical-p"),
        (["--order", "top_p,top_q"], "order"),
        (["--order", "top_p,top_p"], "order"),
    ],
)
def test_that_draws_that_make_no_sense_are_wrong_usage(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sample", "3,2,1", *words]) == 2

    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""
