"""Whether axes and pages may be animated, or have to change at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

_ANY = Qt.UIEffect.UI_General


def is_reduced() -> bool:
    """Return whether the person, or the system, has switched animations off."""
    if not QApplication.isEffectEnabled(_ANY):
        return True
    # Each object is kept in a variable, because PySide deletes it together with its parent.
    hints = QApplication.styleHints()
    accessibility = hints.accessibility()
    # Qt reads the system's choice from 6.12 on; before, only the person's choice is known.
    preference = getattr(accessibility, "motionPreference", None)
    return preference is not None and preference() == Qt.MotionPreference.ReducedMotion  # type: ignore[attr-defined, unused-ignore]


def reduce(*, reduced: bool) -> None:
    """Switch all animations off, those of Qt's own menus included, or leave it to the system."""
    QApplication.setEffectEnabled(_ANY, not reduced)
