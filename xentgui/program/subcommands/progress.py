"""How far a long reading is, on a terminal; Ctrl-C ends it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from xentgui.reading.patience import watching

_AFTER: Final = 1.0  # seconds, in which most files are read


@contextmanager
def shown_progress(
    name: str, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
) -> Iterator[None]:
    """Within the context, show on `stream` (standard error) how much of `name` is read.

    Nothing is shown in the first second, nor where `stream` is no terminal.
    """
    out = sys.stderr if stream is None else stream
    if out is None or not out.isatty():
        yield
        return
    begun, written = clock(), ""

    def watch(part: float) -> None:
        nonlocal written
        line = f"{name}: {part:.0%}"
        if clock() - begun > _AFTER and line != written:
            written = line
            out.write(f"\r{line}")
            out.flush()

    try:
        with watching(watch):
            yield
    finally:
        if written:
            out.write(f"\r{' ' * (len(written) + 1)}\r")
            out.flush()
