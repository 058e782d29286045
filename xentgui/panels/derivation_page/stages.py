"""All stages of the derivation for a loss, those of the loss and its gradient, and the steps between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from xentgui.language.text import MINUS, QT_TRANSLATE_NOOP
from xentgui.model import Snapshot, State, chosen_loss
from xentgui.model.losses import LOSSES, Loss
from xentgui.model.losses.loss_text import LossStage
from xentgui.panels.derivation_page.numerals import figure, logit
from xentgui.panels.derivation_page.softmax_stages import LOGIT_STAGES, SOFTMAX_STAGES
from xentgui.panels.derivation_page.stage import (
    GRADIENT,
    LOGARITHMS,
    LOSS,
    SIGN,
    SOFTMAX,
    TARGETS,
    Line,
    SlotText,
    Stage,
    StageNumbers,
)
from xentgui.panels.derivation_page.typeset import DIGIT

SIGNS = ("e^{@5}", "+", r"+\cdots+", r"\cdots", r"\Sigma")
"""The signs between and around numbers."""


class ValueStage(Stage):
    """A stage that a loss describes."""

    def __init__(self, described: LossStage) -> None:
        self._described = described
        self.key = described.key
        self.part = GRADIENT if described.of_gradient else LOSS
        if described.of_prediction:
            self.part = SOFTMAX
        self.before = (2.0 if described.is_amount else 1.0) * DIGIT
        self.before += SIGN if described.is_signed else 0.0
        self.has_total = described.total is not None and described.is_sum
        self.is_result = described.is_result

    def caption(self, *, smoothed: bool) -> str:
        """Return the caption."""
        described = self._described
        return (
            described.smoothed_caption
            if smoothed and described.smoothed_caption
            else described.caption
        )

    def line(self, number: int, numbers: StageNumbers) -> Line:
        """Return the line with the numbers of the loss and their sum."""
        described, snapshot = self._described, numbers.snapshot
        cells = tuple(self._text(v, numbers) for v in numbers.of_shown(described.values(snapshot)))
        total = None if described.total is None else described.total(snapshot)
        if total is None:
            tail, words = "", tuple[SlotText, ...]()
        else:
            tail = described.tail
            words = (SlotText(self._text(total, numbers), bold=described.is_result),)
        rest = None if described.rest is None else described.rest(snapshot)
        if rest is not None:
            text = self._text(rest, numbers)
            tail = f"{'-' if text.startswith(MINUS) else '+'} @4 {tail}"
            words = (SlotText(text.removeprefix(MINUS)), *words)
        column = described.column
        if described.general_column and is_unusual(snapshot.target_sum):
            column = described.general_column
        head, column = numbers.formula(described.head), numbers.formula(column)
        return Line(self, number, head, cells, (), tail, words, column)

    def _text(self, value: float, numbers: StageNumbers) -> str:
        described = self._described
        if described.is_typed:
            return logit(value, numbers.places)
        if described.is_amount:
            value = numbers.in_unit_of_loss(value)
        return figure(value, numbers.places, signed=described.is_signed)

    def templates(self) -> tuple[str, ...]:
        """Return its formulas with all symbols of the target and of the logarithm."""
        described = self._described
        formulas = (described.head, described.column, described.general_column)
        whole = tuple(one for formula in formulas for one in _with_symbols(formula))
        if not described.tail:
            return whole
        rests = (
            () if described.rest is None else (f"+ @4 {described.tail}", f"- @4 {described.tail}")
        )
        return (*whole, described.tail, *rests)


class GradientStage(Stage):
    """The derivative by the logits: the one by u = z/T, divided by T."""

    key = "gradient"
    part = GRADIENT
    before = SIGN + 1.75 * DIGIT

    def __init__(self, loss: Loss) -> None:
        self._loss = loss

    def caption(self, *, smoothed: bool) -> str:
        """Return the caption."""
        return QT_TRANSLATE_NOOP("panels", "gradient ∂L/∂z")

    def line(self, number: int, numbers: StageNumbers) -> Line:
        """Return the line of the gradient, with the shortest true formula."""
        snapshot = numbers.snapshot
        head = numbers.formula(_slope(self._loss, numbers.temperature, snapshot.target_sum))
        slopes = numbers.of_shown(snapshot.gradient)
        cells = tuple(figure(slope, numbers.places, signed=True) for slope in slopes)
        return Line(self, number, head, cells, column=head)

    def templates(self) -> tuple[str, ...]:
        """Return its formulas for T = 1 and other T, for sums of 1 and other sums."""
        cases = product((1.0, 2.0), (1.0, 2.0))
        return tuple(
            template
            for temperature, total in cases
            for template in _with_symbols(_slope(self._loss, temperature, total))
        )


def is_unusual(total: float) -> bool:
    """Return whether the sum of a target is another than 1, so that formulas have to have it."""
    return abs(total - 1.0) > 1e-9


def _slope(loss: Loss, temperature: float, total: float) -> str:
    """Return the formula of the gradient, which is p - y in the simplest case."""
    plain, general = loss.formulas.gradient_stages
    formula = general if is_unusual(total) else plain
    return formula if temperature == 1.0 else f"({formula})/T"


def _with_symbols(template: str) -> tuple[str, ...]:
    """Return a formula of a loss with all symbols of target and logarithm; none for ""."""
    targets = TARGETS if "@y" in template else TARGETS[:1]
    logarithms = LOGARITHMS if "@log" in template else LOGARITHMS[:1]
    return tuple(
        template.replace("@y", y).replace("@log", log)
        for y in targets
        for log in logarithms
        if template
    )


@cache
def stages_of(loss: Loss) -> tuple[Stage, ...]:
    """Return all stages; `View.stage` counts them, also those that a state does not have."""
    first = SOFTMAX_STAGES if loss.predictor == "softmax" else LOGIT_STAGES
    return (*first, *map(ValueStage, loss.stages), GradientStage(loss))


def present(state: State) -> tuple[int, ...]:
    """Return the numbers, from 1, of the stages that `state` has: at T = 1 there is no division."""
    stages = enumerate(stages_of(chosen_loss(state)), 1)
    return tuple(number for number, stage in stages if stage.is_present(state))


@dataclass(frozen=True, slots=True, eq=False)
class Working:
    """All lines, the classes shown, and the class whose probability is derived."""

    lines: tuple[Line, ...]
    shown: tuple[int, ...]
    derived: int


@lru_cache(maxsize=4)
def working(snapshot: Snapshot, unit: str, decimals: int, highlight: int | None) -> Working:
    """Return the derivation of `snapshot`; numbers have one decimal fewer than in tables."""
    numbers = StageNumbers(snapshot, unit, decimals, highlight)
    stages = stages_of(numbers.loss)
    lines = tuple(stages[number - 1].line(number, numbers) for number in present(snapshot.state))
    return Working(lines, numbers.shown, numbers.derived)


def onward(stage: int | None, state: State) -> int | None:
    """Return `View.stage` with one stage more; None (all stages) after the last but one."""
    if stage is None:
        return None
    further = [number for number in present(state) if number > stage]
    return further[0] if len(further) > 1 else None


def back(stage: int | None, state: State) -> int:
    """Return `View.stage` with one stage fewer; 0 shows no stage."""
    shown = [number for number in present(state) if stage is None or number <= stage]
    return shown[-2] if len(shown) > 1 else 0


def templates() -> tuple[str, ...]:
    """Return every template that a derivation can need, for all losses."""
    from xentgui.model.losses.fenchel_young import FENCHEL_YOUNG_OF_SOFTMAX  # noqa: PLC0415 - only here

    found = {
        template: None
        for loss in (*LOSSES.values(), FENCHEL_YOUNG_OF_SOFTMAX)
        for stage in stages_of(loss)
        for template in stage.templates()
    }
    return (*found, *SIGNS)
