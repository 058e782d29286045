"""The area is the cross-entropy, however many classes share it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from xentgui.model import State, default_labels, derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.areas import Areas

WIDTH, HEIGHT = 640, 480


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", [3, 401, 50_257])
def test_that_the_painted_area_is_the_cross_entropy(count: int) -> None:
    rng = np.random.default_rng(count)
    target = rng.random(count) + 0.5
    state = State(default_labels(count), rng.normal(0, 1, count), target / target.sum())
    snapshot, style = derive(state), Style(LIGHT, 13.0, ui_font(13))
    panel, view, rect = Areas(), View(areas=True, values=False), QRectF(0, 0, WIDTH, HEIGHT)
    frame = panel.frame(rect, panel.home(snapshot, view), view, style, 1.0)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)

    panel.paint_marks(painter, frame, snapshot, view)
    painter.end()

    raw = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(HEIGHT, WIDTH)
    inside = raw[int(frame.rect.top()) : int(frame.rect.bottom()), :]
    painted = (inside & 0xFFFFFF) != int(LIGHT.card[1:], 16)
    unit = frame.slot * frame.rect.height() / frame.ranges.top  # pixels of one nat
    assert painted.sum() / unit == pytest.approx(snapshot.cross_entropy, rel=0.03)
