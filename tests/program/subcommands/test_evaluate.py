"""``xentgui evaluate``: the numbers themselves, wherever they come from, and honest refusals."""

from __future__ import annotations

import io
import json
import math
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from xentgui.documents import document_text
from xentgui.documents.scene import Document, Scene
from xentgui.model import State, derive
from xentgui.model.subjects import BareLogits
from xentgui.program.cli import main

ROOT = Path(__file__).parents[3]
NUMBERS = ("--logits=2.33,-1.46,0.56", "--target=1,0,0")
EXAMPLE = State(
    ("cat", "dog", "owl"),
    (2.33, -1.46, 0.56),
    (0.7, 0.2, 0.1),
    temperature=0.5,
    label_smoothing=0.1,
)
MATRIX = "cat,dog,owl,target\n1,2,3,2\n4,0,0.5,0\n1,1,-inf,dog\n0,9,0,cat\n"


class _Pipe(io.TextIOWrapper):
    """What standard input is at the end of a pipe."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))


@pytest.fixture
def evaluate(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Return a function that runs the command in this process: its code, output and errors."""

    def evaluate(*arguments: str, piped: str | bytes = b"") -> tuple[int, str, str]:
        data = piped.encode() if isinstance(piped, str) else piped
        monkeypatch.setattr(sys, "stdin", _Pipe(data))
        # pytest's own standard output stands in the way of bytes.
        with os.fdopen(os.dup(1), "w") as out, os.fdopen(os.dup(2), "w") as error:
            monkeypatch.setattr(sys, "stdout", out)
            monkeypatch.setattr(sys, "stderr", error)
            code = main(["evaluate", *arguments])
        said = capfdbinary.readouterr()
        return code, said.out.decode(), said.err.decode()

    return evaluate


def _run(*arguments: str, given: bytes | None = None, **more: Any) -> Any:
    kept = {k: v for k, v in os.environ.items() if k not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, *arguments],
        env={**kept, "PYTHONPATH": str(ROOT)},
        input=given,
        capture_output=True,
        check=False,
        **more,
    )


def _read(value: Any) -> Any:
    """Return JSON's infinities as numbers."""
    if isinstance(value, list):
        return [_read(one) for one in value]
    return float(value) if value in ("inf", "-inf") else value


@pytest.mark.parametrize("start", [("-m", "xentgui"), ("main.py",)], ids=["module", "main.py"])
def test_that_it_runs_without_a_display_and_never_imports_qt(start: tuple[str, ...]) -> None:
    done = _run("-X", "importtime", *start, "evaluate", *NUMBERS, "--format=json", cwd=ROOT)

    assert done.returncode == 0
    assert json.loads(done.stdout)["cross_entropy"] == pytest.approx(0.17641128438926973, abs=0)
    assert b"PySide6" not in done.stderr


def test_that_a_pipe_is_read_without_being_named() -> None:
    done = _run("-m", "xentgui", "evaluate", "--format", "csv", given=b"label,logit\na,1\nb,2\n")

    assert done.returncode == 0
    assert [line.split(b",")[0] for line in done.stdout.splitlines()] == [b"label", b"a", b"b"]


@pytest.mark.expensive
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_that_a_reader_that_goes_away_is_no_error_worth_a_word(unbuffered: str) -> None:
    many = ",".join(map(str, range(20_000)))
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "xentgui",
            "evaluate",
            f"--logits={many}",
            f"--target={many}",
            "--format=csv",
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 1


@pytest.mark.parametrize("scene", [1, 2])
def test_that_json_has_the_names_and_the_bits_of_a_snapshot(
    evaluate: Any, tmp_path: Path, scene: int
) -> None:
    off = State(("a", "b"), (1 / 3, -math.inf), (0.5, 0.5))
    states = (EXAMPLE, off)
    path = tmp_path / "two.xent.json"
    path.write_text(
        document_text.encode(Document(tuple(Scene(BareLogits(state)) for state in states))),
        encoding="utf-8",
    )

    code, text, _ = evaluate(str(path), "--scene", str(scene), "--format", "json")

    snapshot = derive(states[scene - 1])
    content = json.loads(text)
    assert code == 0
    for name in ("probabilities", "log_probabilities", "gradient", "contributions", "hardmax"):
        assert _read(content[name]) == getattr(snapshot, name).tolist()
    for name in ("cross_entropy", "kl_divergence", "entropy", "perplexity"):
        assert _read(content[name]) == getattr(snapshot, name)
    assert _read(content["state"]["logits"]) == list(snapshot.state.logits)


@pytest.mark.parametrize(
    "text",
    [
        "cat,2.33,0.7\ndog,-1.46,0.2\nowl,0.56,0.1\n",
        "class;score;truth\ncat;2,33;0,7\ndog;-1,46;0,2\nowl;0,56;0,1\n",
        '{"labels": ["cat", "dog", "owl"], "logits": [2.33, -1.46, 0.56], "target": [0.7, 0.2, 0.1]}',
        document_text.encode(Document((Scene(BareLogits(EXAMPLE)),))),
    ],
    ids=["plain", "synonyms", "json", "document"],
)
def test_every_text_form_gives_the_same_numbers(evaluate: Any, text: str) -> None:
    code, output, _ = evaluate(
        "-", "--temperature=0.5", "--label-smoothing=0.1", "--format=json", piped=text
    )

    assert code == 0
    assert json.loads(output)["cross_entropy"] == derive(EXAMPLE).cross_entropy


def test_that_expressions_and_minus_infinity_are_numbers(evaluate: Any) -> None:
    _, text, _ = evaluate("--logits=1/3,-inf,ln(2)", "--target=0,1,0", "--format=json")

    content = json.loads(text)
    assert content["state"]["logits"] == [1 / 3, "-inf", math.log(2)]
    assert content["cross_entropy"] == "inf"


def test_that_arguments_win_over_the_file(evaluate: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.xent.json"
    path.write_text(
        document_text.encode(Document((Scene(BareLogits(EXAMPLE), unit="bits"),))), "utf-8"
    )

    _, text, _ = evaluate(str(path), "--target=0,1,0", "--temperature=2", "--labels=x,y,z")

    assert text.splitlines()[2].startswith("x ")
    expected = derive(
        State(
            ("x", "y", "z"), EXAMPLE.logits, (0.0, 1.0, 0.0), temperature=2.0, label_smoothing=0.1
        )
    )
    assert f"{expected.cross_entropy / math.log(2):.4f}" in text
    assert "[bits]" in text


def test_that_a_matrix_gives_a_line_for_each_row_and_the_means(evaluate: Any) -> None:
    code, text, _ = evaluate("--format=json", piped=MATRIX)

    rows = [((1, 2, 3), 2), ((4, 0, 0.5), 0), ((1, 1, -math.inf), 1), ((0, 9, 0), 0)]
    losses = [
        derive(State(("a", "b", "c"), logits, tuple(np.eye(3)[k]))).cross_entropy
        for logits, k in rows
    ]
    content = json.loads(text)
    assert code == 0
    assert content["cross_entropy"] == losses
    assert content["mean_cross_entropy"] == pytest.approx(math.fsum(losses) / 4, rel=1e-15)
    assert content["correct"] == [1.0, 1.0, 0.5, 0.0]  # the tie is half right
    assert content["accuracy"] == 0.625
    assert content["prediction"] == [2, 0, 0, 1]
    assert content["labels"] == ["cat", "dog", "owl"]


@pytest.mark.parametrize("key", ["table", "csv", "markdown", "latex"])
def test_every_other_format_writes_a_matrix_too(evaluate: Any, key: str) -> None:
    code, text, _ = evaluate(f"--format={key}", piped=MATRIX)

    assert code == 0
    assert text.endswith("\n")
    assert sum("owl" in line for line in text.splitlines()) == 1
    assert "0.625" in text
    assert "nan" not in text


def test_that_one_row_of_a_npy_file_can_be_chosen(evaluate: Any, tmp_path: Path) -> None:
    logits = np.arange(12.0).reshape(4, 3) ** 1.5
    path = tmp_path / "logits.npy"
    np.save(path, logits)

    _, text, _ = evaluate(str(path), "--row=2", "--target=0,0,1", "--format=json")

    assert json.loads(text)["state"]["logits"] == logits[2].tolist()
    assert json.loads(text)["state"]["target"] == [0.0, 0.0, 1.0]
    _, piped, _ = evaluate("--row=2", "--target=0,0,1", "--format=json", piped=path.read_bytes())
    assert piped == text


@pytest.mark.parametrize("shape", ["integer", "one-hot", "soft"])
def test_that_targets_of_any_kind_are_used(evaluate: Any, tmp_path: Path, shape: str) -> None:
    rng = np.random.default_rng(1)
    logits, classes = rng.normal(size=(5, 4)), np.array([0, 3, 1, 2, 2])
    targets = {"integer": classes, "one-hot": np.eye(4)[classes], "soft": rng.random((5, 4))}
    np.savez(tmp_path / "a.npz", logits=logits, targets=targets[shape])

    _, text, _ = evaluate(
        str(tmp_path / "a.npz"), "--temperature=3", "--label-smoothing=0.2", "--format=json"
    )

    dense = np.eye(4)[classes] if shape == "integer" else targets[shape]
    expected = [
        derive(
            State(tuple("abcd"), tuple(z), tuple(y), temperature=3.0, label_smoothing=0.2)
        ).cross_entropy
        for z, y in zip(logits, dense, strict=True)
    ]
    assert json.loads(text)["cross_entropy"] == expected


@pytest.mark.parametrize(
    ("arguments", "piped", "said"),
    [
        (("no.npy",), "", "“no.npy”"),
        ((), "", "standard input"),
        ((), "1,2,3\n4,x,6\n", "Line 2, column 2"),
        (
            (),
            '{"format": "xentgui-document", "version": 1, "scenes": [{}]}',
            "standard input: At $.scenes[0]",
        ),
        ((), "<svg/>", "standard input is a picture without numbers in it"),
        ((), "<pad>,<unk>,cat\n1,x,3\n4,5,6\n", "Line 2, column 2"),
        (
            ("--logits=1,2", "--target=1,0", "-o", "no/such/place"),
            "",
            "no/such/place cannot be written",
        ),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)
def test_that_bad_input_is_named_on_standard_error(
    evaluate: Any, arguments: tuple[str, ...], piped: str, said: str
) -> None:
    code, output, error = evaluate(*arguments, piped=piped)

    assert (code, output) == (1, "")
    assert error.startswith("xentgui evaluate: ")
    assert said in error
    assert error.endswith(".\n")


def test_that_a_document_in_utf_16_is_told_so(evaluate: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(document_text.encode(Document((Scene(BareLogits(EXAMPLE)),))), "utf-16")

    code, output, error = evaluate(str(path))

    assert (code, output) == (1, "")
    assert "not text in UTF-8" in error


def test_that_the_first_row_without_logits_is_named(evaluate: Any, tmp_path: Path) -> None:
    logits = np.zeros((50_000, 3))
    logits[[40_001, 40_007], 1] = np.nan
    np.save(tmp_path / "bad.npy", logits)

    code, _, error = evaluate(str(tmp_path / "bad.npy"))

    assert code == 1
    assert "Row 40001" in error


@pytest.mark.parametrize(
    ("arguments", "piped", "said"),
    [
        (("--scene=2",), document_text.encode(Document((Scene(BareLogits(EXAMPLE)),))), "scene 2"),
        (("--row=1",), document_text.encode(Document((Scene(BareLogits(EXAMPLE)),))), "no rows"),
        (("--scene=1",), MATRIX, "no scenes"),
        (("--row=4",), MATRIX, "no row 4"),
        (("--target=1,0,0",), MATRIX, "--row"),
        (("--labels=a,b",), MATRIX, "names 2 classes"),
        (("--row=0", "--target=lynx"), MATRIX, "cat, dog, owl"),
    ],
)
def test_that_words_that_do_not_fit_the_input_are_wrong_usage(
    evaluate: Any, arguments: tuple[str, ...], piped: str, said: str
) -> None:
    code, output, error = evaluate(*arguments, piped=piped)

    assert (code, output) == (2, "")
    assert error.startswith("xentgui evaluate: ")
    assert said in error
