"""Opens the window from a command, with what Qt needs to know before it is imported."""

from __future__ import annotations

import gc
import os
import signal
import sys
from typing import Any

from xentgui.language.catalog import Catalog
from xentgui.program import INTERRUPTED, preflight


def start(speaker: Catalog, *, install: bool = False, **options: Any) -> int:
    """Run the window until it is closed, with `app.Options(**options)`; return the exit code.

    Where display or libraries are missing, say so; with `install`, root may install the libraries.
    """
    refusal = preflight.check(window=True, install=install, speaker=speaker)
    if refusal is not None:
        sys.stderr.write(f"{refusal}\n")
        return preflight.EXIT_CODE
    # The arithmetic of one vector needs no threads, and starting them delays the window.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Nothing is begun yet that would need an end.  KeyboardInterrupt while PySide is imported can
    # leave classes of Qt without their members, and the window without a picture.
    signal.signal(signal.SIGINT, lambda *_: os._exit(INTERRUPTED))
    # A start makes no garbage, and to look for it takes a tenth of its time: `app` enables it again.
    gc.disable()
    # Qt is imported here, so that --version and --help need not wait for it.
    from xentgui.program import app  # noqa: PLC0415

    return app.main(app.Options(**options))
