"""What is known of the rows of a matrix, while they are looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from xentgui.model.rows import Array

if TYPE_CHECKING:
    from xentgui.model.sampling.fit import TemperatureFit
    from xentgui.model.subjects import Edit


@dataclass(frozen=True, slots=True, eq=False)
class SeenRows:
    """Numbers of n rows; arrays are (n,), NaN where a row is not reached yet or cannot be read.

    Attributes
    ----------
    name
        Of the matrix.
    count, reached
        How many rows there are, and how many have been looked at.
    row
        The one that is shown, from 0; None if it was changed by hand.
    losses, correct
        None without targets, or if there are too many rows to keep.
    entropy, confidence
        H(p) in nats and the largest p; None if there are too many rows.
    mean_loss
        Of the rows that have been looked at; None without targets.
    fit
        The temperature that was fitted; None until then, and if it cannot be.
    to_row
        Returns the edit that shows a row.
    """

    name: str
    count: int
    reached: int
    row: int | None
    losses: Array | None
    entropy: Array | None
    confidence: Array | None
    correct: Array | None
    mean_loss: float | None
    fit: TemperatureFit | None
    to_row: Callable[[int], Edit]
