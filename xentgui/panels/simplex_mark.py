"""The marks of the simplex, p and y: what moving them in the triangle means."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate
from xentgui.model import Snapshot, State, derive, edits
from xentgui.model.mark import Mark
from xentgui.model.message import RefusedError
from xentgui.model.simplex import (
    Corners,
    Standing,
    from_plane,
    nearest_inside,
    standing_of_p,
    standing_of_target,
)
from xentgui.model.simplex_scores import logits_at
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import snapped
from xentgui.panels.class_numbers import put_back
from xentgui.panels.simplex_choices import corners_of

LEAST = 1e-4
"""Softmax gives no share of 0.  A dragged p stops here, before it, where nobody sees a difference."""

_SMALLEST = 2.0**-54
"""A typed 0 is as small as this, from where the nearest float to 1 - p is 1."""

_STEP = 0.01
_CENTER_REACH = 4.0  # design pixels
_ROUNDED = 0.011  # how far from 1 three typed numbers with two decimals can be
_NAMES = {
    "p": QT_TRANSLATE_NOOP("panels", "Move p in the Simplex"),
    "y": QT_TRANSLATE_NOOP("panels", "Move y in the Simplex"),
}
_CAPTIONS = (
    QT_TRANSLATE_NOOP("panels", "{symbol} at the top"),
    QT_TRANSLATE_NOOP("panels", "{symbol} at the bottom left"),
    QT_TRANSLATE_NOOP("panels", "{symbol} at the bottom right"),
)
_NOT_ONE = QT_TRANSLATE_NOOP(
    "errors",
    "The three probabilities add up to {value}. Type three numbers from 0 on that add up to 1.",
)
_NO_TARGETS = QT_TRANSLATE_NOOP(
    "errors", "The three targets are {value}. Type three numbers, each 0 or more."
)
_TOO_FEW = QT_TRANSLATE_NOOP("errors", "A triangle needs three classes. Add a class.")


class Quantity(Enum):
    """What the point of a mark is."""

    P = "p"
    Y = "y"


@dataclass(frozen=True, slots=True)
class SimplexMark(Mark):
    """The point of p, or of y, in the triangle of three classes."""

    quantity: Quantity

    def is_in(self, state: State) -> bool:
        """Return whether `state` has three classes."""
        return len(state.labels) >= len(Corners._fields)


class Standings(NamedTuple):
    """Where p and the effective target stand."""

    p: Standing
    y: Standing

    def of(self, quantity: Quantity) -> Standing:
        """Return one of them."""
        return self.p if quantity is Quantity.P else self.y


_kept: tuple[Snapshot, Corners, Standings] | None = None


def standings(snapshot: Snapshot, corners: Corners) -> Standings:
    """Return where p and y stand; those of the last snapshot are kept."""
    global _kept  # noqa: PLW0603 (one is enough: edits follow each other)
    if _kept is None or _kept[0] is not snapshot or _kept[1] != corners:
        p = standing_of_p(snapshot, corners)
        y = standing_of_target(snapshot.effective_target, corners)
        _kept = snapshot, corners, Standings(p, y)
    return _kept[2]


class SimplexHold:
    """A point while it is dragged."""

    def __init__(self, quantity: Quantity, snapshot: Snapshot, corners: Corners) -> None:
        self._quantity, self._start, self._corners = quantity, snapshot, corners

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for `point`, or for the nearest one inside; with Alt it is not rounded."""
        place = np.array([frame.x_value(point.x()), frame.y_value(point.y())])
        shares = from_plane(place)
        if not modifiers & Qt.KeyboardModifier.AltModifier:
            shares = _rounded(shares, frame)
        return _moved(self._quantity, self._start, self._corners, shares)

    def put_back(self) -> Edit:
        """Return the edit that restores the three numbers of the start, bit for bit."""
        start, corners = self._start.state, self._corners
        if self._quantity is Quantity.P:
            logits = start.logit_array[list(corners)]
            return OnState(lambda state: edits.with_logits_of(state, corners, logits))

        def restored(state: State) -> State:
            for index in corners:
                state = put_back(state, "target", start, index)
            return state

        return OnState(restored)


def nudged(
    quantity: Quantity, snapshot: Snapshot, corners: Corners, way: tuple[int, int], size: float
) -> Edit | None:
    """Return the edit for a key: to the right, or up, and half of it from each of two corners."""
    now = standings(snapshot, corners).of(quantity).shares
    if now is None:
        return None
    step = _STEP * size
    moved = now + step * (
        way[0] * np.array([0.0, -1.0, 1.0]) + way[1] * np.array([1.0, -0.5, -0.5])
    )
    # To a multiple of the step, so that there and back is where it began.
    along = 0 if way[1] else 2
    change = float(f"{round(moved[along] / step) * step:.12g}") - moved[along]
    moved += change * (np.array([1.0, -0.5, -0.5]) if way[1] else np.array([0.0, -1.0, 1.0]))
    return _moved(quantity, snapshot, corners, moved)


def captions(quantity: Quantity) -> tuple[str, ...]:
    """Return the name of each number that can be typed, in the order of the corners."""
    return tuple(translate("panels", one).format(symbol=quantity.value) for one in _CAPTIONS)


def numbers(quantity: Quantity, snapshot: Snapshot, view: View) -> tuple[float, ...]:
    """Return what p among the three, or the target, is at the corners; NaN if there is no p."""
    corners = corners_of(snapshot, view)
    assert corners is not None
    if quantity is Quantity.Y:
        return tuple(snapshot.effective_target[list(corners)].tolist())
    shares = standings(snapshot, corners).p.shares
    return (np.nan, np.nan, np.nan) if shares is None else tuple(shares.tolist())


def step_name(quantity: Quantity) -> str:
    """Return the name of a move, translated."""
    return translate("panels", _NAMES[quantity.value])


def typed(quantity: Quantity, view: View, values: tuple[float, ...]) -> Edit:
    """Return the edit for three typed numbers: shares that add up to 1, or targets.

    Shares may be rounded: they are divided by their sum if it is 1 but for a rounding.  The targets
    are those that are drawn, with label smoothing, and may have any sum.
    """
    numbers = np.array(values)
    is_valid = numbers.shape == (3,) and bool((numbers >= 0.0).all())
    if quantity is Quantity.P:
        with np.errstate(over="ignore"):
            total = float(numbers.sum())
        if not is_valid or abs(total - 1.0) > _ROUNDED:
            raise RefusedError(_NOT_ONE, value=number(total))
        return OnState(lambda state: _with_p(state, view, np.maximum(numbers / total, 0.0)))
    if not is_valid or not np.isfinite(numbers).all():
        raise RefusedError(_NO_TARGETS, value=", ".join(number(one) for one in values))
    return OnState(lambda state: _with_targets(state, view, numbers))


def _with_p(state: State, view: View, shares: np.ndarray) -> State:
    snapshot, corners = _in_triangle(state, view)
    if snapshot.probabilities is snapshot.softmax:
        shares = np.maximum(shares, _SMALLEST)
    logits = logits_at(snapshot, corners, shares)
    return edits.with_logits_of(state, corners, logits)


@np.errstate(all="ignore")
def _with_targets(state: State, view: View, values: np.ndarray) -> State:
    _, corners = _in_triangle(state, view)
    count, epsilon, chosen = len(state.labels), state.label_smoothing, list(corners)
    if epsilon:
        # The sum of the targets depends on what is written, and so does what smoothing spreads.
        rest = float(np.delete(state.target_array, chosen).sum())
        spread = len(chosen) * epsilon / count
        total = (float(values.sum()) - spread * rest) / (1.0 - epsilon + spread)
        even = epsilon * (rest + max(total, 0.0)) / count
        values = (values - even) / (1.0 - epsilon) if epsilon < 1.0 else np.full(3, total / 3.0)
    for index, value in zip(corners, values.tolist(), strict=True):
        state = edits.with_target(state, index, max(value, 0.0))
    return state


def _in_triangle(state: State, view: View) -> tuple[Snapshot, Corners]:
    snapshot = derive(state)
    corners = corners_of(snapshot, view)
    if corners is None:
        raise RefusedError(_TOO_FEW)
    return snapshot, corners


def _rounded(shares: np.ndarray, frame: Frame) -> np.ndarray:
    """Return the round shares near `shares`; the middle is round, too."""
    side = frame.rect.width()
    if float(np.abs(shares - 1.0 / 3.0).max()) * side <= frame.style.px(_CENTER_REACH):
        return np.full(3, 1.0 / 3.0)
    top, right = (snapped(float(shares[at]), 0.0, 1.0, side) for at in (0, 2))
    return np.array([top, 1.0 - top - right, right])


def _moved(quantity: Quantity, start: Snapshot, corners: Corners, shares: np.ndarray) -> Edit:
    if quantity is Quantity.Y:
        inside = nearest_inside(shares)
        return OnState(lambda state: edits.with_target_shares(state, corners, inside))

    def moved(state: State) -> State:
        logits = logits_at(start, corners, _inside(start, corners, shares))
        return edits.with_logits_of(state, corners, logits)

    return OnState(moved)


def _inside(start: Snapshot, corners: Corners, shares: np.ndarray) -> np.ndarray:
    """Return the nearest shares that p can have: up to the edge, or nearly.

    A share that was smaller than `LEAST` before can be as small again.
    """
    if start.probabilities is not start.softmax:
        return nearest_inside(shares)
    before = standings(start, corners).p.shares
    return nearest_inside(shares, LEAST if before is None else np.minimum(before, LEAST))
