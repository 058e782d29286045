"""Every panel paints a class in the colour that the state gives the class, wherever it stands."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.panels.recording import RecordingPainter
from xentgui.model import State, derive, edits
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.panel import Panel

pytestmark = pytest.mark.usefixtures("qapp")

THREE = State(["cat", "dog", "owl"], [1.0, 0.5, -0.25], [0.5, 0.25, 0.25])
# In one panel classes have no colours, in another the colours are those of losses.
COLORLESS = {"decomposition", "why_cross_entropy", "funnel"}
# These draw points or rows, and so nothing for logits alone.
COLORLESS |= {"input_space", "learning_curve", "losses_of_points", "confusion"}
COLORLESS |= {"points_calibration", "calibration", "rows"}
COLORFUL = [panel for panel in PANELS if panel.key not in COLORLESS]


def _painted(panel: type[Panel], state: State, view: View) -> tuple[QImage, set[str]]:
    """Return a picture, and the colours that its rectangles were filled with."""
    image = QImage(640, 420, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = RecordingPainter(image)
    style = Style(LIGHT, 13.0, ui_font(13.0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    panel().paint(painter, QRectF(image.rect()), derive(state), view, style)
    painter.end()
    return image, {rect.fill.name() for rect in painter.rects}


def _shows(image: QImage, number: int) -> bool:
    pixels = np.frombuffer(image.constBits(), np.uint32)
    return bool((pixels == QColor(LIGHT.class_color(number)).rgb()).any())


@pytest.mark.parametrize("panel", COLORFUL, ids=lambda panel: panel.key)
def test_that_a_class_keeps_its_colour_when_another_is_removed(
    panel: type[Panel],
) -> None:
    four = edits.add_classes(THREE, ["fox"])  # a triangle needs three that stay
    before, _ = _painted(panel, four, View())
    after, _ = _painted(panel, edits.remove_classes(four, [0]), View())

    assert _shows(before, 0)
    assert not _shows(after, 0)
    assert panel.key == "naive" or _shows(after, 2)


def test_that_an_area_keeps_its_colour_when_another_class_is_removed() -> None:
    panel = next(panel for panel in PANELS if panel.key == "information")

    _, fills = _painted(panel, edits.remove_classes(THREE, [0]), View(areas=True))

    colors = [QColor(LIGHT.class_color(number)).name() for number in range(3)]
    assert [color in fills for color in colors] == [False, True, True]
