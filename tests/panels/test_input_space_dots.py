"""Very many points: their picture stays while the chosen one moves, and is never an old one."""

from __future__ import annotations

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
    found = _painted(subject, frame, lit)

    colors = [QColor(one) for one in LIGHT.classes[:3]]
    expected, side = QImage(300, 260, QImage.Format.Format_RGB32), 2
    expected.fill(0)
    taken = np.zeros((260, 300), bool)
    places = [
        (frame.x(x) - frame.rect.left(), frame.y(y) - frame.rect.top()) for x, y in subject.points
    ]
    shown = [
        (max(int(x), 0), max(int(y), 0), k)
        for nth, ((x, y), k) in enumerate(zip(places, subject.classes.tolist(), strict=True))
        if nth != subject.chosen and (lit is None or lit[nth])
        if -1.0 <= x <= frame.rect.width() + 1.0 and -1.0 <= y <= frame.rect.height() + 1.0
    ]
    wide, high = int(np.ceil(frame.rect.width())), int(np.ceil(frame.rect.height()))
    left, top = int(frame.rect.left()), int(frame.rect.top())
    for x, y, k in shown:
        if x < wide and y < high:
            taken[top + y, left + x] = True
            expected.setPixelColor(left + x, top + y, colors[k])
    assert 100 < taken.sum() < 2000
    for x, y in zip(*np.nonzero(taken)[::-1], strict=True):
        assert found.pixel(int(x), int(y)) == expected.pixel(int(x), int(y))
    # Each is as large as two pixels across and down, and there is nothing else.
    grown = taken.copy()
    for down in range(side):
        for across in range(side):
            grown |= np.roll(taken, (down, across), (0, 1))
    pixels = np.array(found.constBits(), np.uint8).reshape(260, 300, 4)[..., :3].any(axis=-1)
    inside = np.zeros_like(grown)
    inside[top : top + high, left : left + wide] = True
    assert (pixels == (grown & inside)).all()
