"""What an audience guesses: a number that stands beside the truth, hollow."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from xentgui.model.named_numbers import KINDS, Named
from xentgui.model.snapshot import Snapshot


class Guess(NamedTuple):
    """A guess of a number.

    Attributes
    ----------
    number
        What is guessed.
    value
        The guess, in nats if it is an amount of information.
    is_open
        Whether the truth is still to come; until then the guess can be moved.
    """

    number: Named
    value: float
    is_open: bool = True


_STEPS: Final = {"z": 0.1, "x": 0.1, "w": 0.1, "b": 0.1, "gap": 0.1, "ratio": 0.1, "T": 0.1}
_UNBOUNDED: Final = frozenset({"g", "z", "gap", "x", "w", "b", "dw", "z_sum"})


def step_of(number: Named) -> float:
    """Return what one press of a key changes of a guess."""
    if KINDS[number.kind].is_information:
        return 0.05
    return _STEPS.get(number.kind, 0.01)


def limited(number: Named, value: float) -> float:
    """Return the nearest value that the number can have."""
    if KINDS[number.kind].is_share:
        return min(max(value, 0.0), 1.0)
    return value if number.kind in _UNBOUNDED else max(value, 0.0)


def first_guess(number: Named, shown: Snapshot, *, is_hidden: bool) -> float:
    """Return where a guess begins: at the number that is shown, or in the middle of nowhere."""
    value = number.value(shown)
    if not is_hidden and math.isfinite(value):
        return value
    if KINDS[number.kind].is_share:
        return 0.5
    if number.kind == "ratio":
        return 1.0
    return math.log(len(shown.logits)) if KINDS[number.kind].is_information else 0.0
