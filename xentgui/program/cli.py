"""The command line.  Nothing here imports Qt until a command needs it."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import xentgui
from xentgui.program import INTERRUPTED, preflight
from xentgui.program.subcommands import SUBCOMMANDS

EPILOG = """\
exit codes: 0 done, 1 bad input or failed, 2 wrong usage, 3 no display or no libraries, 130 Ctrl-C
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` names and return the exit code; Qt gets no arguments of ours."""
    words = list(sys.argv[1:] if argv is None else argv)
    # A first word that names no command is a document; argparse does not support both.
    if words and words[0] in SUBCOMMANDS:
        subcommand = SUBCOMMANDS[words[0]]
        command = subcommand.load()
        parser = argparse.ArgumentParser(prog=f"xentgui {words[0]}", description=subcommand.help)
        command.add_arguments(parser)
        try:
            return command.run(parser.parse_args(words[1:]))
        except BrokenPipeError:
            # The reader of the output has closed it.  Python must not write the rest at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
    return _open_window(_parser().parse_args(words))


def _parser() -> argparse.ArgumentParser:
    commands = "".join(f"\n  xentgui {name:10}{part.help}" for name, part in SUBCOMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="xentgui",
        description=xentgui.__doc__,
        epilog=(f"commands:{commands}\n\n" if commands else "") + EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="a document to open")
    parser.add_argument("--version", action="version", version=f"xentgui {xentgui.__version__}")
    parser.add_argument("--lang", default="", metavar="CODE", help="en or zh_CN, for this run")
    parser.add_argument("--theme", default="", choices=("light", "dark"), help="for this run")
    parser.add_argument(
        "--install-libraries",
        action="store_true",
        help="let root install what Qt lacks on Debian and Ubuntu, without a question",
    )
    return parser


def _open_window(arguments: argparse.Namespace) -> int:
    refusal = preflight.check(window=True, install=arguments.install_libraries)
    if refusal is not None:
        print(refusal, file=sys.stderr)
        return preflight.EXIT_CODE
    # The arithmetic of one vector needs no threads, and starting them delays the window.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nothing is begun yet that would need an end.  KeyboardInterrupt while PySide is imported can
    # leave classes of Qt without their members, and the window without a picture.
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    # Qt is imported here, so that --version and --help need not wait for it.
    from xentgui.program import app  # noqa: PLC0415

    options = app.Options(file=arguments.file, theme=arguments.theme, language=arguments.lang)
    return app.main(options)
