"""The temperature T: the divisor of the logits, from hardmax at 0 to uniform at infinity."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from xentgui.language.text import translate
from xentgui.model import State, edits
from xentgui.window.controls.slider import Slider
from xentgui.window.controls.slider_control import SliderControl

STEPS = 1000
_MIDDLE = STEPS // 2
_DECADES = 2.0  # from the middle to either end: 0.01 to 100
_DETENT = 9  # positions about the middle that are exactly 1


class Temperature(SliderControl):
    """A logarithmic slider with the exact limits at its ends, 0 and infinity."""

    neutral = 1.0

    def __init__(self, parent: QWidget | None = None) -> None:
        slider = Slider(STEPS, marks=(0, _MIDDLE, STEPS))
        slider.setSingleStep(10)
        slider.setPageStep(50)
        super().__init__("temperature", slider, parent)

    def value_of(self, state: State) -> float:
        """Return T of `state`."""
        return state.temperature

    def with_value(self, state: State, value: float) -> State:
        """Return `state` with another T."""
        return edits.with_temperature(state, value)

    def value_at(self, position: int) -> float:
        """Return T: 0, 0.01 … 1 … 100, inf; three digits are as fine as a hand is.

        >>> [Temperature.value_at(None, place) for place in (0, 250, 500, 750, 1000)]
        [0.0, 0.0995, 1.0, 10.0, inf]
        """
        if position <= 0:
            return 0.0
        if position >= STEPS:
            return math.inf
        if abs(position - _MIDDLE) < _DETENT:
            return 1.0
        exponent = (position - _MIDDLE) / (_MIDDLE - 1) * _DECADES
        return float(f"{10.0**exponent:.3g}")

    def position_of(self, value: float) -> int:
        """Return the position nearest to a T."""
        if value == 0.0:
            return 0
        if math.isinf(value):
            return STEPS
        place = _MIDDLE + math.log10(value) / _DECADES * (_MIDDLE - 1)
        return min(max(round(place), 1), STEPS - 1)

    def step(self) -> str:
        """Return the name of the undo step."""
        return translate("window", "Temperature")

    def title(self, *, short: bool) -> str:
        """Return the label, or the symbol."""
        return "T" if short else translate("window", "Temperature")

    def tip(self) -> str:
        """Return what T does."""
        return translate(
            "window",
            "Temperature T: every logit is divided by it, z / T.  "
            "T → 0 is hardmax, T → ∞ is uniform; double-click for T = 1.",
        )
