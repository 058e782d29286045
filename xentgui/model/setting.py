"""A scalar setting of a state: a number or a choice, and all that the program shows about it."""

from __future__ import annotations

import math
from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from xentgui.model.checks import InvalidStateError, to_number
from xentgui.model.message import shown


class Scale(Protocol):
    """The positions of a slider, from 0 to `steps`, and the number for each position.

    Attributes
    ----------
    steps
        The last position.
    marks
        The positions that have a tick mark under the groove.
    arrow, page
        How many positions an arrow key and a page key move the slider.
    """

    @property
    def steps(self) -> int: ...  # noqa: D102
    @property
    def marks(self) -> tuple[int, ...]: ...  # noqa: D102
    @property
    def arrow(self) -> int: ...  # noqa: D102
    @property
    def page(self) -> int: ...  # noqa: D102

    def value_at(self, position: int) -> float:
        """Return the number that `position` stands for."""

    def position_of(self, value: float) -> int:
        """Return the position that is nearest to `value`."""


class LinearScale(NamedTuple):
    """Equal steps from `least` to `most`."""

    least: float = 0.0
    most: float = 1.0
    steps: int = 100
    marks: tuple[int, ...] = ()
    arrow: int = 1
    page: int = 10

    def value_at(self, position: int) -> float:
        """Return the number that `position` stands for.

        >>> LinearScale().value_at(29)
        0.29
        """
        return self.least + position / self.steps * (self.most - self.least)

    def position_of(self, value: float) -> int:
        """Return the position that is nearest to `value`."""
        share = (value - self.least) / (self.most - self.least)
        return min(max(round(share * self.steps), 0), self.steps)


class LogScale(NamedTuple):
    """Equal ratios about 1, and the exact limits 0 and infinity at the ends.

    Attributes
    ----------
    decades
        How many decades lie between the middle and the last position before an end.
    detent
        Positions nearer to the middle than this are exactly 1.
    """

    decades: float = 2.0
    steps: int = 1000
    detent: int = 9
    arrow: int = 10
    page: int = 50

    @property
    def marks(self) -> tuple[int, ...]:
        """The positions of 0, 1 and infinity."""
        return 0, self.steps // 2, self.steps

    def value_at(self, position: int) -> float:
        """Return the number that `position` stands for; three digits, because a hand is no finer.

        >>> [LogScale().value_at(place) for place in (0, 250, 500, 750, 1000)]
        [0.0, 0.0995, 1.0, 10.0, inf]
        """
        middle = self.steps // 2
        if position <= 0:
            return 0.0
        if position >= self.steps:
            return math.inf
        if abs(position - middle) < self.detent:
            return 1.0
        exponent = (position - middle) / (middle - 1) * self.decades
        return float(f"{10.0**exponent:.3g}")

    def position_of(self, value: float) -> int:
        """Return the position that is nearest to `value`."""
        if value == 0.0:
            return 0
        if math.isinf(value):
            return self.steps
        middle = self.steps // 2
        place = middle + math.log10(value) / self.decades * (middle - 1)
        return min(max(round(place), 1), self.steps - 1)


class Slide(NamedTuple):
    """The slider of a setting in the toolbar.

    Attributes
    ----------
    control
        The slider's object name is ``control.<control>``, its box's ``control.<control>_value``.
    scale
        What the positions of the slider stand for.
    name, step, tip
        The label, the name of the undo step, and what the setting does; in the context "window".
    """

    control: str
    scale: Scale
    name: str
    step: str
    tip: str


class SweepRange(NamedTuple):
    """The values of a setting that an animation goes through.

    Attributes
    ----------
    title
        What the dialog calls it, in the context "export".
    start, stop
        What the dialog proposes.
    by_ratio
        Whether numbers above 0 follow one another in equal ratios instead of equal steps.
    """

    title: str
    start: float
    stop: float
    by_ratio: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Setting:
    """The base of number settings and choice settings.

    Attributes
    ----------
    key
        The name of the field of `State`; also the key in documents, JSON and CSV.
    symbol, latex
        What formulas call it, as text and as LaTeX.
    heading
        What tables call it, in the context "export".
    sentence
        Why a value is refused, in the context "errors", with the gap ``{value}``.
    remedy
        What a person can write into a document instead, in the context "errors".
    metavar, usage
        The placeholder for a value in the help of the command line, and the allowed values.
    since
        The first version of documents that knows the setting.  If that is above 1, a document omits
        the setting while it has its default.
    of_draws
        Whether only draws depend on it, and no loss and no probability.
    """

    key: str
    symbol: str
    latex: str
    heading: str
    sentence: str
    remedy: str
    metavar: str
    usage: str
    since: int = 1
    of_draws: bool = False

    @property
    def option(self) -> str:
        """The option of the command line, such as ``--label-smoothing``."""
        return "--" + self.key.replace("_", "-")

    @abstractmethod
    def checked(self, value: object) -> float | str:
        """Return `value` as a state holds it; raises InvalidStateError with `sentence`."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class NumberSetting(Setting):
    """A number from `least` to `most`, both included.

    Attributes
    ----------
    slide, sweep
        Its slider and its sweep, or None if it has none.
    """

    default: float
    least: float
    most: float
    slide: Slide | None = None
    sweep: SweepRange | None = None

    def checked(self, value: object) -> float:
        """Return `value` as a float; -0 becomes 0."""
        number = to_number(value)
        if not self.least <= number <= self.most:
            raise InvalidStateError(self.sentence, value=shown(value))
        return number + 0.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class WholeSetting(NumberSetting):
    """A whole number from `least` to `most`, both included; kept as a float, as all numbers are."""

    def checked(self, value: object) -> float:
        """Return `value` as a float without a fraction."""
        number = NumberSetting.checked(self, value)
        if number != math.floor(number):
            raise InvalidStateError(self.sentence, value=shown(value))
        return number


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class ChoiceSetting(Setting):
    """One of the keys of `choices`, a registry."""

    default: str
    choices: Mapping[str, object]

    def checked(self, value: object) -> str:
        """Return `value` if it is a key of `choices`."""
        if not isinstance(value, str) or value not in self.choices:
            raise InvalidStateError(self.sentence, value=shown(value))
        return str(value)
