"""A stage of the derivation, the numbers in it as text, and the line that it writes."""

from __future__ import annotations

import math
import sys
from abc import ABC, abstractmethod
from typing import NamedTuple

from xentgui.language.text import MINUS, loss_in_unit
from xentgui.language.units import UNITS
from xentgui.model import Snapshot, State, chosen_loss
from xentgui.model.rows import Array
from xentgui.panels.derivation_page.numerals import normaliser, scaled, share, shifted
from xentgui.panels.derivation_page.typeset import DIGIT

MOST = 12
"""Up to so many classes are all shown; of more classes, a few."""

_FEW = 4
TARGETS = ("y", r"\tilde y")
"""The symbol of the target, without and with label smoothing."""

LOGARITHMS = tuple(unit.logarithm for unit in UNITS.values())
"""The symbols of the logarithms, one for each unit."""

SIGN = 0.72
"""The width of a sign before a number, in em."""

SOFTMAX, LOSS, GRADIENT = range(3)
"""The groups of stages."""


class SlotText(NamedTuple):
    """A number in a slot; `owner` is its class, or None if it belongs to no class."""

    text: str
    owner: int | None = None
    bold: bool = False


def places_of(decimals: int) -> int:
    """Return the number of decimals: one fewer than in tables, within limits."""
    return min(max(decimals - 1, 1), 6)


def derived_class(snapshot: Snapshot, highlight: int | None) -> int:
    """Return the class whose probability is derived: the highlighted, else the largest target's."""
    if highlight is not None and 0 <= highlight < len(snapshot.logits):
        return highlight
    return snapshot.largest_target


def shown_classes(snapshot: Snapshot, highlight: int | None) -> tuple[int, ...]:
    """Return the classes that are shown: all of a few, or a fixed number of many.

    They are the first, the last, the target's largest, the highlighted one, and then the most
    probable.
    """
    count = len(snapshot.logits)
    if count <= MOST:
        return tuple(range(count))
    wanted = {0, count - 1, snapshot.largest_target, derived_class(snapshot, highlight)}
    left = snapshot.probabilities.copy()
    while len(wanted) < _FEW:
        largest = int(left.argmax())
        wanted.add(largest)
        left[largest] = -1.0
    return tuple(sorted(wanted))


class StageNumbers:
    """The numbers of `snapshot` as the stages write them.

    Attributes
    ----------
    snapshot, loss
        The snapshot, and the chosen loss.
    places, temperature
        The number of decimals, and T.
    shown, derived
        The classes shown, and the one whose probability is derived.
    logits, shifted
        z and (z - max)/T of the classes shown, as text.
    shift, shift_words
        The formula of (z - max)/T, and the texts in its slots.
    normaliser
        The sum of e^((z - max)/T).
    """

    def __init__(self, snapshot: Snapshot, unit: str, decimals: int, highlight: int | None) -> None:
        self.snapshot, self._unit = snapshot, unit
        self.loss = chosen_loss(snapshot.state)
        self.places = places_of(decimals)
        self.temperature = snapshot.state.temperature
        self._top = snapshot.prediction[0]
        self._largest = float(snapshot.logits[self._top])
        self.shown = shown_classes(snapshot, highlight)
        self.derived = derived_class(snapshot, highlight)
        self.logits = self.of_shown(snapshot.logits)
        self.shift, self.shift_words = self._largest_taken_off()
        self.shifted = tuple(
            shifted(z, self._largest, self.temperature, self.places) for z in self.logits
        )
        top = self._top
        p, complement = float(snapshot.probabilities[top]), float(snapshot.complements[top])
        self.normaliser = normaliser(p, complement, self.places)

    def of_shown(self, numbers: Array) -> list[float]:
        """Return those of `values`, shape (K,), that belong to the classes shown."""
        return [numbers.item(index) for index in self.shown]

    def in_unit_of_loss(self, value: float) -> float:
        """Return a number of the loss in the unit, if the loss is an amount of information."""
        return loss_in_unit(value, self.loss, self._unit)

    def exponent(self, logit: float) -> float:
        """Return (z - max)/T, which is -inf for a class with p = 0."""
        if logit == self._largest:
            return 0.0
        if logit == -math.inf or self.temperature == 0.0:
            return -math.inf
        # Halves, because the difference itself can be too large for a float.
        gap = logit / 2 - self._largest / 2
        return max(2.0 * (gap / self.temperature), -sys.float_info.max)

    def share(self, index: int) -> str:
        """Return the probability of class `index`."""
        snapshot = self.snapshot
        return share(
            snapshot.probabilities.item(index),
            snapshot.complements.item(index),
            snapshot.information.item(index),
            self.places,
        )

    def formula(self, template: str) -> str:
        """Return a formula of a loss with the symbols of the target and of the logarithm."""
        target = TARGETS[self.snapshot.state.label_smoothing > 0.0]
        return template.replace("@y", target).replace("@log", UNITS[self._unit].logarithm)

    def _largest_taken_off(self) -> tuple[str, tuple[SlotText, ...]]:
        z = "z" if self.temperature == 1.0 else "z/T"
        if self.temperature == 0.0:
            return f"{z} - @4", (SlotText("max"),)
        text = scaled(self._largest, self.temperature, self.places)
        sign = "+" if text.startswith(MINUS) else "-"
        return f"{z} {sign} @4", (SlotText(text.removeprefix(MINUS), self._top),)


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
