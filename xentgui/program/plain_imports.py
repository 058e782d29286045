"""Imports without PySide's look at every module.

PySide puts an import of its own in place of Python's.  It reads the source of whatever is
imported, to see whether that uses PySide, for the sake of ``from __feature__ import``, which
nothing here asks for.  Reading five hundred modules takes a tenth of the start.

PySide also makes a class, and all of its enumerations, when its name is first asked for.  What is
rarely shown is therefore not imported from ``PySide6.QtWidgets`` by name, but named in full where
it is used.

To be imported before PySide.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager

_PLAIN = builtins.__import__


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import for a while as Python does by itself."""
    watched, builtins.__import__ = builtins.__import__, _PLAIN
    try:
        yield
    finally:
        builtins.__import__ = watched
