"""The clock of pictures that take long: while numbers go on by themselves, they follow more slowly."""

from __future__ import annotations

import math
import time

PERIOD_S = 0.032
"""Two frames: what follows by this clock is painted 31 times a second."""


def tick(phase: float) -> int:
    """Return the number of the present period; two phases 0.5 apart never begin one together.

    So that of two pictures one is painted in one frame, and the other one in the next.
    """
    return math.floor(time.perf_counter() / PERIOD_S + phase)
