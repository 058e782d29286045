"""Reads the input of a command, a scene or many samples, as its arguments say."""

from __future__ import annotations

import argparse
import stat
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO, Final

from xentgui.documents import file_readers
from xentgui.documents.document_file import Opened
from xentgui.documents.opening import read_source
from xentgui.documents.room import require_room
from xentgui.documents.scene import Document, Scene
from xentgui.language.numbers import typed
from xentgui.language.units import UNITS
from xentgui.model import State, default_labels
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown
from xentgui.model.setting import ChoiceSetting, NumberSetting
from xentgui.model.settings_of_state import SETTINGS, ScalarSettings
from xentgui.model.subjects import BareLogits
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.batch import batch as make_batch
from xentgui.reading.number import read_number
from xentgui.reading.samples.row_state import neutral_state, row_state
from xentgui.reading.source import Source, open_source

MOST_BYTES: Final = 1 << 30
"""The most bytes that are read from standard input, which cannot be mapped."""

_STDIN: Final = "standard input"

_NO_SCENE = QT_TRANSLATE_NOOP(
    "errors", "There is no scene {number} in {name}, which has {count}. The first is scene 1."
)
_NO_SCENES = QT_TRANSLATE_NOOP("errors", "{name} is no document and has no scenes.")
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


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments for the input: a file, standard input, or numbers."""
    parser.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help=f"a document ({file_readers.DOCUMENTS.endings[0]}), a figure made by xentgui, or "
        f"logits ({', '.join(file_readers.LOGITS.endings)}); - is standard input, and so is "
        "nothing at the end of a pipe",
    )
    parser.add_argument("--logits", metavar="Z,…", help="--logits=2.33,-1.46,0.56 needs no file")
    parser.add_argument("--target", metavar="Y,…", help="1,0,0; by default the first class")
    parser.add_argument("--labels", metavar="NAME,…", help="names of the classes")
    for setting in SETTINGS.values():
        default = typed(setting.default) if isinstance(setting, NumberSetting) else setting.default
        words = f"{setting.usage} (default: {default}, or the file's)"
        if isinstance(setting, ChoiceSetting) and len(setting.choices) < 2:
            words = argparse.SUPPRESS  # one loss is no choice
        parser.add_argument(
            setting.option,
            dest=setting.key,
            choices=tuple(setting.choices) if isinstance(setting, ChoiceSetting) else None,
            metavar=setting.metavar,
            help=words,
        )
    parser.add_argument("--unit", choices=tuple(UNITS), help="of information")
    parser.add_argument("--scene", type=int, metavar="N", help="of a document, from 1 (default: 1)")
    parser.add_argument("--row", type=int, metavar="N", help="of a matrix, from 0 as numpy counts")
    parser.set_defaults(refuse_usage=parser.error)


def read_input(arguments: argparse.Namespace) -> Scene | ManySamples:
    """Return the input that `arguments` name: one scene, or the samples of a matrix.

    Raises RefusedError and OSError; ends the program with code 2 for wrong usage.
    """
    if arguments.logits is not None:
        for option, value in (
            ("FILE", arguments.file), ("--scene", arguments.scene), ("--row", arguments.row)
        ):  # fmt: skip
            if value is not None:
                arguments.refuse_usage(f"argument {option}: not allowed with argument --logits")
        return _with_unit(Scene(BareLogits(_typed_state(arguments))), arguments)
    name, found = _load(arguments)
    if isinstance(found, Document):
        return _with_unit(_overridden(_chosen_scene(name, found, arguments), arguments), arguments)
    if arguments.scene is not None:
        raise RefusedError(_NO_SCENES, name=shown(name))
    return _samples_or_row(name, found, arguments)


def read_scene(arguments: argparse.Namespace) -> Scene:
    """Return the scene that `arguments` name; by default it is row 0 of a matrix.

    Raises RefusedError if no document has room for it, and so no figure can keep it.
    """
    found = read_input(arguments)
    if isinstance(found, ManySamples):
        like = neutral_state(found.batch, found.settings)
        found = Scene(BareLogits(row_state(found.batch, 0, like)), unit=found.unit)
    require_room((found,))
    return found


def _typed_state(arguments: argparse.Namespace) -> State:
    logits = tuple(_numbers(arguments.logits))
    usual = {"labels": default_labels(len(logits)), "target": (1.0, *(0.0 for _ in logits[1:]))}
    return State(logits=logits, **(usual | _given(arguments)))


def _samples_or_row(
    name: str, batch: LogitsBatch, arguments: argparse.Namespace
) -> Scene | ManySamples:
    if arguments.labels:
        labels = tuple(arguments.labels.split(","))
        batch = make_batch(name, batch.logits, labels=labels, targets=batch.targets)
    like = neutral_state(batch, ScalarSettings(**_given_settings(arguments)))
    row = arguments.row
    if row is not None and not 0 <= row < batch.samples:
        raise RefusedError(_NO_ROW, number=row, name=shown(name), count=batch.samples)
    if row is None and batch.samples > 1:
        if arguments.target is not None:
            raise RefusedError(_ONE_ROW, name=shown(name), count=batch.samples)
        return ManySamples(batch, ScalarSettings.of(like), arguments.unit or "nats")
    scene = Scene(BareLogits(row_state(batch, row or 0, like)))
    return _with_unit(_overridden(scene, arguments), arguments)


def _overridden(scene: Scene, arguments: argparse.Namespace) -> Scene:
    """Return `scene` with the values from the arguments; everything else stays."""
    state = replace(scene.state, **_given(arguments))
    return replace(scene, subject=scene.subject.absorb(state))


def _given(arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the parts of a state, without logits, that the arguments name."""
    given: dict[str, Any] = dict(_given_settings(arguments))
    if arguments.labels:
        given["labels"] = tuple(arguments.labels.split(","))
    if arguments.target is not None:
        given["target"] = tuple(_numbers(arguments.target))
    return given


def _given_settings(arguments: argparse.Namespace) -> dict[str, Any]:
    texts = ((setting, getattr(arguments, key)) for key, setting in SETTINGS.items())
    return {
        setting.key: read_number(text) if isinstance(setting, NumberSetting) else text
        for setting, text in texts
        if text is not None
    }


def _with_unit(scene: Scene, arguments: argparse.Namespace) -> Scene:
    return replace(scene, unit=arguments.unit) if arguments.unit else scene


def _chosen_scene(name: str, document: Document, arguments: argparse.Namespace) -> Scene:
    if arguments.row is not None:
        raise RefusedError(_NO_ROWS, name=shown(name))
    number, count = 1 if arguments.scene is None else arguments.scene, len(document.scenes)
    if not 1 <= number <= count:
        raise RefusedError(_NO_SCENE, number=number, name=shown(name), count=count)
    return document.scenes[number - 1]


def _numbers(text: str) -> list[float]:
    return [read_number(part) for part in text.split(",")]


def _load(arguments: argparse.Namespace) -> tuple[str, Document | LogitsBatch]:
    """Return the content of the file or of standard input, and its name for messages."""
    if arguments.file is None and (sys.stdin is None or sys.stdin.isatty()):
        arguments.refuse_usage("give a file, or --logits=2.33,-1.46,0.56")
    if arguments.file in {None, "-"}:
        return _STDIN, _understood(Source(_STDIN, _all_of(sys.stdin.buffer, _STDIN)))
    path = Path(arguments.file)
    if _is_stream(path):
        with path.open("rb") as stream:
            return path.name, _understood(Source(path.name, _all_of(stream, path.name)))
    return path.name, _understood(open_source(path))


def _understood(source: Source) -> Document | LogitsBatch:
    found = read_source(source)
    return found.document if isinstance(found, Opened) else found


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
