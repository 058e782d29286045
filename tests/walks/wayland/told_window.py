"""A real start of the window that says where its marks are: a script for the walk under Wayland.

It writes "ready".  It reads a word, and answers with a line of JSON: ``where`` with places of the
window, ``state`` with the logits and the size, ``copied`` with a digest of each kind of image that
is on the clipboard, as it left the window.
"""

from __future__ import annotations

import hashlib
import json
import sys

from PySide6.QtCore import QPoint, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from xentgui.panels.marked_panel import Way
from xentgui.program import app
from xentgui.window.main_window import MainWindow

KINDS = ("image/svg+xml", "image/png")


def main() -> None:
    """Start the program, and obey."""
    complete = MainWindow.complete

    def then_listen(window: MainWindow) -> None:
        complete(window)
        notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, window)
        notifier.activated.connect(lambda: _answer(window, sys.stdin.readline().strip()))
        QTimer.singleShot(0, lambda: _say("ready"))

    MainWindow.complete = then_listen
    sys.exit(app.main(app.Options()))


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _answer(window: MainWindow, word: str) -> None:
    if word == "where":
        _say(json.dumps(_places(window)))
    elif word == "state":
        state = window.store.snapshot.state
        size = [window.width(), window.height()]
        _say(json.dumps({"logits": list(state.logits), "size": size}))
    elif word == "copied":
        data = QGuiApplication.clipboard().mimeData()
        digests = {kind: hashlib.sha256(data.data(kind).data()).hexdigest() for kind in KINDS}
        _say(json.dumps(digests))
    else:
        window.documents.closes_unasked = True
        window.close()


def _places(window: MainWindow) -> dict[str, list[int]]:
    """Return places in the window: the ring of class 1, the middle of its panel, and its logit."""
    plot = window.panels["distribution"]
    picture = plot.picture
    mark = picture.face.mark_beside(None, Way.NEXT, picture.snapshot, picture.view)
    ring = picture.face.locate(mark, picture.frame(), picture.snapshot, picture.view)
    table = window.logit_table
    cell = table.visualRect(table.model().index(0, 1)).center()
    found = {
        "ring": (plot.viewport(), ring.toPoint()),
        "panel": (plot.viewport(), plot.viewport().rect().center()),
        "cell": (table.viewport(), cell),
    }
    return {name: list(_in(window, part, at)) for name, (part, at) in found.items()}


def _in(window: MainWindow, part: QWidget, at: QPoint) -> tuple[int, int]:
    place = part.mapTo(window, at)
    return place.x(), place.y()


if __name__ == "__main__":
    main()
