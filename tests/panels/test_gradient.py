"""The gradient of a pinned state is a dotted line where that state has it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from tests.panels.recording import RecordingPainter
from tests.panels.samples import HARD
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.gradient import Gradient

FEW = {name: state for name, state in HARD.items() if len(state.labels) <= 50}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("temperature", [0.25, 1.0, 3.0])
@pytest.mark.parametrize("state", FEW.values(), ids=FEW.keys())
def test_that_a_pinned_gradient_is_dotted_where_it_was(state: State, temperature: float) -> None:
    pinned, snapshot = replace(state, temperature=temperature), derive(state)
    panel, view = Gradient(), View(pinned=pinned, values=False)
    style, image = Style(LIGHT, 13.0, ui_font(13)), QImage(900, 480, QImage.Format.Format_RGB32)
    ranges = panel.home(snapshot, view)
    frame = panel.frame(QRectF(0, 0, 900, 480), ranges, view, style, 1.0)
    painter = RecordingPainter(image)

    panel.paint_marks(painter, frame, snapshot, view)
    painter.end()

    dotted = [one.line for one in painter.lines if one.pen.style() == Qt.PenStyle.CustomDashLine]
    slopes = np.clip(derive(pinned).gradient, ranges.bottom, ranges.top)
    middle, up = frame.rect.center().y(), frame.rect.height() / (ranges.top - ranges.bottom)
    np.testing.assert_allclose([line.y1() for line in dotted], middle - up * slopes, atol=1e-6)
    np.testing.assert_allclose([line.y2() for line in dotted], middle - up * slopes, atol=1e-6)
    centers = [(line.x1() + line.x2()) / 2 for line in dotted]
    wanted = frame.rect.left() + (np.arange(len(slopes)) + 0.5) * frame.slot
    np.testing.assert_allclose(centers, wanted, atol=1e-6)
