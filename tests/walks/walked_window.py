"""One start of the program that does as it is told: a child of `walk`.

    python -m tests.walks.walked_window '{"deeds": ["theme.toggle", "open lecture.xent.json"], …}'

The start is the real one, in its real order.  After each deed, once nothing moves any more, it
prints where everything is, as a line of JSON, and saves a picture of the screen.  Then it quits.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.walks.room import faults_of_room
from xentgui.program import app
from xentgui.settings import directory
from xentgui.window.main_window import MainWindow

DIED = 9
"""The exit code of a start that was told to die."""

_TURN_MS = 20
_STILL = 12
"""After so many turns without a change nothing moves any more."""


class Frames(QObject):
    """Notes where the parts of the window are in each frame of the start that shows them.

    Attributes
    ----------
    places
        Of each part that was painted, its kind and where it was.
    """

    KINDS = ("Card", "ToolBar", "StatusLine", "MessageBar", "QTabBar", "PlotPicture", "QScrollBar")

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[int, tuple[str, set[object]]] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what is painted."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            kind, window = type(watched).__name__, watched.window()
            if kind in self.KINDS and watched is not window:
                place = (watched.mapTo(window, QPoint()).toTuple(), watched.size().toTuple())
                self.places.setdefault(id(watched), (kind, set()))[1].add(place)
        return False

    def moved(self) -> list[str]:
        """Return what was not where it stays from the first frame on, or did not stay."""
        there = {id(one) for one in QApplication.allWidgets() if one.isVisible()}
        return [
            f"{kind} was at {sorted(map(str, places))}"
            for one, (kind, places) in self.places.items()
            if len(places) > 1 or (kind == "QScrollBar" and one not in there)
        ]


class Walk(QObject):
    """Does one deed after the other, each when the one before has come to rest."""

    def __init__(self, deeds: list[str], pictures: str) -> None:
        super().__init__()
        self._deeds = [*deeds]
        self._done = "start"
        self._pictures = pictures
        self._last: dict[str, Any] = {}
        self._still = 0
        self._count = 0
        self._frames: Frames | None = Frames()
        QApplication.instance().installEventFilter(self._frames)
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN_MS)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        window = _window()
        if window is None:
            return
        now = geometry(window)
        self._still = self._still + 1 if now == self._last else 0
        self._last = now
        if self._still < _STILL:
            return
        self._still = 0
        self._report(window, now)
        if not self._deeds:
            self._timer.stop()
            window.documents.closes_unasked = True
            window.close()
            return
        self._done = self._deeds.pop(0)
        name, _, rest = self._done.partition(" ")
        deeds: dict[str, Callable[[], object]] = {
            "pull": lambda: pull(window, int(rest)),
            "bigger": lambda: window.look.zoom_to(1.1 ** int(rest)),
            "enlarge": lambda: window.cards.enlarge(rest),
            "open": lambda: window.documents.open_path(Path(rest)),
            "maximize": window.showMaximized,
            "normal": window.showNormal,
            "die": self._die,
        }
        deeds.get(name, lambda: window.run_command(name))()

    def _die(self) -> None:
        """End as a program that is killed, once its work is kept."""
        if any(directory().glob("**/recovery-*.journal")):
            os._exit(DIED)
        self._deeds.insert(0, "die")

    def _report(self, window: MainWindow, now: dict[str, Any]) -> None:
        if self._pictures:
            word = Path(self._done).name.replace(" ", "-").removesuffix(".xent.json")
            picture = window.screen().grabWindow(0) if _sees_screen() else window.grab()
            picture.save(f"{self._pictures}-{self._count}-{word}.png")
        self._count += 1
        now["wrong"] = faults_of_room(window)
        if self._frames is not None:
            QApplication.instance().removeEventFilter(self._frames)
            now["moved"], self._frames = self._frames.moved(), None
        sys.stdout.write(json.dumps({"after": self._done, **now}) + "\n")
        sys.stdout.flush()


def _sees_screen() -> bool:
    return QGuiApplication.platformName() == "xcb"


def _window() -> MainWindow | None:
    """Return the window once it is complete."""
    if "xentgui.window.controls.sample_bar" not in sys.modules:  # the last thing that is made
        return None
    windows = (one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
    return next((one for one in windows if one.isVisible()), None)


def geometry(window: MainWindow) -> dict[str, Any]:
    """Return where the window and its parts are, each as left, top, width and height."""
    return {
        "screen": window.screen().availableGeometry().getRect(),
        "frame": window.frameGeometry().getRect(),
        "inside": window.geometry().getRect(),
        "status": _place(window, window.status),
        "toolbar": _place(window, window.toolbar),
        "cards": {
            key: _place(window, card)
            for key, card in window.cards.by_key.items()
            if not card.visibleRegion().isEmpty()
        },
    }


def _place(window: MainWindow, part: QWidget) -> object:
    return QRect(part.mapTo(window, QPoint()), part.size()).getRect()


def pull(window: MainWindow, way: int) -> None:
    """Make the tables wider by `way`, as a hand does."""
    cards, left = window.cards, Qt.MouseButton.LeftButton
    line = cards.by_key["logit_table"].geometry().topRight() + QPoint(3, 60)
    QTest.mousePress(cards, left, pos=line)
    QTest.mouseMove(cards, line + QPoint(way, 0))
    QApplication.processEvents()
    QTest.mouseRelease(cards, left, pos=line + QPoint(way, 0))


def main() -> int:
    """Start the program, with a document if one is named."""
    told = json.loads(sys.argv[1])
    QApplication(["xentgui", "-style", app.STYLE])
    walk = Walk(told["deeds"], told["pictures"])
    file = Path(told["file"]) if told["file"] else None
    language, theme = told["language"], told["theme"]
    code = app.main(app.Options(file=file, theme=theme, language=language))
    walk.deleteLater()
    return code


if __name__ == "__main__":
    sys.exit(main())
