r"""Edits by what follows from a logit: take hold of a probability, and the logit moves.

With the other logits as they are, :math:`z_k = T (\log\frac{p}{1-p} + \operatorname{lse})`
where lse is the log of the sum of exp(z/T) over the others.
"""

from __future__ import annotations

import math

import numpy as np

from xentgui.model.checks import InvalidStateError, to_number
from xentgui.model.edits.copying import require_class
from xentgui.model.edits.values import with_logit
from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.model.naming import name_of
from xentgui.model.snapshot import Snapshot
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


def with_probability(snapshot: Snapshot, k: int, probability: float) -> State:
    """Move the logit of class `k` alone so that its softmax is `probability`.

    0 and 1 have no finite logit: they take it `FARTHEST` from p = 1/2, unless it is
    farther already.  The state comes back unchanged where no logit can do it: at T = 0
    or inf, with all other classes off, and beyond the largest float.
    """
    k = require_class(snapshot.state, k)
    p = to_number(probability)
    if not 0.0 <= p <= 1.0:
        label = name_of(snapshot.state.labels, k)
        raise InvalidStateError(_PROBABILITY, label=label, value=shown(probability))
    log_odds = math.log(p) - math.log1p(-p) if 0.0 < p < 1.0 else math.copysign(math.inf, p - 0.5)
    return _with_log_odds(snapshot, k, log_odds)


def with_information(snapshot: Snapshot, k: int, information: float) -> State:
    """Move the logit of class `k` alone so that its -log p is `information`, in nats.

    0 and inf are p = 1 and p = 0, and what `with_probability` says of limits holds here.
    """
    k = require_class(snapshot.state, k)
    h = to_number(information)
    if not h >= 0.0:
        label = name_of(snapshot.state.labels, k)
        raise InvalidStateError(_INFORMATION, label=label, value=shown(information))
    if 0.0 < h < math.inf:
        return _with_log_odds(snapshot, k, -h - math.log(-math.expm1(-h)))
    return _with_log_odds(snapshot, k, math.copysign(math.inf, 0.5 - h))


def _with_log_odds(snapshot: Snapshot, k: int, log_odds: float) -> State:
    state, temperature = snapshot.state, snapshot.state.temperature
    others = snapshot.logits.copy()
    others[k] = -np.inf
    peak = float(others.max())
    if temperature in {0.0, math.inf} or peak == -math.inf:
        return state
    with np.errstate(over="ignore"):
        log_weight = math.log(np.exp((others - peak) / temperature).sum())  # 0 or more
    if math.isfinite(log_odds):
        logit = peak + temperature * (log_weight + log_odds)
    else:
        logit = peak + temperature * (log_weight + math.copysign(FARTHEST, log_odds))
        known = float(state.logit_array[k])
        logit = max(logit, known) if log_odds > 0.0 else min(logit, known)
    return with_logit(state, k, logit) if math.isfinite(logit) else state
