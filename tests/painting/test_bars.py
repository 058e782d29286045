"""Bars thinner than a pixel: no peak is lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from xentgui.painting.bars import bar_rects, columns, greatest, is_dense, least
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT


def _frame(count: int, width: float = 300.0) -> Frame:
    rect = QRectF(0, 0, width, 200)
    return Frame(rect, rect, Ranges(-0.5, count - 0.5, 0.0, 1.0), Style(LIGHT, 13.0, ui_font(13)))


@pytest.mark.usefixtures("qapp")
@given(st.integers(301, 60_000), st.data())
def test_that_the_envelope_keeps_every_peak(count: int, data: st.DataObject) -> None:
    peak = data.draw(st.integers(0, count - 1))
    values = np.zeros(count)
    values[peak] = 1.0
    frame = _frame(count)

    shared = columns(frame, count)
    high = greatest(values, shared)

    assert high.max() == 1.0
    assert (least(-values, shared) == -high).all()
    at = shared.left[int(np.argmax(high))]
    assert abs(at - frame.x(float(peak))) <= 1.0 + frame.slot


@pytest.mark.usefixtures("qapp")
@given(st.integers(2, 60_000))
def test_that_every_class_falls_into_one_column(count: int) -> None:
    shared = columns(_frame(count), count)
    starts, stops = shared.starts, shared.stops

    assert starts[0] == 0
    assert stops[-1] == count
    assert (starts[1:] == stops[:-1]).all()
    assert (stops > starts).all()


@pytest.mark.usefixtures("qapp")
def test_that_bars_stand_on_zero_and_reach_their_value() -> None:
    frame = _frame(3)

    rects = bar_rects(frame, np.array([0.5, 1.0, 0.0]), 0.5)

    assert rects[:, 3].tolist() == [100.0, 200.0, 0.0]
    assert (rects[:, 1] + rects[:, 3]).tolist() == [200.0, 200.0, 200.0]
    assert rects[:, 2].tolist() == [50.0, 50.0, 50.0]


@pytest.mark.usefixtures("qapp")
def test_that_bars_turn_into_an_envelope_when_thinner_than_two_pixels() -> None:
    assert not is_dense(_frame(150))
    assert is_dense(_frame(151))
