"""Why a training has ended, or what is to be said of it, in a sentence."""

from __future__ import annotations

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model.classifier.training_end import MOST_RISING
from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.descent import Verdict

_REACHED = QT_TRANSLATE_NOOP("descent", "The optimum: the gradient is 0 but for rounding.")
_FOR_EVER = QT_TRANSLATE_NOOP(
    "descent",
    "No finite optimum: straight lines separate classes, so the weights grow for ever. "
    "Decay would hold them.",
)
_NOT_DECREASING = QT_TRANSLATE_NOOP(
    "descent", "Not decreasing: the loss has not fallen for {steps} steps. Choose a smaller rate."
)
_STUCK = QT_TRANSLATE_NOOP("descent", "No step changes the weights any more.")
_STILL_FALLING = QT_TRANSLATE_NOOP("descent", "After {steps} steps, the loss still falls.")


def sentence_of(verdict: Verdict, run: TrainingRun) -> str:
    """Return what is said of a training that has ended with `verdict`, translated."""
    steps = run.steps
    if verdict is Verdict.NOT_DECREASING:
        is_stuck = run.ending() is None
        words, steps = (_STUCK, 0) if is_stuck else (_NOT_DECREASING, MOST_RISING)
    else:
        words = {
            Verdict.REACHED: _REACHED,
            Verdict.NO_MINIMUM: _FOR_EVER,
        }.get(verdict, _STILL_FALLING)
    return translate("descent", words).format(steps=steps)
