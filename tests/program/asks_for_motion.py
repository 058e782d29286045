"""A program that says whether motion is reduced, whenever that changes; for a test of the portal."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from xentgui.painting import accessibility
from xentgui.program.system_motion import SystemMotion


def main() -> None:
    """Print each answer, until there have been so many as the argument says."""
    application = QApplication([])
    asks = SystemMotion(application)
    said: list[bool] = []

    def look() -> None:
        if not said or said[-1] != accessibility.motion_is_reduced():
            said.append(accessibility.motion_is_reduced())
            sys.stdout.write(f"{said[-1]}\n")
            sys.stdout.flush()
            if len(said) == int(sys.argv[1]):
                application.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(5)
    look()
    asks.ask()
    QTimer.singleShot(20_000, application.quit)
    application.exec()


if __name__ == "__main__":
    main()
