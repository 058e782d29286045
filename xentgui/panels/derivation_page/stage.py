"""What a stage of the derivation is, and the line that it writes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple

from xentgui.model import State
from xentgui.panels.derivation_page.stage_numbers import SlotText, StageNumbers
from xentgui.panels.derivation_page.typeset import DIGIT

SIGN = 0.72
"""The width of a sign before a number, in em."""

SOFTMAX, LOSS, GRADIENT = range(3)
"""The thoughts that stages belong to."""


class Line(NamedTuple):
    """One stage: a formula, a number for each class shown, and what they come to.

    Attributes
    ----------
    stage, number
        What is done, and which of all stages it is, from 1; `View.stage` counts them.
    head, head_words
        The formula before the numbers, as a template, and what its slots say.
    cells
        A number for each class shown; of a fraction, the exponents in it.
    tail, tail_words
        What comes after the numbers; "" for nothing.
    column, column_words
        The formula above the numbers when stages are columns; "" if it has no column.
    """

    stage: Stage
    number: int
    head: str
    cells: tuple[str, ...]
    head_words: tuple[SlotText, ...] = ()
    tail: str = ""
    tail_words: tuple[SlotText, ...] = ()
    column: str = ""
    column_words: tuple[SlotText, ...] = ()

    def templates(self) -> tuple[str, ...]:
        """Return the formulas that there are."""
        return tuple(filter(None, (self.head, self.tail, self.column)))


class Stage(ABC):
    """One step of the derivation: a single object, which holds no state.

    Attributes
    ----------
    key
        Its name in the program.
    part
        Which thought it belongs to: `SOFTMAX`, `LOSS` or `GRADIENT`.
    before
        How much room its numbers usually need before the point, in em.
    has_total
        Whether it comes to something below its column.
    is_fraction
        Whether it is a fraction of powers of e, and has no column.
    is_quotient
        Whether the formula above its column is that fraction, which comes a stage before it.
    has_sum_sign
        Whether a sum sign stands before what its column comes to.
    is_result
        Whether it comes to the loss.
    """

    key: str
    part: int
    before: float = DIGIT
    has_total: bool = False
    is_fraction: bool = False
    is_quotient: bool = False
    has_sum_sign: bool = False
    is_result: bool = False

    @abstractmethod
    def caption(self, *, smoothed: bool) -> str:
        """Return what is done, in English; translated under "panels"."""

    @abstractmethod
    def line(self, number: int, numbers: StageNumbers) -> Line:
        """Return the stage, which is the `number`-th one, with the current numbers."""

    @abstractmethod
    def templates(self) -> tuple[str, ...]:
        """Return every formula that it may need."""

    def is_present(self, state: State) -> bool:
        """Return whether `state` has the stage."""
        return True
