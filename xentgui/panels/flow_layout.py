"""Where the circles of the flow stand: inputs, logits, probabilities, and the loss; and its legend."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import Snapshot
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.state import State
from xentgui.model.subjects import classifier_of
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.style import Style

MOST = 6
"""Of more inputs, the first ones are shown; of more classes, those that matter most."""

X, Z, P, L = "x", "z", "p", "L"
_RADIUS, _LEAST_RADIUS = 23.0, 15.0  # design pixels
_LEAST_IN_ROOM = 12.4  # circles are as wide as their numbers there, which do not shrink
_HEAD, _FOOT, _EDGE = 46.0, 44.0, 8.0  # design pixels above and below the circles
_APART = 3.4  # radii from circle to circle, at least: room for a number between them
_MOST_APART = 118.0  # design pixels
_SIDE = 22.0  # design pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LINE = 17.0  # design pixels
_FORWARD = QT_TRANSLATE_NOOP("panels", "forward")
_BACK = QT_TRANSLATE_NOOP("panels", "error")
_IN_CIRCLES = QT_TRANSLATE_NOOP("panels", "numbers in the circles")
_BELOW = QT_TRANSLATE_NOOP("panels", "∂L/∂· below them: from L back to x")
_DASHED = QT_TRANSLATE_NOOP("panels", "numbers in the circles; dashed: a weight below 0")
_SHORT_DASHED = QT_TRANSLATE_NOOP("panels", "in the circles; dashed: below 0")
_OTHERS = QT_TRANSLATE_NOOP(
    "panels", "numbers in the circles, of the weightiest {shown} of {count} classes"
)


@dataclass(frozen=True, slots=True)
class FlowMark(Mark):
    """An input (`part` x), the loss (L), or the weight of a class and an input (w)."""

    part: str
    k: int = -1
    d: int = -1

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return self.k < len(state.labels)


class Circle(NamedTuple):
    """A circle: its column, the number of its input or class, and its middle."""

    column: str
    number: int
    at: QPointF

    @property
    def mark(self) -> Mark:
        """What is pointed at with it."""
        if self.column in (Z, P):
            return ClassMark(self.number)
        return FlowMark(self.column, d=self.number)


class Layout(NamedTuple):
    """All circles by column, their radius, and the middles of the columns."""

    circles: dict[str, tuple[Circle, ...]]
    radius: float
    columns: dict[str, float]
    rect: QRectF


def inputs_shown(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the inputs that have a circle."""
    subject = classifier_of(snapshot)
    return () if subject is None else tuple(range(min(MOST, len(subject.feature_names))))


@lru_cache(maxsize=2)  # by identity
def classes_shown(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the classes that have a circle: those with a target, then the most probable."""
    count = len(snapshot.logits)
    if count <= MOST:
        return tuple(range(count))
    weight = snapshot.effective_target + snapshot.probabilities
    # Thousands of classes take long to sort.
    near = np.flatnonzero(weight >= np.partition(weight, -MOST)[-MOST])
    first = np.argsort(-weight[near], kind="stable")[:MOST]
    return tuple(sorted(near[first].tolist()))


def least_height(snapshot: Snapshot, style: Style) -> float:
    """Return the height in which all circles can be read."""
    most = max(len(classes_shown(snapshot)), len(inputs_shown(snapshot)), 2)
    radius = _LEAST_RADIUS if has_legend(style) else _LEAST_IN_ROOM
    return _around(style) + style.px(most * _APART * radius)


def has_legend(style: Style) -> bool:
    """Return whether the signs are explained below: not for a room, where letters never shrink."""
    return style.metrics(0.6).height() < style.metrics(1.0).height()


def _around(style: Style) -> float:
    """Return the height above and below the circles."""
    return style.px(_HEAD + (_FOOT if has_legend(style) else _EDGE))


def layout(rect: QRectF, snapshot: Snapshot, style: Style) -> Layout:
    """Return the circles within `rect`."""
    px = style.px
    inputs, classes = inputs_shown(snapshot), classes_shown(snapshot)
    rows = max(len(inputs), len(classes), 2)
    high = max(rect.height() - _around(style), 1.0)
    columns = (X, Z, P, L) if inputs else (Z, P, L)
    gaps = len(columns) - 1
    radius = min(px(_RADIUS), high / (rows * _APART), rect.width() / (len(columns) * 3.0))
    step = min(high / rows, px(_MOST_APART))
    middle = rect.top() + px(_HEAD) + high / 2 - 0.4 * radius
    left, right = rect.left() + px(_SIDE) + radius, rect.right() - px(_SIDE) - radius
    places = {name: left + (right - left) * at / gaps for at, name in enumerate(columns)}
    numbers = {X: inputs, Z: classes, P: classes, L: (0,)}
    circles = {
        name: tuple(
            Circle(name, number, QPointF(places[name], middle + (at - (len(own) - 1) / 2) * step))
            for at, number in enumerate(own)
        )
        for name, own in ((name, numbers[name]) for name in columns)
    }
    return Layout(circles, radius, places, rect)


def draw_legend(painter: QPainter, style: Style, rect: QRectF, snapshot: Snapshot) -> None:
    """Write the legend at the bottom of `rect`."""
    px, metrics = style.px, style.metrics(0.88, bold=True)
    rows = [
        (translate("panels", _FORWARD), style.theme.ink, translate("panels", _IN_CIRCLES), ""),
        (translate("panels", _BACK), style.theme.accent, translate("panels", _BELOW), ""),
    ]
    if classifier_of(snapshot) is not None:
        words, fewer = translate("panels", _DASHED), translate("panels", _SHORT_DASHED)
        rows[0] = (*rows[0][:2], words, fewer)
    count, shown = len(snapshot.logits), len(classes_shown(snapshot))
    if shown < count:
        more = translate("panels", _OTHERS).format(shown=shown, count=count)
        rows[0] = (*rows[0][:2], more, "")
    wide = max(metrics.horizontalAdvance(word) for word, *_ in rows) + px(12)
    top = rect.bottom() - px(6) - len(rows) * px(_LINE)
    for word, color, text, short in rows:
        painter.setFont(style.font(0.88, bold=True))
        painter.setPen(style.color(color))
        box = QRectF(rect.left() + px(8), top, wide, px(_LINE))
        painter.drawText(box, _LEFT, word)
        painter.setPen(style.color(style.theme.mute))
        room = rect.width() - wide - px(14)
        fits = not short or style.metrics(0.88).horizontalAdvance(text) <= room
        beside = box.translated(wide, 0).adjusted(0, 0, room - wide, 0)
        draw_fitting(painter, style, beside, text if fits else short, 0.88)
        top += px(_LINE)
