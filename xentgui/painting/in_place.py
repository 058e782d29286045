"""Arrays that Qt reads where they are, without a Python object for each row."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import shiboken6

_T = TypeVar("_T")


def in_place(array: np.ndarray, kind: type[_T]) -> _T:
    """Return the first row of `array` as Qt's `kind`; the others follow it in memory.

    `array` is C-contiguous, of float64, with as many columns as `kind` has doubles (a QRectF
    four, a QLineF four), and has to outlive what is returned.

    >>> from PySide6.QtCore import QRectF
    >>> rects = np.array([[1.0, 2.0, 3.0, 4.0]])
    >>> in_place(rects, QRectF).width()
    3.0
    """
    # Not `array.ctypes.data`: numpy imports a module at each call, and PySide looks at imports.
    address = array.__array_interface__["data"][0]
    return shiboken6.wrapInstance(address, kind)  # type: ignore[return-value]
