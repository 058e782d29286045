"""The help of a command, made from its options."""

from __future__ import annotations

import shutil

from xentgui.language.catalog import QT_TRANSLATE_NOOP, Catalog
from xentgui.language.terminal import columns, wrapped
from xentgui.program.options import CommandLine, Option

_USAGE = QT_TRANSLATE_NOOP("cli", "usage: {program} [options] [{operand}]")
_COMMANDS = QT_TRANSLATE_NOOP("cli", "commands:")
_OPTIONS = QT_TRANSLATE_NOOP("cli", "options:")
_CHOICES = QT_TRANSLATE_NOOP("cli", "{text}; one of {choices}")
_CODES = QT_TRANSLATE_NOOP(
    "cli",
    "exit codes: 0 done, 1 a file cannot be read, used or written, 2 wrong usage, 3 no display or "
    "no libraries, 130 Ctrl-C",
)

_LEFT = 26  # columns for the names of options
_LEAST, _MOST = 60, 100  # columns of a line


def help_page(line: CommandLine, catalog: Catalog) -> str:
    """Return the help of the command `line` in the language of `catalog`."""
    room = min(max(shutil.get_terminal_size().columns - 1, _LEAST), _MOST)

    def said(text: str) -> str:
        return catalog.translate("cli", text)

    usage = said(_USAGE).format(program=line.program, operand=line.operand.metavar)
    usage = usage.removesuffix(" []")
    parts = [usage, "", *wrapped(said(line.summary), room), ""]
    if line.operand.metavar:
        parts += [*_entry(line.operand.metavar, explained_option(line.operand, catalog), room), ""]
    if line.commands:
        parts += [said(_COMMANDS)]
        for command, what in line.commands.items():
            parts += _entry(command, said(what), room)
        parts += [""]
    parts += [said(_OPTIONS)]
    for option in line.options:
        if not option.hidden:
            parts += _entry(names_of(option), explained_option(option, catalog), room)
    return "\n".join([*parts, "", *wrapped(said(_CODES), room), ""])


def names_of(option: Option) -> str:
    """Return the names of an option, and the placeholder for its value."""
    return " ".join([", ".join(option.names), *([option.metavar] if option.metavar else [])])


def explained_option(option: Option, catalog: Catalog, *, choices: bool = True) -> str:
    """Return what an option is, with its `choices`, in the language of `catalog`."""
    gaps = {} if option.gaps is None else option.gaps()
    text = catalog.translate("cli", option.help).format(**gaps)
    if not option.choices or not choices:
        return text
    listed = ", ".join(option.choices)
    return catalog.translate("cli", _CHOICES).format(text=text, choices=listed)


def _entry(name: str, text: str, room: int) -> list[str]:
    """Return the lines of an entry: its name on the left, its text beside it or below."""
    first, *more = wrapped(text, room - _LEFT)
    lines = [f"{' ' * _LEFT}{one}" for one in more]
    if columns(name) > _LEFT - 4:
        return [f"  {name}", f"{' ' * _LEFT}{first}", *lines]
    return [f"  {name}{' ' * (_LEFT - 2 - columns(name))}{first}", *lines]
