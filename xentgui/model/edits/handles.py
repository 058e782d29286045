r"""Edits of a probability or an information: the logit moves so that the number comes true.

With the other logits as they are, :math:`z_k = T (\log\frac{p}{1-p} + \operatorname{lse})`
where lse is the log of the sum of exp(z/T) over the others.
"""

from __future__ import annotations

import math

import numpy as np

from xentgui.model.checks import InvalidStateError, checked_logits, to_number
from xentgui.model.edits.copying import require_class
from xentgui.model.edits.values import with_logit
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.naming import name_of
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
    """Move the logit of class `k` alone so that its softmax is `probability`.

    No finite logit gives 0 or 1: for these the logit goes `FARTHEST` from p = 1/2, or stays at
    `known` if that is farther.  `known` is the logit that the class has, or had when a drag began.
    The logit is `known` also where no logit gives the probability: at T = 0 or inf, with all other
    classes off, and beyond the largest float.
    """
    k = require_class(state, k)
    p = to_number(probability)
    if not 0.0 <= p <= 1.0:
        label = name_of(state.labels, k)
        raise InvalidStateError(_PROBABILITY, label=label, value=shown(probability))
    log_odds = math.log(p) - math.log1p(-p) if 0.0 < p < 1.0 else math.copysign(math.inf, p - 0.5)
    return _with_log_odds(state, k, log_odds, known)


def with_information(state: State, k: int, information: float, known: float | None = None) -> State:
    """Move the logit of class `k` alone so that its -log p is `information`, in nats.

    0 and inf mean p = 1 and p = 0; `with_probability` says what happens at these limits.
    """
    k = require_class(state, k)
    h = to_number(information)
    if not h >= 0.0:
        label = name_of(state.labels, k)
        raise InvalidStateError(_INFORMATION, label=label, value=shown(information))
    if 0.0 < h < math.inf:
        return _with_log_odds(state, k, -h - math.log(-math.expm1(-h)), known)
    return _with_log_odds(state, k, math.copysign(math.inf, 0.5 - h), known)


def _with_log_odds(state: State, k: int, log_odds: float, known: float | None) -> State:
    temperature, now = state.temperature, float(state.logit_array[k])
    before = now if known is None else float(checked_logits(state.labels, [known], k)[0])
    others = state.logit_array.copy()
    others[k] = -np.inf
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
