"""A number of a state that can be varied while everything else stays: a logit, or a setting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

import numpy as np

from xentgui.model.edits import with_logit, with_setting
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.setting import SweepRange
from xentgui.model.settings_of_state import SWEEPS
from xentgui.model.state import State

LOGIT: Final = "logit"

SWEPT: Final[Mapping[str, SweepRange]] = {
    # The order of menus: the first setting, one logit, the other settings.
    **dict(islice(SWEEPS.items(), 1)),
    LOGIT: SweepRange(QT_TRANSLATE_NOOP("export", "One logit"), -5.0, 5.0),
    **dict(islice(SWEEPS.items(), 1, None)),
}
"""What can be varied, by key: one logit, and scalar settings."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number of a state.

    Attributes
    ----------
    key
        A key of `SWEPT`.
    index
        The class whose logit it is, from 0; for a setting it is 0.
    """

    key: str
    index: int = 0

    @property
    def by_ratio(self) -> bool:
        """Whether equal ratios, instead of equal steps, are alike."""
        return SWEPT[self.key].by_ratio

    def of(self, state: State) -> float:
        """Return its value in `state`."""
        if self.key == LOGIT:
            return float(state.logit_array[self.index])
        return float(getattr(state, self.key))

    def on(self, state: State, value: float) -> State:
        """Return `state` with another value; raises InvalidStateError."""
        if self.key == LOGIT:
            return with_logit(state, self.index, value)
        return with_setting(state, self.key, value)


def spaced(start: float, stop: float, count: int, *, by_ratio: bool) -> Array:
    """Return `count` numbers from `start` to `stop`, in equal steps or equal ratios.

    Where one of both is 0 or less there are no ratios, and the steps are equal.

    >>> spaced(0.1, 10.0, 3, by_ratio=True).round(12).tolist()
    [0.1, 1.0, 10.0]
    """
    shares = np.arange(count) / max(count - 1, 1)
    if by_ratio and min(start, stop) > 0:
        found = start * (stop / start) ** shares
    else:
        found = start + (stop - start) * shares
    if count > 1:
        found[-1] = stop
    return np.asarray(found)
