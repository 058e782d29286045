"""Whoever walks through the window with the Tab key sees at every stop where the keys are."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from xentgui.window.main_window import MainWindow
from xentgui.window.workspaces import WORKSPACES

_LEAST = 3.0
"""The contrast of what appears with the focus.  Source: WCAG 2.2, criterion 2.4.13."""

_PIXELS = 30
_MOST_STOPS = 200
_AROUND = 4  # pixels around a widget, where a ring may be

_WEIGHTS = np.array([0.0722, 0.7152, 0.2126])  # of blue, green and red


def _luminance(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.array(image.constBits(), np.uint8, copy=True)
    pixels = pixels.reshape(image.height(), -1, 4)[:, : image.width(), :3] / 255.0
    linear = np.where(pixels <= 0.04045, pixels / 12.92, ((pixels + 0.055) / 1.055) ** 2.4)
    found: np.ndarray = linear @ _WEIGHTS
    return found


def _picture(window: MainWindow, widget: QWidget) -> np.ndarray:
    at = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    at = at.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(window.rect())
    return _luminance(window.grab(at).toImage()) if not at.isEmpty() else np.zeros((1, 1))


def _stops(window: MainWindow) -> list[QWidget]:
    """Return the widgets to which the Tab key leads, until it comes round."""
    found: list[QWidget] = []
    for _ in range(_MOST_STOPS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        if now is not None and now not in found:
            found.append(now)
    return found


def _name(widget: QWidget) -> str:
    named = widget
    while not named.objectName() and named.parentWidget() is not None:
        named = named.parentWidget()
    return f"{type(widget).__name__} of {named.objectName()}"


@pytest.mark.long
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("workspace", WORKSPACES)
def test_that_every_stop_shows_that_it_has_the_keys(
    window: MainWindow, workspace: str, theme: str
) -> None:
    window.resize(1440, 900)
    window.run_command("preset.71-penguins")
    window.run_command(f"workspace.{workspace}")
    window.run_command(f"theme.{theme}")
    QApplication.processEvents()
    stops, unseen = _stops(window), []

    for widget in stops:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        lit = _picture(window, widget)
        window.setFocus(Qt.FocusReason.OtherFocusReason)
        QApplication.processEvents()
        dark = _picture(window, widget)
        high, low = np.maximum(lit, dark), np.minimum(lit, dark)
        seen = int(((high + 0.05) / (low + 0.05) >= _LEAST).sum())
        if seen < _PIXELS:
            unseen.append((_name(widget), seen))

    assert len(stops) > 10
    assert not unseen, "; ".join(f"{name}: {seen}" for name, seen in unseen)
