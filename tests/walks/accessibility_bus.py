"""Walks through the window on the accessibility bus, as a screen reader does.

Run by a Python that has pyatspi, inside a D-Bus session, with the process of the program: goes to each
of `PLACES` with keys and menus, and prints a line of JSON for each object that is showing there: its
role, its name, whether it takes the focus, its value, and whether something is its label.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any

_MOST = 60  # children; tables have more
_SECONDS = 60.0
_PAUSE = 0.25

PLACES: dict[str, tuple[str, ...]] = {
    "explore": ("ctrl+1",),
    "learn": ("ctrl+2",),
    "sample": ("ctrl+4",),
    "classify": ("menu:Penguins", "ctrl+3"),
    "export": ("ctrl+e",),
    "animation": ("Escape", "menu:Export Animation…"),
    "scene": ("Escape", "menu:Title and Caption…"),
    "staging": ("Escape", "menu:Steps and Motion…"),
    "shortcuts": ("Escape", "F1"),
    "presenting": ("Escape", "F5"),
}
"""What leads to each place from the one before: keys, and items of the menus."""


class Bus:
    """The objects of one program."""

    def __init__(self, process: int) -> None:
        self.pyatspi: Any = import_module("pyatspi")  # of the system
        self.process = process

    def program(self) -> Any:
        """Return the program's own object; None if it is not there yet."""
        desktop = self.pyatspi.Registry.getDesktop(0)
        for nth in range(desktop.childCount):
            program = desktop.getChildAtIndex(nth)
            if program is not None and program.get_process_id() == self.process:
                return program
        return None

    def showing(self) -> list[dict[str, object]]:
        """Return what is showing."""
        program = self.program()
        return [] if program is None else list(self._walk(program))

    def press(self, what: str) -> None:
        """Press a key, or choose an item of a menu."""
        kind, _, name = what.partition(":")
        if kind == "menu":
            found: list[Any] = []

            def is_there() -> bool:
                found[:] = [self._find(self.program(), "menu item", name)]
                return found[0] is not None

            wait_until(is_there)
            found[0].queryAction().doAction(0)
        else:
            press(kind)

    def states(self, thing: Any) -> set[str]:
        """Return the names of the states of `thing`."""
        return {self.pyatspi.stateToString(state) for state in thing.getState().getStates()}

    def _find(self, thing: Any, role: str, name: str) -> Any:
        if thing.name == name and thing.getRoleName() == role:
            return thing
        for nth in range(min(thing.childCount, _MOST)):
            child = thing.getChildAtIndex(nth)
            if child is not None and (found := self._find(child, role, name)) is not None:
                return found
        return None

    def _walk(self, thing: Any) -> Iterator[dict[str, object]]:
        states = self.states(thing)
        if "showing" in states or thing.getRoleName() == "application":
            yield self._told(thing, states)
            for nth in range(min(thing.childCount, _MOST)):
                child = thing.getChildAtIndex(nth)
                if child is not None:
                    yield from self._walk(child)

    def _told(self, thing: Any, states: set[str]) -> dict[str, object]:
        value = None
        with suppress(NotImplementedError):
            value = thing.queryValue().currentValue
        labels = [
            relation.getTarget(0).name
            for relation in thing.getRelationSet()
            if relation.getRelationType() == self.pyatspi.RELATION_LABELLED_BY
        ]
        around = thing.parent
        return {
            "role": thing.getRoleName(),
            "name": thing.name,
            "description": thing.description,
            "focusable": "focusable" in states,
            "value": value,
            "label": labels[0] if labels else "",
            "in": around.getRoleName() if around is not None else "",
        }


def press(keys: str) -> None:
    """Press `keys`, as xdotool names them, on the keyboard of the display."""
    subprocess.run([str(shutil.which("xdotool")), "key", keys], check=True)


def wait_until(holds: Callable[[], bool]) -> bool:
    """Return whether `holds` becomes true soon."""
    end = time.monotonic() + _SECONDS
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(_PAUSE)
    return True


def settled(bus: Bus) -> list[dict[str, object]]:
    """Return what is showing, once it does not change any more."""
    before: list[dict[str, object]] = []
    after = bus.showing()

    def is_same() -> bool:
        nonlocal before, after
        before, after = after, bus.showing()
        return bool(after) and before == after

    wait_until(is_same)
    return after


def started(process: int) -> Bus:
    """Return the bus, once the window of `process` is complete and has the keys."""
    bus = Bus(process)

    def is_complete() -> bool:
        roles = {one["role"] for one in bus.showing()}
        return {"chart", "spin button"} <= roles

    def has_keys() -> bool:
        frames = (one for one in bus.program() if one.getRoleName() == "frame")
        return any("active" in bus.states(frame) for frame in frames)

    wait_until(is_complete)
    settled(bus)
    if not wait_until(has_keys):
        message = "The window does not get the keys."
        raise RuntimeError(message)
    return bus


def main() -> None:
    """Walk through the program whose process is given."""
    bus = started(int(sys.argv[1]))
    for place, ways in PLACES.items():
        for way in ways:
            bus.press(way)
            found = settled(bus)
        for one in found:
            sys.stdout.write(json.dumps({"place": place, **one}) + "\n")


if __name__ == "__main__":
    main()
