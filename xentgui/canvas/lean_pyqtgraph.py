"""pyqtgraph without what is not used of it, and without a copy of every name in Qt.

pyqtgraph imports all of itself: image views, parameter trees, processes for remote views, OpenGL.
A view, its box and an item of our own need a fifth of that; the rest is imported when it is used.

It also keeps mirrors of Qt's modules, and fills them by asking for all of their names.  PySide
makes classes and enumerations when they are first asked for, and to make two thousand of them
takes longer than the rest of pyqtgraph.  The mirrors made here ask when a name is used.

To be imported before pyqtgraph.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from xentgui.canvas.leave_out import NOTHING, leave_out

KNOWN = "0.14."
"""The pyqtgraph that `_USED` has been found out for; any other is imported whole."""

_USED = (
    *("GraphicsScene", "Point", "Qt", "SRTTransform", "SRTTransform3D", "Transform3D", "Vector"),
    *("WidgetGroup", "colors", "debug", "functions", "reload", "util"),
    *("graphicsItems.GraphicsItem", "graphicsItems.GraphicsObject", "graphicsItems.GraphicsWidget"),
    *("graphicsItems.ItemGroup", "graphicsItems.ViewBox", "widgets.GraphicsView"),
)
"""What a view, its box and an item of our own need, each with all that it contains."""

_PACKAGES = ("graphicsItems", "widgets")
_MISSED_BY_NONE = ("PySide6.QtOpenGLWidgets", "PySide6.QtTest")
"""Modules of Qt that pyqtgraph can do without."""


class Mirror(ModuleType):
    """Has what another module has, from the moment it is asked for."""

    def __init__(self, name: str, source: ModuleType) -> None:
        super().__init__(name)
        self._source = source

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._source, name)
        setattr(self, name, value)
        return value


@contextmanager
def _mirrors() -> Iterator[None]:
    # A PySide that lists its names in another way is left alone: the start is slower, no more.
    sources = (source for source in (QtCore, QtGui, QtWidgets) if "__dir__" in vars(source))
    lists = {source: vars(source)["__dir__"] for source in sources}
    for source in lists:
        name = f"pyqtgraph.Qt.{source.__name__.rpartition('.')[2]}"
        sys.modules[name] = Mirror(name, source)
        # What pyqtgraph would copy is what `dir` tells it, and that is a module's own business.
        vars(source)["__dir__"] = tuple
    try:
        yield
    finally:
        for source, listed in lists.items():
            vars(source)["__dir__"] = listed


@contextmanager
def _qt_in_part() -> Iterator[None]:
    hidden = [name for name in _MISSED_BY_NONE if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment] # for Python, it is not installed
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def _is_unused(fullname: str) -> bool:
    package, _, name = fullname.partition(".")
    if package != "pyqtgraph" or not name or name in _PACKAGES:
        return False
    if name == "Qt.OpenGLHelpers":
        return True
    return not any(name == used or name.startswith(f"{used}.") for used in _USED)


def _import_in_part() -> bool:
    """Import what is used of pyqtgraph; return whether that can be relied upon."""
    try:
        with _qt_in_part(), leave_out(_is_unused) as left_out:
            names = vars(import_module("pyqtgraph"))
    except Exception:  # noqa: BLE001 - whatever it is, the whole of pyqtgraph may do better
        return False
    for name in [name for name, value in names.items() if value is NOTHING]:
        del names[name]
    names["__getattr__"] = partial(_look_up, left_out)
    return str(names["__version__"]).startswith(KNOWN)


def _look_up(left_out: list[str], name: str) -> Any:
    """Return what pyqtgraph calls `name`: somebody uses it after all."""
    if not name.startswith("_"):
        if find_spec(f"pyqtgraph.{name}"):
            return import_module(f"pyqtgraph.{name}")
        # A class has a module of its name.  Others come later, or they would import in a circle.
        for module in sorted(left_out, key=lambda module: not module.endswith(f".{name}")):
            names = vars(import_module(module))
            if name in names:
                return names[name]
    raise AttributeError(name)


def _import() -> None:
    with _mirrors():
        if _import_in_part():
            return
        for name in [name for name in sys.modules if name.partition(".")[0] == "pyqtgraph"]:
            if not isinstance(sys.modules[name], Mirror):
                del sys.modules[name]
        import_module("pyqtgraph")


if "pyqtgraph" not in sys.modules:
    _import()
