"""A formula ready to be drawn: ink that never changes, and slots for the current numbers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

DIGIT = 0.495
"""The width of a digit of STIX Two, in em; they are all equal."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for a number, in em: its left end on the baseline, its digits' size, its width."""

    x: float
    baseline: float
    size: float
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Formula:
    """What does not change of a formula, in em; the baseline is at 0 and y goes down.

    Attributes
    ----------
    ink
        The outline of all its static parts.
    width, ascent, descent
        What the whole takes, slots included.
    slots
        Where the numbers go, in the order of the template.
    """

    ink: QPainterPath
    width: float
    ascent: float
    descent: float
    slots: tuple[Slot, ...]
