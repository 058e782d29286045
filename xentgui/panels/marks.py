"""The types for the marks of a plot: directions of keys, drags, and read-outs."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPointF, Qt

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
