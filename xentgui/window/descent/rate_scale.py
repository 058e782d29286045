"""The slider of a rate: equal ratios, and a mark where the loss can begin to rise."""

from __future__ import annotations

import math
from typing import NamedTuple


class RatioScale(NamedTuple):
    """Equal ratios from 1/`most` to `most`, with 1 in the middle.

    Attributes
    ----------
    most
        A power of ten.
    detent
        Positions nearer to the middle than this are exactly 1.
    """

    most: float = 1000.0
    steps: int = 600
    detent: int = 6
    arrow: int = 5
    page: int = 25
    marks: tuple[int, ...] = ()

    def value_at(self, position: int) -> float:
        """Return the number that `position` stands for; three digits, because a hand is no finer.

        >>> [RatioScale().value_at(place) for place in (0, 200, 300, 303, 400, 600)]
        [0.001, 0.1, 1.0, 1.0, 10.0, 1000.0]
        """
        middle = self.steps // 2
        if abs(position - middle) < self.detent:
            return 1.0
        exponent = (position - middle) / middle * math.log10(self.most)
        return float(f"{10.0**exponent:.3g}")

    def position_of(self, value: float) -> int:
        """Return the position that is nearest to `value`, which is above 0."""
        middle = self.steps // 2
        if value <= 0.0 or math.isinf(value):
            return 0 if value <= 0.0 else self.steps
        place = middle + math.log10(value) / math.log10(self.most) * middle
        return min(max(round(place), 0), self.steps)

    def has(self, value: float) -> bool:
        """Return whether `value` is within the ends."""
        return 1.0 / self.most <= value <= self.most
