"""Plots about the points of a classifier: their marks choose points, and a sentence stands where none are."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import Mark
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.panels.marked_panel import Hold
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.point_mark import PointMark, choose
from xentgui.panels.points_mark import PointsMark, StillHold, choose_typed, next_of

NOBODY = Ranges(0.0, 1.0, 0.0, 1.0)
"""The ranges of a plot without points."""

_NO_POINTS = QT_TRANSLATE_NOOP(
    "panels",
    "These logits follow from no input. “Penguins” among the examples opens points, and what a "
    "classifier makes of them.",
)
_NO_TARGETS = QT_TRANSLATE_NOOP("panels", "No point has a target that could be compared.")
_CHOOSE = QT_TRANSLATE_NOOP("panels", "Choose Point {number}")


def no_points() -> str:
    """Return the sentence, translated."""
    return translate("panels", _NO_POINTS)


def say_no_points(painter: QPainter, frame: Frame) -> None:
    """Write the sentence into the plot."""
    say(painter, frame, no_points())


def say(painter: QPainter, frame: Frame, words: str) -> None:
    """Write a sentence into the middle of the plot."""
    painter.setFont(frame.style.font(0.95))
    painter.setPen(frame.style.color(frame.style.theme.mute))
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(frame.rect, flags, words)


def no_targets() -> str:
    """Return that there is nothing to compare predictions with, translated."""
    return translate("panels", _NO_TARGETS)


class ChoosesPoints(PlotPanel):
    """Its marks are points, or some of the points each: a press chooses one, or the next of them."""

    def pressed(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[Edit, str] | None:
        """Choose the point, or the next one of the points; nothing if that is chosen."""
        subject, row = classifier_of(snapshot), None
        if subject is None:
            return None
        if isinstance(mark, PointMark):
            row = mark.number
        elif isinstance(mark, PointsMark):
            row = next_of(mark, subject)
        if row is None or row == subject.chosen:
            return None
        return choose(PointMark(row)), translate("panels", _CHOOSE).format(number=row + 1)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Hold a mark, which does not move."""
        return StillHold()

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of choosing a point."""
        subject = classifier_of(snapshot)
        row = 0 if subject is None else subject.chosen
        row = mark.number if isinstance(mark, PointMark) else row
        return translate("panels", _CHOOSE).format(number=row + 1)

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the name of the number that can be typed."""
        return (translate("panels", "point"),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the number of the chosen point, counted from 1."""
        subject = classifier_of(snapshot)
        return (math.nan if subject is None else subject.chosen + 1.0,)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit that chooses the point with the typed number."""
        return choose_typed(values[0])
