"""The types for the marks of a plot: directions of keys and where they lead, drags, and read-outs."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, Qt

from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame


class Way(Enum):
    """The directions in which a key leads from one mark to another.

    `UP` and `DOWN` are asked for only where a panel has its marks in rows.
    """

    NEXT = auto()
    PREVIOUS = auto()
    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    FIRST = auto()
    LAST = auto()


def beside_in(order: Sequence[Mark], mark: Mark | None, way: Way) -> Mark | None:
    """Return the mark that follows `mark` in `order`, which is not empty; None beyond its ends.

    Without a mark, the walk begins.
    """
    if mark is None:
        return order[-1 if way is Way.PREVIOUS else 0]
    at = order.index(mark) if mark in order else 0
    steps = {Way.NEXT: at + 1, Way.RIGHT: at + 1, Way.PREVIOUS: at - 1, Way.LEFT: at - 1}
    to = steps.get(way, 0 if way is Way.FIRST else len(order) - 1)
    return order[to] if 0 <= to < len(order) else None


class Hold(Protocol):
    """A mark during a drag, from the press of a button to its release.

    All its edits write the same part of the subject.  That part is computed from the start of the
    drag and the point; everything else keeps its value of the moment when the edit is applied.
    """

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit that moves the mark to `point`, in pixels of `frame`.

        With Alt, values are not rounded, and other marks do not change to keep a sum.
        """
        ...

    def put_back(self) -> Edit:
        """Return the edit that restores the values of the start, bit for bit."""
        ...


class ReadOut(NamedTuple):
    """The read-out of a mark: its name, and lines with a caption and a number."""

    name: str
    lines: tuple[tuple[str, str], ...]
