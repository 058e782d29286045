"""How to walk down a loss."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Method(StrEnum):
    """How a step is chosen."""

    GRADIENT = "gradient"
    NEWTON = "newton"


class Walk(NamedTuple):
    """How to walk.

    Attributes
    ----------
    method
        How a step is chosen.
    rate, momentum
        eta, above 0, and beta, from 0 to less than 1; Newton has neither.
    tolerance
        The walk ends where no component of the gradient is larger; 0 takes all steps.
    """

    method: Method = Method.GRADIENT
    rate: float = 1.0
    momentum: float = 0.0
    tolerance: float = 0.0


USUAL_WALK = Walk(tolerance=1e-4)
"""The walk in the window, until another one is chosen.

It ends where none of the numbers that are shown would change much.
"""
