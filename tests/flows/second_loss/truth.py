"""What the letters of formulas stand for, and what the losses come to, in plain Python."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from xentgui.language.text import MINUS
from xentgui.model import State
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import LIGHT

SEED = State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
STATES = {
    "seed": SEED,
    "soft": replace(SEED, target=(0.7, 0.2, 0.1)),
    "warm": replace(SEED, temperature=2.5),
    "smoothed": replace(SEED, temperature=0.5, label_smoothing=0.1),
    "wrong": replace(SEED, logits=(-2.85, 0.86, 0.28), target=(0.0, 0.0, 1.0)),
    "sum of 0.9": replace(SEED, target=(0.5, 0.3, 0.1)),
    "negative": replace(SEED, logits=(-2.0, -3.5, -4.0)),
    "four": State(("a", "b", "c", "d"), (0.3, -1.2, 2.5, 0.0), (0.1, 0.2, 0.3, 0.4)),
}
every_state = pytest.mark.parametrize("state", STATES.values(), ids=STATES.keys())


def truth_of(state: State) -> dict[str, Any]:
    """Return what the letters of formulas stand for, and what the losses come to."""
    z, t = np.array(state.logits), state.temperature
    weights = [math.exp(one / t) for one in state.logits]
    p = np.array([weight / sum(weights) for weight in weights])
    s, e, k = sum(state.target), state.label_smoothing, len(z)
    y = np.array([(1 - e) * one + e * s / k for one in state.target])
    m = float(sum(a * (a - b) for a, b in zip(p, y, strict=True)))
    terms = {
        "cross_entropy": [-b * math.log(a) if b else 0.0 for a, b in zip(p, y, strict=True)],
        "brier": [(a - b) ** 2 for a, b in zip(p, y, strict=True)],
    }[state.loss]
    slopes = {
        "cross_entropy": [(s * a - b) / t for a, b in zip(p, y, strict=True)],
        "brier": [2 * a * (a - b - m) / t for a, b in zip(p, y, strict=True)],
    }[state.loss]
    names = {"z": z, "T": t, "p": p, "y": y, "s": s, "m": m}
    return names | {"terms": np.array(terms), "loss": sum(terms), "slopes": np.array(slopes)}


def with_loss(state: State, loss: str) -> State:
    return replace(state, loss=loss)


def value(text: str) -> float:
    return float(text.replace(MINUS, "-").replace("∞", "inf"))


def style() -> Style:
    return Style(LIGHT, 13.0, fonts.ui_font(13.0))
