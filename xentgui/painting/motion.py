"""Whether axes and pages may move gently, or have to be where they go at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_ANY = Qt.UIEffect.UI_General


def is_reduced() -> bool:
    """Return whether the person, or the system, asks for things to stand still."""
    if not QApplication.isEffectEnabled(_ANY):
        return True
    # Each is held: PySide takes what it has given away back with what it came from.
    hints = QApplication.styleHints()
    accessibility = hints.accessibility()
    # Qt asks the system from 6.12 on; before, what the person has chosen is all there is.
    preference = getattr(accessibility, "motionPreference", None)
    return preference is not None and preference() == Qt.MotionPreference.ReducedMotion  # type: ignore[attr-defined, unused-ignore]


def reduce(*, reduced: bool) -> None:
    """Let everything stand still, Qt's own menus included, or leave it to the system."""
    QApplication.setEffectEnabled(_ANY, not reduced)
