"""What a plot says of its marks: where keys lead, how a held mark follows, what is read out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QPointF, Qt

from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame


class Way(Enum):
    """What a key asks for that leads from one mark to another."""

    NEXT = auto()
    PREVIOUS = auto()
    LEFT = auto()
    RIGHT = auto()
    FIRST = auto()
    LAST = auto()


class Hold(Protocol):
    """A mark that is held, from the press of a button to its release.

    All its edits write the same part of the subject: that part follows from the start and
    from the point, and everything else stays as it is when the edit is made.
    """

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return what is asked for when the mark is moved to `point`, in pixels of `frame`.

        Alt frees it from round values; what Shift does is for the panel to say.
        """
        ...

    def put_back(self) -> Edit:
        """Return the edit that gives what was moved the values of the start, bit for bit."""
        ...


@dataclass(frozen=True, slots=True)
class ReadOut:
    """What is read out of a mark: its name, and lines of a caption and a number."""

    name: str
    lines: tuple[tuple[str, str], ...]
