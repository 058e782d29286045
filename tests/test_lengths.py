"""A file is about one idea, which has room on 300 lines."""

from __future__ import annotations

from pathlib import Path

MOST_LINES = 300


def test_that_no_file_has_more_lines() -> None:
    program = Path(__file__).parents[1] / "xentgui"
    lengths = {
        file.relative_to(program).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in program.rglob("*.py")
    }

    assert len(lengths) > 800  # so that it is the program that is looked at
    assert {file: count for file, count in lengths.items() if count > MOST_LINES} == {}
