"""Painting on a device that is left in order, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintDevice, QPainter


@contextmanager
def painting(device: QPaintDevice, kind: type[QPainter] = QPainter) -> Iterator[QPainter]:
    """Give a painter for `device`, and end it before an error can destroy what it paints on."""
    painter = kind(device)
    try:
        yield painter
    finally:
        painter.end()
