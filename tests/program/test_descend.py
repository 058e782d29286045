"""``xentgui descend`` writes the trace of the model, and refuses what makes no sense."""

from __future__ import annotations

import csv
import io
import json

import pytest

from xentgui.__main__ import main
from xentgui.model import State
from xentgui.model.descent import walked
from xentgui.model.recipes import Method, Walk

STATE = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (0.7, 0.2, 0.1))
INPUT = ["--logits=2.33,-1.46,0.56", "--target", "0.7,0.2,0.1"]


@pytest.mark.parametrize("method", Method)
def test_that_json_has_the_bits_of_the_model(
    method: Method, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["descend", *INPUT, "--method", method, "--rate", "0.5", "--steps", "7"]) == 0

    content = json.loads(capsys.readouterr().out)
    trace = walked(STATE, Walk(method, rate=0.5), 7)
    assert content["loss"] == trace.loss.tolist()
    assert content["probabilities"] == trace.probabilities.tolist()
    assert content["logits"] == trace.logits.tolist()
    assert content["stopped"] == trace.stopped
    assert len(content["loss"]) == 8


def test_that_csv_has_a_line_a_step(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--loss", "focal", "--gamma", "2", "--steps", "3", "--format", "csv"]
    assert main(["descend", *INPUT, *words]) == 0

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    state = State(STATE.labels, STATE.logits, STATE.target, loss="focal", gamma=2.0)
    trace = walked(state, Walk(), 3)
    assert [float(row["loss"]) for row in rows] == trace.loss.tolist()
    assert [float(row["p class 2"]) for row in rows] == trace.probabilities[:, 1].tolist()
    assert [row["stopped"] for row in rows] == ["", "", "", "steps"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--rate", "0"], "rate"),
        (["--momentum", "1"], "momentum"),
        (["--method", "newton", "--loss", "brier"], "Newton"),
        (["--steps", "-1"], "whole number"),
        (["--temperature", "0"], "temperature"),
    ],
)
def test_that_a_walk_that_makes_no_sense_is_wrong_usage(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["descend", *INPUT, *words]) == 2

    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""
