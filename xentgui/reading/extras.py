"""Libraries that are not needed, and read further kinds of files if they are installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.read_error import ReadError

_MISSING = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is read by {library}, which is not installed. Install it with: {install}\n"
    "Or convert the file with this line of Python: {line}",
)


def library(module: str, extra: str, name: str, line: str) -> Any:
    """Return the imported `module`; raises ReadError with its `extra` and the converting `line`."""
    try:
        return import_module(module)
    except ImportError:
        install = f'pip install "xentgui[{extra}]"'
        top = module.partition(".")[0]
        raise ReadError(
            _MISSING, name=shown(name), library=top, install=install,
            line=line.replace("{file}", repr(name)),
        ) from None  # fmt: skip
