r"""The logits with which three classes have given shares of what they have together.

Let :math:`v = u - \log\sum e^u` be the log-probabilities.  If p of the three becomes something else
with the same sum, the normaliser stays, and so :math:`z_i = T (v_i + \log\sum e^u)` with the new
:math:`v_i = \log p_i`.  A loss that predicts with entmax has a threshold instead of the normaliser,
and :math:`p^{\alpha - 1}/(\alpha - 1)` instead of the logarithm.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from xentgui.model.checks import InvalidStateError
from xentgui.model.edits.handles import FARTHEST
from xentgui.model.losses import chosen_loss
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.rows import Array
from xentgui.model.snapshot import Snapshot

_NO_TEMPERATURE = QT_TRANSLATE_NOOP(
    "errors", "At T = {value}, no logits give these probabilities. Choose another temperature."
)


def scores_of(snapshot: Snapshot) -> Array:
    """Return the scores v, shape (K,): u less what normalises p.

    v is log p for softmax.  For entmax it is above 0 where p is.
    """
    return snapshot.gaps - _normaliser(snapshot)


def score_of(snapshot: Snapshot, probabilities: Array) -> Array:
    """Return the scores, any shape, with which `probabilities` are predicted."""
    alpha = alpha_of(snapshot)
    with np.errstate(divide="ignore"):
        if alpha == 1.0:
            return np.asarray(np.log(probabilities))
        return np.asarray(probabilities ** (alpha - 1.0) / (alpha - 1.0))


def logits_at(snapshot: Snapshot, classes: Sequence[int], shares: Array) -> Array:
    """Return the logits, shape (n,), of `classes` with which they have `shares` of what they have.

    `shares`, shape (n,), add up to 1.  For softmax, a share of 0 is as small as `FARTHEST` says.  A
    class whose share is 0 and stays 0 keeps its logit, and so does one for which the number would
    be too large.  Raises InvalidStateError at T = 0 and T = inf.
    """
    temperature = snapshot.state.temperature
    if temperature in {0.0, math.inf}:
        raise InvalidStateError(_NO_TEMPERATURE, value=temperature)
    chosen = list(classes)
    known, p = snapshot.logits[chosen], snapshot.probabilities[chosen]
    top, normaliser = float(snapshot.logits.max()), _normaliser(snapshot)
    with np.errstate(all="ignore"):
        if alpha_of(snapshot) == 1.0:
            scores = log_mass_of(snapshot, classes) + np.maximum(np.log(shares), -FARTHEST)
        else:
            scores = score_of(snapshot, shares * p.sum())
        found = top + temperature * (normaliser + scores)
        if alpha_of(snapshot) != 1.0:  # rounding must not leave anything of what is to be 0
            size = np.maximum(abs(top), temperature * np.abs(normaliser))
            slack = 64.0 * np.spacing(max(float(size), temperature))
            found = np.where(shares == 0.0, np.minimum(found - slack, known), found)
    stays = ~np.isfinite(found) | ((shares == 0.0) & (p == 0.0))
    return np.where(stays, known, found)


def log_mass_of(snapshot: Snapshot, classes: Sequence[int]) -> float:
    """Return the logarithm of what `classes` have together; -inf for nothing."""
    chosen = list(classes)
    if alpha_of(snapshot) != 1.0:
        mass = float(snapshot.probabilities[chosen].sum())
        return math.log(mass) if mass > 0.0 else -math.inf
    information = snapshot.information[chosen]
    least = float(information.min())
    if least == math.inf:
        return -math.inf
    return math.log(float(np.exp(least - information).sum())) - least


def alpha_of(snapshot: Snapshot) -> float:
    """Return the alpha of entmax, which is 1 for softmax."""
    loss = chosen_loss(snapshot.state)
    return 1.0 if loss.predictor == "softmax" else loss.parameters_in(snapshot.state)["alpha"]


def _normaliser(snapshot: Snapshot) -> float:
    """Return log sum exp u, or the threshold of entmax, less the largest u."""
    largest, alpha = int(snapshot.logits.argmax()), alpha_of(snapshot)
    if alpha == 1.0:
        return float(snapshot.information[largest])
    return -float(score_of(snapshot, snapshot.probabilities[largest]))
