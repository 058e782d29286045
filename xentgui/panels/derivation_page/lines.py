"""What the derivation says of a snapshot: a line a stage, with the numbers of now as text."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from xentgui.language.text import MINUS, in_unit
from xentgui.model import Snapshot
from xentgui.model.rows import Array
from xentgui.panels.derivation_page.numerals import (
    exponential,
    figure,
    logit,
    normaliser,
    scaled,
    share,
    shifted,
)
from xentgui.panels.derivation_page.stage import STAGES, present

MOST = 12
"""So many classes are shown in full; of more, a few."""

SIGNS = ("e^{@5}", "+", r"+\cdots+", r"\cdots", r"\Sigma")
"""What stands between and around numbers."""

MOST_DIGITS = 7
"""So many has the number of the last class; a document has a million at most."""

_FEW = 4
_LOGS = {"nats": r"\ln", "bits": r"\log_2", "dits": r"\log_{10}"}


class SlotText(NamedTuple):
    """A number in a slot; `owner` is the class that it belongs to, if it is one class's."""

    text: str
    owner: int | None = None
    bold: bool = False


class Line(NamedTuple):
    """One stage: a formula, a number for each class shown, and what they come to.

    Attributes
    ----------
    number
        Of the stage, from 1.
    head, head_words
        The formula before the numbers, as a template, and what its slots say.
    cells
        A number for each class shown; of "normalise", the exponents in the fraction.
    tail, tail_words
        What comes after the numbers; "" for nothing.
    column, column_words
        The formula above the numbers when stages are columns; "" if it has no column.
    """

    number: int
    head: str
    cells: tuple[str, ...]
    head_words: tuple[SlotText, ...] = ()
    tail: str = ""
    tail_words: tuple[SlotText, ...] = ()
    column: str = ""
    column_words: tuple[SlotText, ...] = ()

    @property
    def key(self) -> str:
        """The stage's key."""
        return STAGES[self.number - 1].key

    def templates(self) -> tuple[str, ...]:
        """Return the formulas that there are."""
        return tuple(filter(None, (self.head, self.tail, self.column)))


@dataclass(frozen=True, slots=True, eq=False)
class Working:
    """All lines, the classes shown, and the one whose probability is derived."""

    lines: tuple[Line, ...]
    shown: tuple[int, ...]
    derived: int


def templates() -> tuple[str, ...]:
    """Return every template that a derivation may need."""
    shifts = [f"{z} {sign} @4" for z in ("z", "z/T") for sign in "-+"]
    heads = ["z", "z/@3", "p", r"\times\, y", r"\times\, \tilde y", "L =", *shifts]
    heads += [f"e^{{{shift}}}" for shift in shifts]
    heads += [rf"\frac{{e^{{{shift}}}}}{{@5}}" for shift in shifts]
    heads += [rf"{{-}}{log} p" for log in _LOGS.values()]
    heads += [rf"{{-}}{y}{log} p" for log in _LOGS.values() for y in ("y", r"\tilde y")]
    heads += ["y", r"\tilde y"]
    heads += [_slope(t, e, s) for t in (1.0, 2.0) for e in (0.0, 0.1) for s in (1.0, 2.0)]
    derived = (f"p_{{@{digits}}} =" for digits in range(1, MOST_DIGITS + 1))
    return (*heads, *derived, r"\Sigma = @5", "s = @5", "= @5", *SIGNS)


@lru_cache(maxsize=4)
def working(snapshot: Snapshot, unit: str, decimals: int, highlight: int | None) -> Working:
    """Return the derivation of `snapshot`; numbers have one place fewer than in tables."""
    author = _Author(snapshot, unit, decimals, highlight)
    lines = tuple(
        getattr(author, STAGES[number - 1].key)(number) for number in present(snapshot.state)
    )
    return Working(lines, author.shown, author.derived)


def places_of(decimals: int) -> int:
    """Return how many digits stand behind the point: one fewer than in tables, and not too many."""
    return min(max(decimals - 1, 1), 6)


def derived_class(snapshot: Snapshot, view_highlight: int | None) -> int:
    """Return the class whose probability is derived: the one lit, else the target's largest."""
    if view_highlight is not None and 0 <= view_highlight < len(snapshot.logits):
        return view_highlight
    return snapshot.largest_target


def shown_classes(snapshot: Snapshot, highlight: int | None) -> tuple[int, ...]:
    """Return the classes that are shown: all, or of many always the same number.

    They are the first, the last, the target's largest, the one lit, and then the most probable.
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


def _slope(temperature: float, smoothing: float, total: float) -> str:
    """Return the formula of the gradient: p - y where nothing else is to be said."""
    y = r"\tilde y" if smoothing else "y"
    difference = f"s\\,p - {y}" if _differs(total) else f"p - {y}"
    return difference if temperature == 1.0 else f"({difference})/T"


def _differs(total: float) -> bool:
    return abs(total - 1.0) > 1e-9


class _Author:
    """Writes one line after the other; a method a stage, called as its key."""

    def __init__(self, snapshot: Snapshot, unit: str, decimals: int, highlight: int | None) -> None:
        self._snapshot, self._unit = snapshot, unit
        self._places = places_of(decimals)
        self._temperature = snapshot.state.temperature
        self._top = snapshot.prediction[0]
        self._largest = float(snapshot.logits[self._top])
        self.shown = shown_classes(snapshot, highlight)
        self.derived = derived_class(snapshot, highlight)
        self._logits = self._of_shown(snapshot.logits)
        self._shift = self._largest_taken_off()
        self._shifted = tuple(
            shifted(z, self._largest, self._temperature, self._places) for z in self._logits
        )
        self._normaliser = self._sum_of_powers()

    def logits(self, number: int) -> Line:
        cells = tuple(logit(z, self._places) for z in self._logits)
        return Line(number, "z", cells, column="z")

    def temperature(self, number: int) -> Line:
        cells = tuple(scaled(z, self._temperature, self._places) for z in self._logits)
        words = (SlotText(logit(self._temperature, self._places)),)
        return Line(number, "z/@3", cells, words, column="z/@3", column_words=words)

    def shift(self, number: int) -> Line:
        head, words = self._shift
        return Line(number, head, self._shifted, words, column=head, column_words=words)

    def exponent(self, number: int) -> Line:
        shift, words = self._shift
        head = f"e^{{{shift}}}"
        cells = tuple(exponential(self._exponent(z), self._places) for z in self._logits)
        total = (SlotText(self._normaliser),)
        return Line(number, head, cells, words, r"\Sigma = @5", total, head, words)

    def normalise(self, number: int) -> Line:
        # As wide for the first class as for the last.
        width = len(str(len(self._snapshot.logits)))
        result = SlotText(self._share(self.derived), self.derived, bold=True)
        return Line(
            number,
            f"p_{{@{width}}} =",
            self._shifted,
            (SlotText(str(self.derived + 1), self.derived),),
            "= @5",
            (result,),
        )

    def probability(self, number: int) -> Line:
        shift, words = self._shift
        return Line(
            number,
            "p",
            tuple(self._share(index) for index in self.shown),
            (),
            r"\Sigma = @5",
            (SlotText("1"),),
            rf"\frac{{e^{{{shift}}}}}{{@5}}",
            (*words, SlotText(self._normaliser)),
        )

    def information(self, number: int) -> Line:
        head = rf"{{-}}{_LOGS[self._unit]} p"
        return Line(number, head, self._amounts(self._snapshot.information), column=head)

    def weight(self, number: int) -> Line:
        snapshot, y = self._snapshot, self._target()
        weights = self._of_shown(snapshot.effective_target)
        cells = tuple(logit(weight, self._places) for weight in weights)
        total = snapshot.target_sum
        words = (SlotText(logit(total, self._places)),) if _differs(total) else ()
        tail = "s = @5" if words else ""
        return Line(number, rf"\times\, {y}", cells, (), tail, words, y)

    def sum(self, number: int) -> Line:
        snapshot = self._snapshot
        total = figure(in_unit(snapshot.cross_entropy, self._unit), self._places)
        column = rf"{{-}}{self._target()}{_LOGS[self._unit]} p"
        cells = self._amounts(snapshot.contributions)
        return Line(number, "L =", cells, (), "= @5", (SlotText(total, bold=True),), column)

    def gradient(self, number: int) -> Line:
        state, slopes = self._snapshot.state, self._of_shown(self._snapshot.gradient)
        head = _slope(state.temperature, state.label_smoothing, self._snapshot.target_sum)
        cells = tuple(figure(slope, self._places, signed=True) for slope in slopes)
        return Line(number, head, cells, column=head)

    def _largest_taken_off(self) -> tuple[str, tuple[SlotText, ...]]:
        """Return the formula of z - max, with the maximum as it is, and its number."""
        z = "z" if self._temperature == 1.0 else "z/T"
        if self._temperature == 0.0:
            return f"{z} - @4", (SlotText("max"),)
        text = scaled(self._largest, self._temperature, self._places)
        sign = "+" if text.startswith(MINUS) else "-"
        return f"{z} {sign} @4", (SlotText(text.removeprefix(MINUS), self._top),)

    def _exponent(self, value: float) -> float:
        if value == self._largest:
            return 0.0
        if value == -math.inf or self._temperature == 0.0:
            return -math.inf
        # Halves, because the difference itself may be too large for a float.
        gap = value / 2 - self._largest / 2
        return max(2.0 * (gap / self._temperature), -sys.float_info.max)

    def _share(self, index: int) -> str:
        snapshot = self._snapshot
        return share(
            snapshot.probabilities.item(index),
            snapshot.complements.item(index),
            snapshot.information.item(index),
            self._places,
        )

    def _sum_of_powers(self) -> str:
        p, complement = self._snapshot.probabilities, self._snapshot.complements
        return normaliser(float(p[self._top]), float(complement[self._top]), self._places)

    def _amounts(self, nats: Array) -> tuple[str, ...]:
        unit, places = self._unit, self._places
        return tuple(figure(in_unit(amount, unit), places) for amount in self._of_shown(nats))

    def _of_shown(self, numbers: Array) -> list[float]:
        """Return the numbers, one a class, of the classes shown."""
        return [numbers.item(index) for index in self.shown]

    def _target(self) -> str:
        return r"\tilde y" if self._snapshot.state.label_smoothing else "y"
