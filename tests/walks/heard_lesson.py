"""A lesson with the screen off: makes class 2 win by keys alone, and writes down all that is said.

Run by a Python that has pyatspi, inside a D-Bus session, with the process of the program.  Prints a
line of JSON for each key, and for each thing that a screen reader would say then: what gets the keys,
and what is announced.

As a script of the project's own Python, it starts all that by itself and prints the transcript:
``python -m tests.walks.heard_lesson [LANGUAGE]``.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

_QUIET, _LONGEST = 0.9, 20.0
"""Seconds: what came to rest has been told when it was quiet for so long; a busy machine needs more."""

LESSON = (
    ("Down", 1),
    ("ctrl+t", 1),
    ("3", 1),
    ("Return", 1),
    ("ctrl+z", 1),
    ("F6", 2),
    ("Tab", 2),
    ("ctrl+Up", 6),
)
"""Keys, and how often: class 2 is the target, and wins, first by its logit and then by its p."""


def _line(**words: str) -> None:
    sys.stdout.write(json.dumps(words, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def listen(process: int) -> None:
    """Do the lesson in the program `process`, and print what is heard."""
    sys.path.insert(0, str(Path(__file__).parent))
    walk: Any = import_module("accessibility_bus")
    loop = import_module("gi.repository.GLib").MainContext.default()
    bus = walk.started(process)

    last = [0.0]  # when something was heard

    def announced(event: Any) -> None:
        last[0] = time.monotonic()
        _line(heard=str(event.any_data), kind="announced")

    def focused(event: Any) -> None:
        if event.detail1:
            last[0] = time.monotonic()
            source = event.source
            _line(heard=source.name, kind=source.getRoleName())

    registry = bus.pyatspi.Registry
    registry.registerEventListener(announced, "object:announcement")
    registry.registerEventListener(focused, "object:state-changed:focused")

    def hear(longest: float = _LONGEST) -> None:
        begun = last[0] = time.monotonic()
        while time.monotonic() < begun + longest:
            while loop.iteration(False):
                pass
            if last[0] > begun and time.monotonic() > last[0] + _QUIET:
                return
            time.sleep(0.02)

    hear(1.0)
    for key, times in LESSON:
        for _ in range(times):
            _line(pressed=key)
            walk.press(key)
            hear()


def main() -> None:
    """Start the program and its bus, and print the transcript of the lesson."""
    from tests.walks import bus_session

    language = sys.argv[1] if len(sys.argv) > 1 else "en"
    with tempfile.TemporaryDirectory() as folder:
        for line in bus_session.listen(Path(__file__), Path(folder), language):
            told = json.loads(line)
            text = f"[{told['pressed']}]" if "pressed" in told else f"    {told['heard']}"
            sys.stdout.write(text + "\n")


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1].isdigit():
        listen(int(sys.argv[1]))
    else:
        main()
