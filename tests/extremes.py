"""States at the ends of what numbers can say, and beyond what an axis can show."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import product

from tests.pairs import in_pairs
from xentgui.model import RefusedError, State, default_labels

INF = math.inf
LARGEST = 1.7976931348623157e308

LOGITS = {
    "plain": (2.0, -1.0, 0.5),
    "one off": (0.0, -INF, 1.0),
    "one on": (3.0, -INF, -INF),
    "two classes": (1.0, -INF),
    "1e308": (1e308, -1e308, 0.0),
    "the largest": (LARGEST, -LARGEST, 0.0),
    "8e307": (8e307, 1.0, -8e307),
    "all 8e307": (8e307, 8e307, 8e307),
    "subnormal": (1e-308, 0.0, -5e-324),
}
TEMPERATURES = (1.0, 0.0, 5e-324, 1e-308, 1e308, INF)
TARGETS = {
    "one": (1.0, 0.0, 0.0),
    "nothing": (0.0, 0.0, 0.0),
    "8e307": (8e307, 0.0, 0.0),
    "1.7e308": (0.0, 0.0, 1.7e308),
    "1e-308": (1e-308, 1e-308, 1e-308),
    "1e300 and 1e-300": (1e300, 1e-300, 1e-300),
}
SMOOTHINGS = (0.0, 0.1, 1.0)


Extremes = tuple[str, float, str, float]
"""The name of logits, a temperature, the name of a target and a smoothing."""


def every() -> list[Extremes]:
    """Return all combinations of these extremes."""
    return [*product(LOGITS, TEMPERATURES, TARGETS, SMOOTHINGS)]


def states(step: int = 1) -> Iterator[tuple[str, State]]:
    """Yield a name and a state: one of `step` of all combinations that are not refused."""
    return _states(every()[::step])


def states_in_pairs() -> Iterator[tuple[str, State]]:
    """Yield a name and a state: some sixty, in which each two of all these extremes meet."""
    return _states(in_pairs(every()))


def _states(combinations: Iterable[Extremes]) -> Iterator[tuple[str, State]]:
    for name, temperature, aim, smoothing in combinations:
        logits = LOGITS[name]
        count = len(logits)
        try:
            state = State(
                default_labels(count),
                logits,
                TARGETS[aim][:count],
                temperature=temperature,
                label_smoothing=smoothing,
            )
        except RefusedError:
            continue
        yield f"{name}, T = {temperature:g}, target {aim}, smoothing {smoothing:g}", state


USUAL = State(default_labels(3), LOGITS["plain"], TARGETS["one"])

CHOSEN = {
    name: State(default_labels(len(logits)), logits, target[: len(logits)], temperature=temperature)
    for name, logits, target, temperature in (
        ("off", LOGITS["one off"], TARGETS["one"], 1.0),
        ("T = 0", LOGITS["plain"], TARGETS["one"], 0.0),
        ("T = 1e-308", LOGITS["plain"], TARGETS["one"], 1e-308),
        ("T = inf", LOGITS["plain"], TARGETS["one"], INF),
        ("T = 1e308", LOGITS["plain"], TARGETS["one"], 1e308),
        ("8e307", LOGITS["8e307"], TARGETS["one"], 1.0),
        ("the largest", LOGITS["the largest"], TARGETS["one"], 1.0),
        ("1e-308", LOGITS["subnormal"], TARGETS["1e-308"], 1.0),
        ("no target", LOGITS["plain"], TARGETS["nothing"], 1.0),
        ("a target of 8e307", LOGITS["plain"], TARGETS["8e307"], 1.0),
        ("two classes", LOGITS["two classes"], TARGETS["one"], 1.0),
        ("50 257", LOGITS["8e307"] * 16_752 + (-INF,), (0.0,) * 50_256 + (1.0,), 1e-308),
    )
}
"""One of each kind, for what takes long."""
