"""Round values under a pulling hand, so that one lands on 0.5 without trying."""

from __future__ import annotations

from xentgui.painting.frame import Frame
from xentgui.painting.ticks import tick_step

_PIXELS_A_STEP = 3.0


def snapped(value: float, frame: Frame, unit: float = 1.0) -> float:
    """Return `value` moved to the nearest round one that the axis across its height can part.

    `unit` is the size, in the value's own measure, of one step of the axis.
    """
    r = frame.ranges
    step = tick_step(r.bottom, r.top, max(1, int(frame.rect.height() / _PIXELS_A_STEP)))
    steps = round(value / unit / step)
    # Rounded to the step's own places, 3 · 0.1 is 0.3 and not 0.30000000000000004.
    return float(f"{steps * step:.12g}") * unit
