"""The area is the cross-entropy, however many classes share it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tests.panels.recording import RecordingPainter
from tests.panels.samples import HARD
from xentgui.model import State, default_labels, derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.areas import Areas

WIDTH, HEIGHT = 640, 480


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("count", [3, 401, 50_257])
def test_that_the_painted_area_is_the_cross_entropy(count: int) -> None:
    rng = np.random.default_rng(count)
    target = rng.random(count) + 0.5
    state = State(default_labels(count), rng.normal(0, 1, count), target / target.sum())
    snapshot, style = derive(state), Style(LIGHT, 13.0, ui_font(13))
    panel, view, rect = Areas(), View(areas=True, values=False), QRectF(0, 0, WIDTH, HEIGHT)
    frame = panel.frame(rect, panel.home(snapshot, view), view, style, 1.0)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)

    panel.paint_marks(painter, frame, snapshot, view)
    painter.end()

    raw = np.frombuffer(image.constBits(), dtype=np.uint32).reshape(HEIGHT, WIDTH)
    inside = raw[int(frame.rect.top()) : int(frame.rect.bottom()), :]
    painted = (inside & 0xFFFFFF) != int(LIGHT.card[1:], 16)
    unit = frame.slot * frame.rect.height() / frame.ranges.top  # pixels of one nat
    assert painted.sum() / unit == pytest.approx(snapshot.cross_entropy, rel=0.03)


ALONE = {
    name: state for name, state in HARD.items() if len(state.labels) <= 400 and any(state.target)
}
"""The states in which every class of the target has a rectangle of its own."""


@pytest.mark.always
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("smoothing", [0.0, 0.3])
@pytest.mark.parametrize("unit", ["nats", "bits"])
@pytest.mark.parametrize("state", ALONE.values(), ids=ALONE.keys())
def test_that_every_rectangle_has_the_sides_of_its_numbers(
    state: State, unit: str, smoothing: float
) -> None:
    """Width y, height -log p, side by side; y is the target that the loss is worked out from."""
    snapshot = derive(replace(state, label_smoothing=smoothing or state.label_smoothing))
    style, size = Style(LIGHT, 13.0, ui_font(13)), QRectF(0, 0, WIDTH, HEIGHT)
    panel, view = Areas(), View(areas=True, values=False, unit=unit)
    frame = panel.frame(size, panel.home(snapshot, view), view, style, 1.0)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = RecordingPainter(image)

    panel.paint_marks(painter, frame, snapshot, view)
    painter.end()

    drawn = [one.rect for one in painter.rects if one.pen.style() == Qt.PenStyle.SolidLine]
    across = frame.rect.width() / (frame.ranges.right - frame.ranges.left)
    up = frame.rect.height() / (frame.ranges.top - frame.ranges.bottom)
    y = snapshot.effective_target[snapshot.support]
    h = snapshot.information[snapshot.support] / {"nats": 1.0, "bits": math.log(2.0)}[unit]
    left = frame.rect.left() + across * np.concatenate([[0.0], np.cumsum(y)[:-1]])
    np.testing.assert_allclose([one.left() for one in drawn], left, atol=1e-6)
    np.testing.assert_allclose([one.width() for one in drawn], across * y, atol=1e-6)
    heights = up * np.minimum(h, frame.ranges.top)
    np.testing.assert_allclose([one.height() for one in drawn], heights, atol=1e-6)
    assert {round(one.bottom(), 6) for one in drawn} == {round(frame.rect.bottom(), 6)}
