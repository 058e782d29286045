"""What recedes, because another class is highlighted or a stage is off, can still be seen."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from tests.panels.recording import DrawnRect, RecordingPainter
from xentgui.model import State, derive
from xentgui.model.mark import ClassMark
from xentgui.model.view import View
from xentgui.painting.fonts import ui_font
from xentgui.painting.style import Style
from xentgui.painting.theme import DARK, LIGHT, PRINT, Theme, blended, contrast
from xentgui.panels import PANELS
from xentgui.panels.panel import Panel
from xentgui.panels.sampler import Sampler

pytestmark = pytest.mark.usefixtures("qapp")
_LEAST = 3.0  # : 1, as the standard wants it of marks
_FEW = State(tuple("abcd"), (1.0, 3.0, 2.0, 0.0), (0.6, 0.2, 0.2, 0.0))
_MANY = State(
    tuple(f"t{k}" for k in range(200)),
    np.random.default_rng(2).normal(size=200).tolist(),
    [1.0] + 199 * [0.0],
)
_PICTURES = [(kind, {}) for kind in PANELS] + [(Sampler, {"sampler.picture": "bar"})]


def _rects(kind: type[Panel], state: State, theme: Theme, view: View) -> list[DrawnRect]:
    image = QImage(700, 460, QImage.Format.Format_RGB32)
    image.fill(theme.card)
    painter = RecordingPainter(image)
    style = Style(theme, 13.0, ui_font(13.0))
    kind().paint(painter, QRectF(0, 0, 700, 460), derive(state), view, style)
    painter.end()
    return painter.rects


def _contrast(rect: DrawnRect, theme: Theme) -> float:
    fill = blended(theme.card, rect.fill.name(), rect.fill.alphaF())
    edge = rect.pen.color().name() if rect.pen.style() is not Qt.PenStyle.NoPen else theme.card
    return max(contrast(fill, theme.card), contrast(edge, theme.card))


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.key)
@pytest.mark.parametrize("state", [_FEW, _MANY], ids=["few", "many"])
@pytest.mark.parametrize(("kind", "choices"), _PICTURES)
def test_that_every_bar_that_recedes_has_the_contrast_of_a_mark(
    kind: type[Panel], choices: dict[str, str], state: State, theme: Theme
) -> None:
    grounds = {theme.card, theme.grid, theme.line, theme.selection, theme.window, theme.field}
    view = View(choices=choices)
    for shown in (view, replace(view, highlight=ClassMark(1))):
        for rect in _rects(kind, state, theme, shown):
            if rect.fill.alpha() and rect.fill.name() not in grounds:
                assert _contrast(rect, theme) >= _LEAST, (rect.fill.name(), rect.fill.alphaF())
