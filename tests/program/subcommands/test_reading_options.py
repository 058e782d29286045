"""--as, --names, --target-column and --skip say how a text is to be read."""

from __future__ import annotations

import json
import math
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xentgui.program.cli import main

TABLE = "id,animal,score,seen,truth\n7,cat,0.7,3,1\n8,dog,0.2,5,0\n9,owl,0.1,4,0\n"


@pytest.fixture
def evaluated(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def evaluated(text: str, *options: str) -> dict[str, object]:
        path = tmp_path / "table.csv"
        path.write_text(text)
        code = main(["evaluate", str(path), "--format", "json", *options])
        said = capsys.readouterr()
        assert code == 0, said.err
        return {**json.loads(said.out), "said": said.err}

    return evaluated


@pytest.fixture
def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    def refused(text: str, *options: str) -> str:
        path = tmp_path / "table.csv"
        path.write_text(text)
        assert main(["evaluate", str(path), "--format", "json", *options]) == 2
        return capsys.readouterr().err

    return refused


NUMBERS = "0.7\n0.2\n0.1\n"


@pytest.mark.parametrize(
    ("scale", "logits"),
    [
        ("logits", [0.7, 0.2, 0.1]),
        ("probabilities", [math.log(p) for p in (0.7, 0.2, 0.1)]),
        ("log-probabilities", [0.7, 0.2, 0.1]),
    ],
)
def test_that_as_says_what_the_numbers_are(evaluated, scale, logits):
    found = evaluated(NUMBERS, "--as", scale)

    assert found["logits"] == pytest.approx(logits, rel=1e-15)


def test_that_percentages_are_hundredths(evaluated):
    found = evaluated("70\n20\n10\n", "--as", "percentages")

    assert found["probabilities"] == pytest.approx([0.7, 0.2, 0.1], rel=1e-14)


@pytest.mark.parametrize("column", ["animal", "ANIMAL", "2"])
def test_that_names_is_a_column_by_name_or_number(evaluated, column):
    found = evaluated(TABLE, "--names", column, "--skip", "id,seen", "--as", "logits")

    assert found["state"]["labels"] == ["cat", "dog", "owl"]
    assert found["logits"] == [0.7, 0.2, 0.1]


def test_that_names_can_be_another_column_than_the_one_that_looks_like_it(evaluated):
    found = evaluated(TABLE, "--names", "id", "--skip", "animal,seen", "--as", "logits")

    assert found["state"]["labels"] == ["7", "8", "9"]


@pytest.mark.parametrize("column", ["truth", "5"])
def test_that_target_column_gives_the_target(evaluated, column):
    text = TABLE.replace("truth", "t")
    wanted = column if column.isdecimal() else "t"
    found = evaluated(text, "--target-column", wanted, "--skip", "1,seen", "--as", "logits")

    assert found["target"] == [1.0, 0.0, 0.0]
    assert found["logits"] == [0.7, 0.2, 0.1]


def test_that_skip_leaves_columns_out(evaluated):
    found = evaluated(TABLE, "--skip", "id,score,truth", "--as", "logits")

    assert found["logits"] == [3.0, 5.0, 4.0]


@pytest.mark.parametrize("option", ["--names", "--target-column", "--skip"])
def test_that_a_column_that_is_not_there_is_refused_with_those_that_are(refused, option):
    said = refused(TABLE, option, "breed")

    assert "breed" in said
    assert "id, animal, score, seen, truth" in said


def test_that_a_word_that_is_no_scale_is_refused(refused):
    assert "probabilities" in refused(NUMBERS, "--as", "probabilites")


def _evaluate(monkeypatch: pytest.MonkeyPatch, capsys: Any, text: str, *arguments: str) -> Any:
    """Return the exit code, the numbers, and what was said on standard error."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text.encode())))
    code = main(["evaluate", *arguments, "--format", "json"])
    out, error = capsys.readouterr()
    return code, json.loads(out) if out else None, error


@pytest.mark.parametrize("option", ["--names", "--target-column", "--skip"])
def test_that_an_array_has_no_columns_that_could_be_named(
    monkeypatch: pytest.MonkeyPatch, capsys: Any, tmp_path: Path, option: str
) -> None:
    np.save(tmp_path / "a.npy", np.array([1.5, -2.5]))
    code, _, error = _evaluate(monkeypatch, capsys, "", str(tmp_path / "a.npy"), option, "1")
    assert code == 2
    assert option in error


def test_that_a_scale_is_said_of_an_array(
    monkeypatch: pytest.MonkeyPatch, capsys: Any, tmp_path: Path
) -> None:
    np.save(tmp_path / "a.npy", np.array([0.25, 0.75]))
    _, found, _ = _evaluate(
        monkeypatch, capsys, "", str(tmp_path / "a.npy"), "--as", "probabilities"
    )
    assert found["logits"] == pytest.approx([math.log(0.25), math.log(0.75)], rel=1e-12)


def test_that_rows_without_a_class_are_counted_on_standard_error(
    monkeypatch: pytest.MonkeyPatch, capsys: Any, tmp_path: Path
) -> None:
    np.savez(tmp_path / "a.npz", logits=np.ones((3, 2)), target=np.array([0, -100, 1]))
    code, _, error = _evaluate(monkeypatch, capsys, "", str(tmp_path / "a.npz"))
    assert code == 0
    assert "left out: 1 of 3" in error


@pytest.mark.parametrize(
    ("language", "words"), [("en", "converts it"), ("zh_CN", "用这行 Python 代码转换")]
)
def test_that_a_file_of_another_program_is_refused_in_the_language_of_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: Any, tmp_path: Path, language: str, words: str
) -> None:
    (tmp_path / "a.h5").write_bytes(b"\x89HDF\r\n\x1a\n")
    code, _, error = _evaluate(monkeypatch, capsys, "", str(tmp_path / "a.h5"), "--lang", language)
    assert code == 1
    assert words in error
    assert "h5py.File('a.h5')['logits'][:]" in error
