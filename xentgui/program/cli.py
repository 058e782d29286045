"""The command line.  Nothing here imports Qt or numpy until a command needs it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Final

import xentgui
from xentgui.documents.token_text import short
from xentgui.language import catalog
from xentgui.language.catalog import QT_TRANSLATE_NOOP, Catalog
from xentgui.program import usage
from xentgui.program.options import CommandLine, Option
from xentgui.program.preflight import start
from xentgui.program.subcommands import SUBCOMMANDS, Command
from xentgui.program.usage import UsageError, explained, nearest
from xentgui.program.words import Arguments, parse

_SUMMARY = QT_TRANSLATE_NOOP("cli", "Softmax and cross-entropy made visible.")
_FILE = QT_TRANSLATE_NOOP(
    "cli",
    "what the window opens: a document, a figure made by xentgui, logits, the token of a scene "
    "(xent:…), or numbers such as 2,1,0",
)
_LANGUAGE = QT_TRANSLATE_NOOP("cli", "the language, for this run: {codes}")
_VERSION = QT_TRANSLATE_NOOP("cli", "show the version")
_HELP = QT_TRANSLATE_NOOP("cli", "show this help; also: {program} help COMMAND")
_THEME = QT_TRANSLATE_NOOP("cli", "the colours, for this run")
_WORKSPACE = QT_TRANSLATE_NOOP("cli", "the workspace to begin with")
_NEW_WINDOW = QT_TRANSLATE_NOOP(
    "cli", "open FILE in a window of its own, also where one is open that would take it"
)
_TAKEN = QT_TRANSLATE_NOOP(
    "cli", "{file} is opened in the window that is there; --new-window opens another."
)
WORKSPACES: Final = ("explore", "learn", "classify", "sample")
"""The keys of the workspaces, which only the window knows."""

_LIBRARIES = QT_TRANSLATE_NOOP(
    "cli", "let root install what Qt lacks on Debian and Ubuntu, without a question"
)
_NO_LANGUAGE = QT_TRANSLATE_NOOP("cli", "There is no translation into {value}. Choose: {codes}.")
_NO_COMMAND = QT_TRANSLATE_NOOP("cli", "There is no command and no file “{word}”.")
_ONE_FILE = QT_TRANSLATE_NOOP("cli", "One file at a time can be read, and here are: {words}.")
_SEE = QT_TRANSLATE_NOOP("cli", "All options: {program} --help")

_NUMBERS: Final = re.compile(
    r"(?=.*(?:\d|inf|∞))(?:[-+−\d.,;/*^()\[\]%\s∞，；]|e|inf|ln|log|exp|sqrt|pi)+", re.IGNORECASE
)
_OURS: Final = f"xentgui {xentgui.__version__}\n"
OF_CHECKOUT: Final = {
    "test": QT_TRANSLATE_NOOP(
        "cli",
        "run the tests, with --all also those that take long; other options go to pytest",
    ),
    "lint": QT_TRANSLATE_NOOP("cli", "run the linters"),
}
"""The commands of main.py in a checkout."""

_HELP_WORDS: Final = ("-h", "--help")
_VERSION_WORDS: Final = ("-V", "--version")


def main(
    argv: Sequence[str] | None = None,
    program: str = "xentgui",
    more_commands: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Run the command that `argv` names and return the exit code; Qt gets no arguments of ours.

    The help calls the program `program`, and lists `more_commands` beside its own.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["help"]:  # "help export" is "export --help"
        words = [*words[1:], "--help"]
    name = words[0] if words and words[0] in SUBCOMMANDS else ""
    speaker, called = _catalog(words), f"{program} {name}".strip()
    try:
        if name:
            command = SUBCOMMANDS[name].load()
            return _run(command, words[1:], _line(name, command, program), speaker)
        return _window(words, program, more_commands, speaker)
    except UsageError as error:
        hint = speaker.translate("cli", _SEE).format(program=called)
        sys.stderr.write(f"{called}: {explained(error, speaker)}\n{hint}\n")
        return usage.EXIT_CODE


def command_lines(program: str) -> dict[str, CommandLine]:
    """Return what each command takes, by its name; "" is the one that opens the window."""
    commands = {name: _line(name, one.load(), program) for name, one in SUBCOMMANDS.items()}
    return {"": _window_line(program, {}), **commands}


def _line(name: str, command: Command, program: str) -> CommandLine:
    found = (*command.options(), *_every(program))
    return CommandLine(f"{program} {name}", SUBCOMMANDS[name].help, found, command.operand())


def _run(command: Command, words: list[str], line: CommandLine, speaker: Catalog) -> int:
    """Run a command besides opening the window."""
    if _asks(words, _HELP_WORDS):
        return _help(line, speaker)
    if _asks(words, _VERSION_WORDS):
        return _show(_OURS)
    arguments = parse(words, line, speaker)
    try:
        return int(command.run(arguments))
    except BrokenPipeError:
        # The reader of the output has closed it.  Python must not write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (ValueError, OSError, MemoryError) as reason:
        if isinstance(reason, ValueError) and not hasattr(reason, "message"):
            raise  # no RefusedError, but a mistake of ours
        sys.stderr.write(f"{line.program}: {explained(reason, speaker)}\n")
    return 1


def _every(program: str) -> tuple[Option, ...]:
    """Return the options that every command has."""
    return (
        Option(
            ("--lang",),
            _LANGUAGE,
            "CODE",
            read=_language,
            default="",
            gaps=lambda: {"codes": ", ".join(catalog.codes())},
        ),
        Option(_VERSION_WORDS, _VERSION, default=False),
        Option(_HELP_WORDS, _HELP, default=False, gaps=lambda: {"program": program}),
    )


def _language(text: str) -> str:
    """Return the code of the language that is asked for; raises UsageError."""
    code = catalog.spoken(text) if text else ""
    if code is None:
        codes = catalog.codes()
        raise UsageError(
            _NO_LANGUAGE, near=nearest(text, codes), value=text, codes=", ".join(codes)
        )
    return code


def _catalog(words: list[str]) -> Catalog:
    """Return the sentences in the language that `words` ask for, else in the person's own."""
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            wish = words[place + 1]
        elif word.startswith("--lang="):
            wish = word.partition("=")[2]
        else:
            continue
        return Catalog(catalog.spoken(wish) or catalog.of_environment())
    return Catalog(catalog.of_environment())


def _asks(words: list[str], names: tuple[str, ...]) -> bool:
    before = words[: words.index("--")] if "--" in words else words
    return any(name in before for name in names)


def _help(line: CommandLine, speaker: Catalog) -> int:
    from xentgui.program.help_page import help_page  # noqa: PLC0415 - no window waits for it

    return _show(help_page(line, speaker))


def _show(text: str) -> int:
    sys.stdout.write(text)
    return 0


def _window(
    words: list[str], program: str, more_commands: Mapping[str, str], speaker: Catalog
) -> int:
    """Open the window, or answer --help and --version."""
    line = _window_line(program, more_commands)
    if _asks(words, _HELP_WORDS):
        return _help(line, speaker)
    if _asks(words, _VERSION_WORDS):
        return _show(_OURS)
    _refuse_near_miss(words, line)
    return _open_window(words, line, speaker)


def _window_line(program: str, more_commands: Mapping[str, str]) -> CommandLine:
    """Return what the command that opens the window takes."""
    return CommandLine(
        program,
        _SUMMARY,
        (
            Option(("--theme",), _THEME, "THEME", choices=("light", "dark"), default=""),
            Option(("--workspace",), _WORKSPACE, "NAME", choices=WORKSPACES, default=""),
            Option(("--new-window",), _NEW_WINDOW, default=False),
            Option(("--install-libraries",), _LIBRARIES, default=False),
            *_every(program),
        ),
        Option((), _FILE, "FILE"),
        {name: one.help for name, one in SUBCOMMANDS.items()} | dict(more_commands),
    )


def _refuse_near_miss(words: list[str], line: CommandLine) -> None:
    """Raise UsageError if the first word is no file, but nearly the name of a command."""
    first = words[0] if words else ""
    near = nearest(first, [*line.commands, "help"]) if first.isalpha() else ""
    if near and not Path(first).exists():
        raise UsageError(_NO_COMMAND, near=near, word=first)


def _open_window(words: list[str], line: CommandLine, speaker: Catalog) -> int:
    state, unit = None, ""
    if _has_numbers(words):
        from xentgui.program.subcommands.inputs import line_with_numbers, typed_state  # noqa: PLC0415

        arguments = parse(words, line_with_numbers(line), speaker)
        state, unit = typed_state(arguments), arguments.unit or ""
        arguments.operands = []
    else:
        arguments = parse(words, line)
    if len(arguments.operands) > 1:
        raise UsageError(_ONE_FILE, words=", ".join(arguments.operands))
    file = Path(arguments.operands[0]) if arguments.operands else None
    if file is not None and not _wants_own_window(arguments):
        from xentgui.program.meeting_place import handed_over  # noqa: PLC0415

        if handed_over(file):
            sys.stderr.write(speaker.translate("cli", _TAKEN).format(file=short(str(file))) + "\n")
            return 0
    return start(
        speaker,
        install=bool(arguments.install_libraries),
        file=file,
        theme=arguments.theme,
        language=arguments.lang,
        state=state,
        unit=unit,
        workspace=arguments.workspace,
    )


def _wants_own_window(arguments: Arguments) -> bool:
    """Return whether the window has to be a new one, because it is to look in another way."""
    return bool(arguments.new_window or arguments.theme or arguments.lang or arguments.workspace)


def _has_numbers(words: list[str]) -> bool:
    """Return whether the window is to open with numbers that are typed here.  It needs no numpy."""
    return any(
        word.startswith("--logits") or (_NUMBERS.fullmatch(word) and not Path(word).exists())
        for word in words
    )
