from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage

from xentgui.model import State
from xentgui.tables.readouts.readout_value import ReadoutValue


@pytest.mark.parametrize("name", ["cat", "שלום"])
def test_that_a_value_stands_at_the_right_whatever_its_script(desk_of, name: str) -> None:
    desk = desk_of(State((name, "b"), (1.0, 0.0), (0.0, 1.0)))
    glance = desk.glance
    glance.resize(400, 300)
    value = glance.findChild(ReadoutValue, "glance.prediction")
    assert name in value.text()

    picture = (
        glance.grab(value.geometry()).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    )

    gray = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), -1)
    inked = np.flatnonzero((gray != gray[0, 0]).any(axis=0))
    assert inked[0] > picture.width() / 2
    assert inked[-1] > picture.width() - 6
