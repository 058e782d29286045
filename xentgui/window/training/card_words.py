"""What the card Training says of W and b, and what is said of a training that has ended."""

from __future__ import annotations

import math

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, explain, number, translate
from xentgui.model.classifier.judgement import margins
from xentgui.model.classifier.training_end import MOST_RISING
from xentgui.model.classifier.training_run import TrainingRun
from xentgui.model.descent import Verdict
from xentgui.model.message import RefusedError
from xentgui.model.naming import name_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import NO_CLASSIFIER
from xentgui.panels.kept import kept

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

_RIGHT = QT_TRANSLATE_NOOP("descent", "{right} of {count}")
_IN_CLOSED_FORM = QT_TRANSLATE_NOOP(
    "descent",
    "In closed form: W and b follow from the points. A step of training goes on from the "
    "trained W and b.",
)
_OUTPUTS = QT_TRANSLATE_NOOP(
    "descent",
    "Outputs at the points go from {least} to {most}. They are no probabilities: wherever p or a "
    "loss is shown, it is softmax of them, to compare.",
)
_MASKED = QT_TRANSLATE_NOOP("descent", "Never predicted: {names}.")
_SEPARATED = QT_TRANSLATE_NOOP(
    "descent",
    "All points are right: without decay, there is no finite optimum, and the weights "
    "grow for ever.",
)


def right_of(subject: Classifier) -> str:
    """Return how many points are right, of those that have a target."""
    right, count = _counts(subject.classes, subject.predictions)
    return translate("descent", _RIGHT).format(right=right, count=count)


@kept
def _counts(classes: np.ndarray, predictions: np.ndarray) -> tuple[int, int]:
    right = np.count_nonzero(classes == predictions)
    return int(right), int(np.count_nonzero(classes >= 0))


def gradient_length(subject: Classifier) -> float:
    """Return the length of the gradient of the mean loss by W and b."""
    by_weights, by_bias = subject.fit.gradient
    with np.errstate(all="ignore"):
        return math.sqrt(float(np.square(by_weights).sum() + np.square(by_bias).sum()))


def words_of(subject: Classifier | None, ending: str) -> str:
    """Return what is to be said below the buttons: of a play that has ended, of the model."""
    if subject is None:
        return explain(RefusedError(NO_CLASSIFIER))
    if subject.refusal is not None:
        return explain(subject.refusal)
    if ending:
        return ending
    if subject.way == "lda":
        return translate("descent", _IN_CLOSED_FORM)
    if subject.way == "linear":
        outputs = subject.fit.logits
        least, most = (number(float(value), 3) for value in (outputs.min(), outputs.max()))
        said = [translate("descent", _OUTPUTS).format(least=least, most=most)]
        masked = masked_classes(subject)
        if masked:
            names = ", ".join(name_of(subject.labels, k) for k in masked)
            said.append(translate("descent", _MASKED).format(names=names))
        return " ".join(said)
    if is_separated(subject):
        return translate("descent", _SEPARATED)
    return ""


def masked_classes(subject: Classifier) -> list[int]:
    """Return the classes that have points, and are predicted for none, from 0."""
    have, predicted = set(subject.classes.tolist()) - {-1}, set(subject.predictions.tolist())
    return sorted(have - predicted)


def is_separated(subject: Classifier) -> bool:
    """Return whether W and b have every point on its side, as cross-entropy never has enough of."""
    if subject.settings.loss not in {"cross_entropy", "kl_forward"}:
        return False
    if (subject.classes != subject.predictions).any() or subject.settings.label_smoothing:
        return False
    is_one_hot = np.count_nonzero(subject.targets, axis=1).max() == 1
    return bool(is_one_hot and (margins(subject.fit.logits, subject.targets) > 0.0).all())


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
