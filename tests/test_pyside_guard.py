"""The installed PySide6 does not wear out None.

PySide6 6.12.0 gives back one reference to None too many at every call that returns nothing, until
Python 3.11 aborts; `xentgui.program.preflight` refuses that pair, and this test sees whether it does it.
"""

import sys

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rang = Signal()


def test_that_calling_qt_does_not_wear_out_none_and_true():
    bell = Bell()
    before = sys.getrefcount(None), sys.getrefcount(True)

    for _ in range(500):  # few enough for a faulty PySide6 to survive, and fail
        bell.rang.emit()
        bell.setObjectName("bell")

    assert sys.getrefcount(None) > before[0] - 50
    assert sys.getrefcount(True) > before[1] - 50
