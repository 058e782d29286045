"""Presents a lecture of five scenes on a real X server, with the keys that clickers send.

    python -m tests.walks.clicker FOLDER

It needs Xvfb, openbox, xrandr and xdotool.  Two monitors stand side by side on one server; the keys
go through the server, as from a keyboard.  Each row of the matrix is printed with what it did, and
pictures of both monitors are left in FOLDER.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings
from PySide6.QtWidgets import QApplication

from tests.documents.lecture import LECTURE
from xentgui.documents.document import encode
from xentgui.painting import accessibility
from xentgui.panels.marked_panel import Way
from xentgui.program.app import Options, build
from xentgui.settings import Settings
from xentgui.window.presenting.audience_window import AudienceWindow
from xentgui.window.presenting.lecture import Lecture
from xentgui.window.presenting.stage_plot import StagePlot

SCREEN = "2944x1080x24"
LEFT, RIGHT = "1920/508x1080/286+0+0", "1024/271x768/203+1920+0"


def say(*words: str) -> None:
    """Print a line at once."""
    print(*words, flush=True)  # noqa: T201


def call(*words: str) -> int:
    """Run a command of the X server; return its exit code."""
    return subprocess.run(words, check=False, capture_output=True).returncode


def begin(*words: str) -> subprocess.Popen[bytes]:
    """Begin a program that goes on."""
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def free_display() -> int:
    """Return the number of a display that nobody uses."""
    return next(n for n in range(70, 200) if not Path(f"/tmp/.X11-unix/X{n}").exists())  # noqa: S108


def serve(number: int) -> list[subprocess.Popen[bytes]]:
    """Start a server with two monitors and a window manager; they end with this program."""
    display = f":{number}"
    server = begin("Xvfb", display, "-screen", "0", SCREEN, "-ac", "-noreset")
    os.environ["DISPLAY"], os.environ["QT_QPA_PLATFORM"] = display, "xcb"
    _wait_for("xrandr")
    monitors("HALL", LEFT)
    monitors("DESK", RIGHT, output="none")
    manager = begin("openbox")
    _wait_for("xdotool", "get_num_desktops")  # a window that is there before gets no keys
    return [manager, server]


def _wait_for(*words: str) -> None:
    """Wait until a command of the X server does what it is for."""
    for _ in range(600):
        if call(*words) == 0:
            break
        time.sleep(0.05)


def monitors(name: str, geometry: str, output: str = "screen") -> None:
    """Let a part of the server's screen be a monitor."""
    call("xrandr", "--setmonitor", name, geometry, output)


class Clicker:
    """Sends keys to the server, and waits for what they do."""

    def __init__(self, folder: Path) -> None:

        self.folder, self.application = folder, QApplication
        home = Path(tempfile.mkdtemp())
        file = home / "lecture.xent.json"
        file.write_text(encode(LECTURE), "utf-8")
        settings = Settings(QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat))
        _, self.window = build(Options(file, "light", "en"), settings=settings)
        self.window.show()
        self.window.complete()
        self.wait(self.window.isActiveWindow)
        self.failed = 0

    def wait(self, done: Callable[[], bool], seconds: float = 30.0) -> bool:
        """Let the program run until `done`; return whether it is."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.application.processEvents()
            if done():
                return True
            time.sleep(0.005)
        return done()

    def settle(self, seconds: float = 0.4) -> None:
        """Let the program run for a while."""
        self.wait(lambda: False, seconds)

    def press(self, key: str) -> None:
        """Press a key on the server's keyboard."""
        call("xdotool", "key", key)

    def check(self, what: str, keys: str, done: Callable[[], bool]) -> None:
        """Press keys one after the other, and say whether what follows is what is wanted."""
        for key in keys.split():
            self.press(key)
            self.settle(0.1)
        good = self.wait(done, 15.0)
        self.failed += not good
        say("ok  " if good else "FAIL", f"{keys:<28}", what)

    def shoot(self, name: str) -> None:
        """Leave a picture of the whole server."""
        self.settle()
        path = str(self.folder / f"{name}.png")
        call("import", "-window", "root", path)


class Matrix:
    """The rows: what is pressed, and what is to follow."""

    def __init__(self, clicker: Clicker) -> None:
        self.clicker, self.check = clicker, clicker.check
        self.talk = clicker.window.presenter.presenting

    @property
    def audience(self) -> AudienceWindow:
        assert self.talk.audience is not None
        return self.talk.audience

    @property
    def lecture(self) -> Lecture:
        assert self.talk.lecture is not None
        return self.talk.lecture

    def at(self, scene: int, step: int) -> Callable[[], bool]:
        return lambda: (
            self.talk.is_on
            and self.lecture.beat[:2] == (scene, step)
            and not self.lecture.is_moving
        )

    def blank(self, what: str) -> Callable[[], bool]:
        return lambda: self.audience.stage.cover.blank == what

    def frozen(self, *, wanted: bool) -> Callable[[], bool]:
        return lambda: (self.audience.stage.cover.frozen is not None) == wanted

    def overlay(self, wanted: str) -> Callable[[], bool]:
        return lambda: self.talk.is_on and self.lecture.overlay == wanted

    def audience_on(self, name: str) -> Callable[[], bool]:
        def there() -> bool:
            lecturer, audience = self.talk.lecturer, self.audience
            assert lecturer is not None
            fills = audience.size() == audience.screen().size()
            return fills and audience.screen().name() == name != lecturer.screen().name()

        return there

    def steps(self) -> None:
        """Steps of all kinds, also while things move."""
        check, at = self.check, self.at
        check("starts (the device sends F5)", "F5", lambda: self.talk.is_on)
        lecturer = self.talk.lecturer
        assert lecturer is not None
        self.clicker.wait(lecturer.isActiveWindow)
        say("     monitors:", *(screen.name() for screen in self.clicker.application.screens()))
        check("next", "Next", at(0, 1))
        check("next, into the next scene", "Next", at(1, 0))
        check("previous", "Prior", at(0, 1))
        check("arrows", "Right Down Left Up", at(0, 1))
        check("space and Enter", "space Return", at(1, 1))
        check("n and p", "p n", at(1, 1))
        accessibility.reduce_motion(reduced=False)
        check("back", "2 Return", at(1, 0))
        for _ in range(2):
            self.clicker.press("Next")  # the second one comes while the first one moves
        check("a key while things move jumps to their end", "", at(1, 1))
        accessibility.reduce_motion(reduced=True)
        check("number and Enter", "4 Return", at(3, 0))
        check("last and first scene", "End Home", at(0, 0))
        check("and back", "2 Return Next", at(1, 1))

    def blanks(self) -> None:
        """Black, white and freeze, and what ends them."""
        check, blank = self.check, self.blank
        check("black by the scan code of .", "period", blank("black"))
        check("a step key only ends it", "Next", lambda: blank("")() and self.at(1, 1)())
        check("the same scan code on other layouts", "semicolon", blank("black"))
        check("and again", "colon", blank(""))
        check("black by b (Kensington)", "b", blank("black"))
        check("b ends it", "b", blank(""))
        check("white", "w", blank("white"))
        check("Page Up only ends it", "Prior", lambda: blank("")() and self.at(1, 1)())
        check("freeze", "f", self.frozen(wanted=True))
        check("go on", "f", self.frozen(wanted=False))

    def windows(self) -> None:
        """The overview, the list of keys, both monitors, and a device out of step."""
        check, clicker = self.check, self.clicker
        check("number and Enter", "4 Return", self.at(3, 0))
        check("overview", "Tab", self.overlay("overview"))
        clicker.shoot("overview")
        check("Escape closes it", "Escape", self.overlay(""))
        check("list of keys", "question", self.overlay("help"))
        clicker.shoot("keys")
        check("and back", "question", self.overlay(""))
        clicker.shoot("two-monitors")
        first = self.audience.screen().name()
        second = "HALL" if first == "DESK" else "DESK"
        check("each window fills its monitor", "", self.audience_on(first))
        check("swap the monitors", "s", self.audience_on(second))
        clicker.shoot("swapped")
        check("the device sends F5, out of step: leaves", "F5", lambda: not self.talk.is_on)
        clicker.wait(clicker.window.isActiveWindow)
        session = clicker.window.documents.session
        check("the window shows the same scene", "", lambda: session.scene == 3)
        check("Shift+F5 starts where it was", "shift+F5", self.at(3, 0))
        check("Escape leaves", "Escape", lambda: not self.talk.is_on)
        clicker.wait(clicker.window.isActiveWindow)
        check("F5 comes back", "F5", self.at(3, 0))
        check("the swap is remembered", "", self.audience_on(second))
        check("swap back", "s", self.audience_on(first))
        check("a scene with bars", "1 Return", self.at(0, 0))
        clicker.settle(1.0)


def run(folder: Path) -> int:
    """Walk through the matrix; return how many rows failed."""
    clicker = Clicker(folder)
    matrix = Matrix(clicker)
    accessibility.reduce_motion(reduced=True)  # a key while things move only jumps to their end
    matrix.steps()
    matrix.blanks()
    matrix.windows()
    drag(clicker)
    unplug(clicker)
    clicker.check("Escape leaves", "Escape", lambda: not matrix.talk.is_on)
    clicker.window.documents.closes_unasked = True
    clicker.window.close()
    return clicker.failed


def drag(clicker: Clicker) -> None:
    """Drag a bar on the lecturer's monitor; both show it, and R returns."""

    talk = clicker.window.presenter.presenting
    assert talk.lecturer is not None and talk.audience is not None and talk.lecture is not None
    lecture = talk.lecture
    plot, mirror = (one.stage.views["distribution"] for one in (talk.lecturer, talk.audience))
    assert isinstance(plot, StagePlot) and isinstance(mirror, StagePlot)
    picture = plot.picture
    mark = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
    place = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view)
    start = plot.mapToGlobal(place.toPoint())
    end = start + QPoint(0, 60)
    for words in (
        ("mousemove", str(start.x()), str(start.y())),
        ("mousedown", "1"),
        ("mousemove", str(end.x()), str(end.y() - 20)),
        ("mousemove", str(end.x()), str(end.y())),
    ):
        call("xdotool", *words)
        clicker.settle(0.15)
    same = plot.snapshot is mirror.snapshot
    good = lecture.is_what_if and same
    clicker.failed += not good
    say("ok  " if good else "FAIL", "a drag on the lecturer's monitor shows on both")
    call("xdotool", "mouseup", "1")
    clicker.settle()
    clicker.shoot("what-if")
    clicker.check("back to the scene", "Escape r", lambda: not lecture.is_what_if and talk.is_on)


def unplug(clicker: Clicker) -> None:
    """Take the lecturer's monitor away, and give it back."""
    talk = clicker.window.presenter.presenting
    assert talk.audience is not None and talk.lecturer is not None
    before = talk.lecture.beat if talk.lecture else None
    call("xrandr", "--delmonitor", "DESK")
    call("xrandr", "--fb", "1920x1080")
    gone = clicker.wait(lambda: len(clicker.application.screens()) == 1)
    clicker.settle(1.0)
    on = talk.is_on and talk.audience.isVisible() and talk.lecture.beat == before
    clicker.failed += not (gone and on)
    say("ok  " if gone and on else "FAIL", "unplugged: the audience sees the same")
    notes = talk.audience.strip.isVisible()
    clicker.failed += not notes
    say("ok  " if notes else "FAIL", "unplugged: the notes are below its picture")
    clicker.shoot("unplugged")
    monitors("DESK", RIGHT, output="none")
    back = clicker.wait(lambda: len(clicker.application.screens()) == 2)
    clicker.settle(1.0)
    good = back and talk.lecturer.isVisible() and not talk.audience.strip.isVisible()
    clicker.failed += not good
    say("ok  " if good else "FAIL", "plugged in again: both windows")
    clicker.shoot("plugged-in-again")


def main() -> int:
    """Run the matrix on a server of its own."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    started = serve(free_display())
    try:
        return run(folder)
    finally:
        for one in started:
            one.terminate()


if __name__ == "__main__":
    sys.exit(main())
