"""Why a play has ended, in a sentence."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, translate, typed
from xentgui.model.descent import Verdict
from xentgui.model.recipes import Method
from xentgui.model.run import MOST_RISING, Run

_REACHED = QT_TRANSLATE_NOOP(
    "descent", "Reached: no component of the gradient is larger than {tolerance}."
)
_STILL = QT_TRANSLATE_NOOP("descent", "Reached: the gradient is 0.")
_FOR_EVER = QT_TRANSLATE_NOOP("descent", "No minimum: the loss falls like 1/n for ever.")
_FASTER = QT_TRANSLATE_NOOP("descent", "No minimum: the loss falls for ever.")
_NEAR = QT_TRANSLATE_NOOP(
    "descent",
    "No minimum: the loss falls for ever, but no component of the gradient is larger than "
    "{tolerance}.",
)
_CYCLING = QT_TRANSLATE_NOOP(
    "descent", "Cycling: the same states come again and again. Choose a smaller rate."
)
_NOT_DECREASING = QT_TRANSLATE_NOOP(
    "descent", "Not decreasing: the loss has not fallen for {steps} steps. Choose a smaller rate."
)
_STUCK = QT_TRANSLATE_NOOP("descent", "Not decreasing: no step changes the loss any more.")
_STILL_FALLING = QT_TRANSLATE_NOOP("descent", "After {steps} steps, the loss still falls.")


def sentence_of(verdict: Verdict, run: Run) -> str:
    """Return what is said of a play of `run` that has ended with `verdict`, translated."""
    words = {
        Verdict.REACHED: _REACHED if run.walk.tolerance else _STILL,
        Verdict.NO_MINIMUM: _NEAR if run.rests else _for_ever(run),
        Verdict.CYCLING: _CYCLING,
        Verdict.NOT_DECREASING: _NOT_DECREASING if run.can_go_on else _STUCK,
        Verdict.STEPS: _STILL_FALLING,
    }[verdict]
    steps = MOST_RISING if verdict is Verdict.NOT_DECREASING else run.steps
    tolerance = typed(run.walk.tolerance)
    return translate("descent", words).format(tolerance=tolerance, steps=steps)


def _for_ever(run: Run) -> str:
    return _FASTER if run.walk.method is Method.NEWTON else _FOR_EVER
