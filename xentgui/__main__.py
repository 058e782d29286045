"""The command ``xentgui``, which is also ``python -m xentgui``."""

import sys
from collections.abc import Sequence

from xentgui.program.cli import main as run


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, 1 (failed), 2 (usage), 3 (no display) or 130 (Ctrl-C)."""
    try:
        return run(argv)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
