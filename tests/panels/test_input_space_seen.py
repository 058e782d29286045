"""Shades and contours in a play stay until a line would be elsewhere, and no longer."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from tests.panels.classifiers import made, set_a
from xentgui.model import derive
from xentgui.model.classifier.linear import Linear, scores
from xentgui.model.softmax import softmax_rows
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.input_space_or_line import InputSpaceOrLine
from xentgui.panels.input_space_seen import UNSEEN, lines_of

RECT = QRectF(0, 0, 400, 300)
RANGES = Ranges(-2.0, 3.0, 10.0, 70.0)
_ANGLES = np.linspace(0.0, 2.0 * np.pi, 16, endpoint=False)
_AROUND = np.stack([np.cos(_ANGLES), np.sin(_ANGLES)], axis=1)  # pixels


@pytest.fixture
def frame() -> Frame:
    """A plot of 400 x 300 pixels, whose axes have very different units."""
    return Frame(RECT, RECT, RANGES, Style(LIGHT, 13.0, ui_font(13.0)))


def _p(linear: Linear, temperature: float, places: np.ndarray, frame: Frame) -> np.ndarray:
    """Return p of each class at places in pixels; shape (..., K)."""
    points = np.stack([places[..., 0] / frame.slot, -places[..., 1] / frame.lift], axis=-1)
    points += (RANGES.left, RANGES.top)
    z = scores(linear, points.reshape(-1, 2))
    found = softmax_rows(z, temperature).probabilities
    return found.reshape(*places.shape[:-1], -1)


def _moved(linear: Linear, change: Linear, by: float) -> Linear:
    return Linear(linear.weights + by * change.weights, linear.bias + by * change.bias)


@pytest.mark.parametrize("seed", range(12))
def test_that_what_nobody_sees_moves_nothing_by_more_than_a_pixel(frame: Frame, seed: int) -> None:
    random, classes = np.random.default_rng(seed), 2 + seed % 4
    temperature = random.uniform(0.5, 2.0)
    sides = np.array([RANGES.right - RANGES.left, RANGES.top - RANGES.bottom])
    steep = random.uniform(5.0, 100.0) / sides
    slopes = steep * random.normal(size=(classes, 2))
    middle = np.array([RANGES.left + RANGES.right, RANGES.bottom + RANGES.top]) / 2
    linear = Linear(slopes, random.normal(size=classes) - slopes @ middle)
    change = Linear(steep * random.normal(size=(classes, 2)), random.normal(size=classes))
    before = lines_of(linear, temperature, frame)
    assert before is not None
    low, high = 0.0, 1.0
    for _ in range(60):  # the largest change that is not seen
        by = (low + high) / 2
        now = lines_of(_moved(linear, change, by), temperature, frame)
        is_seen = now is None or not (np.abs(now - before) <= UNSEEN).all()
        low, high = (low, by) if is_seen else (by, high)
    assert low > 0.0

    x, y = np.meshgrid(np.linspace(0, 400, 45), np.linspace(0, 300, 35))
    places = np.stack([x, y], axis=-1)
    now = _p(_moved(linear, change, low), temperature, places, frame)
    around = _p(linear, temperature, places[:, :, None] + 1.05 * _AROUND, frame)
    least, most = around.min(axis=2), around.max(axis=2)
    # Beyond the outermost contour, where p changes little from pixel to pixel, it may be further.
    assert (now >= least - 0.01).all()
    assert (now <= most + 0.01).all()


def test_that_a_line_that_moves_by_two_pixels_is_seen(frame: Frame) -> None:
    linear = Linear(np.array([[3.0, 0.0], [0.0, 0.0]]), np.zeros(2))
    moved = linear._replace(bias=np.array([3.0 * 2.0 / frame.slot, 0.0]))

    before, now = (lines_of(one, 1.0, frame) for one in (linear, moved))
    assert before is not None
    assert now is not None
    assert np.abs(now - before).max() == pytest.approx(2.0)
    assert UNSEEN < 2.0


@pytest.mark.parametrize(
    ("linear", "temperature"),
    [
        (Linear(np.zeros((3, 2)), np.zeros(3)), 1.0),
        (Linear(np.array([[1e-9, 0.0], [0.0, 0.0]]), np.zeros(2)), 1.0),
        (Linear(np.array([[1e308, 0.0], [-1e308, 0.0]]), np.zeros(2)), 1.0),
        (Linear(np.array([[3.0, 0.0], [0.0, 0.0]]), np.zeros(2)), 0.0),
        (Linear(np.array([[3.0, 0.0], [0.0, 0.0]]), np.zeros(2)), np.inf),
        (Linear(np.ones((1, 2)), np.zeros(1)), 1.0),
    ],
)
def test_that_what_has_no_lines_is_painted_each_time(
    frame: Frame, linear: Linear, temperature: float
) -> None:
    assert lines_of(linear, temperature, frame) is None


_OTHERS = {
    "one class is switched off": lambda subject: replace(
        subject, bias=[-np.inf, *subject.bias.tolist()[1:]]
    ),
    "another temperature": lambda subject: replace(
        subject, settings=replace(subject.settings, temperature=1.5)
    ),
    "another name": lambda subject: replace(subject, input_names=("width", "height")),
}


@pytest.mark.parametrize("other", _OTHERS)
def test_that_whatever_else_changes_is_seen(frame: Frame, other: str) -> None:
    panel, view, subject = InputSpaceOrLine(), View(), set_a()

    def numbers(one: Classifier) -> tuple[np.ndarray, object]:
        found = panel.axes_numbers(frame, derive(one.resolve(), one), view)
        assert found is not None
        return found

    assert numbers(subject)[1] == numbers(replace(subject, bias=subject.bias + 1.0))[1]
    assert numbers(subject)[1] != numbers(_OTHERS[other](subject))[1]


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        (set_a(), ("zero",)),  # it depends on a logit, not on a difference
        (set_a(features=("x1", "x2", "x1x2"), weights=np.ones((3, 3))), ("boundaries",)),
        (made(10, 1, 3), ("boundaries",)),
    ],
    ids=["lines of score 0", "boundaries that bend", "one input"],
)
def test_that_what_the_lines_do_not_tell_is_painted_each_time(
    frame: Frame, subject: Classifier, shown: tuple[str, ...]
) -> None:
    view, snapshot = View(choices={"input_space.shown": shown}), derive(subject.resolve(), subject)
    assert InputSpaceOrLine().axes_numbers(frame, snapshot, view) is None
