"""The window under a Wayland compositor without a screen: drags, types, copies, fills the screen.

``python -m tests.walks.wayland.walk FOLDER`` does all of it, says what it found, and leaves pictures
in the folder.  It needs sway, grim, wtype and wl-clipboard.
"""

from __future__ import annotations

import hashlib
import json
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.walks.wayland.compositor import Compositor, Output, lacking
from tests.walks.wayland.told_window import KINDS
from xentgui.documents.embedded.reading import read_state_document

FIRST, SECOND = Output(1600, 1000), Output(1920, 1080, 1.5)
"""A monitor, and a laptop whose screen is smaller as programs see it."""

_STEPS = 8  # of a drag
_PATIENCE = 30.0  # seconds


class Walk:
    """One window on a compositor.

    Attributes
    ----------
    found
        What was seen, by the name of what was done.
    """

    def __init__(self, compositor: Compositor, program: subprocess.Popen[str], name: str) -> None:
        self._compositor, self._program, self._name = compositor, program, name
        self.found: dict[str, Any] = {}

    def place(self) -> tuple[int, int, int, int]:
        """Return left, top, width and height of the window, as the compositor has them."""
        node = self._compositor.wait(
            lambda: self._compositor.window_of(self._program.pid), "window of ours"
        )
        return tuple(node["rect"][key] for key in ("x", "y", "width", "height"))

    def ask(self, word: str) -> Any:
        """Ask the program."""
        assert self._program.stdin is not None and self._program.stdout is not None
        self._program.stdin.write(word + "\n")
        self._program.stdin.flush()
        if not select.select([self._program.stdout], [], [], _PATIENCE)[0]:
            raise TimeoutError(f"the window does not answer {word!r}")
        return json.loads(self._program.stdout.readline())

    def go(self, name: str) -> tuple[float, float]:
        """Move the mouse to a named place in the window, and return it."""
        left, top, *_ = self.place()
        x, y = self.ask("where")[name]
        self._compositor.pointer.move(left + x, top + y)
        return left + x, top + y

    def drag(self) -> None:
        """Drag the bar of class 1 down by 100 pixels."""
        before = self.ask("state")["logits"]
        x, y = self.go("ring")
        self._compositor.pointer.press()
        for step in range(1, _STEPS + 1):
            self._compositor.pointer.move(x, y + 100 * step / _STEPS)
        self._compositor.pointer.release()
        after = self._compositor.wait(
            lambda: now if (now := self.ask("state")["logits"]) != before else None, "drag"
        )
        self.found["drag"] = before, after
        self._shoot("dragged")

    def type(self) -> None:
        """Type 4.25 for the logit of class 1."""
        self.go("cell")
        self._compositor.pointer.press()
        self._compositor.pointer.release()
        self.ask("state")  # once it answers, a busy window has seen the click
        self._compositor.press("4.25")
        self._compositor.press("-k", "Return")
        self.found["type"] = self._compositor.wait(
            lambda: now if (now := self.ask("state")["logits"])[0] == 4.25 else None, "number"
        )
        self._shoot("typed")

    def copy(self) -> None:
        """Copy the panel under the mouse."""
        self.go("panel")
        self._compositor.press("-M", "ctrl", "-M", "shift", "-k", "c", "-m", "shift", "-m", "ctrl")
        kinds = self._compositor.wait(
            lambda: kinds if set(KINDS) <= set(kinds := self._compositor.kinds()) else None,
            "copied panel",
        )
        own = self.ask("copied")
        pasted = {kind: self._compositor.pasted(kind) for kind in KINDS}
        same = {kind: hashlib.sha256(pasted[kind]).hexdigest() == own[kind] for kind in KINDS}
        document = read_state_document(pasted["image/png"])
        logits = None if document is None else json.loads(document)
        self.found["copy"] = {"kinds": kinds, "same": same, "document": logits}
        self.found["svg"] = pasted["image/svg+xml"][:100].decode(errors="replace")

    def fill(self, output: Output, left: int) -> None:
        """Go to full screen and back, on the output that begins at `left`."""
        before = self.place()
        whole = (left, 0, *output.size)
        self._compositor.press("-k", "F11")
        self._compositor.wait(lambda: self.place() == whole, f"full screen on {output}")
        self._shoot("filled")
        self._compositor.press("-k", "F11")
        self._compositor.wait(lambda: self.place()[2:] == before[2:], "way back")
        self.found["fill"] = whole, self.place()

    def _shoot(self, what: str) -> None:
        left, *_ = self.place()
        number = 1 if left < FIRST.size[0] else 2
        self._compositor.shoot(f"{self._name}-{what}", number)


@contextmanager
def window(compositor: Compositor, name: str) -> Iterator[Walk]:
    """Start the program on the output with the focus."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.walks.wayland.told_window"],
        env=compositor.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None and program.stdin is not None
        assert program.stdout.readline() == "ready\n"
        try:
            yield Walk(compositor, program, name)
        except BaseException:
            program.kill()
            raise
        program.stdin.write("close\n")
        program.stdin.flush()


def walk(folder: Path) -> dict[str, dict[str, Any]]:
    """Walk on both outputs; return what was found on each."""
    compositor = Compositor(folder, (FIRST, SECOND))
    found = {}
    try:
        left = 0
        for number, output in enumerate((FIRST, SECOND), 1):
            compositor.tell("focus", "output", f"HEADLESS-{number}")
            with window(compositor, f"output-{number}") as one:
                one.found["start"] = one.place()
                compositor.shoot(f"output-{number}-started", number)
                one.drag()
                one.type()
                one.copy()
                one.fill(output, left)
                found[f"output {number}"] = one.found
            left += output.size[0]
    finally:
        compositor.close()
    return found


def is_whole(place: tuple[int, int, int, int], output: Output, left: int) -> bool:
    """Return whether a window is all within an output that begins at `left`."""
    x, y, width, height = place
    wide, high = output.size
    return left <= x and y >= 0 and x + width <= left + wide and y + height <= high


if __name__ == "__main__":
    if lack := lacking():
        sys.exit(f"needs {', '.join(lack)}")
    target = Path(sys.argv[1])
    target.mkdir(parents=True)
    json.dump(walk(target), sys.stdout, indent=1)
