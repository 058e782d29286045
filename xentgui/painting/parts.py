"""Names the parts of a picture for files that keep names: panels, axes, marks and classes.

A device that keeps no names is not asked to, and a screen pays nothing but a look at a variable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPaintDevice, QPainter

MARK: Final = "xentgui part "
"""What a text begins with that stands for the begin of a part; one that is no more is its end."""

_Rest = ParamSpec("_Rest")
_Result = TypeVar("_Result")
_NAMED: ContextVar[QPaintDevice | None] = ContextVar("named", default=None)


def are_named(painter: QPainter) -> bool:
    """Return whether the device that `painter` paints on keeps names of parts."""
    named = _NAMED.get()
    return named is not None and painter.device() is named


@contextmanager
def naming(device: QPaintDevice) -> Iterator[None]:
    """Let `part` write its names into what is drawn on `device` within the context, as texts.

    Painters of other devices, which only measure, write none.
    """
    before = _NAMED.set(device)
    try:
        yield
    finally:
        _NAMED.reset(before)


@contextmanager
def part(painter: QPainter, kind: str, name: str) -> Iterator[None]:
    """Say that what is painted within the context is the part `name`, of the kind `kind`.

    Both are words in ASCII without spaces, such as "axis" and "x".
    """
    if not are_named(painter):
        yield
        return
    _write(painter, f"{MARK}{kind} {name}")
    try:
        yield
    finally:
        _write(painter, MARK)


def as_part(
    kind: str, name: str
) -> Callable[
    [Callable[Concatenate[QPainter, _Rest], _Result]],
    Callable[Concatenate[QPainter, _Rest], _Result],
]:
    """Let all that a function paints be a `part`; its first argument is the painter."""

    def decorated(
        paint: Callable[Concatenate[QPainter, _Rest], _Result],
    ) -> Callable[Concatenate[QPainter, _Rest], _Result]:
        @wraps(paint)
        def named(painter: QPainter, /, *rest: _Rest.args, **options: _Rest.kwargs) -> _Result:
            with part(painter, kind, name):
                return paint(painter, *rest, **options)

        return named

    return decorated


def _write(painter: QPainter, text: str) -> None:
    painter.save()
    painter.setPen(Qt.GlobalColor.black)  # without a pen, Qt draws no text
    painter.drawText(QPointF(), text)
    painter.restore()
