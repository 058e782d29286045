"""The wait cursor for long texts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

_LONG = 200_000  # characters that take about a second to read


@contextmanager
def wait_cursor(characters: int) -> Iterator[None]:
    """Show the wait cursor within the context if the text is long."""
    long = characters > _LONG
    if long:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        if long:
            QGuiApplication.restoreOverrideCursor()
