"""Counts the work of reading, which no other load of the machine changes."""

from __future__ import annotations

import contextlib
import sys

from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import read


def work(text: str) -> int:
    """Return how many calls of functions, in Python and in C, reading `text` takes."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        with contextlib.suppress(ReadError):
            read(text)
    finally:
        sys.setprofile(None)
    return calls
