"""A box to tick is seen as one, with its tick and without, on cards and in dialogs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QStyle, QStyleOptionButton, QWidget

from xentgui.painting.theme import contrast
from xentgui.window.main_window import MainWindow

Start = Callable[..., MainWindow]

_MARK = 3.0
"""The contrast of WCAG 2.2, 1.4.11, for what tells that something is a control."""


def _edge(box: QCheckBox) -> float:
    """Return the contrast to its ground of the edge of a box without a tick."""
    with QSignalBlocker(box):
        ticked = box.isChecked()
        box.setChecked(False)
        box.ensurePolished()
        option = QStyleOptionButton()
        box.initStyleOption(option)
        part = QStyle.SubElement.SE_CheckBoxIndicator
        place = box.style().subElementRect(part, option, box)
        window = box.window()
        at = box.mapTo(window, place.center())
        image = window.grab().toImage()
        box.setChecked(ticked)
    ratio = image.devicePixelRatio()
    # from the middle of the box to the left, out of it: its ground, its edge, what it lies on
    xs = range(at.x() - place.width(), at.x())
    row = [image.pixelColor(round(x * ratio), round(at.y() * ratio)).name() for x in xs]
    return max(contrast(one, row[0]) for one in row)


def _boxes(root: QWidget) -> list[QCheckBox]:
    found = [box for box in root.findChildren(QCheckBox) if box.isVisible() and box.isEnabled()]
    return [box for box in found if box.visibleRegion().contains(box.rect().center())]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_a_box_on_a_card_has_an_edge(start: Start, theme: str) -> None:
    window = start(theme=theme)
    window.run_command("preset.71-penguins")
    window.run_command("workspace.classify")
    QApplication.processEvents()
    boxes = _boxes(window)
    assert boxes
    assert [box.text() for box in boxes if _edge(box) < _MARK] == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("command", ["export.figure", "export.handout"])
def test_that_a_box_in_a_dialog_has_an_edge(start: Start, theme: str, command: str) -> None:
    window = start(theme=theme)
    before = set(QApplication.topLevelWidgets())
    window.run_command(command)
    QApplication.processEvents()
    (dialog,) = (one for one in set(QApplication.topLevelWidgets()) - before if one.isVisible())
    assert isinstance(dialog, QDialog)
    boxes = _boxes(dialog)
    assert boxes
    assert [box.text() for box in boxes if _edge(box) < _MARK] == []
    dialog.reject()
