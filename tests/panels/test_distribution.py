"""The distribution: peaks, targets and predictions survive any number of classes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from xentgui.model import State, default_labels, derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.distribution import Distribution

WIDTH, HEIGHT = 480, 360
COUNTS = [3, 40, 137, 500, 1000, 10_000, 50_257]


def _pixels(state: State) -> np.ndarray:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    style = Style(LIGHT, 13.0, ui_font(13))
    view = View(values=False, handles=False)
    Distribution().paint(painter, QRectF(0, 0, WIDTH, HEIGHT), derive(state), view, style)
    painter.end()
    raw = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(HEIGHT, WIDTH)
    return raw & 0xFFFFFF


def _is(pixels: np.ndarray, color: str) -> np.ndarray:
    return pixels == int(color[1:], 16)


def _state(count: int, peak: int, asked: int) -> State:
    logits, target = np.zeros(count), np.zeros(count)
    logits[peak] = 60.0
    target[asked] = 1.0
    return State(default_labels(count), logits, target)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("share", [0.0, 0.37, 0.999])
def test_that_a_lone_peak_is_drawn_from_bottom_to_top(count: int, share: float) -> None:
    peak = int(share * count)

    pixels = _pixels(_state(count, peak, asked=0))

    of_class = _is(pixels, LIGHT.class_color(peak))
    assert of_class.sum(axis=0).max() >= 0.7 * HEIGHT
    plot = Distribution().frame(
        QRectF(0, 0, WIDTH, HEIGHT),
        Distribution().home(derive(_state(count, peak, 0)), View()),
        View(),
        Style(LIGHT, 13.0, ui_font(13)),
        1.0,
    )
    column = int(of_class.sum(axis=0).argmax())
    assert abs(column - plot.x(float(peak))) <= plot.slot / 2 + 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", COUNTS)
def test_that_a_one_hot_target_is_seen_at_the_top(count: int) -> None:
    asked = count // 2

    pixels = _pixels(_state(count, peak=0, asked=asked))

    ink = _is(pixels, LIGHT.ink)[30:60]
    assert ink.sum() >= 3  # a line, two pixels thick at least


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", COUNTS)
def test_that_the_prediction_keeps_its_outline(count: int) -> None:
    state = State(default_labels(count), np.eye(1, count, count // 4)[0], np.zeros(count))

    pixels = _pixels(state)

    mute = _is(pixels, LIGHT.mute)[45:200]
    assert mute.any(axis=1).mean() > 0.4  # dashes along both sides


@pytest.mark.usefixtures("qapp")
def test_that_a_peak_that_shares_its_pixel_with_many_is_as_tall_as_it_is() -> None:
    count = 50_257
    p = np.full(count, 0.5 / (count - 1))
    p[12_345] = 0.5

    pixels = _pixels(State(default_labels(count), np.log(p), np.zeros(count)))

    tall = _is(pixels, LIGHT.class_color(12_345)).sum(axis=0).max()
    assert tall == pytest.approx(0.5 * (HEIGHT - 68), abs=3)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", [40, 137])
def test_that_the_target_is_seen_where_bars_are_thin(count: int) -> None:
    pixels = _pixels(_state(count, peak=3, asked=count // 2))

    ink = _is(pixels, LIGHT.ink)
    assert ink[30:60].sum(axis=1).max() >= 10  # below the legend
