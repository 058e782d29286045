"""What a preset's JSON file may say, and how it becomes a state.

{
  "title": {"en": "A tie", "zh_CN": "并列"},
  "note": {"en": "Two classes share …", "zh_CN": "…"},      may be left out, as all below
  "labels": {"en": ["cat", "dog"], "zh_CN": ["猫", "狗"]},  or one list for every language,
  "label": {"en": "token {number}"},                        or a pattern for all of them
  "logits": [1.5, "-inf"],                                  or "generate", see `Generate`
  "target": [1, 0],                                         or {"class": 1}: one-hot, from 1
  "temperature": "inf",
  "label_smoothing": 0.1
}
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
import numpy as np

from xentgui.documents.class_names import CLASS_NAMES, ENGLISH, class_names, in_language
from xentgui.documents.written_settings import read_settings, written_type
from xentgui.model import RefusedError, State
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.settings_of_state import SETTINGS

_UNREADABLE = QT_TRANSLATE_NOOP("errors", "{file} cannot be read: {reason}. Mend or replace it.")
_WRONG = QT_TRANSLATE_NOOP("errors", "{file} is wrong at {place}: {reason}. Mend or replace it.")

_Text = dict[str, str]
_Names = dict[str, list[str]] | list[str]
_Logit = float | Literal["-inf"]
_Number = Annotated[int, msgspec.Meta(ge=1)]
_Count = Annotated[int, msgspec.Meta(ge=2, le=1_000_000)]


class PresetError(RefusedError):
    """A preset that cannot be used; says in which file, where in it, and why."""


class NamedClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class among generated ones that has a name and a logit of its own; numbered from 1."""

    number: _Number = msgspec.field(name="class")
    logit: float
    label: _Text | None = None


class Generate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Logits too many to write down: normally distributed round 0 with deviation `spread`."""

    classes: _Count
    seed: int
    spread: float
    named: list[NamedClass] = []


class OneHot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A target of 1 for one class, numbered from 1."""

    number: _Number = msgspec.field(name="class")


class PresetFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of a preset's file, checked; what `read` returns has the scalar settings too."""

    title: _Text
    target: list[float] | OneHot
    note: _Text = {}
    labels: _Names | None = None
    label: _Text = msgspec.field(default_factory=lambda: CLASS_NAMES)
    logits: list[_Logit] | None = None
    generate: Generate | None = None

    def state(self, language: str = ENGLISH) -> State:
        """Return the state that is described, with class names in `language`."""
        logits = self._logits()
        return State(
            self._labels(logits.size, language),
            tuple(logits.tolist()),
            tuple(self._target(logits.size)),
            **read_settings(self),
        )

    def _logits(self) -> np.ndarray:
        if self.generate is None:
            return np.array([float(value) for value in self.logits or ()])
        random = np.random.default_rng(self.generate.seed)
        logits = random.standard_normal(self.generate.classes) * self.generate.spread
        logits = np.round(logits, 2)
        for one in self.generate.named:
            logits[one.number - 1] = one.logit
        return logits

    def _labels(self, count: int, language: str) -> tuple[str, ...]:
        if isinstance(self.labels, list):
            return tuple(self.labels)
        if self.labels is not None:
            return tuple(in_language(self.labels, language))
        labels = list(class_names(count, language, self.label))
        for one in self.generate.named if self.generate else ():
            if one.label is not None:
                labels[one.number - 1] = in_language(one.label, language)
        return tuple(labels)

    def _target(self, count: int) -> list[float]:
        if not isinstance(self.target, OneHot):
            return self.target
        target = [0.0] * count
        target[self.target.number - 1] = 1.0
        return target


_PresetText: Any = msgspec.defstruct(
    "PresetFile",
    [(key, written_type(setting), setting.default) for key, setting in SETTINGS.items()],
    bases=(PresetFile,),
    frozen=True,
    forbid_unknown_fields=True,
)


def read(path: Path) -> PresetFile:
    """Read and check a preset; raises PresetError, which names the file and the place."""
    try:
        file: PresetFile = msgspec.json.decode(path.read_bytes(), type=_PresetText)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PresetError(_UNREADABLE, file=path.name, reason=reason) from error
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at ")
        raise _wrong(path, place.strip("`") or "$", reason) from error
    except msgspec.DecodeError as error:
        reason, _, byte = str(error).rpartition(" (byte ")
        raise _wrong(path, f"byte {byte.rstrip(')')}", reason or str(error)) from error
    for place, reason in _faults(file):
        raise _wrong(path, place, reason)
    try:
        if file.generate is None:
            for language in file.labels if isinstance(file.labels, dict) else (ENGLISH,):
                file.state(language)
    except RefusedError as error:
        raise _wrong(path, "$", str(error).rstrip(".")) from error
    return file


def _wrong(path: Path, place: str, reason: str) -> PresetError:
    return PresetError(_WRONG, file=path.name, place=place, reason=reason.rstrip("."))


def _faults(file: PresetFile) -> list[tuple[str, str]]:
    """Return what is wrong beyond the types, as pairs of place and reason."""
    count = file.generate.classes if file.generate else len(file.logits or ())
    generated = file.generate.named if file.generate else []
    one_hot = file.target if isinstance(file.target, OneHot) else None
    spread = file.generate.spread if file.generate else 0.0
    texts = {"$.title": file.title, "$.note": file.note, "$.label": file.label}
    if isinstance(file.labels, dict):
        texts["$.labels"] = dict.fromkeys(file.labels, "")
    checks = [
        *((place, f'no "{ENGLISH}"', bool(t) and ENGLISH not in t) for place, t in texts.items()),
        ("$.title", f'no "{ENGLISH}"', not file.title),
        ("$.logits", "either logits or generate", (file.logits is None) == (file.generate is None)),
        ("$.label", "no {number}", any(not _NUMBERED.fullmatch(t) for t in file.label.values())),
        ("$.generate.spread", "not 0 or more", not 0 <= spread < math.inf),
        ("$.generate.named", "no such class", any(one.number > count for one in generated)),
        ("$.target.class", "no such class", one_hot is not None and one_hot.number > count),
    ]
    return [(place, reason) for place, reason, wrong in checks if wrong]


_NUMBERED = re.compile(r"[^{}]*\{number\}[^{}]*")
