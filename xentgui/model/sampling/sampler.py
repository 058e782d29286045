"""What a sampler keeps of a distribution, stage by stage, in any order.

A stage looks at the probabilities that the stages before it left, and keeps some of the classes; what
they had in all is then 1 again.  The temperature divides the logits and keeps all of them.  Because
the others look at probabilities, what they keep depends on whether it comes before them.

Sources: top-k: Fan, Lewis & Dauphin 2018, :arxiv:`1805.04833`; top-p: Holtzman et al. 2020,
:arxiv:`1904.09751`; min-p: Nguyen et al. 2024, :arxiv:`2407.01082`; typical: Meister et al. 2023,
:arxiv:`2202.00666`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from xentgui.model.class_order import ascending
from xentgui.model.losses import chosen_loss
from xentgui.model.rows import Array, locked
from xentgui.model.sampling.settings import STAGES, TEMPERATURE_LAST
from xentgui.model.snapshot import Snapshot
from xentgui.model.softmax import entropy_rows, softmax_rows
from xentgui.model.state import State

if TYPE_CHECKING:
    from numpy.typing import NDArray

PRESETS: Final = {"temperature_first": STAGES, "temperature_last": TEMPERATURE_LAST}
"""The orders of the transformers library and of llama.cpp."""


@dataclass(frozen=True, slots=True, eq=False)
class Stage:
    """What a stage does.

    Attributes
    ----------
    key
        "temperature", "top_k", "top_p", "min_p" or "typical".
    value
        Its setting.
    is_on
        Whether it can do anything with this value.
    before, after
        The probabilities before and after it, shape (K,).
    kept
        Whether a class is left after it, shape (K,).
    count
        How many are left.
    dropped
        What those that it drops had together of `before`.
    """

    key: str
    value: float
    is_on: bool
    before: Array
    after: Array
    kept: NDArray[np.bool_]
    count: int
    dropped: float


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """What the stages make of the logits of a state.

    Attributes
    ----------
    stages
        In the order of the state.
    start
        softmax(z), at T = 1; p̂ of a loss that predicts with something else.  Shape (K,).
    probabilities, information
        What is drawn from, and -log of it in nats, shape (K,).
    ranking
        The classes from the most probable one, shape (K,); tied ones in their own order.
    entropy_before, entropy_after
        In nats, of `start` and of `probabilities`.
    """

    stages: tuple[Stage, ...]
    start: Array
    probabilities: Array
    information: Array
    ranking: NDArray[np.intp]
    entropy_before: float
    entropy_after: float

    @property
    def is_plain(self) -> bool:
        """Whether no stage but the temperature is on."""
        return not any(one.is_on for one in self.stages if one.key != "temperature")


@lru_cache(maxsize=2)  # by identity: many views ask for the same
def sampled(snapshot: Snapshot) -> Sampled:
    """Return what is drawn from, and how it came to be."""
    return through(snapshot.state, tuple(snapshot.state.order.split(",")), snapshot)


@np.errstate(all="ignore")
def through(state: State, order: tuple[str, ...], known: Snapshot | None = None) -> Sampled:
    """Return what the stages of `state` make of its logits in this `order`.

    `known` may be what follows from `state`, of which the same numbers are taken.

    >>> state = State(["a", "b", "c"], [3, 2, 1], [1, 0, 0], temperature=0.5, top_p=0.8)
    >>> [through(state, order).stages[-1].count for order in (STAGES, TEMPERATURE_LAST)]
    [1, 2]
    """
    loss = chosen_loss(state)
    parameters = loss.parameters_in(state)
    logits = state.logit_array

    def predicted(scores: Array, temperature: float) -> tuple[Array, Array, float]:
        if known is not None and scores is logits and temperature == state.temperature:
            return known.probabilities, known.information, known.entropy
        soft = softmax_rows(scores.reshape(1, -1), temperature)
        soft = loss.predicted(soft, parameters)
        entropy = float(entropy_rows(soft)[0])
        return locked(soft.probabilities[0]), locked(soft.information[0]), entropy

    ranking = ascending(-logits)
    temperature, kept = 1.0, logits > -np.inf
    scores, count = logits, int(np.count_nonzero(kept))
    start, information, entropy = predicted(logits, temperature)
    p, before = start, entropy
    stages = []
    for key in order:
        value = float(getattr(state, key))
        left, lost = kept, 0.0
        if key == "temperature":
            is_on, temperature = value != 1.0, value
        else:
            is_on = value != (0.0 if key in {"top_k", "min_p"} else 1.0)
            if is_on:
                left = kept & _KEPT[key](p, information, ranking, kept, value)
        was = p
        if is_on:
            if left is not kept:
                scores = np.where(left, logits, -np.inf)
                count, lost = int(np.count_nonzero(left)), float(was[kept & ~left].sum())
            p, information, entropy = predicted(scores, temperature)
        stages.append(Stage(key, value, is_on, was, p, left, count, lost))
        kept = left
    return Sampled(tuple(stages), start, p, information, ranking, before, entropy)


_Keep = Callable[
    ["Array", "Array", "NDArray[np.intp]", "NDArray[np.bool_]", float], "NDArray[np.bool_]"
]


def _top_k(
    p: Array,
    _information: Array,
    ranking: NDArray[np.intp],
    kept: NDArray[np.bool_],
    k: float,
) -> NDArray[np.bool_]:
    """Keep the k most probable; of tied ones the first."""
    left = np.zeros_like(kept)
    left[ranking[kept[ranking]][: int(k)]] = True
    return left


def _top_p(
    p: Array,
    _information: Array,
    ranking: NDArray[np.intp],
    kept: NDArray[np.bool_],
    mass: float,
) -> NDArray[np.bool_]:
    """Keep the fewest that have `mass` together: the one that crosses stays."""
    return _until(p, ranking[kept[ranking]], mass)


def _min_p(
    p: Array,
    _information: Array,
    _ranking: NDArray[np.intp],
    _kept: NDArray[np.bool_],
    share: float,
) -> NDArray[np.bool_]:
    """Keep what has at least this share of the largest probability."""
    return np.asarray(p >= share * p.max())


def _typical(
    p: Array,
    information: Array,
    ranking: NDArray[np.intp],
    kept: NDArray[np.bool_],
    mass: float,
) -> NDArray[np.bool_]:
    """Keep those whose -log p is nearest to the entropy, until they have `mass` together."""
    on = ranking[kept[ranking]]
    terms = p[on] * information[on]
    entropy = float(terms[p[on] > 0.0].sum())
    away = np.abs(information[on] - entropy)
    return _until(p, on[ascending(away)], mass)


_KEPT: dict[str, _Keep] = {
    "top_k": _top_k,
    "top_p": _top_p,
    "min_p": _min_p,
    "typical": _typical,
}


def _until(p: Array, classes: NDArray[np.intp], mass: float) -> NDArray[np.bool_]:
    """Return the first of `classes` that have `mass` together, at least one of them."""
    left = np.zeros(p.shape, dtype=bool)
    sums = np.add.accumulate(p[classes])
    # What is missing to `mass` before a class is 0 from the class after the one that crosses on.
    left[classes[: int(np.searchsorted(sums, mass, side="left")) + 1]] = True
    return left
