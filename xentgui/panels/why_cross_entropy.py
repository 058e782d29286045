"""Why cross-entropy: how hard each loss pulls at the true class, from p = 0 to p = 1."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    language,
    loss_name,
    number,
    probability,
    translate,
)
from xentgui.model import Snapshot
from xentgui.model.losses import LOSSES
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.pull_on_truth import DRAWN, drawn_as, pull_at
from xentgui.model.settings_of_state import values_of
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.fitting_text import fitting_text
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_axis
from xentgui.painting.legend import AxisName, Header, draw_header
from xentgui.painting.marks import draw_handle
from xentgui.painting.qt_arrays import polygon
from xentgui.panels.axis_limits import Zoom, within
from xentgui.panels.beside_curves import PlacedName, draw_names, free_parts, placed_names
from xentgui.panels.choice import Choice
from xentgui.panels.later import WhyCrossEntropyPanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.pull_curves import has_curve, named_curves, pull_curves
from xentgui.panels.shown_losses import choice_of_losses, drawn_losses
from xentgui.panels.truth_mark import (
    TruthHold,
    TruthMark,
    axis_of_truth,
    nudged_truth,
    probability_of_truth,
    true_class,
    typed_truth,
)

_NO_CURVE = QT_TRANSLATE_NOOP("panels", "{loss}: infinite for one true class, so it has no curve")
_TOPS = (1.2, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0)
_MIDDLE = Qt.TextElideMode.ElideMiddle
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter


_home: tuple[object, Ranges] | None = None
"""The last ranges, and what they follow from."""


class _Note(NamedTuple):
    """A sentence, the size of its letters in em, and its place."""

    text: str
    size: float
    box: QRectF


class _Texts(NamedTuple):
    """What is written in the plot."""

    note: _Note | None
    names: tuple[PlacedName, ...]

    @property
    def boxes(self) -> list[QRectF]:
        """The place of each text."""
        return [one.box for one in (*self.names, self.note) if one is not None]


_texts: tuple[object, _Texts] | None = None
"""The last texts, and what their places follow from."""


class WhyCrossEntropy(WhyCrossEntropyPanel):
    """The size of the gradient at the true class's logit, for all losses, with today's p."""

    zoom = Zoom()
    measured = "left bottom right"

    def choices(self, snapshot: Snapshot) -> tuple[Choice, ...]:
        """Return the choice among the losses that have a curve."""
        state = snapshot.state
        return (choice_of_losses(tuple(k for k in DRAWN if has_curve(k, state))),)

    def margins(self, view: View) -> QMarginsF:
        """Return the room for numbers, and for the sentences above and the axis below."""
        return QMarginsF(46, 24, 16, 44)

    def header(self, view: View) -> Header:
        """Return the name of the y axis."""
        return Header(AxisName("|∂L/∂u|"))

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return p in 0 … 1, and a round number above all curves."""
        global _home  # noqa: PLW0603 (one is enough: steps of a walk follow each other)
        key = drawn_losses(self.key, snapshot.state, view), values_of(snapshot.state)
        if _home is None or _home[0] != key:
            pulls = [float(np.nanmax(one.pulls)) for one in pull_curves(snapshot, view)]
            highest = max(pulls, default=1.0)
            top = next((top for top in _TOPS if top >= highest), highest)
            _home = key, Ranges(0.0, 1.0, 0.0, top)
        return _home[1]

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes, which have the curves in them."""
        drawn = drawn_losses(self.key, snapshot.state, view)
        return (values_of(snapshot.state), axis_of_truth(snapshot), drawn)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the curves; the chosen loss is the strongest."""
        self.paint_around(painter, frame, snapshot, view)
        for one in named_curves(frame, snapshot, view):
            painter.setPen(frame.style.pen(one.color, 2.6 if one.is_bold else 1.6))
            painter.drawPolyline(polygon(one.points))
        texts = self._texts(frame, snapshot, view)
        if texts.note is not None:
            _draw_note(painter, frame, texts.note)
        draw_names(painter, frame, texts.names)

    def paint_around(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the numbers and names of both axes."""
        draw_y_axis(painter, frame)
        draw_x_axis(painter, frame, axis_of_truth(snapshot))
        draw_header(painter, frame, self.header(view))

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the line of today's p, and its handle on the curve of the chosen loss."""
        style, rect, at = frame.style, frame.rect, self.locate(TruthMark(), frame, snapshot, view)
        painter.setPen(style.pen(style.theme.accent, 1.4))
        texts, top = self._texts(frame, snapshot, view), rect.top() - style.px(4)
        for start, end in free_parts(texts.boxes, at.x(), top, rect.bottom()):
            painter.drawLine(QLineF(at.x(), start, at.x(), end))
        if view.handles:
            draw_handle(painter, style, at, style.theme.ink)
        if not view.values:
            return
        words = _truth_text(snapshot)
        width = style.metrics(0.9, bold=True).horizontalAdvance(words) + style.px(6)
        box = QRectF(at.x() - width - style.px(3), frame.outer.top(), width, style.px(22))
        # The name of the axis is there, or the letter of the panel.
        least = frame.outer.left() + style.px(style.corner if style.snug else 64.0)
        if box.left() < least:
            box.moveLeft(max(at.x() + style.px(6), least))
        box.moveRight(min(box.right(), frame.outer.right()))
        box.setLeft(max(box.left(), least))
        words, size = fitting_text(style, words, box.width(), 0.9, bold=True, cut=_MIDDLE)
        painter.setFont(style.font(size, bold=True))
        painter.setPen(style.color(style.theme.accent))
        painter.drawText(box, _LEFT, words)

    def _texts(self, frame: Frame, snapshot: Snapshot, view: View) -> _Texts:
        """Return the sentence, and the names of the curves at their places."""
        global _texts  # noqa: PLW0603 (one is enough, as of `_home`)
        place = frame.rect.getCoords(), frame.ranges, frame.style
        key = self.axes_key(snapshot, view), place, language()
        if _texts is None or _texts[0] != key:
            note, named = _note(frame, _sentence(snapshot)), named_curves(frame, snapshot, view)
            kept_free = () if note is None else (note.box,)
            _texts = key, _Texts(note, placed_names(frame, named[::-1], kept_free))
        return _texts[1]

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return today's p, and how hard each loss pulls there."""
        lines = (f"{name}: {value}" for name, value in _pulls_now(snapshot, view))
        words = (_sentence(snapshot), axis_of_truth(snapshot), _truth_text(snapshot), *lines)
        return "; ".join(filter(None, words))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return how hard each loss pulls at today's p, or the numbers of a class."""
        if isinstance(mark, TruthMark):
            return ReadOut(_truth_text(snapshot), tuple(_pulls_now(snapshot, view)))
        return super().read_out(mark, snapshot, view)

    # The one mark: today's p of the true class

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark, all along its line."""
        x = self.locate(TruthMark(), frame, snapshot, view).x()
        is_inside = frame.outer.top() <= point.y() <= frame.rect.bottom()
        is_near = abs(point.x() - x) <= frame.style.px(REACH)
        return TruthMark() if is_inside and is_near else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, unless Tab leaves it."""
        if mark is not None and way in (Way.NEXT, Way.PREVIOUS):
            return None
        return TruthMark()

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the mark at `point`."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of today's p on the curve of the chosen loss."""
        p, state = probability_of_truth(snapshot), snapshot.state
        pull = pull_at(drawn_as(state.loss), p, state)
        height = within(pull, 0.0, frame.ranges.top) if not math.isnan(pull) else 0.0
        return QPointF(frame.x(p), frame.y(height))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the strip about the line of today's p."""
        x, half = self.locate(TruthMark(), frame, snapshot, view).x(), frame.style.px(REACH)
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())

    def highlight_of(self, mark: Mark) -> Mark:
        """Return the mark itself."""
        return mark

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move, as in the panel Distribution."""
        label = name_of(snapshot.state.names, true_class(snapshot))
        return translate("panels", "Drag Probability of {label}").format(label=label)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag today's p."""
        return TruthHold(snapshot)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key to the left or right."""
        return nudged_truth(snapshot, way[0] * size) if way[0] else None

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbol of the number that can be typed."""
        return ("p",)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the probability of the true class."""
        return (probability_of_truth(snapshot),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed probability."""
        return typed_truth(values[0])


def _pulls_now(snapshot: Snapshot, view: View) -> list[tuple[str, str]]:
    p, state = probability_of_truth(snapshot), snapshot.state
    return [
        (one.name, number(pull_at(one.key, p, state), 4)) for one in pull_curves(snapshot, view)
    ]


def _truth_text(snapshot: Snapshot) -> str:
    """Return "p = 0.803 (cat)"."""
    index = true_class(snapshot)
    p = float(snapshot.softmax[index])
    return f"p = {probability(p, 1.0 - p, 3)} ({name_of(snapshot.state.names, index)})"


def _sentence(snapshot: Snapshot) -> str:
    """Return why the chosen loss has no curve; "" if it has one."""
    loss = LOSSES[snapshot.state.loss]
    if has_curve(drawn_as(loss.key), snapshot.state):
        return ""
    return translate("panels", _NO_CURVE).format(loss=loss_name(loss))


def _note(frame: Frame, words: str) -> _Note | None:
    """Return a sentence at the upper edge of the plot, on the right; None if there is none."""
    if not words:
        return None
    style, rect = frame.style, frame.rect
    text, size = fitting_text(style, words, rect.width() - style.px(8), 0.85)
    width = style.metrics(size).horizontalAdvance(text) + style.px(8)
    return _Note(text, size, QRectF(rect.right() - width, rect.top(), width, style.px(18)))


def _draw_note(painter: QPainter, frame: Frame, note: _Note) -> None:
    style, (text, size, box) = frame.style, note
    painter.fillRect(box, style.color(style.theme.card, 0.85))
    painter.setFont(style.font(size))
    painter.setPen(style.color(style.theme.mute))
    painter.drawText(box, _CENTER, text)
