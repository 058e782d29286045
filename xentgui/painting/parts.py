"""Names the parts of a picture for files that keep names: panels, axes, marks and classes.

A device that keeps no names is not asked to, and a screen pays nothing but a look at a variable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPaintDevice, QPainter

MARK: Final = -987654.0
"""The x of a line that stands for the begin of a part, or for its end."""

_Rest = ParamSpec("_Rest")
_Result = TypeVar("_Result")


class Naming:
    """The parts that are drawn on a device, in the order of drawing.

    Attributes
    ----------
    device
        The device that keeps names.
    parts
        Kind and name of each part; in the drawing a line at `MARK` stands for one, with its number
        as y, and with -1 for the end of the last part that has none yet.
    """

    def __init__(self, device: QPaintDevice) -> None:
        self.device = device
        self.parts: list[tuple[str, str]] = []


_NAMED: ContextVar[Naming | None] = ContextVar("named", default=None)


def are_named(painter: QPainter) -> bool:
    """Return whether the device that `painter` paints on keeps names of parts."""
    named = _NAMED.get()
    return named is not None and painter.device() is named.device


@contextmanager
def naming(device: QPaintDevice) -> Iterator[Naming]:
    """Let `part` mark what is drawn on `device` within the context.

    Painters of other devices, which only measure, mark nothing.
    """
    named = Naming(device)
    before = _NAMED.set(named)
    try:
        yield named
    finally:
        _NAMED.reset(before)


@contextmanager
def part(painter: QPainter, kind: str, name: str) -> Iterator[None]:
    """Say that what is painted within the context is the part `name`, of the kind `kind`.

    Both are words in ASCII without spaces, such as "axis" and "x".
    """
    named = _NAMED.get()
    if named is None or painter.device() is not named.device:
        yield
        return
    painter.drawLine(QLineF(MARK, len(named.parts), MARK, -2.0))
    named.parts.append((kind, name))
    try:
        yield
    finally:
        painter.drawLine(QLineF(MARK, -1.0, MARK, -2.0))


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
            if _NAMED.get() is None:
                return paint(painter, *rest, **options)
            with part(painter, kind, name):
                return paint(painter, *rest, **options)

        return named

    return decorated
