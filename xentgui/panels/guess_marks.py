"""A guess in the space of a panel: hollow, where the truth is filled."""

from __future__ import annotations

import math
from typing import Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.field_values import value_text
from xentgui.language.units import UNITS
from xentgui.model import Snapshot
from xentgui.model.guess import Guess
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.label_places import Places
from xentgui.painting.mark_labels import draw_placed
from xentgui.painting.marks import arrow_shapes
from xentgui.painting.placed_label import Edges, Label
from xentgui.painting.qt_arrays import polygon

_SHOWN: Final = {"distribution": "py", "information": "ph", "gradient": "g", "logits": "z"}
"""The numbers of a class that a panel can show a guess of, each by its letter."""

_BAR: Final = 0.62  # of a class's slot: around the bar, outside the hardmax
_LINE: Final = 2.4  # design pixels
_DOT: Final = 8.5  # design pixels
_NEAR: Final = 4.0  # design pixels between a guess and its number
_ABOVE_NUMBER: Final = 30.0  # design pixels: clear of the number that stands at a mark
_BESIDE: Final = "right", "left"
_ABOVE: Final = "above", "below"
_AROUND: Final = "above", "below", "above right", "above left", "below right", "below left"
_REACH: Final = 14.0  # design pixels


def can_guess(key: str, guess: Guess, snapshot: Snapshot) -> bool:
    """Return whether the panel `key` shows a guess of this number."""
    return guess.number.kind in _SHOWN.get(key, "") and guess.number.is_in(snapshot)


def guess_place(key: str, guess: Guess, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
    """Return where the guess stands, limited to the plot."""
    ranges = frame.ranges
    if key == "information":
        nats = UNITS[view.unit].nats
        p = guess.value if guess.number.kind == "p" else math.exp(-guess.value)
        height = -math.log(p) / nats if p > 0.0 else ranges.top
        return QPointF(frame.x(p), frame.y(min(height, ranges.top)))
    value = min(max(guess.value, ranges.bottom), ranges.top)
    return QPointF(frame.x(float(guess.number.at[0])), frame.y(value))


def guess_at(key: str, guess: Guess, frame: Frame, view: View, point: QPointF) -> float:
    """Return the guess that stands at `point`."""
    if key != "information":
        return frame.y_value(point.y())
    p = min(max(frame.x_value(point.x()), 1e-9), 1.0)
    along = math.exp(-max(frame.y_value(point.y()), 0.0) * UNITS[view.unit].nats)
    # Where the curve is steep, the height says more; where it is flat, the place across.
    near = along if p < 0.35 else p
    return near if guess.number.kind == "p" else -math.log(near)


def takes_guess(
    key: str, guess: Guess, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
) -> bool:
    """Return whether a press at `point` takes hold of an open guess."""
    if not (guess.is_open and can_guess(key, guess, snapshot) and frame.outer.contains(point)):
        return False
    if key == "information":
        away = guess_place(key, guess, frame, snapshot, view) - point
        return math.hypot(away.x(), away.y()) <= frame.style.px(_REACH + _DOT)
    return abs(point.x() - frame.x(float(guess.number.at[0]))) <= frame.slot / 2


def paint_guess(painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, key: str) -> None:
    """Paint the guess of `view` into the panel `key`, if it can show it."""
    guess = view.guess
    if guess is None or not can_guess(key, guess, snapshot):
        return
    style, at = frame.style, guess_place(key, guess, frame, snapshot, view)
    k = guess.number.at[0]
    color = style.theme.class_color(snapshot.state.color_of(k))
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # A rim in the colour of the card keeps it visible on a bar of the same colour.
    for around, wide in ((style.theme.card, 2.2 * _LINE), (color, _LINE)):
        painter.setPen(style.pen(around, wide))
        _draw(painter, frame, at, key)
    _paint_number(painter, frame, snapshot, view, at, key)
    painter.restore()


def _draw(painter: QPainter, frame: Frame, at: QPointF, key: str) -> None:
    style = frame.style
    zero, half = frame.y(0.0), _BAR * frame.slot / 2
    if key == "distribution":
        painter.drawRect(QRectF(at.x() - half, min(at.y(), zero), 2 * half, abs(zero - at.y())))
    elif key == "gradient":
        width = min(style.px(12), frame.slot * 0.4)
        (shape,) = arrow_shapes(np.array([at.x()]), zero, np.array([at.y()]), width)
        painter.drawPolygon(polygon(shape))
    else:
        if key == "logits":
            painter.drawLine(QLineF(at.x(), zero, at.x(), at.y()))
        painter.drawEllipse(at, style.px(_DOT), style.px(_DOT))


def _paint_number(
    painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, at: QPointF, key: str
) -> None:
    """Write the guess, with a question mark while it is open, beside its mark.

    It covers no bar of another class and no other number; a leader joins it to its mark where it
    had to go farther off.
    """
    guess, style = view.guess, frame.style
    assert guess is not None
    text = value_text(guess.number, guess.value, snapshot, view)
    if guess.is_open:
        text += " ?"
    half = _BAR * frame.slot / 2 if key == "distribution" else style.px(_DOT)
    bars = _bars(frame, snapshot, guess) if key == "distribution" else []
    near = style.px(_NEAR)
    x, y = at.x(), at.y()
    beside = Label(text, style.theme.ink, x, y, half + near, _BESIDE, backed=True, rim=half)
    above = beside._replace(clear=near, sides=_ABOVE, rim=0.0)
    around = beside._replace(clear=style.px(_ABOVE_NUMBER), sides=_AROUND, rim=0.0, far=True)
    for taken in (bars, []):  # where there is no other room, it may lie on a bar
        places = Places(frame, [*frame.written, *taken], None)
        if any(places.put_near(label) for label in (beside, above, around)):
            break
        places.put_far(around)
        if places.placed:
            break
    draw_placed(painter, frame, places.placed)


def _bars(frame: Frame, snapshot: Snapshot, guess: Guess) -> list[Edges]:
    """Return the bars of the classes beside that of the guess."""
    k, count = guess.number.at[0], len(snapshot.logits)
    return [
        (
            frame.x(n - _BAR / 2),
            frame.y(snapshot.probabilities.item(n)),
            frame.x(n + _BAR / 2),
            frame.y(0.0),
        )
        for n in (k - 1, k + 1)
        if 0 <= n < count
    ]
