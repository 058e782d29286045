"""What a press grabs: the handle that is seen, the line beside it, and else the whole bar."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from xentgui.model import Snapshot, State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.class_numbers import LOGIT, PROBABILITY, TARGET, NumberMark
from xentgui.panels.class_plot import ClassPlot
from xentgui.panels.distribution import Distribution
from xentgui.panels.information import Information
from xentgui.panels.logits import Logits

pytestmark = pytest.mark.usefixtures("qapp")
RECT = QRectF(0, 0, 480, 360)


def _frame(panel: ClassPlot, snapshot: Snapshot) -> Frame:
    home, style = panel.home(snapshot, View()), Style(LIGHT, 13.0, ui_font(13.0))
    return panel.frame(RECT, home, View(), style, 1.0)


def _grabbed(panel: ClassPlot, state: State, index: int, y: float, aside: float) -> object:
    """Return what a press grabs at the height of `y`, `aside` pixels from the middle of a class."""
    snapshot = derive(state)
    frame = _frame(panel, snapshot)
    point = QPointF(frame.x(float(index)) + aside, frame.y(y))
    return panel.mark_at(frame, snapshot, View(), point)


@settings(deadline=None)
@given(st.floats(0.02, 0.98), st.floats(-0.012, 0.012), st.floats(-5, 5))
def test_that_a_handle_wins_over_the_line_that_it_covers(
    p: float, off: float, aside: float
) -> None:
    target = min(max(p + off, 0.0), 1.0)
    state = State(["a", "b"], [np.log(p), np.log1p(-p)], [target, 1 - target])

    assert _grabbed(Distribution(), state, 0, p, aside) == NumberMark(PROBABILITY, 0)


def test_that_the_line_is_grabbed_beside_the_handle_that_covers_it() -> None:
    state = State(["a", "b"], [0, 0], [0.5, 0.5])

    for aside in (-40.0, 40.0):
        assert _grabbed(Distribution(), state, 0, 0.495, aside) == NumberMark(TARGET, 0)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.9])
def test_that_the_whole_bar_can_be_grabbed(share: float) -> None:
    state = State(["a", "b"], [2, 0], [1, 0])
    p = float(derive(state).probabilities[0])

    assert _grabbed(Distribution(), state, 0, share * p, 20.0) == NumberMark(PROBABILITY, 0)
    assert _grabbed(Distribution(), state, 0, p + 0.06, 90.0) is None


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
@pytest.mark.parametrize("logit", [2.5, -2.5])
def test_that_the_whole_stem_can_be_grabbed(share: float, logit: float) -> None:
    state = State(["a", "b"], [logit, 0], [1, 0])

    assert _grabbed(Logits(), state, 0, share * logit, 3.0) == NumberMark(LOGIT, 0)
    assert _grabbed(Logits(), state, 0, share * logit, 30.0) is None


@pytest.mark.parametrize("panel", [Distribution, Logits, Information])
def test_that_the_read_out_is_kept_off_where_a_mark_is_drawn(panel: type[ClassPlot]) -> None:
    snapshot = derive(State(["a", "b", "c"], [2, 0, 1], [1, 0, 0]))
    plot = panel()
    frame = _frame(plot, snapshot)

    for number in plot.numbers:
        for index in range(3):
            mark = NumberMark(number, index)
            extent = plot.extent_of(mark, frame, snapshot, View())
            assert extent is not None
            assert extent.contains(plot.locate(mark, frame, snapshot, View()))
            assert extent == plot.extent_of(ClassMark(index), frame, snapshot, View())


@pytest.mark.parametrize("number", [PROBABILITY, TARGET])
def test_that_what_would_be_grabbed_is_shown_and_not_covered(number: object) -> None:
    snapshot = derive(State(["a", "b"], [0, 0.5], [0.7, 0.3]))
    plot = Distribution()
    frame, at = _frame(plot, snapshot), QPointF()
    picture = QImage(480, 360, QImage.Format.Format_RGB32)
    picture.fill(QColor(LIGHT.card))
    painter = QPainter(picture)
    mark = NumberMark(number, 0)  # type: ignore[arg-type]
    plot.paint_pointed(painter, frame, snapshot, View(), mark)
    painter.end()
    at = plot.locate(mark, frame, snapshot, View())

    pixels = np.frombuffer(picture.constBits(), np.uint32).reshape(360, 480)
    rows, columns = np.nonzero(pixels == QColor(LIGHT.accent).rgb())
    assert len(rows)
    assert np.abs(rows - at.y()).max() <= 12
    if number is PROBABILITY:  # a ring leaves the handle to be seen
        assert np.hypot(rows - at.y(), columns - at.x()).min() > 7
