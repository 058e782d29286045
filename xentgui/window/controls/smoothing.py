"""Label smoothing: the share of the target that is spread evenly over all classes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from xentgui.language.text import translate
from xentgui.model import State, edits
from xentgui.window.controls.slider import Slider
from xentgui.window.controls.slider_control import SliderControl

STEPS = 100


class Smoothing(SliderControl):
    """A slider from 0 to 1 in hundredths."""

    neutral = 0.0

    def __init__(self, parent: QWidget | None = None) -> None:
        slider = Slider(STEPS)
        slider.setSingleStep(1)
        slider.setPageStep(10)
        super().__init__("smoothing", slider, parent)

    def value_of(self, state: State) -> float:
        """Return ε of `state`."""
        return state.label_smoothing

    def with_value(self, state: State, value: float) -> State:
        """Return `state` with another ε."""
        return edits.with_smoothing(state, value)

    def value_at(self, position: int) -> float:
        """Return ε in hundredths."""
        return position / STEPS

    def position_of(self, value: float) -> int:
        """Return the position nearest to a ε."""
        return round(value * STEPS)

    def step(self) -> str:
        """Return the name of the undo step."""
        return translate("window", "Label Smoothing")

    def title(self, *, short: bool) -> str:
        """Return the label, or the symbol."""
        return "ε" if short else translate("window", "Smoothing")

    def tip(self) -> str:
        """Return what ε does."""
        return translate(
            "window",
            "Label smoothing ε: this share of the target is spread evenly over all classes, "
            "(1 − ε)·y + ε/K; double-click for none.",
        )
