"""In a figure, a number that a target's line keeps away from its bar is joined to that bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLineF
from PySide6.QtGui import QImage

from tests.export.test_styles import TEN
from tests.panels.recording import RecordingPainter
from xentgui.export.figure import Figure
from xentgui.export.figure_size import fitted
from xentgui.export.spec import FigureSpec
from xentgui.model import State, derive
from xentgui.model.view import View

pytestmark = pytest.mark.usefixtures("qapp")

UPRIGHT = State(
    ("cat", "dog", "owl", "bat", "ant"), (4.0, -1.0, 0.6, -2.0, 3.4), (0.4, 0.03, 0.2, 0.05, 0.32)
)
THIN = 1.1  # design pixels: a target's line is thicker


def _lines(state: State, width: float) -> list[QLineF]:
    """Return the thin lines of a figure of the distribution, without those of the grid."""
    spec = FigureSpec.in_centimetres(("distribution",), width, None, style="paper", language="en")
    snapshot, view = derive(state), View()
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = RecordingPainter(image)
    Figure(fitted(spec, snapshot, view), snapshot, view).paint(painter)
    painter.end()
    return [one.line for one in painter.lines if one.pen.widthF() < THIN]


def test_that_a_number_beyond_a_targets_line_is_joined_to_its_row() -> None:
    level = [line for line in _lines(TEN, 8.6) if line.dy() == 0.0 and 5.0 < line.dx() < 60.0]

    # Of ten classes, the targets of two stand between a bar and its number, and not right beside.
    assert len(level) == 2


def test_that_a_number_above_a_targets_line_is_joined_to_its_bar() -> None:
    upright = [line for line in _lines(UPRIGHT, 12.0) if line.dx() == 0.0 and 2.0 < -line.dy() < 60]

    assert len(upright) == 2  # dog and bat; the target of owl leaves room below it
