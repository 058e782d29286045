"""A real start of the window that says what it opens, and can be made busy: a script for tests.

It writes "ready", and then the path of every document that it opens.  It reads commands:
``busy SECONDS`` keeps it from its events, ``dialog`` opens a modal dialog, ``close`` closes that,
``logits`` writes the logits that it shows, ``quit`` ends it.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from xentgui.program import app
from xentgui.window.main_window import MainWindow


def main() -> None:
    complete = MainWindow.complete

    def then_listen(window: MainWindow) -> None:
        complete(window)
        said: list[Path | None] = [window.documents.path]

        def look() -> None:
            if window.documents.path != said[-1]:
                said.append(window.documents.path)
                print(window.documents.path, flush=True)

        window.documents.changed.connect(look)
        window.notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, window)
        window.notifier.activated.connect(lambda: obey(window, sys.stdin.readline()))
        QTimer.singleShot(0, lambda: print("ready", flush=True))

    MainWindow.complete = then_listen
    sys.exit(app.main(app.Options(file=Path(sys.argv[1]) if sys.argv[1:] else None)))


def obey(window: MainWindow, command: str) -> None:
    word, _, value = command.strip().partition(" ")
    if word == "busy":
        print("busy", flush=True)
        time.sleep(float(value))
    elif word == "dialog":
        QDialog(window, modal=True).open()
        print("open", flush=True)
    elif word == "logits":
        print(tuple(window.store.snapshot.state.logits), flush=True)
    elif word == "close":
        QApplication.activeModalWidget().close()
        print("closed", flush=True)
    else:
        window.documents.closes_unasked = True
        window.close()


if __name__ == "__main__":
    main()
