"""What the command line can do besides opening the window: one command a module, no Qt."""

from __future__ import annotations

import argparse
from typing import Protocol

from xentgui.program.subcommands import evaluate, export


class Command(Protocol):
    """What such a module has: a line of help, its arguments, and what it does."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it, and return the exit code: 0, 1 or 3."""


SUBCOMMANDS: dict[str, Command] = {"evaluate": evaluate, "export": export}
"""Every command by its name."""
