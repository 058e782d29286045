"""The states of a parameter sweep."""

from __future__ import annotations

import math
from dataclasses import dataclass

from xentgui.export.animation.animation import AnimationError
from xentgui.model import State
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.quantity import LOGIT, SWEPT, Quantity, spaced

_PARAMETER = QT_TRANSLATE_NOOP("errors", "{value} cannot be swept. Choose one of: {choices}.")
_ENDS = QT_TRANSLATE_NOOP(
    "errors", "A sweep goes from one finite number to another, and {value} is not one."
)
_CLASS = QT_TRANSLATE_NOOP("errors", "There is no class {value}. Give a number from 1 to {count}.")


@dataclass(frozen=True, slots=True)
class Sweep:
    """One parameter that goes from `start` to `stop`.

    Attributes
    ----------
    parameter
        A key of `SWEPT`.
    index
        The class whose logit moves, from 0.
    back
        Whether it goes back to the start, so that the animation can repeat without a jump.
    """

    parameter: str
    start: float
    stop: float
    frames: int = 40
    index: int = 0
    back: bool = True

    def __post_init__(self) -> None:
        if self.parameter not in SWEPT:
            raise AnimationError(_PARAMETER, value=self.parameter, choices=", ".join(SWEPT))
        for value in (self.start, self.stop):
            if not math.isfinite(value):
                raise AnimationError(_ENDS, value=value)

    def values(self) -> list[float]:
        """Return the parameter's value in each frame; they have equal ratios or equal steps.

        >>> Sweep("label_smoothing", 0.0, 1.0, 3).values()
        [0.0, 0.5, 1.0, 0.5]
        """
        by_ratio = SWEPT[self.parameter].by_ratio
        there: list[float] = spaced(self.start, self.stop, self.frames, by_ratio=by_ratio).tolist()
        return there + there[-2:0:-1] if self.back else there

    def states(self, state: State) -> tuple[State, ...]:
        """Return `state` with each of the values; raises AnimationError or InvalidStateError."""
        if self.parameter == LOGIT and not 0 <= self.index < len(state.labels):
            raise AnimationError(_CLASS, value=self.index + 1, count=len(state.labels))
        quantity = Quantity(self.parameter, self.index)
        return tuple(quantity.on(state, value) for value in self.values())
