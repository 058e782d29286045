"""All stages of the derivation for a loss, their lines, and the steps between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from xentgui.model import Snapshot, State, chosen_loss
from xentgui.model.losses import LOSSES, Loss
from xentgui.panels.derivation_page.loss_stages import GradientStage, ValueStage
from xentgui.panels.derivation_page.softmax_stages import LOGIT_STAGES, SOFTMAX_STAGES
from xentgui.panels.derivation_page.stage import Line, Stage
from xentgui.panels.derivation_page.stage_numbers import StageNumbers

SIGNS = ("e^{@5}", "+", r"+\cdots+", r"\cdots", r"\Sigma")
"""The signs between and around numbers."""


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
