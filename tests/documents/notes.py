"""The numbers that titles and notes of presets name, and where each of them comes from.

What a person can set (logits, targets, temperature, how many classes) needs no entry.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

from xentgui.documents.presets import presets
from xentgui.model import Snapshot, derive

Source = Callable[[Snapshot], float]


def _p(k: int) -> Source:
    """Return the source of the probability of class `k`, counted from 1."""
    return lambda one: float(one.probabilities[k - 1])


def _gradient(k: int) -> Source:
    return lambda one: float(one.gradient[k - 1])


def _effective(k: int) -> Source:
    return lambda one: float(one.effective_target[k - 1])


def _bits(k: int) -> Source:
    return lambda one: float(one.information[k - 1]) / math.log(2.0)


def _loss(one: Snapshot) -> float:
    return one.cross_entropy


def _of_cross_entropy(source: Source) -> Source:
    """Return the source of a number of the same state with cross-entropy as its loss."""
    return lambda one: source(derive(replace(one.state, loss="cross_entropy")))


def _entropy(one: Snapshot) -> float:
    return one.entropy


def _classes(one: Snapshot) -> float:
    return len(one.state.labels)


def _percent(share: Source) -> Source:
    return lambda one: 100.0 * share(one)


def _named(one: Snapshot) -> float:
    """Return the share of the five words that have names."""
    return float(sum(one.probabilities[k - 1] for k in (262, 257, 783, 6342, 31003)))


def of(key: str, source: Source) -> Source:
    """Return a number of another preset, with which a note compares."""
    return lambda _: source(derive(next(one for one in presets() if one.key == key).state()))


_WORKED = {"0.838": _p(1), "0.019": _p(2), "0.143": _p(3), "0.176": _loss}

NUMBERS: Mapping[str, Mapping[str, Source]] = {
    "01-worked-example": {**_WORKED, "1": lambda one: one.prediction[0] + 1},
    "02-gradient-example": {
        "0.34": _p(1),
        "0.46": _p(2),
        "0.20": _p(3),
        "−0.66": _gradient(1),
        "0.46 ": _gradient(2),
        "0.20 ": _gradient(3),
    },
    "11-know-nothing": {"3": _classes, "1.0986": _loss},
    "12-two-one-a-tenth": {"0.659": _p(1), "0.242": _p(2), "0.099": _p(3), "0.417": _loss},
    "13-two-classes": {"0.818": _p(1)},
    "14-peaky": {"0.714": _entropy},
    "15-peaky-halved": {
        "2": lambda one: of("14-peaky", lambda it: it.state.logits[0])(one) / one.state.logits[0],
        "0.714": of("14-peaky", _entropy),
        "0.953": _entropy,
    },
    "16-shifted-logits": {
        **_WORKED,
        "10": lambda one: (
            one.state.logits[0] - of("01-worked-example", lambda it: it.state.logits[0])(one)
        ),
    },
    "17-doubled-logits": {
        "2": lambda one: (
            one.state.logits[0] / of("01-worked-example", lambda it: it.state.logits[0])(one)
        ),
        "0.5": lambda one: (
            of("01-worked-example", lambda it: it.state.logits[0])(one) / one.state.logits[0]
        ),
        "0.838": of("01-worked-example", _p(1)),
        "0.971": _p(1),
    },
    "18-halves-in-bits": {
        "0.5": _p(1),
        "0.25": _p(2),
        "0.125": _p(3),
        "0.125 ": _p(4),
        "1": _bits(1),
        "2": _bits(2),
        "3": _bits(3),
        "3 ": _bits(4),
        "1.75": lambda one: one.entropy / math.log(2.0),
    },
    "19-before-training": {"10": _classes, "2.303": _loss},
    "21-soft-target": {
        "0.898": lambda one: one.target_entropy,
        "1.086": _loss,
        "0.188": lambda one: one.kl_divergence,
    },
    "22-label-smoothing": {
        "0.1": lambda one: one.state.label_smoothing,
        "0.933": _effective(1),
        "0.033": _effective(2),
        "0.033 ": _effective(3),
        "28": lambda one: float(one.effective_target[0] / one.effective_target[1]),
        "3.33": lambda one: math.log(one.effective_target[0] / one.effective_target[1]),
    },
    "23-just-right": {"0.9991": _p(1), "0.0009": _loss},
    "24-close-race": {
        "1": lambda one: one.state.logits[0] - one.state.logits[1],
        "0.576": _p(1),
        "0.551": _loss,
    },
    "25-far-ahead": {"3.4·10⁻⁴⁸": _loss},
    "26-wrong-answer": {
        "3": lambda one: one.state.target.index(1.0) + 1,
        "0.353": _p(3),
        "1.04": _loss,
    },
    "31-temperature-zero": {"0": _loss},
    "34-seven-professors": {"1.037": _entropy},
    "35-seven-professors-warm": {"1.037": of("34-seven-professors", _entropy), "1.832": _entropy},
    "42-overflow": {"666": _loss},
    "43-nearly-certain": {
        "1": _p(1),
        "8.5·10⁻¹⁸": lambda one: float(one.complements[0]),
        "8.5·10⁻¹⁸ ": _loss,
    },
    "51-fifty-classes": {
        "8": lambda one: one.state.target.index(1.0) + 1,
        "0.009": _p(8),
        "4.71": _loss,
    },
    "52-vocabulary": {
        "50257": _classes,
        "50252": lambda one: _classes(one) - 5,
        "97": _percent(_named),
        "3": _percent(lambda one: 1.0 - _named(one)),
    },
    "61-softmax-twice": {"0.576": _p(1), "0.551": _loss},
    "62-probabilities-as-logits": {"0.464": _p(1), "0.281": _p(2), "0.255": _p(3)},
    "63-barely-right": {"1.033": _loss},
    "64-clearly-right": {"0.013": _loss, "1.033": of("63-barely-right", _loss)},
    "65-confident-mistake": {
        "2": lambda one: one.state.target.index(1.0) + 1,
        "5.013": _loss,
    },
    "66-swapped-distributions": {
        "0.644": _loss,
        "1.086": of("21-soft-target", _loss),
        "0.142": lambda one: one.kl_divergence,
        "0.188": of("21-soft-target", lambda one: one.kl_divergence),
    },
    "67-squared-error": {
        "2": lambda one: int(one.probabilities.argmax()) + 1,
        "−0.00002": _gradient(1),
        "−1.00": _of_cross_entropy(_gradient(1)),
    },
    "68-overconfident": {
        "7": lambda one: 10 * one.state.target[0],
        "10": lambda one: 7 / one.state.target[0],
        "0.99": _p(1),
        "1.389": _loss,
        "0.611": lambda one: one.target_entropy,
    },
}
"""The sources of the numbers by preset; a blank after a number keeps a second source of it apart."""
