"""A long reading on a terminal says how far it is."""

from __future__ import annotations

import io
from itertools import count

import pytest

from xentgui.program.subcommands.input_file import shown_progress
from xentgui.reading.patience import tell


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_that_a_long_reading_says_how_far_it_is_and_leaves_no_trace() -> None:
    stream = _Terminal()
    seconds = count()
    with shown_progress("long.csv", stream, lambda: float(next(seconds))):
        tell(0.1)  # after one second
        tell(0.25)
        tell(0.25)
        tell(0.5)
    said = [line for line in stream.getvalue().split("\r") if line.strip()]
    assert said == ["long.csv: 25%", "long.csv: 50%"]
    assert stream.getvalue().endswith(" \r")


@pytest.mark.parametrize("stream", [io.StringIO(), _Terminal()], ids=["a file", "a short reading"])
def test_that_nothing_is_said_otherwise(stream: io.StringIO) -> None:
    with shown_progress("a.csv", stream, lambda: 0.0):
        tell(0.5)
    assert stream.getvalue() == ""
