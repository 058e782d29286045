"""The commands in README are understood, in English and in Chinese."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from xentgui.documents.file_readers import FILE_READERS
from xentgui.program.cli import main

README = (Path(__file__).resolve().parents[1] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [
    line.removeprefix("xentgui ")
    for block in BLOCKS
    for line in block.splitlines()
    if line.startswith("xentgui ")
]
ENDINGS = tuple(ending for one in FILE_READERS.values() for ending in one.endings)


def _needs(command: str) -> bool:
    """Return whether a command reads a file, which is no part of README."""
    return shlex.split(command)[1].endswith(ENDINGS)


@pytest.mark.parametrize(
    "command", [one for one in COMMANDS if one.startswith(("evaluate", "help")) and not _needs(one)]
)
def test_that_a_command_for_numbers_in_readme_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(shlex.split(command)) == 0


@pytest.mark.long
@pytest.mark.parametrize(
    "command", [one for one in COMMANDS if one.startswith("export") and not _needs(one)]
)
def test_that_a_command_for_a_figure_in_readme_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.chdir(tmp_path)

    assert main(shlex.split(command)) == 0
    assert len(list(tmp_path.iterdir())) == 1


def test_that_readme_has_commands_of_both_languages() -> None:
    assert any("--target dog" in one for one in COMMANDS)
    assert any("--target 狗" in one for one in COMMANDS)
