"""The loss over two logits, while all others stay: a grid of values, and slopes at chosen points."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from xentgui.model.losses import Loss, chosen_loss
from xentgui.model.losses.fenchel_young import FENCHEL_YOUNG_OF_SOFTMAX
from xentgui.model.losses.mean_over_target import MeanOverTarget
from xentgui.model.rows import Array, locked
from xentgui.model.sections.of_entmax import OfEntmax
from xentgui.model.sections.of_hinges import OfHingeCS, OfHingeWW
from xentgui.model.sections.of_softmax import (
    OfBrier,
    OfCrossEntropy,
    OfMean,
    OfReverseKL,
    constant_of_divergence,
)
from xentgui.model.sections.section import Plane, Section
from xentgui.model.settings_of_state import values_of
from xentgui.model.snapshot import Snapshot


class Grid(NamedTuple):
    """The loss at the middles of n x n equal cells that fill a rectangle.

    Attributes
    ----------
    x, y
        The logits, shape (n,).
    values
        The loss, shape (n, n), a row for each of `y`; in nats or without unit.
    low, high
        The least and the greatest finite value; NaN if there is none.
    """

    x: Array
    y: Array
    values: Array
    low: float
    high: float


_section: tuple[tuple[object, ...], Array, Array, Section] | None = None
_last: tuple[Snapshot, int, int, Section] | None = None
_grid: tuple[Section, tuple[float, float, float, float], Grid] | None = None


def section_of(snapshot: Snapshot, across: int, up: int) -> Section:
    """Return the chosen loss as a function of the logits of two classes, which differ, from 0.

    T has to be above 0 and finite.  As long as nothing changes but these two logits, it is the same
    object.
    """
    global _last  # noqa: PLW0603 (one is enough: a picture asks several times in sequence)
    if _last is None or _last[0] is not snapshot or _last[1:3] != (across, up):
        _last = snapshot, across, up, _section_of(snapshot, across, up)
    return _last[3]


def _section_of(snapshot: Snapshot, across: int, up: int) -> Section:
    global _section  # noqa: PLW0603 (one is enough: edits follow each other)
    y, logits, state = snapshot.effective_target, snapshot.logits, snapshot.state
    others = logits.copy()
    others[[across, up]] = 0.0
    key = across, up, *values_of(state)
    if _section is not None:
        known, known_others, known_y, section = _section
        is_same = known_y is y or np.array_equal(known_y, y)
        if known == key and is_same and np.array_equal(known_others, others):
            return section
    loss = chosen_loss(state)
    plane = Plane(
        (float(y[across]), float(y[up])),
        np.delete(logits, (across, up)),
        np.delete(y, (across, up)),
        float(y.sum()),
        state.temperature,
        dict(loss.parameters_in(state)),
    )
    section = _made(loss, plane, y)
    _section = key, others, y, section
    return section


def grid_of(section: Section, left: float, right: float, bottom: float, top: float) -> Grid:
    """Return `section` over a rectangle of logits; the last grid is kept."""
    global _grid  # noqa: PLW0603
    ends = left, right, bottom, top
    if _grid is not None and _grid[0] is section and _grid[1] == ends:
        return _grid[2]
    x, y = _middles(left, right, section.side), _middles(bottom, top, section.side)
    values = section.values(x, y)
    low, high = float(values.min()), float(values.max())
    if not (np.isfinite(low) and np.isfinite(high)):
        finite = values[np.isfinite(values)]
        low, high = (float(finite.min()), float(finite.max())) if finite.size else (np.nan, np.nan)
    grid = Grid(locked(x), locked(y), values, low, high)
    _grid = section, ends, grid
    return grid


def _middles(low: float, high: float, count: int) -> Array:
    step = (high - low) / count
    return np.asarray(low + step * (np.arange(count) + 0.5))


def _made(loss: Loss, plane: Plane, y: Array) -> Section:
    s = plane.total
    with np.errstate(all="ignore"):
        if loss is FENCHEL_YOUNG_OF_SOFTMAX:
            shares = y / s if s > 0.0 else y
            return OfCrossEntropy(
                plane, s * constant_of_divergence(shares, 1.0) if s > 0.0 else 0.0
            )
        if isinstance(loss, MeanOverTarget):
            return OfMean(plane, loss)
        if loss.key == "kl_forward":
            return OfCrossEntropy(plane, constant_of_divergence(y, s))
        return SECTIONS[loss.key](plane)


SECTIONS: dict[str, type[Section]] = {
    "cross_entropy": OfCrossEntropy,
    "kl_reverse": OfReverseKL,
    "brier": OfBrier,
    "hinge_ww": OfHingeWW,
    "hinge_cs": OfHingeCS,
    "fenchel_young": OfEntmax,
}
"""The section of each loss that is not one of a family, by its key."""
