"""Walks a lecture in the window that the audience sees, and leaves contact sheets.

    python -m tests.walks.lecture_sheet FOLDER [FILE]

Every step of every scene, in both languages, at 1024×768 and 1920×1080; without FILE it is the
lecture of the tests.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from math import ceil
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QSettings
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.documents.lecture import LECTURE
from xentgui.documents.document import decode, encode
from xentgui.documents.moment import Beat, last_step
from xentgui.painting import motion
from xentgui.program.app import Options, build
from xentgui.settings import Settings

SIZES = ((1024, 768), (1920, 1080))
THEMES = {"en": "light", "zh_CN": "dark"}
_ACROSS, _WIDTH, _GAP = 4, 640, 12


def settle(seconds: float) -> None:
    """Let the program run: formulas are laid out in a thread of their own."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def sheet(pictures: list[QImage]) -> QImage:
    """Return small copies of pictures of one size, row by row."""
    height = round(_WIDTH * pictures[0].height() / pictures[0].width())
    rows = ceil(len(pictures) / _ACROSS)
    whole = QImage(
        _ACROSS * (_WIDTH + _GAP) + _GAP, rows * (height + _GAP) + _GAP, QImage.Format.Format_RGB32
    )
    whole.fill(0x808080)
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for at, picture in enumerate(pictures):
        row, column = divmod(at, _ACROSS)
        place = QPointF(_GAP + column * (_WIDTH + _GAP), _GAP + row * (height + _GAP))
        painter.drawImage(place, picture.scaledToWidth(_WIDTH))
    painter.end()
    return whole


def main() -> int:
    """Leave a sheet for each size and language."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    home = Path(tempfile.mkdtemp())
    file = home / "lecture.xent.json"
    lecture = decode(Path(sys.argv[2]).read_bytes()) if len(sys.argv) > 2 else LECTURE
    file.write_text(encode(lecture), "utf-8")
    settings = Settings(QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat))
    _, window = build(Options(file, "light", "en"), settings=settings)
    window.show()
    window.complete()
    motion.reduce(reduced=True)
    window.presenter.toggle(in_window=True)
    talk = window.presenter.presenting
    assert talk.audience is not None and talk.lecture is not None
    for language, theme in THEMES.items():
        window.run_command(f"language.{language}")
        window.run_command(f"theme.{theme}")
        for size in SIZES:
            talk.audience.resize(*size)
            pictures = []
            for scene in range(len(lecture.scenes)):
                for step in range(last_step(lecture.scenes, scene) + 1):
                    talk.lecture.go(Beat(scene, step))
                    settle(0.4 if step else 1.0)
                    pictures.append(talk.audience.grab().toImage())
            name = f"{language}-{size[0]}x{size[1]}.png"
            sheet(pictures).save(str(folder / name))
    talk.leave()
    window.documents.closes_unasked = True
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
