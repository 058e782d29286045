"""How many steps of a training fit between two frames: frames come first."""

from __future__ import annotations

import math
from typing import Final

from xentgui.window.descent.pace import FRAME_MS

MOST_MS: Final = 4.0
"""In each frame that is in time, a play takes as many steps as fit into this, one at least."""

LEAST_A_SECOND: Final = 200.0
"""So many steps a second are taken even if frames are late for them."""

_LATE_MS = FRAME_MS + 2.0
_LESS, _MORE_MS = 0.75, 0.1  # soon in time again, and slowly back to more steps


class RoomForSteps:
    """The time for steps in the present frame, which gives way while frames are late.

    Attributes
    ----------
    most_ms
        That time, in milliseconds.
    """

    def __init__(self) -> None:
        self.most_ms, self._least = MOST_MS, 1

    def begin(self, since_ms: float) -> None:
        """Begin the steps of a frame; the last one began `since_ms` ago."""
        if since_ms > _LATE_MS:
            self.most_ms *= _LESS
        else:
            self.most_ms = min(self.most_ms + _MORE_MS, MOST_MS)
        self._least = max(1, math.ceil(LEAST_A_SECOND * min(since_ms, 1e3) / 1e3))

    def is_full(self, taken: int, taken_ms: float) -> bool:
        """Return whether the frame has had its steps: so many, in so much time."""
        if taken_ms >= MOST_MS:  # whatever else they cost, a window has to answer
            return True
        return taken >= self._least and taken_ms >= self.most_ms
