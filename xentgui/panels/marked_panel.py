"""A panel that hands out its marks, and says what moves them and where keys lead from them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.panel import Panel

REACH = 10.0
"""The distance, in design pixels, within which a press grabs a mark."""

_POINTED, _FOCUSED = 9.5, 11.0  # design pixels: rings around a handle, without covering it


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


class MarkedPanel(Panel):
    """A panel with marks that can be pointed at, dragged, moved by keys and typed.

    For a panel without marks, only `mark_at` and `mark_beside` are called, and find none.
    """

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark that a press at `point` grabs, or None."""
        return None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the mark to which a key leads from `mark`, or from outside the panel.

        None if there is no mark: after the last and before the first, Tab leaves the panel.
        """
        return None

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the mark, or the class, to highlight at `point`, or None."""
        return None

    def highlight_of(self, mark: Mark) -> Mark:
        """Return the mark to highlight everywhere while `mark` is dragged or has the focus."""
        return mark

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of `mark` in pixels; a mark outside the plot is at its edge."""
        raise NotImplementedError

    def held_at(
        self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> QPointF:
        """Return the place of `mark` that a press at `point` takes along; by default its place."""
        return self.locate(mark, frame, snapshot, view)

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return where `mark`, or a mark to highlight, is drawn: a read-out must not cover it."""
        return None

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint over the marks what a press would grab: by default a ring around `mark`."""
        at, radius = self.locate(mark, frame, snapshot, view), frame.style.px(_POINTED)
        painter.setPen(frame.style.pen(frame.style.theme.accent, 2.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)

    def paint_focused(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint over the marks which one has the keys: by default a dashed ring around `mark`."""
        at, radius = self.locate(mark, frame, snapshot, view), frame.style.px(_FOCUSED)
        style, theme = frame.style, frame.style.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # On the shades of an area, the dashes alone could be of nearly the same colour.
        for pen in (style.pen(theme.card, 4.0), style.pen(theme.accent, 2.0, (2.0, 1.5))):
            painter.setPen(pen)
            painter.drawEllipse(at, radius, radius)

    def hides_mark(self, mark: Mark, view: View) -> bool:
        """Return whether `mark` is one of the numbers that are hidden: no key reaches it then."""
        return False

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move of `mark` for the Edit menu, translated."""
        raise NotImplementedError

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin a drag of `mark` from its place in `snapshot`."""
        raise NotImplementedError

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for an arrow key; None if the mark does not move in this direction.

        Raises RefusedError, with the reason, if the mark cannot be moved now.

        `way` is to the right and up, each -1, 0 or 1; `size` is in steps of the mark.
        """
        return None

    def pressed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Return what a press on `mark` does at once, and the name of the step; None if nothing."""
        return None

    def clicked(
        self,
        frame: Frame,
        snapshot: Snapshot,
        view: View,
        point: QPointF,
        tool: int | None,
        *,
        painting: bool = False,
    ) -> tuple[Edit, str] | None:
        """Return what a click beside all marks does, and the name of the step; None if nothing.

        `tool` is the class, from 0, whose number key was pressed last, or None.  While `painting`,
        one of many clicks is meant, along the way of the pointer.
        """
        return None

    def removed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Return what the key Delete does to `mark`, and the name of the step; None if nothing."""
        return None

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the name, with its unit, of each number that can be typed at `mark`."""
        raise NotImplementedError

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for typed numbers, one for each of `captions`."""
        raise NotImplementedError

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return what the numbers of `captions` are now; to type them changes nothing."""
        raise NotImplementedError

    def name_of(self, mark: Mark, snapshot: Snapshot, view: View) -> str:
        """Return what `mark` is called where it is told: by default as in its read-out."""
        said = self.read_out(mark, snapshot, view)
        if said is None:
            said = self.read_out(self.highlight_of(mark), snapshot, view)
        return translate("panels", self.title) if said is None else said.name
