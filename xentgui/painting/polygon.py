"""Points from arrays, without a Python object for each."""

from __future__ import annotations

import numpy as np
import shiboken6
from PySide6.QtGui import QPolygonF


def polygon(points: np.ndarray) -> QPolygonF:
    """Return `points`, shape (n, 2), as Qt draws lines, shapes and dots from them.

    >>> polygon(np.array([[1.0, 2.0], [3.0, 4.0]])).at(1).y()
    4.0
    """
    shape = QPolygonF()
    count = len(points)
    if count:
        shape.resize(count)
        # A QPointF is two doubles, and so is a row.
        (address,) = shiboken6.getCppPointer(shape.data())
        memory = shiboken6.VoidPtr(address, count * 16, True)  # type: ignore[call-arg]
        np.frombuffer(memory, dtype=np.float64).reshape(count, 2)[:] = points  # type: ignore[call-overload]
    return shape
