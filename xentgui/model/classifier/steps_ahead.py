"""Steps of a training that were taken beside it, and are not a part of it yet."""

from __future__ import annotations

from typing import NamedTuple

from xentgui.model.classifier.fit import Fit
from xentgui.model.classifier.training import Place


class Taken(NamedTuple):
    """A step: where it led, and the mean loss and the accuracy there."""

    place: Place
    loss: float
    accuracy: float


class Ahead(NamedTuple):
    """What lies ahead of the present step of a run.

    Attributes
    ----------
    taken
        The steps that it did not know yet.
    fit
        What follows from W and b where they end.
    row
        The row where they end, if it is one that the run knows.
    """

    taken: tuple[Taken, ...]
    fit: Fit
    row: int | None = None
