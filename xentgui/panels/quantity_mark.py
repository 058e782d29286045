"""The mark of a number that is varied: what moving it along an axis of its values means."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

from xentgui.language.numbers import lowered
from xentgui.language.text import translate, typed
from xentgui.model import Snapshot, State
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.quantity import LOGIT, Quantity
from xentgui.model.setting import LinearScale, NumberSetting
from xentgui.model.settings_of_state import SETTINGS, SLIDES
from xentgui.model.subjects import Edit, OnState
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import snapped
from xentgui.panels import class_numbers
from xentgui.panels.axis_limits import within
from xentgui.panels.class_numbers import is_firm, stays, stepped

LEAST_RATIO, MOST_RATIO = 1e-2, 1e2
"""The ends of an axis of ratios, as those of the slider; beyond are the limits 0 and infinity."""

_BEYOND = 6.0  # design pixels past an end, from which on the limit is meant
_DETENT = 4.0  # design pixels about 1
_KEY_RATIO = 10.0**0.05


@dataclass(frozen=True, slots=True)
class QuantityMark(Mark):
    """The present value of a quantity, which can be moved along its axis."""

    quantity: Quantity

    def is_in(self, state: State) -> bool:
        """Return whether `state` has so many classes."""
        return self.quantity.index < len(state.labels)


def symbol_of(quantity: Quantity) -> str:
    """Return "z₁" or "T"."""
    if quantity.key == LOGIT:
        return class_numbers.LOGIT.symbol + subscript(quantity.index)
    return SETTINGS[quantity.key].symbol


def subscript(index: int) -> str:
    """Return the number of class `index`, counted from 1, as it stands below a line."""
    return lowered(str(index + 1))


def value_text(quantity: Quantity, state: State) -> str:
    """Return "z₁ = 2.33"; a dragged number has more digits than anybody needs."""
    value = quantity.of(state)
    shown = typed(float(f"{value:.6g}")) if math.isfinite(value) else typed(value)
    return f"{symbol_of(quantity)} = {shown}"


def place_on_axis(quantity: Quantity, value: float) -> float:
    """Return where `value` stands on its axis: ratios have the logarithm to the base of 10."""
    if not quantity.by_ratio:
        return value
    return math.log10(value) if value > 0.0 else -math.inf


def step_of(quantity: Quantity, snapshot: Snapshot) -> str:
    """Return the name of the undo step, translated."""
    if quantity.key == LOGIT:
        label = name_of(snapshot.state.names, quantity.index)
        return translate("panels", class_numbers.LOGIT.text).format(label=label)
    return translate("window", SLIDES[quantity.key].step)


class QuantityHold:
    """A quantity while it is dragged along x."""

    def __init__(self, quantity: Quantity, start: State) -> None:
        self._quantity, self._start = quantity, start

    def move(
        self, frame: Frame, view: View, point: QPointF, modifiers: Qt.KeyboardModifier
    ) -> Edit:
        """Return the edit for the x of `point`; with Alt it is not rounded."""
        quantity, r = self._quantity, frame.ranges
        is_free = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        x = within(frame.x_value(point.x()), r.left, r.right)
        if quantity.by_ratio:
            value = _ratio(frame, point.x(), x, is_free=is_free)
        else:
            value = x if is_free else snapped(x, r.left, r.right, frame.rect.width())
            value = within(value, *ends_of(quantity))
        return OnState(lambda state: quantity.on(state, value))

    def put_back(self) -> Edit:
        """Return the edit that restores the value of the start."""
        quantity, value = self._quantity, self._quantity.of(self._start)
        return OnState(lambda state: quantity.on(state, value))


def _ratio(frame: Frame, pixel: float, x: float, *, is_free: bool) -> float:
    """Return the value at `x`, a logarithm; beyond the ends of the axis, the exact limits."""
    beyond, rect = frame.style.px(_BEYOND), frame.rect
    if pixel < rect.left() - beyond:
        return 0.0
    if pixel > rect.right() + beyond:
        return math.inf
    if is_free:
        return float(10.0**x)
    if abs(frame.x(0.0) - pixel) <= frame.style.px(_DETENT):
        return 1.0
    return float(f"{10.0**x:.3g}")


def ends_of(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest value that there can be."""
    if quantity.key == LOGIT:
        return -math.inf, math.inf
    setting = SETTINGS[quantity.key]
    assert isinstance(setting, NumberSetting)
    return setting.least, setting.most


def nudged_quantity(
    quantity: Quantity, snapshot: Snapshot, view: View, way: int, size: float
) -> Edit:
    """Return the edit for a key to the left or right; raises RefusedError where a step is lost."""
    now, step = quantity.of(snapshot.state), class_numbers.LOGIT.step * size
    if quantity.by_ratio:
        value = _next_ratio(now, way, size)
    elif quantity.key == LOGIT:
        if is_firm(now, step):
            raise stays(class_numbers.LOGIT, snapshot.state, quantity.index, now, view)
        value = stepped(now, step, way)
    else:
        scale = SLIDES[quantity.key].scale
        assert isinstance(scale, LinearScale)
        step = (scale.most - scale.least) / scale.steps * size
        value = within(stepped(now, step, way), *ends_of(quantity))
    return OnState(lambda state: quantity.on(state, value))


def _next_ratio(now: float, way: int, size: float) -> float:
    """Return the next value along an axis of ratios, which has the limits behind its ends."""
    if now < LEAST_RATIO:
        return LEAST_RATIO if way > 0 else 0.0
    if now > MOST_RATIO:
        return MOST_RATIO if way < 0 else math.inf
    if (now == LEAST_RATIO and way < 0) or (now == MOST_RATIO and way > 0):
        return 0.0 if way < 0 else math.inf
    value = float(f"{now * _KEY_RATIO ** (way * size):.4g}")
    return within(value, LEAST_RATIO, MOST_RATIO)


def typed_quantity(quantity: Quantity, value: float) -> Edit:
    """Return the edit for a typed value; raises RefusedError if there is no such one."""
    return OnState(lambda state: quantity.on(state, value))
