"""Losses by their definitions, to 50 digits: they share no code with what they judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal, localcontext

from tests.model.oracle import CONTEXT, ZERO, Truth, times, truth

Terms = Callable[[Truth], list[Decimal]]


def _cross_entropy(exact: Truth) -> list[Decimal]:
    return [times(y, h) for y, h in zip(exact.effective_target, exact.information, strict=True)]


def _brier(exact: Truth) -> list[Decimal]:
    # 50 digits cannot hold 1 - 1e-304 either: near p = 1 the distance from 1 is taken.
    half = Decimal("0.5")
    numbers = zip(exact.probabilities, exact.complements, exact.effective_target, strict=True)
    return [(p - y if p < half else (1 - y) - q) ** 2 for p, q, y in numbers]


DEFINITIONS: dict[str, Terms] = {"cross_entropy": _cross_entropy, "brier": _brier}
"""What each class adds to a loss, by the loss's key."""

_STEP = Decimal("1e-12")


def exact_terms(
    key: str,
    logits: Sequence[float | Decimal],
    target: Sequence[float],
    temperature: float = 1.0,
    smoothing: float = 0.0,
) -> list[Decimal]:
    """Return what each class adds to the loss `key`; `temperature` is neither 0 nor inf."""
    exact = truth(logits, target, temperature, smoothing)
    with localcontext(CONTEXT):
        return DEFINITIONS[key](exact)


def exact_gradient(
    key: str,
    logits: Sequence[float],
    target: Sequence[float],
    temperature: float = 1.0,
    smoothing: float = 0.0,
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
                return sum(exact_terms(key, moved, target, temperature, smoothing), ZERO)

            if logit == float("-inf"):
                found.append(ZERO)
                continue
            found.append((8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * step))
    return found
