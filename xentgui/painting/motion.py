"""Whether axes and pages may move gently, or have to be where they go at once.

What the person has chosen counts, and else what the system says.  Where nobody says anything,
things move: Qt's own switch for effects is off on most Linux desktops, and means nothing there.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

_chosen: list[bool] = []  # what the person has set, if anything
_told: list[bool] = []  # what the system said last, where Qt does not know


def is_reduced() -> bool:
    """Return whether the person, or else the system, asks for things to stand still."""
    if _chosen:
        return _chosen[0]
    # Each is held: PySide takes what it has given away back with what it came from.
    hints = QApplication.styleHints()
    accessibility = hints.accessibility()
    preference = getattr(accessibility, "motionPreference", None)  # Qt asks from 6.12 on
    if preference is not None:
        # The first window must not wait for Qt's hundred enumerations.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        return preference() == Qt.MotionPreference.ReducedMotion  # type: ignore[attr-defined, unused-ignore, no-any-return]
    return bool(_told) and _told[0]


def reduce(*, reduced: bool | None) -> None:
    """Let everything stand still or move as the person says; None leaves it to the system."""
    _chosen[:] = [] if reduced is None else [reduced]


def system_says(*, reduced: bool | None) -> None:
    """Take what the system says, where Qt does not ask it; None if it says nothing."""
    _told[:] = [] if reduced is None else [reduced]
