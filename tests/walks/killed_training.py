"""The program as `test_killed_training` starts it: it trains until it is killed, and tells what it keeps.

    python -m tests.walks.killed_training train|look

Each line has the number of the undo steps and a digest of everything that the classifier holds.
"""

from __future__ import annotations

import hashlib
import json
import sys

import numpy as np

from xentgui import settings
from xentgui.documents.recovery import Recovery
from xentgui.model.subjects import classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.classifier_parts import PARTS
from xentgui.program import app
from xentgui.window.main_window import MainWindow

STEPS = 5
"""Steps of training that are undo steps of their own, before it plays."""


def digest(subject: Classifier) -> str:
    """Return a digest of all numbers and names, to the last bit."""
    found = hashlib.blake2b(digest_size=12)
    for name in PARTS:
        part = getattr(subject, name)
        found.update(part.tobytes() if isinstance(part, np.ndarray) else repr(part).encode())
    return found.hexdigest()


def tell(window: MainWindow, **more: object) -> None:
    """Write a line to the one who kills."""
    subject = classifier_of(window.store.snapshot)
    line = {
        "steps": window.store.history.index(),
        "text": window.store.history.undoText(),
        "digest": "" if subject is None else digest(subject),
        "plays": window.trains.plays,
        **more,
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Train, and tell of every undo step; or tell what was recovered, and how it is undone."""
    recovery = Recovery(settings.directory())
    application, window = app.build(app.Options(), recovery=recovery)
    window.show()
    window.complete()
    tell(window, start=True, damage=[str(one) for one in recovery.unreadable])
    if sys.argv[1] == "look":
        while window.store.history.index():
            window.store.history.undo()
            tell(window)
        window.documents.closes_unasked = True
        window.close()
        return
    window.run_command("workspace.classify")
    window.examples.take("71-penguins")
    for _ in range(STEPS):
        window.run_command("train.step")
        tell(window)
    window.store.history.indexChanged.connect(lambda _: tell(window))
    window.run_command("train.play")
    tell(window)
    application.exec()


if __name__ == "__main__":
    main()
