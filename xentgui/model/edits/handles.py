r"""Edits of a probability or an information: the logit moves so that the number comes true.

With the other logits as they are, :math:`z_k = T (\log\frac{p}{1-p} + \operatorname{lse})`
where lse is the log of the sum of exp(z/T) over the others.  A loss that predicts with something
else than softmax says itself where the logit has to be.
"""

from __future__ import annotations

import math

import numpy as np

from xentgui.model.checks import InvalidStateError, checked_logits, to_number
from xentgui.model.edits.copying import require_class
from xentgui.model.edits.values import with_logit
from xentgui.model.losses import chosen_loss
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.state import State

FARTHEST = 54 * math.log(2.0)
"""How far, in units of T, a request for p = 0 or p = 1 takes the logit from p = 1/2.

No finite logit gives either.  From 2**-54, about 5.6e-17, the nearest float64 to 1 - p is 1.
"""

_PROBABILITY = QT_TRANSLATE_NOOP(
    "errors", "The probability of {label} is {value}. Type a number from 0 to 1."
)
_INFORMATION = QT_TRANSLATE_NOOP(
    "errors", "The information of {label} is {value}. Type 0 or a positive number."
)


def with_probability(state: State, k: int, probability: float, known: float | None = None) -> State:
    """Move the logit of class `k` alone so that its predicted probability is `probability`.

    With softmax no finite logit gives 0 or 1: for these the logit goes `FARTHEST` from p = 1/2, or stays at
    `known` if that is farther.  `known` is the logit that the class has, or had when a drag began.
    The logit is `known` also where no logit gives the probability: at T = 0 or inf, with all other
    classes off, and beyond the largest float.
    """
    k, p = _checked(state, k, probability)
    if chosen_loss(state).predictor != "softmax":
        return _with_share(state, k, p, known)
    return _with_log_odds(state, k, _log_odds(p), known)


def with_softmax(state: State, k: int, probability: float, known: float | None = None) -> State:
    """Do the same for the softmax of class `k`, whatever the loss predicts with."""
    k, p = _checked(state, k, probability)
    return _with_log_odds(state, k, _log_odds(p), known)


def _checked(state: State, k: int, probability: float) -> tuple[int, float]:
    k = require_class(state, k)
    p = to_number(probability)
    if not 0.0 <= p <= 1.0:
        label = name_of(state.names, k)
        raise InvalidStateError(_PROBABILITY, label=label, value=shown(probability))
    return k, p


def _log_odds(p: float) -> float:
    return math.log(p) - math.log1p(-p) if 0.0 < p < 1.0 else math.copysign(math.inf, p - 0.5)


def with_information(state: State, k: int, information: float, known: float | None = None) -> State:
    """Move the logit of class `k` alone so that its -log p is `information`, in nats.

    0 and inf mean p = 1 and p = 0; `with_probability` says what happens at these limits.
    """
    k = require_class(state, k)
    h = to_number(information)
    if not h >= 0.0:
        label = name_of(state.names, k)
        raise InvalidStateError(_INFORMATION, label=label, value=shown(information))
    if chosen_loss(state).predictor != "softmax":
        return _with_share(state, k, math.exp(-h), known)
    if 0.0 < h < math.inf:
        return _with_log_odds(state, k, -h - math.log(-math.expm1(-h)), known)
    return _with_log_odds(state, k, math.copysign(math.inf, 0.5 - h), known)


def _with_share(state: State, k: int, share: float, known: float | None) -> State:
    loss = chosen_loss(state)
    temperature, now, before, others = _beside(state, k, known)
    peak = float(others.max())
    logit = before
    if temperature not in {0.0, math.inf} and peak > -math.inf:
        with np.errstate(all="ignore"):
            gaps = (others[others > -np.inf] - peak) / temperature
            score = loss.score_for(share, gaps, loss.parameters_in(state))
        reached = peak + temperature * score
        if share in {0.0, 1.0}:  # rounding must not leave anything of what is to be 0
            slack = 64.0 * math.ulp(max(abs(peak), abs(temperature * score), temperature))
            reached = min(reached - slack, before) if share == 0.0 else max(reached + slack, before)
        logit = reached if math.isfinite(reached) else before
    return state if logit == now else with_logit(state, k, logit)


def _beside(state: State, k: int, known: float | None) -> tuple[float, float, float, Array]:
    """Return T, the logit of class `k`, the one it is known to have had, and the other logits."""
    now = float(state.logit_array[k])
    before = now if known is None else float(checked_logits(state.labels, [known], k)[0])
    others = state.logit_array.copy()
    others[k] = -np.inf
    return state.temperature, now, before, others


def _with_log_odds(state: State, k: int, log_odds: float, known: float | None) -> State:
    temperature, now, before, others = _beside(state, k, known)
    peak = float(others.max())
    logit = before
    if temperature not in {0.0, math.inf} and peak > -math.inf:
        with np.errstate(over="ignore"):
            log_weight = math.log(np.exp((others - peak) / temperature).sum())  # 0 or more
        far = log_odds if math.isfinite(log_odds) else math.copysign(FARTHEST, log_odds)
        reached = peak + temperature * (log_weight + far)
        if log_odds == math.inf:
            reached = max(reached, before)
        elif log_odds == -math.inf:
            reached = min(reached, before)
        logit = reached if math.isfinite(reached) else before
    return state if logit == now else with_logit(state, k, logit)
