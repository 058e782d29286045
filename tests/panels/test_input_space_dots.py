"""Very many points: their picture stays while the chosen one moves, and is never an old one."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tests.panels.classifiers import set_a
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import input_space_dots
from xentgui.panels.input_space import InputSpace
from xentgui.panels.input_space_choices import Axes

RANGES = Ranges(-3.0, 3.0, -3.0, 3.0)


def _many() -> Classifier:
    rng = np.random.default_rng(0)
    count = 5000
    targets = np.eye(3)[rng.integers(0, 3, count)]
    return replace(set_a(), points=rng.normal(size=(count, 2)), targets=targets, chosen=7)


def _frame() -> Frame:
    style = Style(LIGHT, 15.0, ui_font(15.0))
    return InputSpace().frame(QRectF(0, 0, 300, 260), RANGES, View(), style, 1.0)


def _painted(
    subject: Classifier, frame: Frame | None = None, lit: np.ndarray | None = None
) -> QImage:
    image = QImage(300, 260, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    input_space_dots.draw_dots(painter, frame or _frame(), (), subject, Axes(0, 1), lit)
    painter.end()
    return image


def _moved(subject: Classifier, row: int, to: tuple[float, float]) -> Classifier:
    points = subject.points.copy()
    points[row] = to
    return replace(subject, points=points)


@pytest.mark.usefixtures("qapp")
def test_that_the_picture_stays_while_the_chosen_point_moves() -> None:
    subject = _many()
    before = _painted(subject)
    known = input_space_dots._picture._known[0][1]

    for step in range(5):
        moved = _moved(subject, 7, (0.1 * step, 2.9))
        assert _painted(moved) == before
    assert input_space_dots._picture._known[0][1] is known


@pytest.mark.usefixtures("qapp")
def test_that_another_point_or_another_choice_is_seen() -> None:
    subject = _many()
    before = _painted(subject)
    _painted(_moved(subject, 7, (2.5, 2.5)))

    assert _painted(_moved(subject, 8, (2.8, -2.8))) != before
    moved = _moved(subject, 7, (2.8, 2.8))
    _painted(moved)
    chosen = replace(moved, chosen=9)  # and 7 is a dot, where it is now
    fresh = _painted(replace(chosen, points=chosen.points + 0.0))
    _painted(subject)
    assert _painted(chosen) == fresh
    assert fresh != before


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("some_lit", [False, True])
def test_that_a_plot_that_is_zoomed_in_shows_each_point_that_is_in_it(some_lit: bool) -> None:
    subject, ranges = _many(), Ranges(-0.41, 0.37, 0.13, 0.9)
    frame = InputSpace().frame(QRectF(0, 0, 300, 260), ranges, View(), _frame().style, 1.0)
    lit = np.arange(5000) % 3 > 0 if some_lit else None
    rect, side = frame.rect, 2
    x, y = subject.points.T
    exact = np.stack([frame.x(x) - rect.left(), frame.y(y) - rect.top()], axis=1)
    # Which pixel a dot begins in is told to a hundredth of a pixel.
    told = (np.abs(exact - exact.round()) > 0.02).all(axis=1)
    subject = replace(subject, points=np.where(told[:, None], subject.points, 50.0))
    found = _painted(subject, frame, lit)

    wide, high = int(np.ceil(rect.width())), int(np.ceil(rect.height()))
    left, top = int(rect.left()), int(rect.top())
    begun, colors = np.zeros((high + side, wide + side), int), [0]
    colors += [QColor(one).rgb() for one in LIGHT.classes[:3]]
    for nth, (column, row) in enumerate(np.floor(exact).astype(int).tolist()):
        if told[nth] and nth != subject.chosen and (lit is None or lit[nth]):  # noqa: SIM102
            if -side < column < wide and -side < row < high:
                begun[row + side, column + side] = int(subject.classes[nth]) + 1
    assert 100 < np.count_nonzero(begun) < 2000
    inside = begun[side:, side:]
    for row, column in zip(*np.nonzero(inside), strict=True):
        expected = colors[inside[row, column]]
        assert found.pixel(left + int(column), top + int(row)) == expected
    # Each is as large as two pixels across and down, and there is nothing else.
    grown = begun > 0
    for axis in (0, 1):
        grown |= np.roll(grown, 1, axis)
    pixels = np.array(found.constBits(), np.uint8).reshape(260, 300, 4)[..., :3].any(axis=-1)
    assert (pixels[top : top + high, left : left + wide] == grown[side:, side:]).all()
    pixels[top : top + high, left : left + wide] = False
    assert not pixels.any()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("resolution", [1.0, 1.25, 2.0])
def test_that_one_picture_is_enough_where_a_plot_is_moved_by_whole_pixels(
    resolution: float,
) -> None:
    subject, r, style = _many(), Ranges(-0.41, 0.37, 0.13, 0.9), _frame().style
    rect = QRectF(0, 0, 300, 260)
    plot = InputSpace().frame(rect, r, View(), style, resolution)
    across, up = 1.0 / plot.slot / resolution, 1.0 / plot.lift / resolution
    moved, pictures = [], set()
    for step in range(80):
        x, y = step * across, step // 2 * up
        ranges = Ranges(r.left + x, r.right + x, r.bottom - y, r.top - y)
        frame = InputSpace().frame(rect, ranges, View(), style, resolution)
        moved.append((frame, _painted(subject, frame)))
        pictures.add(input_space_dots._picture._known[0][1].cacheKey())
    assert len(pictures) <= 5

    left, top = (math.ceil(one) for one in plot.rect.topLeft().toTuple())
    wide, high = (math.floor(one) - 40 for one in plot.rect.size().toTuple())
    for step, (frame, shown) in enumerate(moved):
        input_space_dots._picture._known.clear()
        assert _painted(subject, frame) == shown
        if resolution == 1.0 and step < 40:
            before = moved[0][1].copy(left + step, top + step // 2, wide, high)
            assert shown.copy(left, top, wide, high) == before
