"""``xentgui train`` writes what the model computes, and refuses what makes no sense."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.model.classifier.samples import DATA, TWELVE, TWELVE_TARGETS, of_twelve
from xentgui.__main__ import main
from xentgui.model.classifier.linear import zero
from xentgui.model.classifier.training import Trainer, Training, begin, trained
from xentgui.model.losses import LOSSES

LINES = [
    f"{x:g},{y:g},{k}" for (x, y), k in zip(TWELVE, TWELVE_TARGETS.argmax(axis=1), strict=True)
]
BILL = ["--inputs", "bill length (mm),bill depth (mm)"]


@pytest.fixture
def path(tmp_path: Path) -> str:
    path = tmp_path / "points.csv"
    path.write_text("\n".join(["x1,x2,class", *LINES]), "utf-8")
    return str(path)


def _json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["train", *words]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_that_json_has_the_bits_of_the_model(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--rate", "0.3", "--steps", "25", "--batch", "5", "--seed", "9", "--decay", "0.01"]
    found = _json(capsys, path, *words, "--momentum", "0.5", "--standardise")

    training = Training(0.3, 0.5, 0.01, batch=5, seed=9, standardise=True)
    steps = list(trained(Trainer(of_twelve(), training), begin(zero(3, 2)), 25))
    place, fit = steps[-1]
    assert found["weights"] == place.linear.weights.tolist()
    assert found["bias"] == place.linear.bias.tolist()
    assert found["trace"] == [one.loss for _, one in steps]
    assert found["loss"] == found["trace"][-1] == fit.loss
    assert (found["labels"], found["inputs"]) == (["0", "1", "2"], ["x1", "x2"])
    assert found["stopped"] == "steps"


def test_that_the_reference_values_come_out(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, path, "--rate", "0.25", "--steps", "100")
    assert found["trace"][10] == pytest.approx(0.9217263132443215, rel=1e-14)
    assert found["loss"] == pytest.approx(0.7961204724646014, rel=1e-14)
    assert len(found["trace"]) == 101

    found = _json(capsys, path, "--optimum")
    assert (found["accuracy"], found["stopped"]) == (0.5, "reached")
    assert found["loss"] == pytest.approx(0.785607097639077, abs=1e-15)
    assert _json(capsys, path, "--model", "lda")["loss"] == pytest.approx(0.7930345294411504)
    found = _json(capsys, path, "--model", "linear")
    assert found["weights"][0][0] == pytest.approx(-0.1701916722)
    assert found["stopped"] is None

    penguins = str(DATA / "penguins.csv")
    found = _json(capsys, penguins, *BILL, "--optimum", "--standardise")
    assert found["loss"] == pytest.approx(0.07001675498197, abs=6e-15)
    assert round(342 * (1 - found["accuracy"])) == 12
    assert found["labels"] == ["Adelie", "Chinstrap", "Gentoo"]


def test_that_csv_has_a_line_a_step(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    words = [path, "--rate", "0.25", "--steps", "3"]
    found = _json(capsys, *words)
    assert main(["train", *words, "--format", "csv"]) == 0

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [float(row["loss"]) for row in rows] == found["trace"]
    assert [float(rows[-1][f"w {k} x2"]) for k in range(3)] == [row[1] for row in found["weights"]]
    assert [float(rows[-1][f"b {k}"]) for k in range(3)] == found["bias"]
    assert float(rows[-1]["accuracy"]) == found["accuracy"]


@pytest.mark.parametrize("loss", LOSSES)
def test_that_every_loss_is_trained(
    loss: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--loss", loss, "--rate", "0.1", "--steps", "20", "--label-smoothing", "0.1"]
    found = _json(capsys, path, *words)
    assert found["loss_name"] == loss
    assert found["loss"] < found["trace"][0]


def test_that_separable_points_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.csv"
    path.write_text("-1,0,a\n-2,1,a\n1,0,b\n2,-1,b\n", "utf-8")
    assert _json(capsys, str(path), "--steps", "10")["stopped"] == "no_minimum"
    assert _json(capsys, str(path), "--optimum")["stopped"] == "no_minimum"
    assert _json(capsys, str(path), "--steps", "10", "--decay", "0.1")["stopped"] == "steps"
    assert _json(capsys, str(path), "--loss", "hinge_ww", "--steps", "9")["stopped"] == "steps"


def test_that_points_come_from_standard_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = io.TextIOWrapper(io.BytesIO("\n".join(LINES).encode()))
    monkeypatch.setattr(sys, "stdin", text)
    assert _json(capsys, "-", "--steps", "1")["points"] == 12


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--rate", "0"], 2, "rate"),
        (["--momentum", "1"], 2, "momentum"),
        (["--decay", "-1"], 2, "decay"),
        (["--batch", "-1"], 2, "whole number"),
        (["--temperature", "0"], 2, "temperature"),
        (["--optimum", "--loss", "brier"], 2, "Newton"),
        (["--model", "tree"], 2, "softmax, lda, linear"),
        (["--inputs", "mass"], 1, "There is no column “mass”"),
        (["--class", "kind"], 1, "There is no column “kind”"),
        (["other.csv"], 2, "One file at a time"),
    ],
)
def test_that_what_makes_no_sense_is_refused(
    words: list[str], code: int, told: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", path, *words]) == code
    said = capsys.readouterr()
    assert told in said.err
    assert said.out == ""


def test_that_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "nowhere.csv"]) == 1
    assert "nowhere.csv" in capsys.readouterr().err


def test_that_points_on_a_line_have_no_closed_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "line.csv"
    path.write_text("0,0,a\n1,1,a\n2,2,b\n3,3,b\n", "utf-8")
    for model in ("lda", "linear"):
        assert main(["train", str(path), "--model", model]) == 1
        assert "lie too nearly on one line" in capsys.readouterr().err


def test_that_data_of_the_program_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    found = _json(capsys, "--data", "penguins", *BILL, "--standardise", "--optimum")
    assert found["loss"] == pytest.approx(0.07001675498197, abs=5e-15)
    narrow, wide = (
        _json(capsys, "--data", "blobs", "--count", "60", "--overlap", size, "--model", "lda")
        for size in ("0.1", "3")
    )
    assert narrow["points"] == wide["points"] == 60
    assert narrow["accuracy"] == 1.0 > wide["accuracy"]
    for words in (["--data", "moons"], ["--data", "xor", "--overlap", "-1"]):
        assert main(["train", *words]) == 2
        assert capsys.readouterr().err


def test_that_points_come_from_one_place(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", path, "--data", "xor"]) == 2
    assert "Give one of them" in capsys.readouterr().err
