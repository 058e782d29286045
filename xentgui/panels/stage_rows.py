"""The rows of the sampler: what each stage looks at, in the order in which it cuts."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, number, translate, typed
from xentgui.model import Snapshot
from xentgui.model.sampling.sampler import Sampled, Stage, sampled, through
from xentgui.model.sampling.settings import STAGES, TEMPERATURE_LAST
from xentgui.panels.draws_shown import grouped
from xentgui.panels.setting_edits import stage_name

_MOST = 60  # classes that have a stretch of their own in a row; the others share one
_KEEPS = QT_TRANSLATE_NOOP("panels", "keeps {count}, drops {mass}")
_DIVIDES = QT_TRANSLATE_NOOP("panels", "z / T")
_OFF = QT_TRANSLATE_NOOP("panels", "off")
_SAME = QT_TRANSLATE_NOOP("panels", "T first or last: the same {count} of {all}, the same p")
_DIFFERENT = QT_TRANSLATE_NOOP(
    "panels", "T first (transformers) keeps {first}, T last (llama.cpp) {last}"
)
_MOVED = QT_TRANSLATE_NOOP(
    "panels", "T first or last: the same {count}, largest p {first} or {last}"
)


class StageRow(NamedTuple):
    """A stage, and the stretches that the classes have in its row.

    Attributes
    ----------
    stage
        What it does.
    classes
        Those with a stretch of their own, in the order in which the stage cuts, shape (m,).
    order
        All classes in that order, shape (K,).
    ends
        Where each of their stretches ends, as sums of probability, shape (m,).
    cut
        The sum at which the stage stops; 1 if it is off.
    """

    stage: Stage
    classes: np.ndarray
    order: np.ndarray
    ends: np.ndarray
    cut: float


@lru_cache(maxsize=2)  # by identity
def stage_rows(snapshot: Snapshot) -> tuple[StageRow, ...]:
    """Return a row for each stage, in the order of the state."""
    found = sampled(snapshot)
    return tuple(_row(found, stage) for stage in found.stages)


def _row(found: Sampled, stage: Stage) -> StageRow:
    order, p = found.ranking, stage.before
    if stage.key == "typical" and stage.is_on:
        order = typical_order(found, stage)
    some = order[:_MOST]
    ends = np.add.accumulate(p[some])
    # All of very many are added up without being picked.
    kept = float((p if stage.count == len(p) else p[stage.kept]).sum())
    cut = stage.value if stage.key in {"top_p", "typical"} else kept
    return StageRow(
        stage, some, order, ends, cut if stage.is_on and stage.key != "temperature" else 1.0
    )


def typical_order(found: Sampled, stage: Stage) -> np.ndarray:
    """Return the classes from the one whose -log p is nearest to the entropy."""
    p, order = stage.before, found.ranking
    with np.errstate(divide="ignore", invalid="ignore"):
        information = -np.log(p[order])
        terms = np.where(p[order] > 0.0, p[order] * information, 0.0)
    away = np.abs(information - float(terms.sum()))
    return np.asarray(order[np.argsort(away, kind="stable")])


def stage_text(stage: Stage) -> str:
    """Return the name of a stage with its value."""
    if stage.key == "temperature":
        return f"T = {typed(stage.value)}"
    name = stage_name(stage.key)
    return f"{name} = {typed(stage.value)}" if stage.is_on else name


def verdict_text(stage: Stage) -> str:
    """Return what a stage does, in a few words."""
    if stage.key == "temperature":
        return translate("panels", _DIVIDES)
    if not stage.is_on:
        return translate("panels", _OFF)
    words = translate("panels", _KEEPS)
    return words.format(count=grouped(stage.count), mass=percent(stage.dropped))


def percent(share: float) -> str:
    """Return a share in percent, with the digits that matter."""
    if share in (0.0, 1.0):
        return f"{share:.0%}"
    return f"{number(100.0 * share, 1)}%"


@lru_cache(maxsize=2)  # by identity
def difference(snapshot: Snapshot) -> str:
    """Return in words what the orders of the two libraries make of this state; "" if nothing."""
    state = snapshot.state
    found = sampled(snapshot)
    if found.is_plain or state.temperature == 1.0:
        return ""
    first, last = through(state, STAGES), through(state, TEMPERATURE_LAST)
    counts = first.stages[-1].count, last.stages[-1].count
    if counts[0] != counts[1]:
        words = translate("panels", _DIFFERENT)
        return words.format(first=grouped(counts[0]), last=grouped(counts[1]))
    if np.allclose(first.probabilities, last.probabilities, rtol=1e-6, atol=1e-12):
        words = translate("panels", _SAME)
        return words.format(count=grouped(counts[0]), all=grouped(len(snapshot.logits)))
    highest = (number(float(one.probabilities.max()), 3) for one in (first, last))
    words = translate("panels", _MOVED)
    return words.format(count=grouped(counts[0]), first=next(highest), last=next(highest))


def value_at(row: StageRow, found: Sampled, x: float) -> float:
    """Return the value of the stage of `row` that cuts at the sum `x` of probability."""
    key, p = row.stage.key, row.stage.before
    x = min(max(x, 0.0), 1.0)
    if key in {"top_p", "typical"}:
        return x
    on = found.ranking[p[found.ranking] > 0.0]
    sums = np.add.accumulate(p[on])
    nearest = int(np.abs(sums - x).argmin())  # the class after which the cut is
    if nearest == len(on) - 1:
        return 0.0  # all are kept
    if key == "top_k":
        return float(nearest + 1)
    ends = p[on[nearest]] / p[on[0]], p[on[nearest + 1]] / p[on[0]]
    middle = math.sqrt(ends[0] * ends[1])
    rounded = float(f"{middle:.2g}")
    return rounded if ends[1] < rounded <= ends[0] else middle
