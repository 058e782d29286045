"""The states that are edited, and the edits."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np

from xentgui.model import State
from xentgui.model.edits import with_logit

SIZES = (3, 10, 100, 1000, 10_000, 50_257)
"""Classes, from the opening example to the vocabulary of a language model."""


def state(classes: int) -> State:
    """Return a state with `classes` classes and a one-hot target; every run gives the same."""
    if classes == 3:
        return State(("cat", "dog", "owl"), (2.33, -1.46, 0.56), (1.0, 0.0, 0.0))
    logits = np.random.default_rng(classes).normal(0.0, 2.0, classes)
    target = np.zeros(classes)
    target[classes // 3] = 1.0
    return State([f"class {k + 1}" for k in range(classes)], logits.tolist(), target.tolist())


def edits(start: State) -> Iterator[State]:
    """Yield edits of the target class, as a drag makes them, without end."""
    index = start.target.index(1.0)
    here = start
    for nth in itertools.count(1):
        here = with_logit(here, index, start.logits[index] + 0.4 * math.sin(0.7 * nth))
        yield here
