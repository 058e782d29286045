"""What the letters of formulas stand for, and what the losses come to, in plain Python."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from tests.model.losses.definitions import entmax, exact_gradient, exact_terms
from xentgui.language.text import MINUS
from xentgui.model import State
from xentgui.model.losses import LOSSES
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT

SEED = State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
STATES = {
    "seed": SEED,
    "soft": replace(SEED, target=(0.7, 0.2, 0.1), alpha=1.5),
    "warm": replace(SEED, temperature=2.5),
    "smoothed": replace(SEED, temperature=0.5, label_smoothing=0.1),
    "wrong": replace(SEED, logits=(-2.85, 0.86, 0.28), target=(0.0, 0.0, 1.0)),
    "sum of 0.9": replace(SEED, target=(0.5, 0.3, 0.1), alpha=1.0),
    "negative": replace(SEED, logits=(-2.0, -3.5, -4.0)),
    "four": State(("a", "b", "c", "d"), (0.3, -1.2, 2.5, 0.0), (0.1, 0.2, 0.3, 0.4)),
}
every_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())


every_loss = pytest.mark.parametrize("loss", sorted(LOSSES))


def truth_of(state: State) -> dict[str, Any]:
    """Return what the letters of formulas stand for, and what the loss comes to."""
    z, t = np.array(state.logits), state.temperature
    weights = [math.exp(one / t) for one in state.logits]
    p = np.array([weight / sum(weights) for weight in weights])
    s, e, k = sum(state.target), state.label_smoothing, len(z)
    y = np.array([(1 - e) * one + e * s / k for one in state.target])
    where = (state.logits, state.target, t, e)
    terms = np.array([_float(term) for term in exact_terms(state.loss, *where, _settings(state))])
    rest = {"kl_forward": 1.0 - s, "fenchel_young": _rest(s, state)}.get(state.loss, 0.0)
    slopes = np.array([math.nan])
    if np.isfinite(terms).all():
        slopes = np.array(
            [float(one) for one in exact_gradient(state.loss, *where, _settings(state))]
        )
    names = {"z": z, "T": t, "p": p, "y": y, "s": s, "gamma": state.gamma, "q": state.q}
    names["alpha"] = state.alpha
    sums = {"terms": terms, "loss": float(terms.sum() + rest), "slopes": slopes}
    return names | LETTERS.get(state.loss, lambda *_: {})(z / t, p, y, state) | sums


def _float(term: Decimal) -> float:
    """Return `term`, or 0 where 50 digits end."""
    return 0.0 if abs(term) < Decimal("1e-45") else float(term)


def _rest(s: float, state: State) -> float:
    return -s * math.log(s) if state.alpha == 1.0 and s else 0.0


def _settings(state: State) -> dict[str, float]:
    return {"gamma": state.gamma, "q": state.q, "alpha": state.alpha}


def _brier(_u: np.ndarray, p: np.ndarray, y: np.ndarray, _state: State) -> dict[str, Any]:
    return {"m": float(sum(a * (a - b) for a, b in zip(p, y, strict=True)))}


def _kl_reverse(_u: np.ndarray, p: np.ndarray, y: np.ndarray, _state: State) -> dict[str, Any]:
    if not y.all():
        return {"m": math.inf}
    return {"m": float(sum(a * math.log(a / b) for a, b in zip(p, y, strict=True)))}


def _focal(_u: np.ndarray, p: np.ndarray, y: np.ndarray, state: State) -> dict[str, Any]:
    g = state.gamma
    w = [
        b * ((1 - a) ** g - g * a * (1 - a) ** (g - 1) * math.log(a))
        for a, b in zip(p, y, strict=True)
    ]
    return {"w": np.array(w), "W": sum(w)}


def _gce(_u: np.ndarray, p: np.ndarray, y: np.ndarray, state: State) -> dict[str, Any]:
    w = [b * a**state.q for a, b in zip(p, y, strict=True)]
    return {"w": np.array(w), "W": sum(w)}


def _hinge_ww(u: np.ndarray, _p: np.ndarray, y: np.ndarray, _state: State) -> dict[str, Any]:
    classes = range(len(u))
    inside = [[max(0.0, 1 + u[j] - u[t]) if j != t else 0.0 for j in classes] for t in classes]
    c = [sum(one > 0 for one in row) for row in inside]
    v = [sum(y[t] for t in classes if inside[t][k] > 0) for k in classes]
    return {"h": np.array([sum(row) for row in inside]), "c": np.array(c), "v": np.array(v)}


def _hinge_cs(u: np.ndarray, _p: np.ndarray, y: np.ndarray, _state: State) -> dict[str, Any]:
    classes = range(len(u))
    h, v = [], np.zeros(len(u))
    for t in classes:
        rivals = [j for j in classes if j != t]
        strongest = max(rivals, key=lambda j: u[j])
        h.append(max(0.0, 1 + u[strongest] - u[t]))
        v[strongest] += y[t] * (h[-1] > 0)
    return {"h": np.array(h), "c": np.array([float(one > 0) for one in h]), "v": v}


def _fenchel_young(u: np.ndarray, _p: np.ndarray, _y: np.ndarray, state: State) -> dict[str, Any]:
    if state.alpha == 1.0:
        return {}
    p, tau = entmax([Decimal(one) for one in u.tolist()], Decimal(state.alpha))
    v = (state.alpha - 1) * u - float(tau)
    return {"p": np.array([float(one) for one in p]), "u": u, "tau": float(tau), "v": v}


LETTERS = {
    "fenchel_young": _fenchel_young,
    "brier": _brier,
    "kl_reverse": _kl_reverse,
    "focal": _focal,
    "gce": _gce,
    "hinge_ww": _hinge_ww,
    "hinge_cs": _hinge_cs,
}
"""The letters that a loss adds to those that every loss knows."""


def with_loss(state: State, loss: str) -> State:
    return replace(state, loss=loss)


def value(text: str) -> float:
    return float(text.replace(MINUS, "-").replace("∞", "inf"))


def style() -> Style:
    return Style(LIGHT, 13.0, fonts.ui_font(13.0))
