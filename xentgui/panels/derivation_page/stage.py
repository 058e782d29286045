"""The stages of the derivation, from the logits to the gradient."""

from __future__ import annotations

from dataclasses import dataclass

from xentgui.language.text import QT_TRANSLATE_NOOP
from xentgui.model import State


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the derivation.

    Attributes
    ----------
    key
        Stable.
    caption
        What is done, in English; translated under "panels".
    part
        Which thought it belongs to: 0 softmax, 1 loss, 2 gradient.
    """

    key: str
    caption: str
    part: int


STAGES = (
    Stage("logits", QT_TRANSLATE_NOOP("panels", "logits"), 0),
    Stage("temperature", QT_TRANSLATE_NOOP("panels", "÷ temperature"), 0),
    Stage("shift", QT_TRANSLATE_NOOP("panels", "− the largest"), 0),
    Stage("exponent", QT_TRANSLATE_NOOP("panels", "exponentiate"), 0),
    Stage("normalise", QT_TRANSLATE_NOOP("panels", "÷ their sum"), 0),
    Stage("probability", QT_TRANSLATE_NOOP("panels", "softmax"), 0),
    Stage("information", QT_TRANSLATE_NOOP("panels", "information"), 1),
    Stage("weight", QT_TRANSLATE_NOOP("panels", "× target"), 1),
    Stage("sum", QT_TRANSLATE_NOOP("panels", "cross-entropy"), 1),
    Stage("gradient", QT_TRANSLATE_NOOP("panels", "gradient ∂L/∂z"), 2),
)
"""All of them; `View.stage` counts these, whether or not each is there at the moment."""

SMOOTHED = QT_TRANSLATE_NOOP("panels", "× smoothed target")
"""The caption of "weight" under label smoothing."""


_ALL = tuple(range(1, len(STAGES) + 1))
_UNDIVIDED = tuple(number for number in _ALL if STAGES[number - 1].key != "temperature")


def present(state: State) -> tuple[int, ...]:
    """Return the numbers, from 1, of the stages that `state` has: at T = 1 nothing is divided."""
    return _UNDIVIDED if state.temperature == 1.0 else _ALL


def onward(stage: int | None, state: State) -> int | None:
    """Return `View.stage` with one stage more; None, all of them, after the last but one."""
    if stage is None:
        return None
    further = [number for number in present(state) if number > stage]
    return further[0] if len(further) > 1 else None


def back(stage: int | None, state: State) -> int:
    """Return `View.stage` with one stage fewer; 0 is none."""
    shown = [number for number in present(state) if stage is None or number <= stage]
    return shown[-2] if len(shown) > 1 else 0
