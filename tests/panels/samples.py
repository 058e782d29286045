"""States that are hard to draw."""

from __future__ import annotations

import math

import numpy as np

from xentgui.model import State, default_labels


def _many(count: int) -> State:
    rng = np.random.default_rng(7)
    target = np.zeros(count)
    target[count // 3] = 1.0
    return State(default_labels(count), rng.normal(0, 3, count), target)


OPENING = State(default_labels(3), (2.33, -1.46, 0.56), (1, 0, 0))

HARD = {
    "opening": OPENING,
    "two classes": State(("a", "b"), (0, 0), (0.5, 0.5)),
    "switched off": State(("a", "b", "c"), (0, -math.inf, 1), (0, 0, 1)),
    "asked for the impossible": State(("a", "b", "c"), (0, -math.inf, 1), (0, 1, 0)),
    "only one possible": State(("a", "b"), (3, -math.inf), (1, 0)),
    "far apart": State(("a", "b", "c"), (123, 456, 789), (1, 0, 0)),
    "nearly certain": State(("a", "b", "c"), (40, 0, 0), (1, 0, 0)),
    "extreme": State(("a", "b"), (1e308, -1e308), (0, 1)),
    "cold": State(("a", "b", "c"), (1, 1, 0), (0, 0, 1), temperature=0),
    "hot": State(("a", "b", "c"), (1, 2, 3), (0, 0, 1), temperature=math.inf),
    "no target": State(("a", "b", "c"), (1, 2, 3), (0, 0, 0)),
    "target too large": State(("a", "b", "c"), (1, 2, 3), (7.5, 0, 2)),
    "smoothed": State(("a", "b", "c"), (1, 2, 3), (0, 0, 1), label_smoothing=0.1),
    "evenly smoothed": State(("a", "b", "c"), (1, 2, 3), (0, 0, 1), label_smoothing=1),
    "long names": State(("w" * 200, "", "<b>&amp;</b> 数据"), (1, 2, 3), (0, 0, 1)),
    "a dozen": _many(12),
    "fifty": _many(50),
    "a thousand": _many(1000),
    "a vocabulary": _many(50_257),
}
