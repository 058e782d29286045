"""The format of a preset's JSON file, and the state that it describes.

{
  "title": {"en": "A tie", "zh_CN": "并列"},
  "note": {"en": "Two classes share …", "zh_CN": "…"},      may be left out, as all below
  "labels": {"en": ["cat", "dog"], "zh_CN": ["猫", "狗"]},  or one list for every language,
  "label": {"en": "token {number}"},                        or a pattern for all of them
  "logits": [1.5, "-inf"],                                  or "generate", see `Generate`, or
                                                            "points", see `PresetPoints`
  "target": [1, 0],                                         or {"class": 1}: one-hot, from 1
  "temperature": "inf",
  "label_smoothing": 0.1
}
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np

from xentgui.documents.json_shape import MisfitError, Node
from xentgui.documents.json_text import JsonError, parse, text_of
from xentgui.documents.preset_points import PresetPoints
from xentgui.documents.subject_formats.subject_format import read_settings
from xentgui.documents.texts import CLASS_NAMES, ENGLISH, class_names, in_language, nearest_code
from xentgui.model import RefusedError, State
from xentgui.model.checks import MOST_CLASSES
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.settings_of_state import SETTINGS
from xentgui.model.subjects import BareLogits, Subject

_UNREADABLE = QT_TRANSLATE_NOOP("errors", "{file} cannot be read: {reason}. Correct or replace it.")
_WRONG = QT_TRANSLATE_NOOP("errors", "{file} is wrong at {place}: {reason}. Correct or replace it.")

_Texts: TypeAlias = Mapping[str, str]
_Names: TypeAlias = Mapping[str, tuple[str, ...]] | tuple[str, ...]
_OFF: Final = {"-inf": -math.inf}
_NUMBERED: Final = re.compile(r"[^{}]*\{number\}[^{}]*")


class PresetError(RefusedError):
    """A preset that cannot be used; the message gives the file, the place and the reason."""


@dataclass(frozen=True, slots=True)
class NamedClass:
    """A class with its own name and logit among generated ones; numbered from 1."""

    number: int
    logit: float
    label: _Texts | None


@dataclass(frozen=True, slots=True)
class Generate:
    """Generated logits: normally distributed about 0 with the standard deviation `spread`."""

    classes: int
    seed: int
    spread: float
    named: tuple[NamedClass, ...]

    def logits(self) -> np.ndarray:
        """Return the logits, shape (classes,); every call gives the same numbers."""
        random = np.random.default_rng(self.seed)
        logits = np.round(random.standard_normal(self.classes) * self.spread, 2)
        for one in self.named:
            logits[one.number - 1] = one.logit
        return logits


@dataclass(frozen=True, slots=True)
class PresetFile:
    """The content of a preset's file, checked.

    Attributes
    ----------
    logits
        The logits, or how to generate them.
    target
        The target, or the number, from 1, of the class of a one-hot target.
    label
        A pattern for the names of classes, if there are no `labels`.
    """

    title: _Texts
    note: _Texts
    logits: np.ndarray | Generate
    target: np.ndarray | int
    labels: _Names | None = None
    label: _Texts = field(default_factory=lambda: CLASS_NAMES)
    settings: Mapping[str, Any] = field(default_factory=dict)

    def subject(self, language: str = ENGLISH) -> Subject:
        """Return what it sets, with class names in `language`."""
        return BareLogits(self.state(language))

    def state(self, language: str = ENGLISH) -> State:
        """Return the state, with class names in `language`."""
        logits = self.logits.logits() if isinstance(self.logits, Generate) else self.logits
        target = self.target
        if isinstance(target, int):
            target = np.zeros(logits.size)
            target[self.target - 1] = 1.0
        return State(self._labels(logits.size, language), logits, target, **self.settings)  # type: ignore[arg-type]

    def _labels(self, count: int, language: str) -> tuple[str, ...]:
        if (named := _named_in(self.labels, language)) is not None:
            return named
        labels = list(class_names(count, language, self.label))
        for one in self.logits.named if isinstance(self.logits, Generate) else ():
            if one.label is not None:
                labels[one.number - 1] = in_language(one.label, language)
        return tuple(labels)


@dataclass(frozen=True, slots=True)
class PointsFile:
    """The content of the file of a preset with points, checked."""

    title: _Texts
    note: _Texts
    points: PresetPoints
    labels: _Names | None = None
    input_names: _Names | None = None
    settings: Mapping[str, Any] = field(default_factory=dict)

    def subject(self, language: str = ENGLISH) -> Subject:
        """Return the classifier, with class names in `language`."""
        labels, names = _named_in(self.labels, language), _named_in(self.input_names, language)
        return self.points.classifier(labels, names, self.settings)


def _named_in(names: _Names | None, language: str) -> tuple[str, ...] | None:
    return names[nearest_code(names, language)] if isinstance(names, Mapping) else names


def read(path: Path) -> PresetFile | PointsFile:
    """Read and check a preset; raises PresetError, which names the file and the place."""
    try:
        root = Node(parse(text_of(path.read_bytes())))
        file = _file(root)
        if isinstance(file, PresetFile) and not isinstance(file.logits, Generate):
            for language in file.labels if isinstance(file.labels, Mapping) else (ENGLISH,):
                file.state(language)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PresetError(_UNREADABLE, file=path.name, reason=reason) from error
    except JsonError as error:
        place = f"line {error.line}, column {error.column}"
        raise _wrong(path, place, f"the text is {error.damage}") from error
    except _ContentError as error:
        raise _wrong(path, error.place, error.reason) from error
    except MisfitError as error:
        raise _wrong(path, error.node.place, _reason(error)) from error
    except RefusedError as error:
        raise _wrong(path, "$", str(error)) from error
    return file


def _wrong(path: Path, place: str, reason: str) -> PresetError:
    return PresetError(_WRONG, file=path.name, place=place, reason=reason.rstrip("."))


def _reason(error: MisfitError) -> str:
    if error.problem == "wrong":
        found = f"{shown(error.node.value)} cannot stand there"
        return (
            f"{found}, but a number from {error.bounds[0]:g} to {error.bounds[1]:g}"
            if error.bounds
            else found
        )
    return f"the key {shown(error.key)} is {error.problem}"


class _ContentError(ValueError):
    """An error in a preset that the check of its shape does not find."""

    def __init__(self, node: Node, reason: str) -> None:
        super().__init__(reason)
        self.place, self.reason = node.place, reason


def _file(root: Node) -> PresetFile | PointsFile:
    if "points" in root:
        return _points_file(root)
    optional = ("note", "labels", "label", "logits", "generate", *SETTINGS)
    root.require_keys(("title", "target"), optional)
    logits, count = _logits(root)
    return PresetFile(
        title=_texts(root["title"]),
        note=_texts(root["note"]) if "note" in root else {},
        logits=logits,
        target=_target(root["target"], count),
        labels=_labels(root["labels"]) if _has(root, "labels") else None,
        label=_pattern(root["label"]) if "label" in root else CLASS_NAMES,
        settings=read_settings(root),
    )


def _points_file(root: Node) -> PointsFile:
    root.require_keys(("title", "points"), ("note", "labels", *SETTINGS))
    node = root["points"]
    optional = ("inputs", "input_names", "chosen", "count", "seed")
    node.require_keys(("data", "weights", "bias"), optional)
    bias = node["bias"].numbers(2, MOST_CLASSES)
    return PointsFile(
        title=_texts(root["title"]),
        note=_texts(root["note"]) if "note" in root else {},
        points=PresetPoints(
            data=node["data"].text(),
            inputs=node["inputs"].texts(1, MOST_CLASSES) if "inputs" in node else (),
            weights=node["weights"].rows(bias.size, bias.size, MOST_CLASSES),
            bias=bias,
            chosen=node["chosen"].whole(0) if "chosen" in node else 0,
            count=node["count"].whole(4) if "count" in node else 120,
            seed=node["seed"].whole(0) if "seed" in node else 0,
        ),
        labels=_labels(root["labels"]) if _has(root, "labels") else None,
        input_names=_labels(node["input_names"]) if _has(node, "input_names") else None,
        settings=read_settings(root),
    )


def _has(node: Node, key: str) -> bool:
    return node.value.get(key) is not None


def _texts(node: Node) -> _Texts:
    node.require_object()
    _require_english(node)
    return {language: node[language].text() for language in node.value}


def _require_english(node: Node) -> None:
    if ENGLISH not in node:
        raise _ContentError(node, f'no "{ENGLISH}"')


def _pattern(node: Node) -> _Texts:
    texts = _texts(node)
    if not all(_NUMBERED.fullmatch(text) for text in texts.values()):
        raise _ContentError(node, "no {number}")
    return texts


def _labels(node: Node) -> _Names:
    if isinstance(node.value, list):
        return node.texts(0, MOST_CLASSES)
    node.require_object()
    _require_english(node)
    return {language: node[language].texts(0, MOST_CLASSES) for language in node.value}


def _logits(root: Node) -> tuple[np.ndarray | Generate, int]:
    """Return the logits and their number."""
    if _has(root, "logits") == _has(root, "generate"):
        raise _ContentError(Node(None, ("logits",)), "either logits or generate")
    if _has(root, "logits"):
        logits = root["logits"].numbers(0, MOST_CLASSES, words=_OFF)
        return logits, logits.size
    node = root["generate"]
    node.require_keys(("classes", "seed", "spread"), ("named",))
    count = node["classes"].whole(2, MOST_CLASSES)
    named = node["named"].entries(0, MOST_CLASSES) if "named" in node else ()
    seed, spread = node["seed"].whole(0), node["spread"].number(0.0)
    return Generate(count, seed, spread, tuple(_named(one, count) for one in named)), count


def _named(node: Node, count: int) -> NamedClass:
    node.require_keys(("class", "logit"), ("label",))
    label = _texts(node["label"]) if _has(node, "label") else None
    return NamedClass(_class(node["class"], count), node["logit"].number(), label)


def _class(node: Node, count: int) -> int:
    number = node.whole(1)
    if number > count:
        raise _ContentError(node, "no such class")
    return number


def _target(node: Node, count: int) -> np.ndarray | int:
    if isinstance(node.value, list):
        return node.numbers(0, MOST_CLASSES)
    node.require_keys(("class",))
    return _class(node["class"], count)
