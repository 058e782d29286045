"""How a text is to be read, and the sentence that says how it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from xentgui.language.explanation import explanation
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.program.options import Option
from xentgui.program.subcommands.typed_names import typed_columns
from xentgui.program.usage import UsageError
from xentgui.program.words import Arguments
from xentgui.reading.column import SCALES, Role
from xentgui.reading.describe import description

if TYPE_CHECKING:
    from xentgui.reading.batch import LogitsBatch
    from xentgui.reading.reading import Reading

_SCALES: Final = {
    "logits": Role.LOGIT,
    "probabilities": Role.PROBABILITY,
    "percentages": Role.PERCENT,
    "log-probabilities": Role.LOG_PROBABILITY,
}
_OPTIONS: Final = ("as", "names", "target_column", "skip")
_HAS_NO_COLUMNS = QT_TRANSLATE_NOOP(
    "cli", "{option} is for texts, and {name} has no columns that were guessed. Leave it out."
)
_NO_COLUMN = QT_TRANSLATE_NOOP(
    "cli", "There is no column {column}. Give its number, from 1 to {count}, or its name{names}."
)
_SAID = QT_TRANSLATE_NOOP("cli", "{name} is read as {what}")


def options() -> tuple[Option, ...]:
    """Return the options that change how a text is read."""
    return (
        Option(
            ("--as",),
            QT_TRANSLATE_NOOP("cli", "what the numbers of a text are (default: as they look)"),
            "SCALE",
            choices=tuple(_SCALES),
        ),
        Option(
            ("--names",),
            QT_TRANSLATE_NOOP("cli", "the column with the names of the classes, or its number"),
            "COLUMN",
        ),
        Option(
            ("--target-column",),
            QT_TRANSLATE_NOOP("cli", "the column with the targets, or its number from 1"),
            "COLUMN",
        ),
        Option(
            ("--skip",),
            QT_TRANSLATE_NOOP("cli", "columns that are left out, or their numbers from 1"),
            "COLUMN,…",
            read=typed_columns,
        ),
    )


def are_given(arguments: Arguments) -> bool:
    """Return whether a person says what columns are."""
    return any(getattr(arguments, key) is not None for key in _OPTIONS)


def read_as(reading: Reading, arguments: Arguments) -> Reading:
    """Return `reading` as the options say; raises UsageError, and RefusedError for the numbers."""
    roles = list(reading.roles)
    if arguments.skip is not None:
        for name in arguments.skip:
            roles[_column(reading, name)] = Role.OUT
    if arguments.names is not None:
        roles = reading.changed(roles, _column(reading, arguments.names), Role.LABEL)
    if arguments.target_column is not None:
        column = _column(reading, arguments.target_column)
        rest = [j for j, role in enumerate(roles) if role in SCALES and j != column]
        role = Role.TARGET if len(rest) < 2 else reading.class_role(column, rest)
        roles = reading.changed(roles, column, role)
    scale = getattr(arguments, "as")
    if scale is not None:
        roles = [_SCALES[scale] if role in SCALES else role for role in roles]
    if roles == list(reading.roles) and scale is None:
        _ = reading.block  # which is refused here, not later
        return reading
    return reading.with_roles(roles)


def say(reading: Reading, name: str, arguments: Arguments) -> None:
    """Say on standard error how `name` was read, and what is unusual about it.

    A column of numbers that can be nothing else needs no word.
    """
    if reading.is_plain and not reading.findings and not reading.is_chosen:
        return
    translate = arguments.catalog.translate
    what = explanation(description(reading), translate)
    arguments.tell(_SAID, name=name, what=what)
    for finding in reading.findings:
        arguments.tell("{reason}", reason=explanation(finding.message, translate))


def guessed(batch: LogitsBatch, arguments: Arguments) -> Reading | None:
    """Return arrays as a reading if they could be probabilities, and no option says what they are."""
    from xentgui.reading.array_reading import array_reading  # noqa: PLC0415

    options = [getattr(arguments, key) for key in _OPTIONS]
    return array_reading(batch) if options == [None] * len(options) else None


def scaled(batch: LogitsBatch, name: str, arguments: Arguments) -> LogitsBatch:
    """Return the arrays of a file as the options say; raises UsageError, and RefusedError."""
    from xentgui.reading.array_reading import scaled_batch  # noqa: PLC0415

    for key in _OPTIONS[1:]:
        if getattr(arguments, key) is not None:
            option = f"--{key.replace('_', '-')}"
            raise UsageError(_HAS_NO_COLUMNS, option=option, name=shown(name))
    scale = getattr(arguments, "as")
    return batch if scale is None else scaled_batch(batch, _SCALES[scale])


def refuse_with_document(name: str, arguments: Arguments) -> None:
    """Raise UsageError if an option says how to read a document."""
    for key in _OPTIONS:
        if getattr(arguments, key) is not None:
            option = f"--{key.replace('_', '-')}"
            raise UsageError(_HAS_NO_COLUMNS, option=option, name=shown(name))


def _column(reading: Reading, wanted: str) -> int:
    """Return the column that `wanted` names, or counts from 1; raises UsageError."""
    text, header = wanted.strip(), reading.grid.header or ()
    for j, name in enumerate(header):
        if name.strip() == text or name.strip().casefold() == text.casefold():
            return j
    width = reading.grid.width
    if text.isdecimal() and 1 <= int(text[:9]) <= width:
        return int(text[:9]) - 1
    names = ""
    if header:
        names = ": " + ", ".join(header)[:200]
    raise UsageError(_NO_COLUMN, column=shown(wanted), count=width, names=names)
