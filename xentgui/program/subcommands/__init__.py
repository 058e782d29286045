"""What the command line can do besides opening the window: one command a module of its name."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast


class Command(Protocol):
    """What such a module has: its arguments, and what it does."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it, and return the exit code: 0, 1 or 3."""


@dataclass(frozen=True, slots=True)
class Subcommand:
    """A command that is imported when somebody asks for it: --version and --help answer at once.

    Attributes
    ----------
    help
        What it does, in a line.
    module
        The full name of its module.
    """

    help: str
    module: str

    def load(self) -> Command:
        """Import the module."""
        return cast("Command", import_module(self.module))


SUBCOMMANDS: dict[str, Subcommand] = {
    "evaluate": Subcommand(
        "write the numbers of a state as a table, JSON, CSV, Markdown or LaTeX",
        "xentgui.program.subcommands.evaluate",
    ),
    "export": Subcommand(
        "write a figure as PNG, SVG or PDF, or a sweep as APNG, GIF, WebP or MP4",
        "xentgui.program.subcommands.export",
    ),
}
"""Every command by its name."""
