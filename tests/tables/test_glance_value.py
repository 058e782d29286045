from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from xentgui.tables.glance_value import GlanceValue


@pytest.mark.parametrize("name", ["cat", "שלום"])
def test_that_a_value_stands_at_the_right_whatever_its_script(qtbot: QtBot, name: str) -> None:
    value = GlanceValue("glance.prediction", None)  # type: ignore[arg-type]
    qtbot.addWidget(value)
    value.resize(300, 30)
    value.show_value(name, str)

    picture = value.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    gray = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), -1)
    inked = np.flatnonzero((gray != gray[0, 0]).any(axis=0))
    assert inked[0] > picture.width() / 2
