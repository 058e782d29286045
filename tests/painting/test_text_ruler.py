"""A painter that draws nothing knows where every text would be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from xentgui.export.formats.device import OutlinePainter, SearchablePainter
from xentgui.painting import fonts
from xentgui.painting.frame import is_measured
from xentgui.painting.text_ruler import TextRuler

pytestmark = pytest.mark.usefixtures("qapp")

_AT = Qt.AlignmentFlag
_BOX = QRectF(60.0, 40.0, 150.0, 60.0)


def _write(
    painter: QPainter, turn: float, place: QPointF | QRectF, flags: Qt.AlignmentFlag
) -> None:
    painter.setFont(fonts.ui_font(9))  # comes back after the text
    painter.save()
    painter.setFont(fonts.ui_font(20))
    painter.translate(150.0, 120.0)
    painter.rotate(turn)
    painter.scale(1.25, 1.25)
    painter.translate(QPointF(-150.0, -120.0))
    if isinstance(place, QPointF):
        painter.drawText(place, "HxpE")
    else:
        painter.drawText(place, flags, "HxpE")
    painter.restore()


def _inked() -> QImage:
    image = QImage(300, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    return image


@pytest.mark.parametrize("turn", [0.0, -90.0])
@pytest.mark.parametrize("place", [QPointF(90.0, 100.0), _BOX], ids=["point", "box"])
@pytest.mark.parametrize(
    "flags",
    [
        _AT.AlignLeft | _AT.AlignTop,
        _AT.AlignRight | _AT.AlignVCenter,
        _AT.AlignHCenter | _AT.AlignBottom,
    ],
)
def test_that_a_text_is_where_the_ruler_says(
    turn: float, place: QPointF | QRectF, flags: Qt.AlignmentFlag
) -> None:
    image, ruler = _inked(), TextRuler()
    painter = QPainter(image)
    _write(painter, turn, place, flags)
    painter.end()

    _write(ruler, turn, place, flags)
    ((left, top, right, bottom),) = ruler.turned if turn else ruler.boxes

    dark = [
        (x, y) for x in range(300) for y in range(240) if image.pixelColor(x, y).lightness() < 128
    ]
    columns, rows = [x for x, _ in dark], [y for _, y in dark]
    assert left - 1 <= min(columns) and max(columns) + 1 <= right + 1
    assert top - 1.5 <= min(rows) and max(rows) + 1 <= bottom + 1.5
    assert max(columns) - min(columns) > 0.8 * (right - left)
    assert max(rows) - min(rows) > 0.8 * (bottom - top)
    assert ruler.font() == fonts.ui_font(9)


@pytest.mark.parametrize("kind", [QPainter, OutlinePainter, SearchablePainter])
def test_that_no_other_painter_is_taken_for_a_ruler(kind: Callable[[QImage], QPainter]) -> None:
    picture = _inked()
    painter = kind(picture)

    assert not is_measured(painter)
    assert is_measured(TextRuler())

    painter.end()
