"""How much memory the window takes after many edits, each of them painted and one undo step.

python -m tests.walks.painted_edits [COUNT …]
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from tests.walks.gestures import resident_mb
from xentgui.documents.recovery import Recovery
from xentgui.model import edits
from xentgui.model.subjects import OnState
from xentgui.painting import accessibility
from xentgui.program.app import Options, build
from xentgui.settings import Settings

_FIRST = 100  # until then, parts are made that stay


def main(counts: list[int]) -> None:
    """Print the memory after each of `counts` edits."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat))
        _, window = build(Options(), settings=settings, recovery=Recovery(Path(folder, "state")))
        accessibility.reduce_motion(reduced=True)
        window.resize(1440, 900)
        window.show()
        window.complete()
        begun = time.monotonic()
        for number in range(1, max(counts) + 1):
            value = ((number * 7919) % 1000) / 100.0 - 5.0

            edit = OnState(
                lambda state, number=number, value=value: edits.with_logit(state, number % 3, value)
            )
            window.store.edit(edit, "Edit logit")
            QApplication.processEvents()
            if number in (_FIRST, *counts):
                gc.collect()
                steps, seconds = window.store.history.count(), time.monotonic() - begun
                sys.stdout.write(
                    f"{number} painted edits, {steps} undo steps: {resident_mb():.0f} MB, {seconds:.0f} s\n"
                )
                sys.stdout.flush()
        window.documents.closes_unasked = True
        window.close()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 50_000, 100_000])
