"""``xentgui integrate``: the program in the menu of the desktop, and out of it again."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import xentgui
from xentgui.language.catalog import QT_TRANSLATE_NOOP
from xentgui.program.desktop import share
from xentgui.program.options import Option
from xentgui.program.usage import UsageError
from xentgui.program.words import Arguments

_ELSEWHERE = QT_TRANSLATE_NOOP("cli", "Only desktops on Linux and its like can be told this way.")
_NO_WORD = QT_TRANSLATE_NOOP("cli", "There is nothing to do with “{word}” here.")
_DONE = QT_TRANSLATE_NOOP(
    "cli",
    "XentGUI is in the menu now, and opens *.xent.json files; the files of that are below "
    "{folder}.  Take it back with: {program} --remove",
)
_REMOVED = QT_TRANSLATE_NOOP("cli", "{count} files were removed below {folder}.")


def options() -> tuple[Option, ...]:
    """Return where, and whether to take it back."""
    return (
        Option(("--remove",), QT_TRANSLATE_NOOP("cli", "take all of it away again"), default=False),
        Option(
            ("--prefix",),
            QT_TRANSLATE_NOOP(
                "cli",
                "the folder with “share” for the files (default: ~/.local, for this person alone)",
            ),
            "FOLDER",
            read=lambda text: Path(text).expanduser().absolute(),
        ),
        Option(("--package",), "", default=False, hidden=True),  # for packaging/deb.py
    )


def operand() -> Option:
    """Return that there is none."""
    return Option((), "")


def run(arguments: Arguments) -> int:
    """Write or remove the files; return 0.  Raises UsageError and OSError."""
    from xentgui.program.cli import command_lines  # noqa: PLC0415 - it names this module

    for word in arguments.operands:
        raise UsageError(_NO_WORD, word=word)
    if sys.platform in {"win32", "darwin"}:
        raise UsageError(_ELSEWHERE)
    home = folder(arguments.prefix)
    command = ["xentgui"] if arguments.package else own_command()
    wanted = share.files(command_lines("xentgui"), command, of_package=arguments.package)
    if arguments.remove:
        count = share.remove(home, wanted)
        share.refresh(home)
        share.tidy(home, wanted)
        arguments.tell(_REMOVED, count=count, folder=home)
        return 0
    share.write(home, wanted)
    if not arguments.package:
        share.refresh(home)
        arguments.tell(_DONE, folder=home, program=" ".join([*command, "integrate"]))
    return 0


def folder(prefix: Path | None) -> Path:
    """Return the folder "share" that is meant."""
    if prefix is not None:
        return prefix / "share"
    chosen = os.environ.get("XDG_DATA_HOME", "")
    return Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".local" / "share"


def own_command() -> list[str]:
    """Return what starts this program, from any folder and without anything in the environment."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    of_checkout = Path(xentgui.__file__).parents[1] / "main.py"
    if of_checkout.exists():
        return [sys.executable, str(of_checkout)]
    beside = Path(sys.executable).with_name("xentgui")
    if beside.exists():
        return [str(beside)]
    found = shutil.which("xentgui")
    return [found] if found else [sys.executable, "-m", "xentgui"]
