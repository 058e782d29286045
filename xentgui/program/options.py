"""The options of a command as data; parsing, help and near misses follow from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from xentgui.language.catalog import QT_TRANSLATE_NOOP
from xentgui.program.usage import UsageError, nearest

_NO_CHOICE = QT_TRANSLATE_NOOP("cli", "“{value}” is not one of: {choices}.")
_NO_COUNT = QT_TRANSLATE_NOOP("cli", "{value} is not a whole number from {least} to {most}.")
_NOT_WHOLE = QT_TRANSLATE_NOOP("cli", "“{value}” is not a whole number.")
_NO_NUMBER = QT_TRANSLATE_NOOP("cli", "“{value}” is not a number above 0.")


class Option(NamedTuple):
    """An option, or the operand of a command if it has no names.

    Attributes
    ----------
    names
        What people write, the shortest first; the last one also names the value.
    help
        What it is, marked in the context "cli".
    metavar
        The placeholder for its value in the help; "" for a switch.
    read
        Turns the text into the value; raises UsageError or RefusedError.
    default
        The value if the option is not given.
    choices
        The allowed texts; the read value is one of them.  Case and a plural s do not matter.
    repeated
        Whether the values of all occurrences are gathered in a list.
    numbers
        Whether the value is a list of numbers, which can be several words.
    gaps
        Returns the values for the gaps in `help`.
    hidden
        Whether the help leaves the option out.
    """

    names: tuple[str, ...]
    help: str
    metavar: str = ""
    read: Callable[[str], object] = str
    default: object = None
    choices: tuple[str, ...] = ()
    repeated: bool = False
    numbers: bool = False
    gaps: Callable[[], Mapping[str, str]] | None = None
    hidden: bool = False

    @property
    def key(self) -> str:
        """The name of its value."""
        return self.names[-1].lstrip("-").replace("-", "_")

    def value_of(self, text: str) -> object:
        """Return the value that `text` stands for; raises UsageError or RefusedError."""
        return choice(text, self.choices) if self.choices else self.read(text)


class CommandLine(NamedTuple):
    """All that a command takes.

    Attributes
    ----------
    program
        What people type before the options: "xentgui evaluate".
    summary
        What the command does, marked in the context "cli".
    options
        All its options.
    operand
        The words without an option.
    commands
        The commands that the help lists, with what each does, marked in the context "cli".
    """

    program: str
    summary: str
    options: tuple[Option, ...]
    operand: Option
    commands: Mapping[str, str] = MappingProxyType({})


def choice(text: str, known: tuple[str, ...]) -> str:
    """Return the one of `known` that `text` means; case and a plural s do not matter.

    >>> choice("Bit", ("nats", "bits"))
    'bits'
    """
    plain = text.strip().casefold()
    for one in known:
        if plain in {one, one.removesuffix("s")}:
            return one
    raise UsageError(_NO_CHOICE, near=nearest(plain, known), value=text, choices=", ".join(known))


def count(least: int, most: int) -> Callable[[str], int]:
    """Return what reads a whole number from `least` to `most`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            raise UsageError(_NOT_WHOLE, value=text) from None
        if not least <= number <= most:
            raise UsageError(_NO_COUNT, value=text, least=least, most=most)
        return number

    return read


def positive(text: str) -> float:
    """Return the number in `text`, which is above 0; raises UsageError."""
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise UsageError(_NO_NUMBER, value=text)
    return number
