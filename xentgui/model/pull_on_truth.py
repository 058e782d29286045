"""How hard each loss pulls at the logit of the true class, from p = 0 to p = 1.

It is the size of the derivative by u = z/T of the true class, of two classes.  A loss that predicts
with something else than softmax is asked at the same logits, so that all curves share their axis.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from xentgui.model.effective_target import effective_target_of
from xentgui.model.information import cross_terms
from xentgui.model.losses import LOSSES, Loss
from xentgui.model.losses.fenchel_young import FenchelYoung
from xentgui.model.losses.loss import LossInput, Parameters
from xentgui.model.losses.mean_over_target import MeanOverTarget
from xentgui.model.rows import Array, locked
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.model.softmax import Softmax, softmax_rows

_POINTS = 241

_ALIKE = {"kl_forward": "cross_entropy", "hinge_cs": "hinge_ww"}
"""Losses whose pull is that of another: they differ by a constant, or not with two classes."""

DRAWN = tuple(key for key in LOSSES if key not in _ALIKE)
"""The keys of the losses whose pulls differ."""

PROBABILITIES: Array = locked(np.linspace(0.0, 1.0, _POINTS))
"""The probabilities of the true class at which `pulls_of` gives the pull."""


_TRUTH = effective_target_of(locked(np.array([1.0, 0.0])), 1.0, 0.0)


def drawn_as(key: str) -> str:
    """Return the key of the loss whose pull the loss `key` has."""
    return _ALIKE.get(key, key)


def pulls_of(key: str, settings: ScalarSettings) -> Array:
    """Return the pull of the loss `key` at `PROBABILITIES`; NaN where the loss is infinite."""
    loss = _loss(key, settings)
    return _pulls(loss, tuple(loss.parameters_in(settings).values()))


def pull_at(key: str, probability: float, settings: ScalarSettings) -> float:
    """Return the pull of the loss `key` if the true class has this softmax.

    >>> round(pull_at("brier", 0.34, ScalarSettings()), 4)
    0.5924
    """
    loss = _loss(key, settings)
    parameters = loss.parameters_in(settings)
    if np.isnan(_pulls(loss, tuple(parameters.values()))).all():
        return math.nan
    with np.errstate(all="ignore"):
        soft = _predicted(loss, parameters, np.array([probability]))
        return float(_pulls_with(loss, parameters, soft)[0])


def _loss(key: str, settings: ScalarSettings) -> Loss:
    return LOSSES[key].chosen_with(settings)


@lru_cache(maxsize=64)
@np.errstate(all="ignore")
def _pulls(loss: Loss, values: tuple[float, ...]) -> Array:
    parameters = dict(zip(loss.parameters, values, strict=True))
    soft = _predicted(loss, parameters, PROBABILITIES)
    targets = np.tile(_TRUTH.target, (_POINTS, 1))
    inside = (PROBABILITIES > 0.0) & (PROBABILITIES < 1.0)
    if not np.isfinite(loss.of_rows(soft, targets, parameters)[inside]).all():
        return locked(np.full(_POINTS, math.nan))
    return locked(_pulls_with(loss, parameters, soft))


def _predicted(loss: Loss, parameters: Parameters, probabilities: Array) -> Softmax:
    logits = np.stack([np.log(probabilities), np.log1p(-probabilities)], axis=1)
    return loss.predicted(softmax_rows(logits, 1.0), parameters)


def _pulls_with(loss: Loss, parameters: Parameters, soft: Softmax) -> Array:
    # A slider moves the parameters of these, and a row at a time would be too slow for that.
    if isinstance(loss, MeanOverTarget):
        p, q = soft.probabilities[:, 0], soft.complements[:, 0]
        return np.asarray(loss.pulls(p, q, soft.information[:, 0], parameters) * q)
    if isinstance(loss, FenchelYoung):
        return soft.complements[:, 0]
    return np.array([_pull(loss, parameters, soft, row) for row in range(len(soft.probabilities))])


def _pull(loss: Loss, parameters: Parameters, soft: Softmax, row: int) -> float:
    alone = Softmax(*(part[row : row + 1] for part in soft))
    information = alone.information[0]
    terms = cross_terms(_TRUTH.target, information, _TRUTH.support)
    given = LossInput(
        _TRUTH,
        alone,
        alone.probabilities[0],
        alone.complements[0],
        information,
        terms,
        at_limit=False,
        parameters=parameters,
    )
    return abs(float(loss.gradient(given)[0]))
