"""Reads the input of a command, a scene or many samples, as its arguments say.

The window begins with a state that is read so if numbers are typed instead of the name of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from xentgui.documents.room import require_room
from xentgui.documents.scene import Document, Scene
from xentgui.documents.texts import ENGLISH, class_names
from xentgui.model import State
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.naming import name_of
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings
from xentgui.model.subjects import BareLogits
from xentgui.program.options import CommandLine
from xentgui.program.subcommands import input_options
from xentgui.program.subcommands.input_file import load
from xentgui.program.subcommands.typed_numbers import (
    are_numbers,
    one_hot,
    typed_numbers,
    typed_target,
)
from xentgui.program.usage import UsageError
from xentgui.program.words import Arguments
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.batch import batch as make_batch
from xentgui.reading.samples.row_state import neutral_state, row_state

NOT_BOTH = QT_TRANSLATE_NOOP("cli", "{one} and {other} do not go together. Leave one out.")
_TWICE = QT_TRANSLATE_NOOP(
    "cli", "There are logits twice: with --logits and without. Leave one out."
)
ONE_FILE = QT_TRANSLATE_NOOP("cli", "One file at a time can be read, and here are: {words}.")
_ASSUMED = QT_TRANSLATE_NOOP(
    "cli", "No target is given, so the first class, {name}, is taken. Choose another with --target."
)

_NO_SCENE = QT_TRANSLATE_NOOP(
    "errors", "There is no scene {number} in {name}, which has {count}. The first is scene 1."
)
_NO_SCENES = QT_TRANSLATE_NOOP("errors", "{name} is not a document, so it has no scenes.")
_NO_ROW = QT_TRANSLATE_NOOP(
    "errors", "There is no row {number} in {name}, which has {count}. The first is row 0."
)
_NO_ROWS = QT_TRANSLATE_NOOP("errors", "{name} is a document; it has scenes, and no rows.")
_ONE_ROW = QT_TRANSLATE_NOOP(
    "errors",
    "A target on the command line is for one sample, and {name} holds {count} of them. "
    "Choose one with --row, or put the targets into the file.",
)


@dataclass(frozen=True, slots=True)
class ManySamples:
    """Many rows of logits, and the settings for their losses."""

    batch: LogitsBatch
    settings: ScalarSettings
    unit: str


def take_operands(arguments: Arguments) -> None:
    """Set `file`, or `logits` if the operands are numbers; raises UsageError.

    A file is found before a number: "1,2" can be the name of a file.
    """
    words = arguments.operands
    arguments.file = words[0] if len(words) == 1 else None
    joined = " ".join(words)
    if words and not Path(words[0]).exists() and are_numbers(joined):
        if arguments.logits is not None:
            raise UsageError(_TWICE)
        arguments.file = None
        with as_typed():
            arguments.logits = typed_numbers(joined)
    elif len(words) > 1:
        raise UsageError(ONE_FILE, words=", ".join(words))


def read_input(arguments: Arguments) -> Scene | ManySamples:
    """Return the input that `arguments` name: one scene, or the samples of a matrix.

    Raises UsageError, RefusedError and OSError.
    """
    if arguments.logits is not None:
        for option, value in (
            ("FILE", arguments.file), ("--scene", arguments.scene), ("--row", arguments.row)
        ):  # fmt: skip
            if value is not None:
                raise UsageError(NOT_BOTH, one=option, other="--logits")
        with as_typed():
            return _with_unit(Scene(BareLogits(_state_of_words(arguments))), arguments)
    name, found = load(arguments)
    if isinstance(found, Document):
        with as_typed():
            scene = _chosen_scene(name, found, arguments)
            return _with_unit(_overridden(scene, arguments), arguments)
    if arguments.scene is not None:
        raise UsageError("{reason}", reason=RefusedError(_NO_SCENES, name=shown(name)))
    return _samples_or_row(name, found, arguments)


@contextmanager
def as_typed(sentence: str = "{reason}") -> Iterator[None]:
    """Let what is refused be the fault of the words, because a file has been read before."""
    try:
        yield
    except RefusedError as error:
        raise UsageError(sentence, reason=error) from error


def read_scene(arguments: Arguments) -> Scene:
    """Return the scene that `arguments` name; by default it is row 0 of a matrix.

    Raises RefusedError if no document has room for it, and so no figure can keep it.
    """
    return scene_of(read_input(arguments))


def scene_of(found: Scene | ManySamples) -> Scene:
    """Return what was found as a scene: of a matrix, its row 0; raises RefusedError as above."""
    if isinstance(found, ManySamples):
        like = neutral_state(found.batch, found.settings)
        found = Scene(BareLogits(row_state(found.batch, 0, like)), unit=found.unit)
    require_room((found,))
    return found


def _state_of_words(arguments: Arguments) -> State:
    logits = arguments.logits
    labels = arguments.labels or _names(arguments)(len(logits))
    given = {"target": one_hot(0, len(logits))} | _given(arguments, labels) | {"labels": labels}
    state = State(logits=logits, **given)
    if arguments.target is None:
        _tell_target(arguments, labels)
    return state


def _samples_or_row(name: str, batch: LogitsBatch, arguments: Arguments) -> Scene | ManySamples:
    row = arguments.row
    with as_typed():
        if arguments.labels:
            batch = make_batch(name, batch.logits, labels=arguments.labels, targets=batch.targets)
        elif not batch.labels and arguments.names_in != ENGLISH:
            names = _names(arguments)(batch.classes)
            batch = make_batch(name, batch.logits, labels=names, targets=batch.targets)
        like = neutral_state(batch, ScalarSettings(**_given_settings(arguments)))
        if row is not None and not 0 <= row < batch.samples:
            raise RefusedError(_NO_ROW, number=row, name=shown(name), count=batch.samples)
        if row is None and batch.samples > 1 and arguments.target is not None:
            raise RefusedError(_ONE_ROW, name=shown(name), count=batch.samples)
    if row is None and batch.samples > 1:
        return ManySamples(batch, ScalarSettings.of(like), arguments.unit or "nats")
    state = row_state(batch, row or 0, like)
    if batch.targets is None and arguments.target is None:
        _tell_target(arguments, state.labels)
    with as_typed():
        return _with_unit(_overridden(Scene(BareLogits(state)), arguments), arguments)


def _names(arguments: Arguments) -> Callable[[int], tuple[str, ...]]:
    """Return what names classes that have no names, in the language of the output."""
    return lambda classes: class_names(classes, arguments.names_in)


def _tell_target(arguments: Arguments, labels: Sequence[str]) -> None:
    """Tell which target is assumed."""
    arguments.tell(_ASSUMED, name=name_of(labels, 0))


def _overridden(scene: Scene, arguments: Arguments) -> Scene:
    """Return `scene` with the values from the arguments; everything else stays."""
    given = _given(arguments, arguments.labels or scene.state.labels)
    return replace(scene, subject=scene.subject.absorb(replace(scene.state, **given)))


def _given(arguments: Arguments, labels: Sequence[str]) -> dict[str, Any]:
    """Return the parts of a state, without logits, that the arguments name."""
    given: dict[str, Any] = dict(_given_settings(arguments))
    if arguments.labels:
        given["labels"] = arguments.labels
    if arguments.target is not None:
        with as_typed("--target: {reason}"):
            given["target"] = typed_target(arguments.target, labels)
    return given


def _given_settings(arguments: Arguments) -> dict[str, Any]:
    values = ((key, getattr(arguments, key)) for key in SETTINGS)
    return {key: value for key, value in values if value is not None}


def _with_unit(scene: Scene, arguments: Arguments) -> Scene:
    return replace(scene, unit=arguments.unit) if arguments.unit else scene


def _chosen_scene(name: str, document: Document, arguments: Arguments) -> Scene:
    if arguments.row is not None:
        raise RefusedError(_NO_ROWS, name=shown(name))
    number, count = 1 if arguments.scene is None else arguments.scene, len(document.scenes)
    if not 1 <= number <= count:
        raise RefusedError(_NO_SCENE, number=number, name=shown(name), count=count)
    return document.scenes[number - 1]


_OF_FILES = {"scene", "row"}


def line_with_numbers(line: CommandLine) -> CommandLine:
    """Return `line` with the options for numbers and what belongs to them."""
    numbers = (one for one in input_options.options() if one.key not in _OF_FILES)
    return line._replace(options=(*numbers, *line.options))


def typed_state(arguments: Arguments) -> State:
    """Return the state that the words describe; raises UsageError."""
    arguments.scene = arguments.row = None
    arguments.names_in = arguments.catalog.code
    take_operands(arguments)
    with as_typed():
        return read_scene(arguments).state
