"""Make the pictures of the README from the real window: ``python packaging/make_screenshots.py``.

Needs no display.  The window is that of a first start: no settings of the person are read.
"""

from __future__ import annotations

import math
import os
import sys
import tempfile
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "resources" / "screenshots"
sys.path.insert(0, str(ROOT))
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QDeadlineTimer, QSettings, Qt
from PySide6.QtWidgets import QApplication

from xentgui.canvas.page_view import PageView
from xentgui.model import State, default_labels
from xentgui.program.app import Options, build
from xentgui.settings import Settings

SIZE = (1440, 900)
PATIENCE_MS = 20_000  # for the formulas, which are laid out in the background
PICTURES = (
    ("explore-light", "light", "en", ""),
    ("explore-dark", "dark", "zh_CN", ""),
    ("learn-light", "light", "en", "learn"),
    ("classify-light", "light", "en", "classify"),
)
WALKED = State(default_labels(3), tuple(map(math.log, (0.34, 0.46, 0.20))), (1, 0, 0))
STEPS = 3
TRAINED = 40


def main() -> None:
    """Write every picture into the folder."""
    with tempfile.TemporaryDirectory() as folder:
        for name, theme, language, workspace in PICTURES:
            settings = Settings(QSettings(f"{folder}/{name}.ini", QSettings.Format.IniFormat))
            state = WALKED if workspace == "learn" else None
            options = Options(theme=theme, language=language, workspace=workspace, state=state)
            _, window = build(options, settings=settings)
            window.resize(*SIZE)
            window.show()
            window.complete()
            for _ in range(STEPS if workspace == "learn" else 0):
                window.run_command("walk.step")
            if workspace == "classify":
                window.run_command("preset.71-penguins")
                for _ in range(TRAINED):
                    window.run_command("train.step")
            window.setFocus(Qt.FocusReason.OtherFocusReason)
            pages = [view for view in window.panels.values() if isinstance(view, PageView)]
            ready: set[str] = set()
            for page in pages:
                page.prepared.connect(partial(ready.add, page.objectName()))
            deadline = QDeadlineTimer(PATIENCE_MS)
            QApplication.processEvents()
            shown = {page.objectName() for page in pages if page.isVisible()}
            while not shown <= ready and not deadline.hasExpired():
                QApplication.processEvents()
            QApplication.processEvents()
            window.grab().save(str(HERE / f"{name}.png"))
            window.documents.closes_unasked = True
            window.close()


if __name__ == "__main__":
    main()
