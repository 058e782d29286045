"""The command ``xentgui``, which is also ``python -m xentgui``."""

import sys
from collections.abc import Sequence

from xentgui.language.catalog import Catalog, of_environment
from xentgui.program import INTERRUPTED
from xentgui.program.preflight import start


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return 0, 1 (failed), 2 (usage), 3 (no display) or 130 (Ctrl-C)."""
    words = sys.argv[1:] if argv is None else argv
    try:
        if not words:  # as an icon does; the window does not wait for what understands words
            return start(Catalog(of_environment()))
        from xentgui.program.cli import main as run  # noqa: PLC0415

        return run(words)
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
