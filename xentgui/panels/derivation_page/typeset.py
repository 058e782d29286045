"""A formula ready to be drawn: static ink, and slots for the current numbers."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QPainterPath

DIGIT = 0.495
"""The width of a digit of STIX Two, in em; they are all equal."""


class Slot(NamedTuple):
    """The room for a number, in em: its left end on the baseline, the size of digits, its width."""

    x: float
    baseline: float
    size: float
    width: float


class Formula(NamedTuple):
    """The static part of a formula, in em; the baseline is at 0 and y goes down.

    Attributes
    ----------
    ink
        The outline of all its static parts.
    width, ascent, descent
        The size of the whole, with the slots.
    slots
        The places of the numbers, in the order of the template.
    """

    ink: QPainterPath
    width: float
    ascent: float
    descent: float
    slots: tuple[Slot, ...]
