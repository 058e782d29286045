"""Drives random gestures on the real window, and checks after each that nothing disagrees.

    python -m tests.walks.gestures COUNT [SEED] [--workspace KEY]

The same seed gives the same walk; in a workspace that is named, it begins with all panels shown.  On the first fault it prints the seed, the last gestures and
what is wrong; the exit code is 1 then.  QT_QPA_PLATFORM chooses the screen (default: offscreen).
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import tempfile
import threading
import time
import traceback
import warnings
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QMessageLogContext, QSettings, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.walks.gesture_checks import faults_of, there_and_back
from tests.walks.gesture_hand import Hand
from xentgui.documents.recovery import Recovery
from xentgui.painting import accessibility
from xentgui.program.app import Options, build
from xentgui.settings import Settings

_KEPT = 30
"""So many of the last gestures are printed with a fault."""

_BACK_EVERY = 250
"""After so many gestures, everything is undone and redone."""

_IGNORED = (
    "This plugin does not support",
    "not accepted by receiving widget",  # QTest's own warning: a click that nobody needs
)


class FaultError(Exception):
    """Something that must not be."""


class Walk:
    """A window, a hand, and what both have done.

    Attributes
    ----------
    done
        How often each kind of gesture was made.
    """

    def __init__(self, seed: int, folder: Path, workspace: str | None = None) -> None:
        self.seed = seed
        self.done: Counter[str] = Counter()
        self._last: deque[str] = deque(maxlen=_KEPT)
        self._heard: list[str] = []
        self._listen()
        self._folder = folder
        settings = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
        _, self.window = build(
            Options(language="en", theme="light"),
            settings=settings,
            recovery=Recovery(folder / "state"),
        )
        accessibility.reduce_motion(reduced=True)
        self.window.resize(1440, 900)
        self.window.show()
        self.window.complete()
        if workspace is not None:
            self.window.run_command(f"workspace.{workspace}")
            self.window.cards.show_panels([*self.window.panels])
        self._hand = Hand(self.window, random.Random(seed), folder)  # noqa: S311 - not a secret
        self.painted_edits = 0
        self.window.store.changed.connect(self._count)

    def walk(self, count: int, tell: Callable[[int], None] = lambda number: None) -> None:
        """Make `count` gestures; raises FaultError."""
        for number in range(1, count + 1):
            try:
                self._require(self._gesture(number))
            except FaultError:
                raise
            except Exception as error:  # noqa: BLE001 - of a part that was asked by us, not by Qt
                self._require(["".join(traceback.format_exception(error))])
            tell(number)

    def _gesture(self, number: int) -> list[str]:
        kind, words = self._hand.gesture()
        self.done[kind] += 1
        self._last.append(f"{number}: {words}")
        self._hand.settle()
        faults = faults_of(self.window)
        if number % _BACK_EVERY == 0:
            self._last.append(f"{number}: undo to the beginning, redo to the end")
            faults += there_and_back(self.window, self._hand.settle)
        return faults

    def end(self) -> None:
        """Close the window."""
        self.window.documents.closes_unasked = True
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qInstallMessageHandler(None)
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
        self._require([])

    def _count(self) -> None:
        self.painted_edits += 1

    def _require(self, faults: list[str]) -> None:
        faults = self._heard + faults
        if faults:
            last = "\n  ".join(self._last)
            raise FaultError(
                "\n".join((f"seed {self.seed}; the last gestures:\n  {last}", *faults))
            )

    def _listen(self) -> None:
        """Hear of every exception that nobody caught, and of every warning."""

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            self._heard.append("".join(traceback.format_exception(kind, error, trace)))

        def message(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
            if not any(one in text for one in _IGNORED):
                self._heard.append(f"Qt says: {text}")

        warnings.simplefilter("error")
        sys.excepthook = hook
        threading.excepthook = lambda args: hook(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        qInstallMessageHandler(message)


def resident_mb() -> float:
    """Return how much memory this process has, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """Walk, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int, nargs="?", default=1)
    parser.add_argument("--workspace", help="begin in this workspace, with all panels shown")
    asked = parser.parse_args()
    begun = time.monotonic()

    def tell(number: int) -> None:
        if number % 1000 == 0:
            gc.collect()
            words = f"{number} gestures, {walk.painted_edits} painted edits, {resident_mb():.0f} MB"
            sys.stdout.write(f"{words}, {time.monotonic() - begun:.0f} s\n")
            sys.stdout.flush()

    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(asked.seed, Path(folder), asked.workspace)
        try:
            walk.walk(asked.count, tell)
            walk.end()
        except FaultError as fault:
            sys.stdout.write(f"{fault}\n")
            sys.stdout.flush()
            os._exit(1)
    sys.stdout.write(", ".join(f"{kind} {number}" for kind, number in walk.done.most_common()))
    sys.stdout.write(f"\nno fault in {asked.count} gestures, {time.monotonic() - begun:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
