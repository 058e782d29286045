"""The command line takes what people type, and says what it cannot take; here is every form."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.program.command_lines import ACCEPTED, PICTURES, REFUSED, Accepted, Refused
from xentgui.model import State
from xentgui.program.cli import main
from xentgui.program.options import CommandLine, Option
from xentgui.program.subcommands.inputs import line_with_numbers, typed_state
from xentgui.program.words import parse
from xentgui.window.main_window import MainWindow

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")


def _output(words: list[str]) -> bytes:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "xentgui", *words], env=environment, capture_output=True, check=True
    )
    return done.stdout


@pytest.mark.parametrize("case", ACCEPTED, ids=lambda case: case.typed)
def test_that_what_is_typed_means_what_it_would_in_full(
    case: Accepted, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(case.words()) == 0
    sys.stdout.flush()
    typed = capfdbinary.readouterr().out
    assert main(case.means.split()) == 0
    sys.stdout.flush()

    assert typed == capfdbinary.readouterr().out != b""


@pytest.mark.long
@pytest.mark.parametrize("case", PICTURES, ids=lambda case: case.typed)
def test_that_the_words_for_a_picture_mean_what_they_would_in_full(case: Accepted) -> None:
    assert _output(case.words()) == _output(case.means.split())


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.typed)
def test_that_wrong_usage_is_told_with_its_remedy_and_exits_with_2(
    case: Refused, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code = main(case.words())

    output, error = capfd.readouterr()
    assert (code, output) == (2, "")
    for part in case.said:
        assert part in error
    assert "Traceback" not in error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.typed)
def test_that_wrong_usage_is_told_in_the_language_that_is_asked_for(
    case: Refused, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "zh_CN")

    assert main(case.words()) == 2

    *_, sentence, hint = capfd.readouterr().err.splitlines()
    for line in (sentence, hint):
        assert any("\u4e00" <= letter <= "\u9fff" for letter in line)


@pytest.mark.parametrize(("name", "begins"), [
    ("out.json", b"{"), ("out.csv", b"label,"), ("out.md", b"| "), ("out.tex", b"% \\usepackage"),
    ("out.txt", b"class "), ("out", b"class "),
])  # fmt: skip
def test_that_the_name_of_the_output_decides_the_format(
    name: str, begins: bytes, tmp_path: Path
) -> None:
    assert main(["evaluate", "2,1,0", "-o", name]) == 0

    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("piped", [None, "a,1\nb,2\n"])
def test_that_the_target_that_is_assumed_is_told(
    piped: str | None, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "two.csv").write_text("a,1\nb,2\n")
    words = ["two.csv"] if piped else ["1,2", "--labels=a,b"]

    assert main(["evaluate", *words]) == 0
    assert "the first class, a, is taken" in capfd.readouterr().err
    assert main(["evaluate", *words, "--target=b"]) == 0
    assert "the first class" not in capfd.readouterr().err


def test_that_a_file_is_found_before_a_number(tmp_path: Path) -> None:
    (tmp_path / "2,1").write_text("5,6,7\n")

    assert main(["evaluate", "2,1", "-o", "out.csv"]) == 0
    assert (tmp_path / "out.csv").read_text().count("\n") == 4


def test_that_help_and_tables_speak_the_language_that_is_asked_for(
    capfd: pytest.CaptureFixture[str],
) -> None:
    for words in (["--help"], ["help", "export"], ["help", "evaluate"]):
        assert main([*words, "--lang=zh"]) == 0
        page = capfd.readouterr().out
        assert page.startswith("用法")
        assert "显示" in page
    assert main(["evaluate", "2,1,0", "--lang", "zh"]) == 0
    output, error = capfd.readouterr()
    assert "类别 1" in output
    assert "交叉熵" in output
    assert "类别 1" in error


def test_that_json_is_the_same_in_every_language(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["evaluate", "2,1,0", "--format=json"]) == 0
    english = capfd.readouterr().out
    monkeypatch.setenv("LANGUAGE", "zh_CN")

    assert main(["evaluate", "2,1,0", "--format=json"]) == 0

    assert capfd.readouterr().out == english


def test_that_the_window_opens_with_numbers_that_are_typed(
    start: Callable[..., MainWindow],
) -> None:
    line = line_with_numbers(CommandLine("xentgui", "", (), Option((), "", "FILE")))
    arguments = parse(["2,1,0", "--target", "b", "--labels=a,b,c", "--unit=bits"], line)

    window = start(state=typed_state(arguments), unit=arguments.unit)

    assert window.store.snapshot.state == State(("a", "b", "c"), (2, 1, 0), (0, 1, 0))
    assert window.store.view.unit == "bits"
    assert not window.documents.is_modified


def test_that_help_and_version_need_no_package() -> None:
    for words in (["--help"], ["help", "--lang=zh"], ["-V"], ["evalute"]):
        code = "import sys; from xentgui.program.cli import main; main(sys.argv[1:])"
        listed = "print([m for m in ('numpy', 'PySide6') if m in sys.modules])"
        done = subprocess.run(
            [sys.executable, "-c", f"{code}; {listed}", *words],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stdout.endswith("[]\n")
