"""Marks of many points: while one is pointed at, its points light in every panel that has them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.language.text import QT_TRANSLATE_NOOP, number
from xentgui.model.classifier.calibration import bins_of
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError
from xentgui.model.state import State
from xentgui.model.subjects import Edit
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import OnClassifier, with_chosen
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.panels.kept import kept

_NO_POINT = QT_TRANSLATE_NOOP("errors", "The point is {value}. Type a whole number from 1.")


class PointsMark(Mark):
    """A mark of some of the points."""

    __slots__ = ()

    def which(self, subject: Classifier) -> np.ndarray:
        """Return whether each point is among them, shape (N,)."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class ConfusionMark(PointsMark):
    """The points of class `own` that are predicted as class `predicted`, from 0."""

    own: int
    predicted: int

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return max(self.own, self.predicted) < len(state.labels)

    def which(self, subject: Classifier) -> np.ndarray:
        """Return whether each point is of the one class and predicted as the other."""
        is_own, is_predicted = subject.classes == self.own, subject.predictions == self.predicted
        found: np.ndarray = is_own & is_predicted
        return found


@dataclass(frozen=True, slots=True)
class BinMark(PointsMark):
    """The points whose largest p is in a bin, from 0."""

    bin: int

    def which(self, subject: Classifier) -> np.ndarray:
        """Return whether the largest p of each point is in the bin."""
        found: np.ndarray = bins_of(subject.fit.largest) == self.bin
        return found


class StillHold:
    """A mark that does not move while it is held: a press has done what there is to do."""

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return an edit that changes nothing."""
        return OnClassifier(lambda subject: subject)

    def put_back(self) -> Edit:
        """Return an edit that changes nothing."""
        return OnClassifier(lambda subject: subject)


def next_of(mark: PointsMark, subject: Classifier) -> int | None:
    """Return the point among those of `mark` that comes after the chosen one; None for none."""
    rows = np.flatnonzero(mark.which(subject))
    if not rows.size:
        return None
    after = rows[rows > subject.chosen]
    return int(after[0] if after.size else rows[0])


def choose_typed(value: float) -> Edit:
    """Return the edit that chooses the point with a typed number, from 1."""
    if value != int(value) or value < 1:
        raise RefusedError(_NO_POINT, value=number(value))
    return OnClassifier(lambda subject: with_chosen(subject, int(value) - 1))


def lit_points(subject: Classifier, view: View) -> np.ndarray | None:
    """Return whether each point is lit, shape (N,): those of a class, or those of a mark.

    None stands for all: nothing is pointed at.
    """
    mark, lit = view.highlight, view.highlighted_class
    if isinstance(mark, PointsMark):
        return mark.which(subject)
    return None if lit is None else _of_class(subject.classes, lit)


@kept
def _of_class(classes: np.ndarray, k: int) -> np.ndarray:
    found: np.ndarray = classes == k
    return found
