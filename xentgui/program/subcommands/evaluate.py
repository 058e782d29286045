"""``xentgui evaluate``: the numbers of a state or of many samples, without Qt."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from xentgui.export.file_formats import ANIMATION_FORMATS, EXPORT_FORMATS, NUMBER_FORMATS
from xentgui.export.numbers.looks import Looks
from xentgui.language.catalog import ENGLISH
from xentgui.model import derive
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.program.options import Option, count
from xentgui.program.subcommands import input_options, inputs
from xentgui.program.subcommands.inputs import ManySamples, read_input
from xentgui.program.subcommands.output import write
from xentgui.program.subcommands.sample_text import SAMPLE_FORMATS, sample_text
from xentgui.program.usage import UsageError
from xentgui.program.words import Arguments

_PICTURE = QT_TRANSLATE_NOOP(
    "cli", "{name} is the name of a picture. Write it with: xentgui export … -o {name}"
)
_EXACT: Final = frozenset({"json", "csv"})  # formats for programs, the same in every language

operand = input_options.operand


def options() -> tuple[Option, ...]:
    """Return where the numbers come from, and how they are written."""
    return (
        *input_options.options(),
        Option(
            ("--format",),
            QT_TRANSLATE_NOOP(
                "cli",
                "json and csv are exact and always in nats (default: from the output's name, else "
                "table)",
            ),
            "FORMAT",
            choices=tuple(SAMPLE_FORMATS),
        ),
        Option(
            ("--decimals",),
            QT_TRANSLATE_NOOP("cli", "decimal places in tables, 1 to 15 (default: 4)"),
            "N",
            read=count(1, 15),
            default=4,
        ),
        Option(
            ("-o", "--output"),
            QT_TRANSLATE_NOOP("cli", "output file; - for standard output (default: -)"),
            "FILE",
            default="-",
        ),
    )


def run(arguments: Arguments) -> int:
    """Write the numbers; return 0.  Raises UsageError, RefusedError, OSError and MemoryError."""
    inputs.take_operands(arguments)
    key = _format(arguments)
    arguments.names_in = ENGLISH if key in _EXACT else arguments.catalog.code
    write(arguments.output, _text(arguments, key).encode())
    return 0


def _format(arguments: Arguments) -> str:
    if arguments.format is not None:
        return str(arguments.format)
    ending = Path(arguments.output).suffix.lower()
    if ending.removeprefix(".") in {*EXPORT_FORMATS, *ANIMATION_FORMATS}:
        raise UsageError(_PICTURE, name=arguments.output)
    by_ending = {NUMBER_FORMATS[key].suffix: key for key in SAMPLE_FORMATS}
    return by_ending.get(ending, "table")


def _text(arguments: Arguments, key: str) -> str:
    found = read_input(arguments)
    looks = Looks(found.unit, arguments.decimals, arguments.catalog.translate)
    if isinstance(found, ManySamples):
        return sample_text(found, key, looks)
    return NUMBER_FORMATS[key].encode(derive(found.state), looks)
