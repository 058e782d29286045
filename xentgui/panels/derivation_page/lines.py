"""What the derivation says of a snapshot: a line a stage, with the current numbers as text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from xentgui.model import Snapshot
from xentgui.panels.derivation_page.stage import Line
from xentgui.panels.derivation_page.stage_numbers import StageNumbers
from xentgui.panels.derivation_page.stages import present, stages_of


@dataclass(frozen=True, slots=True, eq=False)
class Working:
    """All lines, the classes shown, and the one whose probability is derived."""

    lines: tuple[Line, ...]
    shown: tuple[int, ...]
    derived: int


@lru_cache(maxsize=4)
def working(snapshot: Snapshot, unit: str, decimals: int, highlight: int | None) -> Working:
    """Return the derivation of `snapshot`; numbers have one place fewer than in tables."""
    numbers = StageNumbers(snapshot, unit, decimals, highlight)
    stages = stages_of(numbers.loss)
    lines = tuple(stages[number - 1].line(number, numbers) for number in present(snapshot.state))
    return Working(lines, numbers.shown, numbers.derived)
