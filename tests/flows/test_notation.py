"""One notation everywhere: the logarithm is that of the unit, and formulas are typeset."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QWidget

from xentgui.export.file_formats import NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.language.units import UNITS
from xentgui.painting import fonts
from xentgui.painting.text_widgets import FormulaLabel, formula_tip, runs
from xentgui.panels.class_numbers import INFORMATION
from xentgui.panels.information import Information
from xentgui.panels.panel import class_read_out
from xentgui.window.main_window import MainWindow

ANY_LOG = re.compile(r"(?<![A-Za-z])(ln|log[₀-₉]*)(?![A-Za-z₀-₉])")
SIGNS = {"nats": "ln", "bits": "log₂", "dits": "log₁₀"}


def _shown(window: MainWindow) -> list[str]:
    """Return every text of the window that can name a logarithm."""
    texts = [label.text() for label in window.findChildren(QLabel)]
    texts += [widget.toolTip() for widget in window.findChildren(QWidget)]
    for table in (window.logit_table, window.target_table):
        model = table.classes
        for column in range(model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                texts.append(str(model.headerData(column, Qt.Orientation.Horizontal, role)))
    snapshot, view = window.store.snapshot, window.store.view
    texts += [caption for caption, _ in class_read_out(snapshot, 0, view).lines]
    texts += [INFORMATION.caption(view), str(Information().header(view))]
    return texts


@pytest.mark.parametrize("unit", UNITS)
def test_that_every_logarithm_is_that_of_the_unit(window: MainWindow, unit: str) -> None:
    window.run_command(f"unit.{unit}")

    found = [sign for text in _shown(window) for sign in ANY_LOG.findall(text)]

    assert len(found) >= 6
    assert set(found) == {SIGNS[unit]}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("key", ["table", "markdown", "latex"])
def test_that_numbers_for_people_name_the_same_logarithm(
    window: MainWindow, key: str, unit: str
) -> None:
    text = NUMBER_FORMATS[key].encode(window.store.snapshot, Looks(unit=unit))

    assert UNITS[unit].logarithm + " p" in text if key == "latex" else SIGNS[unit] + " p" in text
    assert "\N{MINUS SIGN}log p" not in text


def test_that_a_caret_is_never_seen(window: MainWindow) -> None:
    captions = window.findChildren(FormulaLabel)
    drawn = [run.text for caption in captions for run in runs(caption.text())]

    assert len(captions) >= 8
    assert not any("^" in text for text in drawn)
    assert [run.text for run in runs("Perplexity 10^H(y, p)") if run.is_power] == ["H(y, p)"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("em", [12, 13, 14, 16, 20])
def test_that_the_two_strokes_of_a_divergence_are_two(em: int) -> None:
    image = QImage(60, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(fonts.math_font(1.08 * em))
    painter.drawText(QPointF(20, 28), fonts.formula("‖"))
    painter.end()

    row = np.frombuffer(image.constBits(), np.uint8).reshape(40, -1)[24, :60].astype(int)
    darkest = row.min()
    edges = np.diff((row < 255 - (255 - darkest) * 0.6).astype(int), prepend=0)
    assert (edges == 1).sum() == 2
    assert "∥" in formula_tip("H(y, p) = H(y) + D(y‖p)")
