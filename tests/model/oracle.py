"""What the model ought to say, to 50 digits, by the standard library alone.

Written from the definitions: it shares neither code nor tricks with what it judges, but
one.  50 digits cannot hold 1 + 1e-304, so a logarithm near 1 is its series, and 1 - p is
the sum of the other weights.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext

exp, ln = functools.cache(Decimal.exp), functools.cache(Decimal.ln)  # under CONTEXT only
INF = Decimal("Infinity")
ZERO, ONE = Decimal(0), Decimal(1)
CONTEXT = Context(prec=50, Emin=-999999, Emax=999999, traps=[])
SMALLEST_NORMAL = 2.0**-1022


@dataclass(frozen=True)
class Truth:
    probabilities: list[Decimal]
    complements: list[Decimal]
    information: list[Decimal]
    effective_target: list[Decimal]
    contributions: list[Decimal]
    gradient: list[Decimal]
    gradient_scale: list[Decimal]  # (s p + y)/T
    entropy: Decimal
    target_entropy: Decimal
    target_entropy_scale: Decimal  # the sum of the sizes of its terms
    cross_entropy: Decimal
    kl_divergence: Decimal


def truth(
    logits: Sequence[float | Decimal],
    target: Sequence[float],
    temperature: float = 1.0,
    smoothing: float = 0.0,
) -> Truth:
    """Return all of it for one row; `temperature` is neither 0 nor inf."""
    with localcontext(CONTEXT):
        z = [Decimal(v) for v in logits]
        t, e, count = Decimal(temperature), Decimal(smoothing), len(z)
        top = max(z)
        winner = z.index(top)
        x = [(v - top) / t for v in z]
        weights = [exp(v) if v > -INF else ZERO for v in x]
        rest = sum(weights[:winner] + weights[winner + 1 :], ZERO)
        whole = ONE + rest
        p = [w / whole for w in weights]
        q = [(whole - w) / whole for w in weights]
        q[winner] = rest / whole
        log_whole = log_1_plus(rest)
        h = [log_whole - v for v in x]
        raw = [Decimal(v) for v in target]
        s = sum(raw, ZERO)
        y = [(ONE - e) * v + e * s / count for v in raw]
        own = [-v * ln(v) if v else ZERO for v in y]
        terms = [times(a, b) for a, b in zip(y, h, strict=True)]
        slope = [a * (s - c) - c * b for a, b, c in zip(p, q, y, strict=True)]
        gaps = [
            c - a if a < Decimal("0.5") else (c - 1) + b for a, b, c in zip(p, q, y, strict=True)
        ]
        divergence = [
            (b - a) - g if v else w for a, b, g, v, w in zip(own, terms, gaps, y, p, strict=True)
        ]
        return Truth(
            probabilities=p,
            complements=q,
            information=h,
            effective_target=y,
            contributions=terms,
            gradient=[v / t for v in slope],
            gradient_scale=[(s * a + c) / t for a, c in zip(p, y, strict=True)],
            entropy=sum((times(a, b) for a, b in zip(p, h, strict=True)), ZERO),
            target_entropy=sum(own, ZERO),
            target_entropy_scale=sum(map(abs, own), ZERO),
            cross_entropy=sum(terms, ZERO),
            kl_divergence=sum(divergence, ZERO),
        )


def times(a: Decimal, b: Decimal) -> Decimal:
    """Return a * b, reading 0 * inf as 0."""
    return a * b if a else ZERO


def log_1_plus(s: Decimal) -> Decimal:
    """Return log(1 + s) to 50 digits however small s is."""
    if s > Decimal("1e-6"):
        return (ONE + s).ln()
    return sum((-((-s) ** n) / n for n in range(1, 10)), ZERO)


def ulps(value: float, exact: Decimal, scale: Decimal | None = None) -> float:
    """Return how far `value` is from `exact`, in spacings of float64 at `scale` or `exact`.

    Where that is no normal float64 the bound says nothing but the size: 0 if `value` is as
    small or as large, else inf.
    """
    size = float(abs(exact if scale is None else scale))
    if math.isinf(size):
        good = value == float(exact) if math.isinf(float(exact)) else math.isfinite(value)
        return 0.0 if good else math.inf
    if size < SMALLEST_NORMAL:
        return 0.0 if abs(value) <= 1.01 * SMALLEST_NORMAL else math.inf
    if not math.isfinite(value):
        return math.inf
    difference = CONTEXT.subtract(Decimal(float(value)), exact)
    return float(difference.copy_abs()) / math.ulp(size)


def worst(
    values: Sequence[float], exact: Sequence[Decimal], scales: Sequence[Decimal] | None = None
) -> float:
    """Return the largest of the `ulps` of a row."""
    scales = exact if scales is None else scales
    return max(ulps(float(v), d, s) for v, d, s in zip(values, exact, scales, strict=True))
