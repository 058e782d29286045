"""The results of careless code for a class and for the loss, row by row."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from xentgui.language.text import QT_TRANSLATE_NOOP, in_unit, number, translate
from xentgui.model import Snapshot, careless, derive
from xentgui.model.losses import CROSS_ENTROPY
from xentgui.panels.derivation_page.numerals import scaled, share

WAYS = {
    "truth": (QT_TRANSLATE_NOOP("panels", "exact"), "exp(z − max z), log1p"),
    "float64": (QT_TRANSLATE_NOOP("panels", "float64, max not subtracted"), "exp(z) / Σ exp(z)"),
    "float32": (QT_TRANSLATE_NOOP("panels", "float32, max not subtracted"), "exp(z) / Σ exp(z)"),
    "float16": (QT_TRANSLATE_NOOP("panels", "float16, max not subtracted"), "exp(z) / Σ exp(z)"),
    "twice": (QT_TRANSLATE_NOOP("panels", "softmax applied twice"), "softmax(softmax(z))"),
    "clipped": (QT_TRANSLATE_NOOP("panels", "p clipped"), "clip(p, 1e−7, 1 − 1e−7)"),
    "offset": (QT_TRANSLATE_NOOP("panels", "ε added to p"), "log(p + 1e−10)"),
}
"""The name of each way, and its code."""

_EXACT = QT_TRANSLATE_NOOP("panels", "correct")
_OFF = QT_TRANSLATE_NOOP("panels", "{error} off")
_LOST = QT_TRANSLATE_NOOP("panels", "not a number")
_TRUTH_IS = QT_TRANSLATE_NOOP("panels", "should be {value}")
_OVERFLOW = QT_TRANSLATE_NOOP("panels", "exp({logit}) = ∞: overflow")

_NAN = "NaN"  # as all programming languages write it

_BAD = 1e-3
"""A relative error that a person would notice."""


class Claim(NamedTuple):
    """A number that a way gives: its text, a remark on it, whether it is wrong, and a short remark."""

    text: str
    note: str
    bad: bool
    short: str = ""

    def in_words(self) -> str:
        """Return the number in words, or that there is none."""
        return self.note if self.text == _NAN else self.text


class WayRow(NamedTuple):
    """One way: its key, its code or the place of its failure, and its claims."""

    key: str
    code: str
    broken: bool
    probability: Claim
    loss: Claim


@lru_cache(maxsize=4)
def _with_softmax(snapshot: Snapshot) -> Snapshot:
    """Return `snapshot`, or what the cross-entropy makes of its state: the ways are about softmax."""
    if snapshot.softmax is snapshot.probabilities:
        return snapshot
    return derive(replace(snapshot.state, loss=CROSS_ENTROPY.key))


@lru_cache(maxsize=4)
def _careless(snapshot: Snapshot) -> tuple[careless.CarelessResult, ...]:
    return careless.careless_results(snapshot)


def way_rows(snapshot: Snapshot, index: int, unit: str, decimals: int) -> tuple[WayRow, ...]:
    """Return the row of the true numbers, and then every careless way, for class `index`."""
    snapshot = _with_softmax(snapshot)
    p, loss = float(snapshot.probabilities[index]), in_unit(snapshot.cross_entropy, unit)
    true_p = share(
        p, float(snapshot.complements[index]), float(snapshot.information[index]), decimals
    )
    truth = WayRow(
        "truth",
        WAYS["truth"][1],
        False,
        Claim(true_p, "", False),
        Claim(number(loss, decimals), "", False),
    )
    found = [truth]
    for way in _careless(snapshot):
        code, broken = WAYS[way.key][1], way.overflow is not None
        if way.overflow is not None:
            power = scaled(float(snapshot.logits[way.overflow]), snapshot.state.temperature, 3)
            code = translate("panels", _OVERFLOW).format(logit=power)
        its_p, its_loss = float(way.probabilities[index]), in_unit(way.cross_entropy, unit)
        found.append(
            WayRow(
                way.key,
                code,
                broken,
                _claim(its_p, _distance(its_p, snapshot, index), p, true_p, decimals),
                _claim(its_loss, its_loss - loss, loss, truth.loss.text, decimals),
            )
        )
    return tuple(found)


def _distance(said: float, snapshot: Snapshot, index: int) -> float:
    """Return the distance of `said` from p, also where p only rounds to 0 or 1."""
    p, complement = float(snapshot.probabilities[index]), float(snapshot.complements[index])
    if complement < 1e-7:
        return (said - 1.0) + complement
    underflows = p == 0.0 and math.isfinite(float(snapshot.information[index]))
    return said - math.ulp(0.0) if underflows else said - p


def _claim(said: float, distance: float, truth: float, true_text: str, decimals: int) -> Claim:
    """Return the claim for the number `said`, which is `distance` from the true one."""
    if math.isnan(said):
        return Claim(_NAN, translate("panels", _LOST), True)
    text = number(said, decimals)
    if said == truth and not abs(distance) > 0.0:  # infinity minus infinity is NaN
        return Claim(text, translate("panels", _EXACT), False)
    error = abs(distance) / truth if 0.0 < truth < math.inf else math.inf
    if not error < 0.995:
        note = translate("panels", _TRUTH_IS).format(value=true_text)
        return Claim(text, note, True, f"≠ {true_text}")
    size = f"{100 * error:.0f} %" if error >= 0.01 else number(error, 1)
    return Claim(text, translate("panels", _OFF).format(error=size), error >= _BAD)
