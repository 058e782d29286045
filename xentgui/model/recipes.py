"""How to walk down a loss and how to train, apart from how it is done, which no start imports."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


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


class Training(NamedTuple):
    """How to train.

    Attributes
    ----------
    rate, momentum
        eta, above 0, and beta, from 0 to less than 1.
    decay
        lambda, 0 or more: the loss is the mean plus half of lambda times the squares of W.
    batch
        How many points a step takes; 0 for all of them.
    seed
        Of the order of the points in each epoch; it has no effect on a batch of all points.
    standardise
        Whether the inputs are scaled while it trains; W and b are still those of the inputs as
        they are, and decay concerns the scaled ones.
    """

    rate: float = 1.0
    momentum: float = 0.0
    decay: float = 0.0
    batch: int = 0
    seed: int = 0
    standardise: bool = False


USUAL_TRAINING: Final = Training(standardise=True)
"""The training in the window, until another one is chosen."""
