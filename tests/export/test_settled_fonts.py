"""Letters in files are the same, whatever a window has drawn before."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPaintDevice,
    QPainter,
    QPainterPath,
    QPicture,
)
from PySide6.QtWidgets import QApplication

from tests.export.samples import EXAMPLE
from xentgui.export.figure import Figure
from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.formats.device import painting
from xentgui.export.spec import FigureSpec
from xentgui.model import derive
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.letters import settle
from xentgui.panels.derivation_page.glyph_writer import GlyphWriter

_FONTS = {
    "regular": fonts.ui_font,
    "bold": lambda em: fonts.ui_font(em, bold=True),
    "italic": lambda em: fonts.ui_font(em, italic=True),
    "math": fonts.math_font,
}
_WORDS = "Distribution 分布 0123"
_NUMBER = "−0123456789.5"


def _drawn(font: QFont, at: float, text: str = _WORDS) -> None:
    """Draw on pixels as a window does, each letter at some quarter of one."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(QPointF(5.0 + at, 40.0), text)
    painter.end()


def _outline(font: QFont) -> list[tuple[float, float]]:
    path = QPainterPath()
    path.addText(0.0, 0.0, font, _WORDS)
    elements = map(path.elementAt, range(path.elementCount()))
    return [(element.x, element.y) for element in elements]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", _FONTS)
def test_that_outlines_do_not_depend_on_what_was_drawn(qapp: QApplication, name: str) -> None:
    font = _FONTS[name]
    found, unsettled = set(), set()
    for size in range(10, 40):
        _drawn(font(size), size / 7)
        unsettled.add(tuple(_outline(font(13))))
        _drawn(font(size), size / 9)
        settle(font(13))
        found.add(tuple(_outline(font(13))))

    assert len(found) == 1
    if name == "bold":  # else there is nothing to settle, and this file can go
        assert len(unsettled) > 1


@pytest.mark.parametrize("form", EXPORT_FORMATS.values(), ids=lambda form: form.key)
def test_that_a_file_does_not_depend_on_what_was_drawn(qapp: QApplication, form) -> None:  # type: ignore[no-untyped-def]
    spec = FigureSpec.in_pixels(("distribution", "derivation"), 900, 600)
    files = set()
    for size in range(11, 15):
        for font in _FONTS.values():
            _drawn(font(size), size / 7)
        files.add(form.encode(Figure(spec, derive(EXAMPLE), View())))

    assert len(files) == 1


class _Outlines(QPainter):
    """A painter that keeps the points of the outlines that are filled."""

    def __init__(self, device: QPaintDevice) -> None:
        super().__init__(device)
        self.points: list[tuple[float, float]] = []

    def fillPath(self, path: QPainterPath, _color: object) -> None:
        elements = map(path.elementAt, range(path.elementCount()))
        self.points += [(element.x, element.y) for element in elements]  # type: ignore[attr-defined]


def _written(em: int, *, bold: bool) -> tuple[tuple[float, float], ...]:
    """Return the outlines of a number in a file."""
    picture = QPicture()
    with painting(picture, _Outlines) as painter:
        GlyphWriter(painter, em).number(_NUMBER, 0.0, 0.0, QColor("#000000"), bold=bold)
    assert isinstance(painter, _Outlines)
    return tuple(painter.points)


def _shown(em: int, at: float, *, bold: bool) -> None:
    """Draw a number on pixels, as the page of a window does."""
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    GlyphWriter(painter, em).number(_NUMBER, 5.0 + at, 40.0, QColor("#000000"), bold=bold)
    painter.end()


def _how_many_outlines() -> dict[str, int]:
    """Return in how many ways numbers of a page are written, by their size, after many sizes."""
    found: dict[str, set[object]] = {}
    for size in range(8, 44):
        for bold in (False, True):
            _shown(size, size / 7, bold=bold)
        for name in ("regular", "bold", "math"):
            _drawn(_FONTS[name](size), size / 9, _NUMBER)
        for bold in (False, True):
            for em in (13, 20, 24, 31):
                _shown(em, size / 7, bold=bold)
                found.setdefault(f"{em}, {bold}", set()).add(_written(em, bold=bold))
    return {which: len(outlines) for which, outlines in found.items()}


def test_that_numbers_of_a_page_do_not_depend_on_many_sizes() -> None:
    # In a process of its own: other tests have drawn any number of sizes before.
    done = subprocess.run(
        [sys.executable, "-m", __name__],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    ways = json.loads(done.stdout)

    assert len(ways) == 8
    assert ways == dict.fromkeys(ways, 1)


if __name__ == "__main__":
    application = QApplication([])
    fonts.install()
    json.dump(_how_many_outlines(), sys.stdout)
