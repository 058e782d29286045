"""Reads the input of a command, a scene or many samples, as its arguments say."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from xentgui.documents import file_readers
from xentgui.documents.class_names import ENGLISH, class_names
from xentgui.documents.document_file import Opened
from xentgui.documents.opening import understand
from xentgui.documents.room import require_room
from xentgui.documents.scene import Document, Scene
from xentgui.language.explanation import explanation
from xentgui.language.numbers import typed
from xentgui.language.units import UNITS
from xentgui.model import State
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.naming import name_of
from xentgui.model.setting import ChoiceSetting, NumberSetting
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings
from xentgui.model.subjects import BareLogits
from xentgui.program.options import Option, count
from xentgui.program.subcommands import reading_options
from xentgui.program.subcommands.progress import shown_progress
from xentgui.program.subcommands.typed_numbers import (
    are_numbers,
    one_hot,
    typed_names,
    typed_numbers,
    typed_target,
)
from xentgui.program.usage import UsageError
from xentgui.program.words import Arguments
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.batch import batch as make_batch
from xentgui.reading.logits_text import read_text, reading_batch
from xentgui.reading.number import read_number
from xentgui.reading.read_error import ReadError
from xentgui.reading.samples.row_state import neutral_state, row_state
from xentgui.reading.source import Source, open_source

MOST_BYTES: Final = 1 << 30
"""The most bytes that are read from standard input, which cannot be mapped."""

_STDIN: Final = "standard input"
_MOST: Final = 10**12  # rows

_NO_INPUT = QT_TRANSLATE_NOOP(
    "cli", "There is no input. Give a file, or numbers such as 2.33,-1.46,0.56."
)
NOT_BOTH = QT_TRANSLATE_NOOP("cli", "{one} and {other} do not go together. Leave one out.")
_TWICE = QT_TRANSLATE_NOOP(
    "cli", "There are logits twice: with --logits and without. Leave one out."
)
_ONE_FILE = QT_TRANSLATE_NOOP("cli", "One file at a time can be read, and here are: {words}.")
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
_EMPTY = QT_TRANSLATE_NOOP(
    "errors", "{name} is empty. Give a file, or --logits=2.33,-1.46,0.56 and so on."
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors", "{name} holds more than {limit} MB. Save them to a file and give its name."
)


@dataclass(frozen=True, slots=True)
class ManySamples:
    """Many rows of logits, and the settings for their losses."""

    batch: LogitsBatch
    settings: ScalarSettings
    unit: str


def options() -> tuple[Option, ...]:
    """Return the options for the input: numbers, and what is changed in them."""
    return (
        Option(
            ("--logits",),
            QT_TRANSLATE_NOOP("cli", "the logits instead of a FILE, for example 2.33,-1.46,0.56"),
            "Z,…",
            read=typed_numbers,
            numbers=True,
        ),
        Option(
            ("--target",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the name of the right class, or a number for each class, for example 1,0,0 "
                "(default: the file's, else the first class)",
            ),
            "Y,…",
            numbers=True,
        ),
        Option(
            ("--labels",),
            QT_TRANSLATE_NOOP("cli", "the names of the classes"),
            "NAME,…",
            read=typed_names,
        ),
        *map(_setting_option, SETTINGS.values()),
        Option(
            ("--unit",),
            QT_TRANSLATE_NOOP("cli", "the unit of information (default: the file's, else nats)"),
            "UNIT",
            choices=tuple(UNITS),
        ),
        Option(
            ("--scene",),
            QT_TRANSLATE_NOOP("cli", "which scene of a document, counted from 1 (default: 1)"),
            "N",
            read=count(-_MOST, _MOST),
        ),
        Option(
            ("--row",),
            QT_TRANSLATE_NOOP("cli", "which row of a matrix, counted from 0 as numpy does"),
            "N",
            read=count(-_MOST, _MOST),
        ),
        *reading_options.options(),
    )


def operand() -> Option:
    """Return what stands without an option: a file, or numbers."""
    return Option(
        (),
        QT_TRANSLATE_NOOP(
            "cli",
            "a document ({document}), a figure made by xentgui, logits ({logits}), or numbers such "
            "as 2,1,0; - or no FILE in a pipe: standard input",
        ),
        "FILE",
        gaps=file_readers.listed_endings,
    )


def _setting_option(setting: NumberSetting | ChoiceSetting) -> Option:
    if isinstance(setting, ChoiceSetting):
        # One loss is no choice.
        return Option(
            (setting.option,),
            QT_TRANSLATE_NOOP("cli", "the loss (default: the file's, else cross_entropy)"),
            setting.metavar,
            choices=tuple(setting.choices),
            hidden=len(setting.choices) < 2,
        )

    def gaps() -> dict[str, str]:
        return {"usage": setting.usage, "default": typed(setting.default)}

    return Option(
        (setting.option,),
        QT_TRANSLATE_NOOP("cli", "{usage} (default: the file's, else {default})"),
        setting.metavar,
        read=read_number,
        gaps=gaps,
    )


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
        raise UsageError(_ONE_FILE, words=", ".join(words))


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
            return _with_unit(Scene(BareLogits(_typed_state(arguments))), arguments)
    name, found = _load(arguments)
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
    found = read_input(arguments)
    if isinstance(found, ManySamples):
        like = neutral_state(found.batch, found.settings)
        found = Scene(BareLogits(row_state(found.batch, 0, like)), unit=found.unit)
    require_room((found,))
    return found


def _typed_state(arguments: Arguments) -> State:
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


def _load(arguments: Arguments) -> tuple[str, Document | LogitsBatch]:
    """Return the content of the file or of standard input, and its name for messages."""
    if arguments.file is None and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageError(_NO_INPUT)
    if arguments.file in {None, "-"}:
        return _STDIN, _understood(arguments, Source(_STDIN, _all_of(sys.stdin.buffer, _STDIN)))
    path = Path(arguments.file)
    if _is_stream(path):
        with path.open("rb") as stream:
            return path.name, _understood(arguments, Source(path.name, _all_of(stream, path.name)))
    return path.name, _understood(arguments, open_source(path))


def _understood(arguments: Arguments, source: Source) -> Document | LogitsBatch:
    """Return what is in `source`; of a text, say on standard error how it was read."""
    with shown_progress(source.name):
        try:
            found = understand(source)
        except ReadError:
            if not reading_options.are_given(arguments):
                raise
            found = read_text(source, by_hand=True)
    if isinstance(found, Opened):
        reading_options.refuse_with_document(source.name, arguments)
        return found.document
    if isinstance(found, LogitsBatch):
        for note in found.notes:
            arguments.tell("{reason}", reason=explanation(note, arguments.catalog.translate))
        guessed = reading_options.guessed(found, arguments)
        if guessed is None:
            return reading_options.scaled(found, source.name, arguments)
        found = guessed
    reading = reading_options.read_as(found, arguments)
    reading_options.say(reading, source.name, arguments)
    return reading_batch(reading, source.name)


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False  # opening it raises the error with the reason
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or stat.S_ISSOCK(mode)


def _all_of(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)
    if not data.strip():
        raise RefusedError(_EMPTY, name=shown(name))
    if len(data) > MOST_BYTES:
        raise RefusedError(_TOO_LARGE, limit=MOST_BYTES >> 20, name=shown(name))
    return data
