"""pyqtgraph without a copy of every name in Qt.

pyqtgraph keeps mirrors of Qt's modules, and fills them by asking for all of their names.
PySide makes classes and enumerations when they are first asked for, and to make two thousand of
them takes longer than the rest of pyqtgraph.  The mirrors made here ask when a name is used.

To be imported before pyqtgraph.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets


class Mirror(ModuleType):
    """Has what another module has, from the moment it is asked for."""

    def __init__(self, name: str, source: ModuleType) -> None:
        super().__init__(name)
        self._source = source

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._source, name)
        setattr(self, name, value)
        return value


def _import_pyqtgraph() -> None:
    # A PySide that lists its names in another way is left alone: the start is slower, no more.
    sources = (source for source in (QtCore, QtGui, QtWidgets) if "__dir__" in vars(source))
    lists = {source: vars(source)["__dir__"] for source in sources}
    for source in lists:
        name = f"pyqtgraph.Qt.{source.__name__.rpartition('.')[2]}"
        sys.modules[name] = Mirror(name, source)
        # What pyqtgraph would copy is what `dir` tells it, and that is a module's own business.
        vars(source)["__dir__"] = tuple
    try:
        import pyqtgraph  # noqa: F401, PLC0415
    finally:
        for source, listed in lists.items():
            vars(source)["__dir__"] = listed


if "pyqtgraph" not in sys.modules:
    _import_pyqtgraph()
