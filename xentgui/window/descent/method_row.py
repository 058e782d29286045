"""The buttons for the methods of a walk: gradient, momentum and Newton."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model.recipes import Method, Walk
from xentgui.window.descent.segments import Segments

_METHODS = {
    "gradient": (
        QT_TRANSLATE_NOOP("descent", "Gradient"),
        QT_TRANSLATE_NOOP("descent", "Each step is −η·∂L/∂z"),
    ),
    "momentum": (
        QT_TRANSLATE_NOOP("descent", "Momentum"),
        QT_TRANSLATE_NOOP("descent", "Each step takes the share β of the one before along"),
    ),
    "newton": (
        QT_TRANSLATE_NOOP("descent", "Newton"),
        QT_TRANSLATE_NOOP(
            "descent",
            "Each step goes where the curvature puts the minimum, halved until the loss falls",
        ),
    ),
}
_USUAL_MOMENTUM = 0.9


class MethodRow(Segments):
    """Shows which method is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("descent.method", _METHODS, parent)

    def show_walk(self, walk: Walk) -> None:
        """Mark the method of `walk`."""
        momentum = "momentum" if walk.momentum else "gradient"
        self.show_chosen("newton" if walk.method is Method.NEWTON else momentum)


def walk_by(key: str, walk: Walk) -> Walk:
    """Return `walk` by the method `key`; momentum is the usual one if it was 0."""
    momentum = walk.momentum or _USUAL_MOMENTUM if key == "momentum" else 0.0
    method = Method.NEWTON if key == "newton" else Method.GRADIENT
    return walk._replace(method=method, momentum=momentum)
