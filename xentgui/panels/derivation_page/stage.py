"""A stage of the derivation, and the line that it writes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple

from xentgui.model import State
from xentgui.panels.derivation_page.stage_numbers import SlotText, StageNumbers
from xentgui.panels.derivation_page.typeset import DIGIT

SIGN = 0.72
"""The width of a sign before a number, in em."""

SOFTMAX, LOSS, GRADIENT = range(3)
"""The groups of stages."""


class Line(NamedTuple):
    """The content of one stage: a formula, a number for each class shown, and their result.

    Attributes
    ----------
    stage, number
        The stage, and its number among all stages, from 1, as `View.stage` counts them.
    head, head_words
        The formula before the numbers, as a template, and the texts in its slots.
    cells
        A number for each class shown; for a fraction, the exponents in it.
    tail, tail_words
        The formula after the numbers, and the texts in its slots; "" for none.
    column, column_words
        The formula above the numbers if stages are columns, and its texts; "" if it has no column.
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
        """Return the formulas that are not empty."""
        return tuple(filter(None, (self.head, self.tail, self.column)))


class Stage(ABC):
    """One step of the derivation.  There is one object for each stage, and it never changes.

    Attributes
    ----------
    key
        Its name in the program.
    part
        The group that it belongs to: `SOFTMAX`, `LOSS` or `GRADIENT`.
    before
        The usual width of its numbers before the decimal point, in em.
    has_total
        Whether it has a total below its column.
    is_fraction
        Whether it is a fraction of powers of e, and has no column.
    is_quotient
        Whether the formula above its column is that fraction, which the stage before shows already.
    has_sum_sign
        Whether a sum sign stands before the total of its column.
    is_result
        Whether its total is the loss.
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
        """Return the caption in English; translated under "panels"."""

    @abstractmethod
    def line(self, number: int, numbers: StageNumbers) -> Line:
        """Return the line of the stage, which is the `number`-th one, with the current numbers."""

    @abstractmethod
    def templates(self) -> tuple[str, ...]:
        """Return every formula that it can need."""

    def is_present(self, state: State) -> bool:
        """Return whether `state` has the stage."""
        return True
