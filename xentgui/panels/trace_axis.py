"""The axes of the trace: which steps are drawn, and where a value stands."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF

from xentgui.language.text import number
from xentgui.model import Snapshot
from xentgui.model.path import Path, path_of
from xentgui.model.view import View
from xentgui.painting.frame import Frame
from xentgui.painting.ticks import raised
from xentgui.panels.step_mark import present_step

_LENGTHS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""The lengths of the axis: the first one that leaves a step to come, and then round numbers."""
_MOST_AHEAD = 50
_NUMBERS_AHEAD = 50_000  # steps times classes; more would take longer than a frame


def is_log(view: View) -> bool:
    """Return whether equal ratios have equal heights."""
    return view.choices.get("trace.axis") == "log"


def scaled(values: np.ndarray, view: View) -> np.ndarray:
    """Return where `values` stand on the axis; what is 0 or less is far below a logarithmic one."""
    if not is_log(view):
        return values
    logarithms: np.ndarray = np.log10(np.maximum(values, 1e-300))
    return logarithms


def shows_distance(view: View) -> bool:
    """Return whether the sum of |p - y| has a line."""
    return "distance" in view.choices.get("trace.lines", ())


def distances_of(snapshot: Snapshot, path: Path) -> np.ndarray:
    """Return the sum of |p - y| at each step, shape (m + 1,)."""
    distances: np.ndarray = np.abs(path.probabilities - snapshot.effective_target).sum(axis=1)
    return distances


def decades_of(frame: Frame) -> dict[float, str]:
    """Return the powers of ten on a logarithmic axis, and what is written at them."""
    low, high = math.ceil(frame.ranges.bottom - 1e-9), math.floor(frame.ranges.top + 1e-9)
    step = max(1, math.ceil((high - low) * frame.style.px(18) / max(frame.rect.height(), 1.0)))
    powers = range(high, low - 1, -step)
    return {
        float(power): number(10.0**power, 1) if abs(power) < 4 else raised(power)
        for power in powers
    }


def last_step(view: View) -> int:
    """Return the step at which the axis ends."""
    run = view.run
    first, last = (0, 0) if run is None else (run.forgotten, max(run.steps, run.step + 1))
    if view.pinned_run is not None:
        last = max(last, min(view.pinned_run.steps, last + _LENGTHS[-1]))
    length = next((one for one in _LENGTHS if one >= last - first), None)
    if length is None:
        length = math.ceil((last - first) / _LENGTHS[-1]) * _LENGTHS[-1]
    return first + length


def path_shown(snapshot: Snapshot, view: View) -> Path:
    """Return the steps that are drawn: all that are known, and some to come."""
    last = last_step(view)
    ahead = min(last - present_step(view), _MOST_AHEAD)
    return path_of(snapshot, view, min(ahead, _NUMBERS_AHEAD // len(snapshot.logits)))


def step_at(frame: Frame, view: View, point: QPointF) -> int:
    """Return the step on the axis that is nearest to `point`."""
    first = 0 if view.run is None else view.run.forgotten
    return min(max(round(frame.x_value(point.x())), first), last_step(view))
