"""What panels about points say while there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.frame import Frame, Ranges

NOBODY = Ranges(0.0, 1.0, 0.0, 1.0)
"""The ranges of a plot without points."""

_NO_POINTS = QT_TRANSLATE_NOOP(
    "panels",
    "These logits follow from no input. “Penguins” among the examples opens points, and what a "
    "classifier makes of them.",
)
_NO_TARGETS = QT_TRANSLATE_NOOP("panels", "No point has a target that could be compared.")


def no_points() -> str:
    """Return the sentence, translated."""
    return translate("panels", _NO_POINTS)


def say_no_points(painter: QPainter, frame: Frame) -> None:
    """Write the sentence into the plot."""
    say(painter, frame, no_points())


def say(painter: QPainter, frame: Frame, words: str) -> None:
    """Write a sentence into the middle of the plot."""
    painter.setFont(frame.style.font(0.95))
    painter.setPen(frame.style.color(frame.style.theme.mute))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(frame.rect, flags, words)


def no_targets() -> str:
    """Return that there is nothing to compare predictions with, translated."""
    return translate("panels", _NO_TARGETS)
