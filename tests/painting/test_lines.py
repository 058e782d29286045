"""A line through points is drawn as a straight one where nobody could see a difference."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from xentgui.painting.qt_arrays import UNSEEN, draw_line_through, polygon_of

_SIZE = 120
_SEEN = 48
"""Of 255: a line that is `UNSEEN` aside lights a pixel by a tenth, and Qt rounds both."""


def _drawn(draw: Callable[[QPainter], None]) -> np.ndarray:
    """Return how light each pixel is, shape (`_SIZE`, `_SIZE`), from 0 to 255."""
    image = QImage(_SIZE, _SIZE, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = QPen(QColor("black"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    draw(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(_SIZE, _SIZE).astype(int)


def _through(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return _drawn(lambda painter: draw_line_through(painter, x, y, UNSEEN))


def _straight(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    line = QLineF(float(x[0]), float(y[0]), float(x[-1]), float(y[-1]))
    return _drawn(lambda painter: painter.drawLine(line))


def _bent(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return _drawn(lambda painter: painter.drawPolyline(polygon_of(x, y)))


_places = st.floats(10.0, 110.0)


@given(_places, _places, _places, _places, st.floats(0.0, 1.0), st.integers(2, 30))
def test_what_is_all_but_straight_looks_like_a_straight_line(
    left: float, top: float, right: float, bottom: float, bend: float, count: int
) -> None:
    across, down = right - left, bottom - top
    length = float(np.hypot(across, down))
    if length < 1.0:
        return
    along = np.linspace(0.0, 1.0, count)
    aside = 0.9 * bend * UNSEEN * np.sin(np.pi * along)
    x = left + across * along - down / length * aside
    y = top + down * along + across / length * aside
    drawn = _through(x, y)
    assert np.array_equal(drawn, _straight(x, y))
    assert np.abs(drawn - _bent(x, y)).max() <= _SEEN


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ((10.0, 60.0, 110.0), (50.0, 50.0 + 2 * UNSEEN, 50.0)),  # a bend
        ((10.0, 110.0, 60.0), (50.0, 50.0, 50.0)),  # it goes back
        ((40.0, 10.0, 110.0), (50.0, 50.0, 50.0)),  # it begins the other way
        ((40.0, 90.0, 40.0), (50.0, 50.0, 50.0)),  # it ends where it began
    ],
)
def test_any_other_line_goes_through_its_points(x: tuple[float, ...], y: tuple[float, ...]) -> None:
    drawn = _through(np.array(x), np.array(y))
    assert np.array_equal(drawn, _bent(np.array(x), np.array(y)))
    assert not np.array_equal(drawn, _straight(np.array(x), np.array(y)))


def test_points_in_one_place_are_no_error() -> None:
    drawn = _through(np.full(3, 50.0), np.full(3, 50.0))
    assert np.array_equal(drawn, _bent(np.full(3, 50.0), np.full(3, 50.0)))
