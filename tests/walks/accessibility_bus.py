"""Walks through the window on the accessibility bus, as a screen reader does.

Run by a Python that has pyatspi, inside a D-Bus session: prints a line of JSON for each object that is
showing: its role, its name, whether it takes the focus, and its value if it has one.
"""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from importlib import import_module
from typing import Any

_MOST = 60  # children; tables have more


def _told(pyatspi: Any, thing: Any) -> dict[str, object] | None:
    states = {pyatspi.stateToString(state) for state in thing.getState().getStates()}
    if "showing" not in states:
        return None
    value = None
    with suppress(NotImplementedError):
        value = thing.queryValue().currentValue
    return {
        "role": thing.getRoleName(),
        "name": thing.name,
        "focusable": "focusable" in states,
        "value": value,
    }


def _walk(pyatspi: Any, thing: Any) -> None:
    told = _told(pyatspi, thing)
    if told is not None:
        sys.stdout.write(json.dumps(told) + "\n")
    for nth in range(min(thing.childCount, _MOST)):
        child = thing.getChildAtIndex(nth)
        if child is not None:
            _walk(pyatspi, child)


def main() -> None:
    """Walk through the program whose process is given."""
    pyatspi: Any = import_module("pyatspi")  # of the system
    desktop, wanted = pyatspi.Registry.getDesktop(0), int(sys.argv[1])
    for nth in range(desktop.childCount):
        program = desktop.getChildAtIndex(nth)
        if program is not None and program.get_process_id() == wanted:
            _walk(pyatspi, program)


if __name__ == "__main__":
    main()
