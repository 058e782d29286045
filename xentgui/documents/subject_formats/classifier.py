"""A classifier in a document: points and their targets, W and b, the chosen point, and settings.

{
  "subject": "classifier",
  "labels": ["cat", "dog", "owl"],        may be left out, as may inputs, chosen and settings
  "inputs": ["length", "width"],
  "points": [[1, 2], [0.5, -1], [3, 3]],
  "targets": [0, 1, [0.5, 0.5, 0]],       a class, from 0, or a number for each class
  "weights": [[0.1, 0], [0, 0.2], [0, 0]],
  "bias": [0, 0.5, "-inf"],
  "chosen": 2,
  "features": ["x1", "x1^2"],             may be left out: W belongs to the inputs as they are
  "way": "lda"                            may be left out: W and b are as set or trained
}
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import numpy as np

from xentgui.documents import json_lines
from xentgui.documents.json_shape import Node
from xentgui.documents.subject_formats.subject_format import (
    MeaninglessError,
    SubjectFormat,
    read_settings,
)
from xentgui.model.checks import MOST_CLASSES, MOST_VALUES
from xentgui.model.class_colors import MOST
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.model.rows import Array
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings, mentioned
from xentgui.model.state import default_labels
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.classifier_parts import PARTS

_OFF: Final = {"-inf": -math.inf}
_SINCE: Final = 3  # the version of documents that knows classifiers
_MOST_INPUTS: Final = 10_000

_POINT = QT_TRANSLATE_NOOP(
    "errors", "Write a list of points, each a list with a finite number for each input."
)
_TARGET = QT_TRANSLATE_NOOP(
    "errors",
    "Write an entry for each point: the number of its class, from 0, or a list with 0 or a "
    "positive number for each class.",
)
_WEIGHT = QT_TRANSLATE_NOOP(
    "errors", "Write a list for each class, with a finite number for each input."
)
_BIAS = QT_TRANSLATE_NOOP(
    "errors", "Write a finite number for each class, or “-inf” to switch it off."
)
_REMEDIES: Final = {
    **dict.fromkeys(("points", "points[]"), _POINT),
    **dict.fromkeys(("targets", "targets[]"), _TARGET),
    **dict.fromkeys(("weights", "weights[]"), _WEIGHT),
    **dict.fromkeys(("bias", "bias[]"), _BIAS),
    **dict.fromkeys(
        ("inputs", "inputs[]"),
        QT_TRANSLATE_NOOP("errors", "Write a list with a name for each input."),
    ),
    **dict.fromkeys(
        ("features", "features[]"),
        QT_TRANSLATE_NOOP("errors", "Write a list with x1, x1^2, x1*x2 or sin x1, each once."),
    ),
    "way": QT_TRANSLATE_NOOP("errors", "Write softmax, lda or linear."),
    "chosen": QT_TRANSLATE_NOOP("errors", "Write the number of a point, from 0."),
}


def _write(subject: Classifier) -> Iterator[tuple[str, Iterable[str]]]:
    yield "labels", json_lines.texts(subject.labels)
    if subject.colors:
        yield "colors", json_lines.numbers(subject.colors)
    yield "inputs", json_lines.texts(subject.input_names)
    yield "points", json_lines.rows(subject.points.tolist())
    yield "targets", json_lines.rows(_entries(subject.targets))
    yield "weights", json_lines.rows(subject.weights.tolist())
    yield "bias", json_lines.numbers(subject.bias.tolist())
    yield "chosen", (json_lines.number(subject.chosen),)
    if subject.features:
        yield "features", json_lines.texts(subject.features)
    if subject.way != "softmax":
        yield "way", (json_lines.text(subject.way),)
    for key, value in mentioned(subject.settings).items():
        yield key, (json_lines.text(value) if isinstance(value, str) else json_lines.number(value),)


def _entries(targets: Array) -> list[list[float] | int]:
    """Return the class of each point whose target is one-hot, and the numbers of the others."""
    entries: list[list[float] | int] = list(targets.argmax(axis=1).tolist())
    plain = (np.count_nonzero(targets, axis=1) == 1) & (targets.max(axis=1) == 1.0)
    for row in np.flatnonzero(~plain).tolist():
        entries[row] = targets[row].tolist()
    return entries


def _read(scene: Node) -> Classifier:
    points = scene["points"].rows(1, MOST_VALUES, _MOST_INPUTS)
    weights = scene["weights"].rows(2, MOST_CLASSES, _MOST_INPUTS)
    count = len(weights)
    bias = scene["bias"].numbers(2, MOST_CLASSES, words=_OFF)
    labels = scene["labels"].texts(2, MOST_CLASSES) if "labels" in scene else default_labels(count)
    try:
        return Classifier(
            labels=labels,
            colors=_whole(scene["colors"]) if "colors" in scene else (),
            input_names=scene["inputs"].texts(1, _MOST_INPUTS) if "inputs" in scene else (),
            points=points,
            targets=_targets(scene["targets"], count),
            weights=weights,
            bias=bias,
            chosen=scene["chosen"].whole(0, len(points) - 1) if "chosen" in scene else 0,
            features=_features(scene),
            way=scene["way"].text() if "way" in scene else "softmax",
            settings=ScalarSettings(**read_settings(scene)),  # type: ignore[arg-type]
        )
    except RefusedError as error:
        raise MeaninglessError(scene.place, error) from None


def _features(scene: Node) -> tuple[str, ...]:
    return scene["features"].texts(1, _MOST_INPUTS) if "features" in scene else ()


def _targets(node: Node, classes: int) -> Array:
    node.require_list(1, MOST_VALUES)
    found = np.zeros((len(node.value), classes))
    for row, entry in enumerate(node.entries(1, MOST_VALUES)):
        if isinstance(entry.value, list):
            found[row] = entry.numbers(classes, classes, above=0.0)
        else:
            found[row, entry.whole(0, classes - 1)] = 1.0
    return found


def _whole(node: Node) -> tuple[int, ...]:
    return tuple(number.whole(0, MOST) for number in node.entries(2, MOST_CLASSES))


def _version(subject: Classifier) -> int:
    return max(_SINCE, *(SETTINGS[key].since for key in mentioned(subject.settings)))


def _parts(subject: Classifier) -> dict[str, Any]:
    own = {name: getattr(subject, name) for name in PARTS if name != "settings"}
    return own | {key: getattr(subject.settings, key) for key in SETTINGS}


def _with_parts(subject: Classifier, parts: Mapping[str, Any]) -> Classifier:
    own = {name: part for name, part in parts.items() if name not in SETTINGS}
    settings = {key: part for key, part in parts.items() if key in SETTINGS}
    if settings:
        kept = {key: getattr(subject.settings, key) for key in SETTINGS}
        own["settings"] = ScalarSettings(**kept | settings)
    return subject.replaced(**own)


def _room(subject: Classifier) -> tuple[int, Sequence[str]]:
    numbers = subject.points.size + subject.targets.size + subject.weights.size
    return numbers + subject.bias.size, subject.input_names


CLASSIFIER: Final = SubjectFormat(
    key="classifier",
    kind=Classifier,
    required=("points", "targets", "weights", "bias"),
    optional=("labels", "colors", "inputs", "chosen", "features", "way", *SETTINGS),
    write=_write,
    read=_read,
    version=_version,
    newest=_SINCE,
    remedies=_REMEDIES,
    parts=_parts,
    with_parts=_with_parts,
    room=_room,
)
