"""The commands of the command line besides opening the window, one module each."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple, Protocol, cast

from xentgui.language.catalog import QT_TRANSLATE_NOOP
from xentgui.program.options import Option
from xentgui.program.words import Arguments


class Command(Protocol):
    """The functions of such a module."""

    def options(self) -> tuple[Option, ...]:
        """Return its options."""

    def operand(self) -> Option:
        """Return what stands without an option."""

    def run(self, arguments: Arguments) -> int:
        """Run the command, and return the exit code: 0 or 3."""


class Subcommand(NamedTuple):
    """A command that is imported when it runs, so that --version and --help are fast.

    Attributes
    ----------
    help
        What it does, in one line, marked in the context "cli".
    module
        The full name of its module.
    """

    help: str
    module: str

    def load(self) -> Command:
        """Import the module."""
        return cast("Command", import_module(self.module))


SUBCOMMANDS: dict[str, Subcommand] = {
    "present": Subcommand(
        QT_TRANSLATE_NOOP(
            "cli", "present a lecture: a document, or one that comes with the program"
        ),
        "xentgui.program.subcommands.present",
    ),
    "evaluate": Subcommand(
        QT_TRANSLATE_NOOP(
            "cli", "write the numbers of a state as a table, JSON, CSV, Markdown or LaTeX"
        ),
        "xentgui.program.subcommands.evaluate",
    ),
    "descend": Subcommand(
        QT_TRANSLATE_NOOP("cli", "walk down the loss, and write the trace as JSON or CSV"),
        "xentgui.program.subcommands.descend",
    ),
    "train": Subcommand(
        QT_TRANSLATE_NOOP(
            "cli", "train a classifier of points, and write its weights as JSON or CSV"
        ),
        "xentgui.program.subcommands.train",
    ),
    "sample": Subcommand(
        QT_TRANSLATE_NOOP(
            "cli", "draw from p, with top-k, top-p and so on in any order, as JSON or CSV"
        ),
        "xentgui.program.subcommands.sample",
    ),
    "export": Subcommand(
        QT_TRANSLATE_NOOP(
            "cli", "write a figure as PNG, SVG or PDF, or a sweep as APNG, GIF, WebP or MP4"
        ),
        "xentgui.program.subcommands.export",
    ),
    "handout": Subcommand(
        QT_TRANSLATE_NOOP(
            "cli", "write a lecture as a PDF, a page for each scene, with its answers"
        ),
        "xentgui.program.subcommands.handout",
    ),
    "integrate": Subcommand(
        QT_TRANSLATE_NOOP("cli", "put the program into the menu of the desktop, with its files"),
        "xentgui.program.subcommands.integrate",
    ),
}
"""All commands by name."""
