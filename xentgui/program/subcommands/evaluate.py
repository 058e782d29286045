"""``xentgui evaluate``: the numbers of a state or of many samples, without Qt."""

from __future__ import annotations

import re
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
from xentgui.program.usage import UsageError, nearest
from xentgui.program.words import Arguments

_PICTURE = QT_TRANSLATE_NOOP(
    "cli", "{name} is the name of a picture. Write it with: xentgui export … -o {name}"
)
_NO_COLUMN = QT_TRANSLATE_NOOP("cli", "There is no column “{value}”. Choose from: {choices}.")
_ONE_STATE = QT_TRANSLATE_NOOP(
    "cli", "{value} is for the numbers of one state, not of many samples."
)
_NO_SAMPLES = QT_TRANSLATE_NOOP(
    "cli", "A script in {value} holds one state, not many samples. Choose one of: {choices}."
)
_COLUMNS: Final = {
    "logit": "logits",
    "target": "target",
    "p": "probabilities",
    "hardmax": "hardmax",
    "information": "information",
    "contribution": "contributions",
    "term": "loss_terms",
    "gradient": "gradient",
}
"""The columns of tables by what people type."""

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
                "json and csv are exact and always in nats; numpy and pytorch are scripts (default: "
                "from the output's name, else table)",
            ),
            "FORMAT",
            choices=tuple(NUMBER_FORMATS),
        ),
        Option(
            ("--columns",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the columns of table, markdown and latex, with commas between them: {columns}",
            ),
            "NAME,…",
            read=_columns,
            default=(),
            gaps=lambda: {"columns": ", ".join(_COLUMNS)},
        ),
        Option(
            ("--narrow",),
            QT_TRANSLATE_NOOP("cli", "latex: as narrow as the column of a paper"),
            default=False,
        ),
        Option(
            ("--siunitx",),
            QT_TRANSLATE_NOOP("cli", "latex: numbers aligned at their points, by siunitx"),
            default=False,
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
    by_ending: dict[str, str] = {}
    for key, one in NUMBER_FORMATS.items():
        by_ending.setdefault(one.suffix, key)
    return by_ending.get(ending, "table")


def _text(arguments: Arguments, key: str) -> str:
    found = read_input(arguments)
    looks = Looks(
        found.unit,
        arguments.decimals,
        arguments.catalog.translate,
        arguments.columns,
        narrow=arguments.narrow,
        siunitx=arguments.siunitx,
    )
    if not isinstance(found, ManySamples):
        return NUMBER_FORMATS[key].encode(derive(found.state), looks)
    for name, given in (("--columns", looks.columns), ("--siunitx", looks.siunitx)):
        if given:
            raise UsageError(_ONE_STATE, value=name)
    if key not in SAMPLE_FORMATS:
        raise UsageError(_NO_SAMPLES, value=key, choices=", ".join(SAMPLE_FORMATS))
    return sample_text(found, key, looks)


def _columns(text: str) -> tuple[str, ...]:
    """Return the fields of the columns that "logit,gradient" names."""
    typed = [name.strip().lower() for name in re.split("[,，;、]", text) if name.strip()]
    for name in typed:
        if name not in _COLUMNS:
            known = ", ".join(_COLUMNS)
            raise UsageError(_NO_COLUMN, near=nearest(name, _COLUMNS), value=name, choices=known)
    return tuple(_COLUMNS[name] for name in typed)
