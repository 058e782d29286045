"""PySide, without compiling a part of it at every start.

PySide carries thirteen modules as source within a library, where Python cannot keep what it has
compiled; to compile them takes a sixth of the start of an empty window.  Here their code is kept
beside that of this module, in ``__pycache__``.  Where nothing may be written, or the source has
changed, they are compiled as ever.

To be imported before PySide.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

FOLDER = "shibokensupport/"
"""How the file names begin of what is kept."""

_compile = builtins.compile


class KeptCode:
    """Compiles, and remembers in `file` what it has compiled: code by name and hash of the source."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._there: dict[tuple[str, bytes], CodeType] = {}
        self._used: dict[tuple[str, bytes], CodeType] = {}
        with suppress(OSError, ValueError, EOFError, TypeError):
            content = file.read_bytes()
            if content.startswith(MAGIC_NUMBER):
                self._there = marshal.loads(content[len(MAGIC_NUMBER) :])  # noqa: S302 - our own

    def compile(
        self, source: Any, filename: Any, mode: str, *arguments: Any, **options: Any
    ) -> Any:
        """Do what Python's own `compile` does, or what it once did."""
        is_ours = isinstance(source, bytes) and mode == "exec" and not arguments and not options
        if not is_ours or not str(filename).startswith(FOLDER):
            return _compile(source, filename, mode, *arguments, **options)
        key = filename, source_hash(source)
        code = self._there.get(key) or _compile(source, filename, mode)
        self._used[key] = code
        return code

    def save(self) -> None:
        """Write the file, if it has to change and Python may keep what it compiles."""
        if self._used.keys() == self._there.keys() or sys.dont_write_bytecode:
            return
        new = self._file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            new.write_bytes(MAGIC_NUMBER + marshal.dumps(self._used))
            new.replace(self._file)


@contextmanager
def keeping_code(file: Path) -> Iterator[None]:
    """Let what is imported meanwhile compile by way of `file`."""
    kept = KeptCode(file)
    builtins.compile = kept.compile
    try:
        yield
    finally:
        builtins.compile = _compile
    kept.save()


def _import_pyside() -> None:
    with keeping_code(Path(cache_from_source(__file__)).with_suffix(".pyside")):
        import PySide6  # noqa: F401, PLC0415


if "PySide6" not in sys.modules and sys.implementation.cache_tag is not None:
    _import_pyside()
