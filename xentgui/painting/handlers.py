"""The door between Qt and our code: an exception in a handler ends there, and the rest goes on.

Qt calls what our classes override: it asks them to paint, to act on a key, to tell their size.  An
exception that goes on into Qt leaves a painter open and a widget half painted, and the next frames
end the program.  `guarded` therefore lets every such method end its own exceptions.

Slots and timers have such a door already: the binding passes their exceptions to `sys.excepthook`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeVar

from PySide6 import QtCore  # for Qt, whose hundred enumerations the first window does not need
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainter

_Kind = TypeVar("_Kind", bound=type)

_MARGIN = 6.0


def guarded(kind: _Kind) -> _Kind:
    """Let each method of the class `kind` that overrides one of Qt's end its exceptions."""
    qt = next(base for base in kind.__mro__ if base.__module__.startswith("PySide6"))
    for name, method in tuple(vars(kind).items()):
        if isinstance(method, FunctionType) and name[0] != "_" and hasattr(qt, name):
            setattr(kind, name, _ending(kind, name, method))
    return kind


def report(error: BaseException) -> None:
    """Report `error`, which ends here, and let go of what it holds, such as an open painter."""
    sys.excepthook(type(error), error, error.__traceback__)
    let_go(error)


def let_go(error: BaseException | None) -> None:
    """Clear the variables of all functions that `error` has left."""
    import traceback  # noqa: PLC0415 - no start needs it

    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__context__


def _ending(kind: type, name: str, method: FunctionType) -> Callable[..., Any]:
    answers = method.__annotations__.get("return") not in {None, "None"}

    def handler(self: Any, *arguments: Any, **words: Any) -> Any:
        try:
            return method(self, *arguments, **words)
        except Exception as error:  # noqa: BLE001 - this is where all of them end
            report(error)
            _say_unpainted(self, arguments, error)
        # Where Qt waits for an answer, it gets the one of the class that is overridden.
        return getattr(super(kind, self), name)(*arguments, **words) if answers else None

    # As `functools.wraps` does, which a start would wait for.
    handler.__name__, handler.__qualname__ = name, method.__qualname__
    handler.__doc__, handler.__dict__["__wrapped__"] = method.__doc__, method
    return handler


def _say_unpainted(part: object, arguments: tuple[object, ...], error: Exception) -> None:
    """Say in the place of a picture why it is not there."""
    from PySide6.QtWidgets import QAbstractScrollArea, QGraphicsItem, QWidget  # noqa: PLC0415

    what = arguments[0] if arguments else None
    if isinstance(part, QGraphicsItem) and isinstance(what, QPainter):
        what.resetTransform()
        what.setClipping(False)
        _paint_notice(what, part.boundingRect(), error)
    elif isinstance(part, QWidget) and type(what).__name__ == "QPaintEvent":
        canvas = part.viewport() if isinstance(part, QAbstractScrollArea) else part
        painter = QPainter(canvas)
        _paint_notice(painter, QRectF(canvas.rect()), error)
        painter.end()


def _paint_notice(painter: QPainter, rect: QRectF, error: Exception) -> None:
    from xentgui.language.text import translate  # noqa: PLC0415 - no start needs it

    words = translate(
        "window", "This part could not be painted: {error}. Everything else goes on."
    ).format(error=f"{type(error).__name__}: {error}")
    palette = QGuiApplication.palette()
    painter.setOpacity(1.0)
    painter.fillRect(rect, palette.base())
    painter.setFont(QGuiApplication.font())
    painter.setPen(palette.text().color())
    inside = rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    flags = QtCore.Qt.AlignmentFlag.AlignCenter | QtCore.Qt.TextFlag.TextWordWrap
    painter.drawText(inside, flags, words)
