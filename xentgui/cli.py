"""The command line.  Nothing here imports Qt until a command needs it."""

import argparse
import sys
from collections.abc import Sequence

import xentgui
from xentgui import preflight


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` names and return the exit code; Qt gets no arguments of ours."""
    parser = argparse.ArgumentParser(prog="xentgui", description=xentgui.__doc__)
    parser.add_argument("--version", action="version", version=f"xentgui {xentgui.__version__}")
    parser.parse_args(argv)

    refusal = preflight.check(window=True)
    if refusal is not None:
        print(refusal, file=sys.stderr)
        return preflight.EXIT_CODE

    # Qt is imported here and not above, so that --version and --help answer at once.
    from xentgui import app  # noqa: PLC0415

    return int(app.main())
