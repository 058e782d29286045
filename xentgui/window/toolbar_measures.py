"""How much room the parts of the toolbar take, and what is left out where there is less."""

from __future__ import annotations

from typing import NamedTuple

MAY_GO = (
    "control.language",
    "theme.toggle",
    "undo",
    "redo",
    "reset",
    "control.loss",
    "control.workspace",
    "present",
)
"""What a narrow toolbar leaves out, in this order; the menus have all of it."""


class Measure(NamedTuple):
    """How much room the parts of the toolbar take.

    Attributes
    ----------
    compact
        Whether symbols stand for the names of the sliders.
    track
        The greatest width of a slider's track, in em; without one, only its number is shown.
    missing
        How many of `MAY_GO` are left out.
    wide
        Whether gaps and menus are as wide as they like.
    """

    compact: bool
    track: float
    missing: int
    wide: bool = False


MEASURES = (
    Measure(compact=False, track=11.0, missing=0, wide=True),
    Measure(compact=False, track=11.0, missing=0),
    *(Measure(compact=True, track=6.0, missing=missing) for missing in (0, 1, 2, 4, 5)),
    # Without tracks there is room for some of the buttons again.
    *(Measure(compact=True, track=0.0, missing=missing) for missing in (2, 4, 5, 6, 7)),
)
"""From the widest to the narrowest; the first one for which there is room is taken."""
