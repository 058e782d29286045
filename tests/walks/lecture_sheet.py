"""Walks a lecture in the window that the audience sees, and leaves contact sheets.

    python -m tests.walks.lecture_sheet FOLDER [LECTURE [SIZE]]

Every step of every scene, in both languages, at 1024×768 and 1920×1080.  LECTURE is a file, or the
name of one that comes with the program; without it, it is the lecture of the tests.
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
from xentgui.documents.document import encode
from xentgui.documents.moment import Beat, after
from xentgui.painting import accessibility
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
    name = sys.argv[2] if sys.argv[2:] else ""
    file = Path(name) if Path(name).is_file() else None
    if not name:
        file = home / "lecture.xent.json"
        file.write_text(encode(LECTURE), "utf-8")
    only = [tuple(map(int, sys.argv[3].split("x")))] if sys.argv[3:] else SIZES
    settings = Settings(QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat))
    options = Options(file, "light", "en", lecture="" if file else name)
    _, window = build(options, settings=settings)
    window.show()
    window.complete()
    accessibility.reduce_motion(reduced=True)
    for language, theme in THEMES.items():
        window.run_command(f"language.{language}")
        window.run_command(f"theme.{theme}")
        settle(0.1)  # the names of classes follow the language
        window.presenter.toggle(in_window=True)
        talk = window.presenter.presenting
        assert talk.audience is not None and talk.lecture is not None
        scenes = talk.lecture.scenes
        for size in only:
            talk.audience.resize(*size)
            pictures = []
            beat: Beat | None = Beat()
            while beat is not None:  # questions before steps, too
                talk.lecture.go(beat)
                settle(0.4 if beat.step or beat.asks else 1.0)
                pictures.append(talk.audience.grab().toImage())
                beat = after(scenes, beat)
            sheet(pictures).save(str(folder / f"{language}-{size[0]}x{size[1]}.png"))
        talk.leave()
    window.documents.closes_unasked = True
    window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
