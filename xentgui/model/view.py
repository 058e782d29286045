"""What is shown and how: everything a person can choose that changes no number."""

from __future__ import annotations

from dataclasses import dataclass, field

from xentgui.model import State
from xentgui.model.mark import ClassMark, Mark

REFERENCES = ("unscaled", "uniform")
"""Ghosts that can be switched on: the softmax at T = 1, and the uniform 1/K."""


@dataclass(frozen=True, slots=True)
class View:
    """How a snapshot is looked at.  Not part of the state: changing it is no undo step.

    Attributes
    ----------
    unit
        A key of `xentgui.language.units.UNITS`: the unit in which information meets people.
    decimals
        Places behind the point in tables and read-outs.
    highlight
        The mark pointed at, or None; who knows it, highlights it while the others recede.
    highlighted_class
        The class pointed at, counted from 0; None if nothing is, or another kind of mark.
    pinned
        A state kept for comparison, drawn as a ghost, or None.
    references
        The keys of `REFERENCES` that are drawn as ghosts.
    areas
        Information shows rectangles of width y and height -log p.
    values, handles
        Numbers stand beside the marks; rings show what can be dragged.
    stage
        How many stages of the derivation are revealed; None for all of them.
    """

    unit: str = "nats"
    decimals: int = 4
    highlight: Mark | None = None
    pinned: State | None = None
    references: frozenset[str] = frozenset()
    areas: bool = False
    stage: int | None = None
    values: bool = True
    handles: bool = True

    # Painting asks for it with every mark: it is worked out once.
    highlighted_class: int | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        mark = self.highlight
        index = mark.index if isinstance(mark, ClassMark) else None
        object.__setattr__(self, "highlighted_class", index)
