"""Losses by their definitions, to 50 digits: they share no code with what they judge."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext

from tests.model.oracle import CONTEXT, INF, ONE, ZERO, Truth, ln, times, truth

Settings = Mapping[str, float]
PARAMETERS: Settings = {"gamma": 1.75, "q": 0.7, "alpha": 1.5}
"""The values of the losses' own settings, with which the suite is run."""

Terms = Callable[[Truth, Settings], list[Decimal]]


def _cross_entropy(exact: Truth, _settings: Settings) -> list[Decimal]:
    return [times(y, h) for y, h in zip(exact.effective_target, exact.information, strict=True)]


def _brier(exact: Truth, _settings: Settings) -> list[Decimal]:
    # 50 digits cannot hold 1 - 1e-304 either: near p = 1 the distance from 1 is taken.
    half = Decimal("0.5")
    numbers = zip(exact.probabilities, exact.complements, exact.effective_target, strict=True)
    return [(p - y if p < half else (1 - y) - q) ** 2 for p, q, y in numbers]


def _kl_forward(exact: Truth, _settings: Settings) -> list[Decimal]:
    numbers = zip(exact.effective_target, exact.information, strict=True)
    return [y * (ln(y) + h) if y else ZERO for y, h in numbers]


def _kl_reverse(exact: Truth, _settings: Settings) -> list[Decimal]:
    numbers = zip(exact.probabilities, exact.information, exact.effective_target, strict=True)
    return [ZERO if not p else p * (-h - ln(y)) if y else INF for p, h, y in numbers]


def _hinge(exact: Truth, cost: Callable[[list[Decimal]], Decimal]) -> list[Decimal]:
    terms = []
    for t, (own, y) in enumerate(zip(exact.information, exact.effective_target, strict=True)):
        # u_j - u_t is the difference of the informations.
        others = [h for j, h in enumerate(exact.information) if j != t and h != INF]
        terms.append(times(y, cost([max(ZERO, ONE + own - h) for h in others] or [ZERO])))
    return terms


def _focal(exact: Truth, settings: Settings) -> list[Decimal]:
    gamma = Decimal(settings["gamma"])
    numbers = zip(exact.complements, exact.information, exact.effective_target, strict=True)
    return [times(y, _power(q, gamma) * h) if y and q else ZERO for q, h, y in numbers]


def _power(q: Decimal, exponent: Decimal) -> Decimal:
    """Return q ** exponent; two roots take a tenth of the time of what does for any exponent."""
    return (q**7).sqrt().sqrt() if exponent == Decimal("1.75") else q**exponent


def _gce(exact: Truth, settings: Settings) -> list[Decimal]:
    q = Decimal(settings["q"])
    numbers = zip(exact.information, exact.effective_target, strict=True)
    return [y * _one_minus_exp(q * h) / q for h, y in numbers]


def entmax(u: Sequence[Decimal], alpha: Decimal) -> tuple[list[Decimal], Decimal]:
    """Return [(alpha - 1) u - tau]_+ ** (1/(alpha - 1)), and the tau with which it adds up to 1."""
    scores = [(alpha - 1) * one for one in u]
    if alpha == Decimal("1.5"):
        tau = _tau_of_squares(scores)
        return [max(one - tau, ZERO) ** 2 for one in scores], tau
    power = ONE / (alpha - 1)

    def shares(tau: Decimal) -> list[Decimal]:
        return [(one - tau) ** power if one > tau else ZERO for one in scores]

    low, high = max(scores) - 1, max(scores)
    for _ in range(180):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(shares(middle), ZERO) >= 1 else (low, middle)
    return shares(low), low


def _tau_of_squares(scores: list[Decimal]) -> Decimal:
    """Return the tau for which the squares of what lies above it add up to 1."""
    falling = sorted((one for one in scores if one > -INF), reverse=True)
    for count in range(len(falling), 0, -1):
        mean = sum(falling[:count], ZERO) / count
        spread = sum(((one - mean) ** 2 for one in falling[:count]), ZERO)
        if spread <= 1 and (tau := mean - ((1 - spread) / count).sqrt()) <= falling[count - 1]:
            return tau
    raise AssertionError(scores)


def _fenchel_young(exact: Truth, settings: Settings) -> list[Decimal]:
    alpha, s = Decimal(settings["alpha"]), sum(exact.effective_target, ZERO)
    if not s:
        return [ZERO for _ in exact.effective_target]
    if alpha == ONE:
        return _kl_forward(exact, settings)
    u = [-h for h in exact.information]
    p, tau = entmax(u, alpha)
    terms = []
    for one, share, y in zip(u, p, exact.effective_target, strict=True):
        powers = ((y / s) ** alpha if y else ZERO) - (share**alpha if share else ZERO)
        above = times(y / s - share, (alpha - 1) * one - tau)
        terms.append(s * (powers / alpha - above) / (alpha - 1))
    return terms


def _one_minus_exp(x: Decimal) -> Decimal:
    """Return 1 - e^-x to 50 digits however small x is."""
    if x > Decimal("1e-6"):
        return ONE - (-x).exp()
    terms, term = ZERO, ONE
    for n in range(1, 10):
        term = -term * x / n
        terms -= term
    return terms


DEFINITIONS: dict[str, Terms] = {
    "cross_entropy": _cross_entropy,
    "brier": _brier,
    "kl_forward": _kl_forward,
    "kl_reverse": _kl_reverse,
    "hinge_ww": lambda exact, _: _hinge(exact, sum),
    "hinge_cs": lambda exact, _: _hinge(exact, max),
    "focal": _focal,
    "gce": _gce,
    "fenchel_young": _fenchel_young,
}
"""What each class adds to a loss, by the loss's key."""

_STEP = Decimal("1e-12")
_known_truth = functools.lru_cache(maxsize=4096)(truth)  # one is asked for by every loss


def exact_terms(
    key: str,
    logits: Sequence[float | Decimal],
    target: Sequence[float],
    temperature: float = 1.0,
    smoothing: float = 0.0,
    settings: Settings = PARAMETERS,
) -> list[Decimal]:
    """Return what each class adds to the loss `key`; `temperature` is neither 0 nor inf."""
    exact = _known_truth(tuple(logits), tuple(target), temperature, smoothing)
    with localcontext(CONTEXT):
        return DEFINITIONS[key](exact, settings)


def exact_gradient(
    key: str,
    logits: Sequence[float],
    target: Sequence[float],
    temperature: float = 1.0,
    smoothing: float = 0.0,
    settings: Settings = PARAMETERS,
) -> list[Decimal]:
    """Return the slope of the loss `key` by each logit, from four values around it.

    The error is of the order of the step to the fourth power.
    """
    found = []
    with localcontext(CONTEXT):
        step = _STEP * Decimal(temperature)
        for k, logit in enumerate(logits):

            def at(steps: int, k: int = k, logit: float = logit) -> Decimal:
                moved: list[float | Decimal] = list(logits)
                moved[k] = Decimal(logit) + steps * step
                return sum(exact_terms(key, moved, target, temperature, smoothing, settings), ZERO)

            if logit == float("-inf"):
                found.append(ZERO)
                continue
            found.append((8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step))
    return found
