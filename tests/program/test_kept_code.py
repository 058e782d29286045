"""What PySide compiles is kept, and compiled again where that is of no use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from xentgui.program.kept_code import FOLDER, KeptCode, keeping_code

NAME = FOLDER + "example.py"

_PROGRAM = """
import sys
compiled = []
def hear(event, arguments):
    if event == "compile":
        compiled.append(str(arguments[1]))
sys.addaudithook(hear)
import xentgui.program.kept_code
import PySide6.QtCore
print(sum(name.startswith(xentgui.program.kept_code.FOLDER) for name in compiled))
"""


def run(kept: KeptCode, source: bytes) -> dict[str, Any]:
    found: dict[str, Any] = {}
    exec(kept.compile(source, NAME, "exec"), found)  # noqa: S102 - our own source
    return found


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "code.pyside"


def test_that_a_second_start_compiles_nothing_of_pyside(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def start() -> int:
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            check=True,
            env=environment,
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
        )
        return int(done.stdout)

    assert start() > 0, "PySide does not compile itself any more: kept_code can go"
    assert start() == 0


def test_that_code_is_kept_for_the_same_source_only(file: Path) -> None:
    first = KeptCode(file)
    run(first, b"answer = 1")
    first.save()

    second = KeptCode(file)
    code = second.compile(b"answer = 1", NAME, "exec")

    assert code is second.compile(b"answer = 1", NAME, "exec")
    assert run(second, b"answer = 1")["answer"] == 1
    assert run(second, b"answer = 2")["answer"] == 2


@pytest.mark.parametrize("content", [b"", b"damaged", None])
def test_that_a_file_of_no_use_is_written_anew(file: Path, content: bytes | None) -> None:
    kept = KeptCode(file)
    run(kept, b"answer = 1")
    kept.save()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if content is None else content)

    again = KeptCode(file)
    assert run(again, b"answer = 1")["answer"] == 1
    again.save()

    assert file.read_bytes() == whole


def test_that_nothing_is_written_where_nothing_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "no such folder" / "code.pyside"
    with keeping_code(elsewhere):
        compile(b"answer = 1", NAME, "exec")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    with keeping_code(tmp_path / "code.pyside"):
        compile(b"answer = 1", NAME, "exec")

    assert not list(tmp_path.iterdir())


def test_that_other_code_is_compiled_as_python_does(file: Path) -> None:
    with keeping_code(file):
        assert compile("1 + 1", "elsewhere.py", "eval").co_filename == "elsewhere.py"

    assert not file.exists()
