"""Modules that are left out of an import, because nothing that they hold is used."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Final

NOTHING: Final = object()
"""What comes of ``from`` a module that is left out."""


@contextmanager
def leave_out(is_unused: Callable[[str], bool]) -> Iterator[list[str]]:
    """Import nothing that `is_unused`, asked with a module's full name, is true of.

    The names of the modules that are left out are gathered in the list.  Afterwards they can be
    imported as ever.
    """
    finder = _Finder(is_unused)
    sys.meta_path.insert(0, finder)
    try:
        yield finder.left_out
    finally:
        sys.meta_path.remove(finder)
        for name in finder.left_out:
            sys.modules.pop(name, None)
            package, _, own_name = name.rpartition(".")
            vars(sys.modules[package]).pop(own_name, None)


class _Absent(ModuleType):
    """Stands for a module that is left out: ``import *`` finds nothing in it."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        return NOTHING


class _Finder(MetaPathFinder, Loader):
    def __init__(self, is_unused: Callable[[str], bool]) -> None:
        self.left_out: list[str] = []
        self._is_unused = is_unused

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        return ModuleSpec(fullname, self) if self._is_unused(fullname) else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        self.left_out.append(spec.name)
        return _Absent(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Leave it empty."""
