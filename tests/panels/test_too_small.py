"""A plot that is too small to be read says so, and shows its numbers as text."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.panels.samples import HARD
from xentgui.canvas.drag import mark_under
from xentgui.canvas.plot_view import PlotView
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels import PANELS
from xentgui.panels.distribution import Distribution
from xentgui.panels.plot_panel import PlotPanel
from xentgui.window.card_room import INSET_PX, LEAST, PANEL_LEAST

PLOTS = [panel for panel in PANELS if issubclass(panel, PlotPanel)]
SEED = State(("class 1", "class 2", "class 3"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))


def _style() -> Style:
    return Style(LIGHT, 13.0, ui_font(13.0))


class Texts(QPainter):
    """Remembers every text."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.texts: list[str] = []

    def drawText(self, *how: Any) -> None:  # type: ignore[override]
        """Remember a text."""
        self.texts.append(how[-1])
        super().drawText(*how)


def _texts(panel: PlotPanel, size: tuple[float, float], state: State = SEED) -> list[str]:
    image = QImage(round(size[0]), round(size[1]), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.card))
    painter = Texts(image)
    panel.paint(painter, QRectF(0, 0, *size), derive(state), View(), _style())
    painter.end()
    return painter.texts


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
def test_that_a_plot_is_a_plot_from_its_least_size_on_and_below_it_is_text(
    panel: type[PlotPanel],
) -> None:
    width, height = panel.legible

    assert not _texts(panel(), (width, height))[0].startswith("Too small")
    for size in ((width - 1, height), (width, height - 1), (120, 40)):
        assert _texts(panel(), size)[0].startswith("Too small")
    assert _texts(panel(), (1, 1))  # and nothing fails


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
def test_that_what_is_too_small_has_its_first_numbers(panel: type[PlotPanel]) -> None:
    for name, state in HARD.items():
        words = panel().describe(derive(state), View()).split("; ")

        texts = _texts(panel(), (panel.legible[0] - 1, panel.legible[1] - 1), state)

        assert len(texts) > 1, name
        for text, word in zip(texts[1:], words, strict=False):
            assert text == word or text.endswith("…"), name


@pytest.mark.parametrize("panel", PLOTS, ids=lambda panel: panel.key)
def test_that_no_card_of_the_window_is_too_small_for_its_plot(panel: type[PlotPanel]) -> None:
    width, height = LEAST.get(panel.key, PANEL_LEAST)
    margins, title = 2 * 6.0 + 2, 35.0 + 8.0  # around a plot, and above and below it

    assert width - margins >= panel.legible[0]
    assert height - title - 2 * INSET_PX >= panel.legible[1]


def test_that_nothing_can_be_grabbed_where_no_mark_is_seen(qtbot: QtBot) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    view = PlotView(Distribution(), card)
    view.show_style(_style())
    view.show_snapshot(derive(SEED))
    view.resize(150, 100)
    card.show()
    points = [QPointF(x, y) for x in range(5, 250, 5) for y in range(5, 160, 5)]
    assert not any(mark_under(view, point) for point in points)

    view.resize(250, 160)
    assert any(mark_under(view, point) for point in points)
