"""The Huffman code of what a snapshot is drawn from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from xentgui.model.rows import Array, locked
from xentgui.model.sampling.codes import MOST_CODED, huffman_lengths, mean_length
from xentgui.model.sampling.sampler import sampled
from xentgui.model.snapshot import Snapshot


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A code.

    Attributes
    ----------
    snapshot
        What it is of.
    words
        The bits of the word of each class, shape (K,); None of so many classes that none is made.
    mean
        Their mean, NaN without words.
    """

    snapshot: Snapshot
    words: Array | None
    mean: float


@lru_cache(maxsize=2)  # by identity
def coded(snapshot: Snapshot) -> Coded:
    """Return the code for what is drawn from."""
    p = sampled(snapshot).probabilities
    if len(p) > MOST_CODED:
        return Coded(snapshot, None, math.nan)
    words = locked(huffman_lengths(p))
    return Coded(snapshot, words, mean_length(p, words))
