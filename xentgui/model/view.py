"""What is shown and how: all that a person can choose without changing a number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter, is_
from typing import TYPE_CHECKING

from xentgui.model import State
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.recipes import USUAL_TRAINING, USUAL_WALK, Training, Walk

if TYPE_CHECKING:
    from xentgui.model.classifier.training_run import TrainingRun
    from xentgui.model.found import Found
    from xentgui.model.guess import Guess
    from xentgui.model.run import Run
    from xentgui.model.sampling.codes import Coded
    from xentgui.model.sampling.drawn import Drawn
    from xentgui.model.sampling.seen_rows import SeenRows

REFERENCES = ("unscaled", "uniform")
"""The reference values that can be drawn as ghosts: the softmax at T = 1, and the uniform 1/K."""


@dataclass(frozen=True, slots=True)
class View:
    """How a snapshot is looked at.  Not part of the state: changing it is no undo step.

    Attributes
    ----------
    unit
        A key of `xentgui.language.units.UNITS`: the unit in which information is shown.
    decimals
        Places behind the point in tables and read-outs.
    highlight
        The mark that is pointed at, or None.  Views that know it highlight it and mute the others.
    highlighted_class
        The class that is pointed at, counted from 0; None if it is no class, or nothing.
    pinned
        A state kept for comparison, drawn as a ghost, or None.
    references
        The keys of `REFERENCES` that are drawn as ghosts.
    areas
        Whether the information panel shows rectangles of width y and height -log p.
    values, handles
        Whether numbers stand beside the marks, and whether rings show what can be dragged.
    stage
        How many stages of the derivation are shown; None for all of them.
    walk
        How a walk down the loss takes its next step.
    run
        The walk in progress, whose present step is the state that is shown; None if nobody walks.
    choices
        What was chosen about a panel, by "panel.choice": a word, or several.  What is not there is
        as usual.
    next_step
        Whether the step about to be taken is shown also while nobody walks.
    pinned_run
        A walk kept for comparison, or None.
    at_once
        So many draws, or so many classes of a code, and no more may let people wait for a picture.
    drawn
        More draws than that, which were taken elsewhere; of the numbers that are shown, or not.
    coded
        A code of more classes, which was made elsewhere; of the numbers that are shown, or not.
    training
        How a classifier is trained.
    training_run
        The training in progress, whose present step has W and b of the classifier that is shown;
        None if nobody trains.
    pinned_training
        A training kept for comparison, or None.
    rows
        The rows of the matrix of which one is shown; None if there is no matrix.
    found
        The classes that somebody looks for; None if nobody does.
    hidden
        Numbers that are not to be seen, by their names such as "p:2", and panels such as
        "panel:gradient".
    guess
        What an audience guesses, drawn hollow, or None.
    fits
        Whether axes that otherwise stay where they are fit what is drawn, as in a figure, which
        nobody moves.
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
    walk: Walk = USUAL_WALK
    run: Run | None = None
    choices: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    next_step: bool = False
    pinned_run: Run | None = None
    at_once: float = math.inf
    drawn: Drawn | None = None
    coded: Coded | None = None
    training: Training = USUAL_TRAINING
    training_run: TrainingRun | None = None
    pinned_training: TrainingRun | None = None
    rows: SeenRows | None = None
    found: Found | None = None
    hidden: frozenset[str] = frozenset()
    guess: Guess | None = None
    fits: bool = False

    # Painting reads it with every mark, so it is computed once.
    highlighted_class: int | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        mark = self.highlight
        index = mark.index if isinstance(mark, ClassMark) else None
        object.__setattr__(self, "highlighted_class", index)

    def is_a_step_from(self, other: View) -> bool:
        """Return whether the two look in the same way, and both at a walk: only its run differs."""
        return (self.run is None) is (other.run is None) and all(
            map(is_, _beside_run(self), _beside_run(other))
        )


_beside_run = attrgetter(*(one.name for one in fields(View) if one.init and one.name != "run"))
