"""``xentgui train``: a classifier of points, trained or in closed form, without Qt."""

from __future__ import annotations

import json
import math
from typing import Any, Final, NamedTuple

import numpy as np

from xentgui.documents.data_sets import data_set
from xentgui.export.numbers.csv_text import text_cell
from xentgui.export.numbers.json_text import exact
from xentgui.model.classifier.closed_forms import gaussians_of, least_squares
from xentgui.model.classifier.features import checked_features
from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.judgement import TIE, accuracy
from xentgui.model.classifier.linear import Linear, scores
from xentgui.model.classifier.optimum import optimum
from xentgui.model.classifier.training import Trainer, begin, trained
from xentgui.model.classifier.training_end import grows_for_ever
from xentgui.model.descent import Verdict
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.rows import row_sums
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings
from xentgui.model.subjects.classifier import Classifier
from xentgui.program.subcommands import train_options
from xentgui.program.subcommands.input_file import read_bytes
from xentgui.program.subcommands.inputs import as_typed
from xentgui.program.subcommands.output import write
from xentgui.program.usage import UsageError
from xentgui.program.words import Arguments
from xentgui.reading.decode import decode
from xentgui.reading.labelled_points import LabelledPoints, read_points

options = train_options.options
operand = train_options.operand

_ONE_FILE = QT_TRANSLATE_NOOP("cli", "One file at a time can be read, and here are: {words}.")
_BOTH = QT_TRANSLATE_NOOP(
    "cli", "Points come from the file {file} or from --data {name}. Give one of them."
)
_OVERLAP = QT_TRANSLATE_NOOP("cli", "The overlap is {value}. Give 0 or a number above 0.")
_SQUARED_ERROR: Final = "squared_error"


class Step(NamedTuple):
    """W and b after a step, the mean loss over the points, and the share that is right."""

    linear: Linear
    loss: float
    accuracy: float


class Result(NamedTuple):
    """What was found.

    Attributes
    ----------
    steps
        From the start on; what is in closed form has one.
    loss
        The name of the loss.
    stopped
        Why a training ended; None for what is in closed form.
    """

    steps: list[Step]
    loss: str
    stopped: Verdict | None


def run(arguments: Arguments) -> int:
    """Write W, b and the trace; return 0.  Raises UsageError, RefusedError and OSError."""
    words = arguments.operands
    if len(words) > 1:
        raise UsageError(_ONE_FILE, words=", ".join(words))
    arguments.file = words[0] if words else None
    subject = _subject(arguments)
    if arguments.model == "softmax":
        result = _softmax(subject, arguments)
    elif arguments.model == "lda":
        found = gaussians_of(subject.inputs, subject.targets, subject.labels).linear()
        fit = subject.mean_loss.at(found)
        result = Result([_step(subject, found, fit)], subject.settings.loss, None)
    else:
        result = _linear(subject)
    is_json = arguments.format == "json"
    text = as_json(subject, arguments.model, result) if is_json else as_csv(subject, result)
    write(arguments.output, text.encode())
    return 0


def _subject(arguments: Arguments) -> Classifier:
    """Return the points in the file with W = 0 and b = 0."""
    with as_typed():
        used = (key for key, one in SETTINGS.items() if not one.of_draws)
        given = {key: getattr(arguments, key) for key in used}
        settings = ScalarSettings(**{key: one for key, one in given.items() if one is not None})
    found = _points(arguments)
    with as_typed():
        features = checked_features(arguments.features or (), len(found.inputs))
    classes, width = len(found.labels), len(features or found.inputs)
    return Classifier(
        labels=found.labels,
        input_names=found.inputs,
        points=found.points,
        targets=np.eye(classes)[found.classes],
        weights=np.zeros((classes, width)),
        bias=np.zeros(classes),
        settings=settings,
        features=features,
    )


def _points(arguments: Arguments) -> LabelledPoints:
    if arguments.data is None:
        text = decode(read_bytes(arguments))
        return read_points(text, arguments.inputs or (), vars(arguments)["class"] or "")
    if arguments.file is not None:
        raise UsageError(_BOTH, file=arguments.file, name=arguments.data)
    overlap = arguments.overlap
    if overlap is not None and not 0.0 <= overlap < math.inf:
        raise UsageError(_OVERLAP, value=shown(overlap))
    with as_typed():
        return data_set(
            arguments.data, arguments.inputs or (), arguments.count, arguments.seed, overlap
        )


def _softmax(subject: Classifier, arguments: Arguments) -> Result:
    mean_loss, loss = subject.mean_loss, subject.settings.loss
    with as_typed():
        trainer = Trainer(mean_loss, train_options.training_of(arguments))
        if arguments.optimum:
            found = optimum(trainer, subject.linear)
            ends = (subject.linear, subject.fit), (found.linear, found.fit)
            return Result([_step(subject, *end) for end in ends], loss, found.verdict)
    steps = []
    for place, fit in trained(trainer, begin(subject.linear), arguments.steps):
        steps.append(_step(subject, place.linear, fit))
        last = fit
    stopped = Verdict.NO_MINIMUM if grows_for_ever(trainer, last) else Verdict.STEPS
    if len(steps) <= arguments.steps:
        stopped = Verdict.NOT_DECREASING  # the numbers of a float end
    return Result(steps, loss, stopped)


def _step(subject: Classifier, linear: Linear, fit: Fit) -> Step:
    return Step(linear, fit.loss, accuracy(fit.logits, subject.targets))


def _linear(subject: Classifier) -> Result:
    linear = least_squares(subject.inputs, subject.targets)
    outputs = scores(linear, subject.inputs)
    loss = float(row_sums(np.square(outputs - subject.targets)).mean())
    step = Step(linear, loss, accuracy(outputs, subject.targets, TIE))
    return Result([step], _SQUARED_ERROR, None)


def as_json(subject: Classifier, model: str, result: Result) -> str:
    """Return the last step and the losses of all as JSON."""
    last = result.steps[-1]
    content: dict[str, Any] = {
        "model": model,
        "labels": list(subject.labels),
        "inputs": list(subject.input_names),
        **({"features": list(subject.features)} if subject.features else {}),
        "points": len(subject.points),
        "loss_name": result.loss,
        "weights": exact(last.linear.weights.tolist()),
        "bias": exact(last.linear.bias.tolist()),
        "loss": exact(last.loss),
        "accuracy": exact(last.accuracy),
        "stopped": None if result.stopped is None else str(result.stopped),
        "trace": exact([step.loss for step in result.steps]),
    }
    lines = (f'  "{key}": {json.dumps(value)}' for key, value in content.items())
    return "{\n" + ",\n".join(lines) + "\n}\n"


def as_csv(subject: Classifier, result: Result) -> str:
    """Return the trace as CSV: a line a step, with loss, accuracy, W row by row, and b."""
    names = [f"w {label} {name}" for label in subject.labels for name in subject.feature_names]
    names += [f"b {label}" for label in subject.labels]
    lines = [",".join(["step", "loss", "accuracy", *map(text_cell, names)])]
    for number, (linear, loss, right) in enumerate(result.steps):
        cells = [loss, right, *linear.weights.ravel().tolist(), *linear.bias.tolist()]
        lines.append(",".join([str(number), *map(repr, cells)]))
    return "\n".join([*lines, ""])
