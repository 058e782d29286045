"""Copies of marks look like the marks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from xentgui.painting import fonts
from xentgui.painting.marks import Mark, draw_dot, draw_handle, draw_stamped
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, Theme

_SIDE = 30.0
_WIDTH, _HEIGHT = 8 * _SIDE, _SIDE


def _pixels(resolution: float, paint) -> np.ndarray:
    image = QImage(
        round(_WIDTH * resolution), round(_HEIGHT * resolution), QImage.Format.Format_RGB32
    )
    image.setDevicePixelRatio(resolution)
    image.fill(QColor("#888888"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("mark", [draw_dot, draw_handle], ids=["dot", "handle"])
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.key)
@settings(deadline=None, max_examples=20)
@given(
    st.lists(st.tuples(st.floats(-3.0, 3.0), st.floats(-3.0, 3.0)), min_size=6, max_size=8),
    st.sampled_from([1.0, 1.25, 1.5, 2.0]),
    st.floats(0.0, 1.0),
)
def test_that_copied_marks_stand_where_drawn_ones_do(
    mark: Mark, theme: Theme, shifts: list[tuple[float, float]], resolution: float, moved: float
) -> None:
    style = Style(theme, 13.0, fonts.ui_font(13.0))
    count = len(shifts)
    points = np.array(shifts) + _SIDE / 2
    points[:, 0] += _SIDE * np.arange(count)
    which = np.arange(count)[::-1] + 7

    def copied(painter: QPainter) -> None:
        painter.translate(moved, 0.0)
        draw_stamped(painter, style, mark, points, which)

    def drawn(painter: QPainter) -> None:
        painter.translate(moved, 0.0)
        for (x, y), index in zip(points.tolist(), which.tolist(), strict=True):
            mark(painter, style, QPointF(x, y), theme.class_color(index))

    apart = np.abs(_pixels(resolution, copied) - _pixels(resolution, drawn))
    # An eighth of a pixel at most, of edges as bright as can be; off by a half it is 128.
    assert apart.max() <= 60


@pytest.mark.usefixtures("qapp")
def test_that_the_last_mark_is_on_top() -> None:
    style = Style(LIGHT, 13.0, fonts.ui_font(13.0))
    points, which = np.full((7, 2), 15.0), np.arange(7)

    seen = _pixels(1.0, lambda painter: draw_stamped(painter, style, draw_dot, points, which))

    middle = seen.reshape(30, 240, 4)[15, 15, 2::-1].tolist()
    assert QColor(*middle) == QColor(LIGHT.class_color(6))
