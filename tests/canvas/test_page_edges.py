"""Of a page that scrolls, rows are seen as a whole or not at all."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from xentgui.canvas.page_view import PageView
from xentgui.model import State, derive
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT
from xentgui.panels.careless import Careless
from xentgui.panels.derivation import Derivation
from xentgui.panels.page_panel import PagePanel

SIZES = ((250, 130), (300, 150), (480, 90))


def _opened(qtbot: QtBot, panel: PagePanel, size: tuple[int, int]) -> PageView:
    page = PageView(panel)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_snapshot(derive(State(("a", "b", "c", "d"), (2.33, -1.46, 0.56, 0), (1, 0, 0, 0))))
    page.show_style(Style(LIGHT, 13.0, fonts.ui_font(13.0)))
    with qtbot.waitSignal(page.prepared, timeout=60_000):
        page.show()
    page.grab()
    page.clearFocus()  # or it has a frame
    if page.buttons is not None:
        page.buttons.hide()
    return page


def _inked(image: QImage, width: int) -> np.ndarray:
    """Return which lines of pixels differ from the empty card, without those of a scroll bar."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.array(image.constBits()).view(np.uint32).reshape(image.height(), -1)[:, :width]
    card = QColor(LIGHT.card).rgb()
    return np.asarray((pixels != card).sum(axis=1) > 0)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("panel", [Derivation, Careless])
def test_that_no_row_is_seen_in_part_however_far_a_page_is_scrolled(
    qtbot: QtBot, panel: type[PagePanel], size: tuple[int, int]
) -> None:
    page = _opened(qtbot, panel(), size)
    assert page.scroller.is_needed
    snapshot, style = page.snapshot, page.style_of_page
    assert snapshot is not None and style is not None
    rows = list(page.panel.rows(page._page, snapshot, View(), style))
    width = page.scroller.x()

    for offset in range(0, page.scroller.maximum() + 1, 7):
        page.scroller.setValue(offset)
        inked = _inked(page.grab().toImage(), width)
        for top, bottom in ((top - offset, bottom - offset) for top, bottom in rows):
            seen = max(top, 0.0), min(bottom, float(size[1]))
            if seen[0] + 2.0 < seen[1] and seen != (top, bottom):
                assert not inked[round(seen[0]) + 1 : round(seen[1]) - 1].any(), (offset, top)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("panel", [Derivation, Careless])
def test_that_the_rows_of_a_page_hold_all_of_its_letters(
    qtbot: QtBot, panel: type[PagePanel], size: tuple[int, int]
) -> None:
    page = _opened(qtbot, panel(), size)
    snapshot, style = page.snapshot, page.style_of_page
    assert snapshot is not None and style is not None
    image = QImage(size[0], round(page._page.height()), QImage.Format.Format_RGB32)
    image.fill(style.color(LIGHT.card))
    painter = QPainter(image)
    page.panel.paint(painter, QRectF(page._page), snapshot, View(), style)
    painter.end()

    inked = _inked(image, size[0])
    for top, bottom in page.panel.rows(page._page, snapshot, View(), style):
        inked[max(round(top) - 1, 0) : round(bottom) + 1] = False
    assert np.count_nonzero(inked) <= 4  # lines between two parts of a derivation
