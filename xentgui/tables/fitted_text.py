"""Text that fits: shortened so that what is left is still true."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from xentgui.tables.column import Column
from xentgui.tables.sight import Sight
from xentgui.text import number

_MIDDLE = Qt.TextElideMode.ElideMiddle
_RIGHT = Qt.TextElideMode.ElideRight


def fitted_name(text: str, metrics: QFontMetricsF, width: float) -> str:
    """Return a name, with … where it is cut."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    return metrics.elidedText(text, _RIGHT, width)


def fitted_number(
    text: str, column: Column, sight: Sight, row: int, metrics: QFontMetricsF, width: float
) -> str:
    """Return a number that fits: with fewer decimals, or cut where … tells no lie.

    Digits are never cut off before the point, nor an exponent: 1.5e-12 must not look
    like 1.5, nor 12345 like 123.
    """
    if metrics.horizontalAdvance(text) <= width or column.value is None:
        return text
    if column.editable:  # as typed; fewer digits would look as if they had been typed
        shorter = metrics.elidedText(text, _MIDDLE if "e" in text else _RIGHT, width)
        if shorter.partition("…")[0].count(".") or "e" in shorter:
            return shorter
        text = number(column.value(sight, row), 3)
        return text if metrics.horizontalAdvance(text) <= width else "…"
    for decimals in range(sight.view.decimals - 1, 0, -1):
        coarse = Sight(sight.snapshot, replace(sight.view, decimals=decimals), sight.pinned)
        text = column.cell_text(coarse, row)
        if metrics.horizontalAdvance(text) <= width:
            return text
    return "…"
