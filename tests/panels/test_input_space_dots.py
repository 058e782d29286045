"""Very many points: their picture stays while the chosen one moves, and is never an old one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from tests.panels.classifiers import set_a
from xentgui.model.subjects import Classifier
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


def _painted(subject: Classifier) -> QImage:
    image = QImage(300, 260, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    input_space_dots.draw_dots(painter, _frame(), (), subject, Axes(0, 1), None)
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
