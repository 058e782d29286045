"""Whether a lecture is late: as pdfpc has it, by the middle of the present step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from xentgui.documents.moment import Beat, last_step
from xentgui.documents.scene import Scene

TOLERANCE_S = 60.0
"""Seconds early or late that nobody needs to know."""

Pace = Literal["", "behind", "ahead"]


def steps_done(scenes: Sequence[Scene], beat: Beat) -> tuple[int, int]:
    """Return the number of the present step, from 1, and that of all steps of the lecture."""
    counts = [1 + last_step(scenes, at) for at in range(len(scenes))]
    return sum(counts[: beat.scene]) + beat.step + 1, sum(counts)


def pace(elapsed: float, duration: float, step: int, count: int) -> tuple[Pace, float]:
    """Return whether the lecture is behind or ahead, and the seconds that it is late.

    It compares `elapsed` with duration · (n − ½) / N, for step n of N; all times in seconds.

    >>> pace(600.0, 1200.0, 1, 2), pace(310.0, 1200.0, 1, 2)
    (('behind', 300.0), ('', 10.0))
    """
    late = elapsed - duration * (step - 0.5) / count
    if abs(late) <= TOLERANCE_S:
        return "", late
    return ("behind" if late > 0 else "ahead"), late


def clock_text(seconds: float) -> str:
    """Return a time as minutes and seconds, or with hours.

    >>> clock_text(65.4), clock_text(3600.0)
    ('1:05', '1:00:00')
    """
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
