"""An axis that is seen can be read: three ticks or more, apart, and a name; every mark explained."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication

from xentgui.language import translation
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.areas import Areas
from xentgui.panels.decomposition import Decomposition
from xentgui.panels.distribution import Distribution
from xentgui.panels.gradient import Gradient
from xentgui.panels.information import Information
from xentgui.panels.logits import Logits
from xentgui.panels.plot_panel import PlotPanel

pytestmark = pytest.mark.usefixtures("qapp")

PLOTS = (Distribution, Information, Areas, Gradient, Logits)
NUMBER = "0123456789.+−e∞"
LEAST_PLOT = 2 * 11.0  # pixels: the rule for three names of ticks, a line of digits apart


class Text(NamedTuple):
    """A text in a box, as it covers the picture."""

    text: str
    box: QRectF


class Axes(QPainter):
    """Remembers the boxed texts, which are those of axes and headers."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[Text] = []

    def drawText(self, *how: Any) -> None:  # type: ignore[override]
        """Remember a text and what it covers."""
        if isinstance(how[0], QRectF):
            metrics = QFontMetricsF(self.font())
            box = metrics.boundingRect(how[0], int(how[1]), how[2])
            tight = metrics.tightBoundingRect(how[2])
            box = QRectF(box.left(), box.center().y() - tight.height() / 2, *tight.size().toTuple())
            # Qt measures in whole pixels here.
            self.texts.append(Text(how[2], box.adjusted(0.6, 0.6, -0.6, -0.6)))
        super().drawText(*how)


def _axes(
    panel: PlotPanel, state: State, size: tuple[int, int], view: View
) -> tuple[list[Text], Frame]:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = Axes(image)
    snapshot, style = derive(state), Style(LIGHT, 13.0, ui_font(13.0))
    frame = panel.frame(
        QRectF(0, 0, *size), panel.home(snapshot, view), view, style, resolution=1.0
    )
    panel.paint_axes(painter, frame, snapshot, view)
    painter.end()
    return painter.texts, frame


def _is_number(text: str) -> bool:
    return set(text) <= set(NUMBER)


NUMBERS = st.floats(-1e3, 1e3)
SIZES = st.tuples(st.integers(200, 900), st.integers(120, 700))
VIEWS = st.builds(
    View,
    unit=st.sampled_from(["nats", "bits", "dits"]),
    references=st.sampled_from([frozenset(), frozenset({"unscaled", "uniform"})]),
)


@st.composite
def _states(draw: st.DrawFn) -> State:
    count = draw(st.integers(2, 12))
    logits = draw(st.lists(NUMBERS, min_size=count, max_size=count))
    target = draw(st.lists(st.floats(0, 4), min_size=count, max_size=count))
    temperature = draw(st.sampled_from([0.0, 0.1, 1.0, 7.0, math.inf]))
    names = [f"class {k}" for k in range(count)]
    return State(names, logits, target, temperature=temperature)


def _assert_legible(
    panel: PlotPanel, state: State, size: tuple[int, int], view: View, language: str
) -> None:
    translation.install(QApplication.instance(), language)
    try:
        texts, frame = _axes(panel, state, size, view)
        header = panel.header(view)
    finally:
        translation.install(QApplication.instance(), "en")
    inside = frame.rect
    ticks = [one for one in texts if _is_number(one.text) and one.box.right() < inside.left()]
    assert len(ticks) >= 3 or inside.height() < LEAST_PLOT, ticks
    below = [one for one in texts if _is_number(one.text) and one.box.top() > inside.bottom()]
    assert len(below) >= 3 or not isinstance(panel, Information | Areas), below
    assert header.name is not None
    for nth, one in enumerate(texts):
        assert one.box.left() >= -0.6 and one.box.right() <= size[0] + 0.6, one
        for other in texts[:nth]:
            assert not one.box.intersects(other.box), (one, other)
    entries = [one for one in texts if one.box.bottom() < inside.top() - 8]
    assert len(entries) >= len(header.samples) + 1


@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.__name__)
@pytest.mark.parametrize("size", [(200, 120), (260, 160), (420, 240), (900, 600)])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_that_every_axis_has_three_ticks_and_a_name(
    panel: type[PlotPanel], size: tuple[int, int], language: str
) -> None:
    opening = State(["cat", "dog", "owl"], [2.33, -1.46, 0.56], [1, 0, 0])
    for state in (opening, State(["a", "b"], [0, 0], [0, 1]), State(["a", "b"], [789, 0], [3, 1])):
        _assert_legible(panel(), state, size, View(references=frozenset({"uniform"})), language)


@pytest.mark.long
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(PLOTS), _states(), SIZES, VIEWS, st.sampled_from(["en", "zh_CN"]))
def test_that_the_axes_of_any_state_can_be_read_at_any_size(
    panel: type[PlotPanel], state: State, size: tuple[int, int], view: View, language: str
) -> None:
    _assert_legible(panel(), state, size, view, language)


@pytest.mark.parametrize("width", [220, 320, 700])
@pytest.mark.parametrize("value", [0.0, 0.3, 666.0])
def test_that_the_axis_of_the_decomposition_has_three_ticks(width: int, value: float) -> None:
    texts, _ = _axes(Decomposition(), State(["a", "b"], [0, value], [1, 0]), (width, 200), View())

    assert len([one for one in texts if _is_number(one.text)]) >= 3


@pytest.mark.parametrize("width", [160, 240, 320, 640])
def test_that_no_entry_of_the_legend_is_left_out(width: int) -> None:
    state = State(["cat", "dog", "owl"], [2.33, -1.46, 0.56], [1, 0, 0])
    view = View(pinned=state, references=frozenset({"unscaled", "uniform"}))

    texts, frame = _axes(Distribution(), state, (width, 300), view)

    entries = [one for one in texts if one.box.bottom() < frame.rect.top()]
    assert len(entries) == 1 + len(Distribution().header(view).samples) == 7


@pytest.mark.parametrize("width", [260, 320, 420, 700])
@pytest.mark.parametrize("panel", [Distribution, Gradient, Logits], ids=lambda one: one.__name__)
def test_that_ten_long_names_below_a_plot_stay_different_and_apart(
    panel: type[PlotPanel], width: int
) -> None:
    names = [f"a rather long class name, number {k}" for k in range(1, 11)]
    state = State(names, [0.1 * k for k in range(10)], [0.1] * 10)

    texts, frame = _axes(panel(), state, (width, 300), View())

    below = [one for one in texts if one.box.top() > frame.rect.bottom()]
    assert len({one.text for one in below}) == len(below)
    assert len(below) == 10 or width < 300
    assert len(below) >= 2
    for nth, one in enumerate(below):
        assert frame.outer.contains(one.box)
        assert not any(one.box.intersects(other.box) for other in below[:nth])
