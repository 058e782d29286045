"""Codes for a distribution: how many bits each class takes.

Sources: Huffman 1952, :doi:`10.1109/JRPROC.1952.273898`; in linear time from sorted probabilities:
van Leeuwen 1976; arithmetic code: Witten, Neal & Cleary 1987, :doi:`10.1145/214762.214771`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from xentgui.model.class_order import ascending
from xentgui.model.rows import Array, locked
from xentgui.model.sampling.sampler import sampled
from xentgui.model.snapshot import Snapshot

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST_CODED = 100_000
"""The most classes for which a Huffman code is made; more would take longer than a blink."""


def huffman_lengths(probabilities: Array) -> Array:
    """Return the bits that the word of each class has, shape (K,); inf where p is 0.

    A class that is certain needs no bits.

    >>> huffman_lengths(np.array([0.5, 0.25, 0.125, 0.125])).tolist()
    [1.0, 2.0, 3.0, 3.0]
    """
    on = np.flatnonzero(probabilities > 0.0)
    order = on[ascending(probabilities[on])]
    lengths = np.full(len(probabilities), math.inf)
    lengths[order] = _depths(probabilities[order])
    return lengths


def _depths(weights: Array) -> Array:
    """Return the depth of each leaf in Huffman's tree over `weights`, which ascend; shape (K,).

    No sum is less than that of the two least, so that all that are not above it can be paired at
    once.  At equal weights, leaves come before sums, and sums in the order of their making.
    """
    count = len(weights)
    parents = np.zeros(2 * count - 1, dtype=np.intp)
    # The sums come into being in ascending order, too: two queues, each with its least in front.
    keys = np.concatenate((weights, np.full(count, math.inf)))
    leaf, inner, made = 0, count, count
    rounds: list[tuple[int, int]] = []  # the first node that each has made, and the next one
    while (count - leaf) + (made - inner) > 1:
        least = sorted(
            (*keys[leaf : min(leaf + 2, count)].tolist(), *keys[inner : inner + 2].tolist())
        )
        bound = least[0] + least[1]
        leaves = leaf + int(keys[leaf:count].searchsorted(bound, side="right"))
        inners = inner + int(keys[inner:made].searchsorted(bound, side="right"))
        nodes = _merged(keys, leaf, leaves, inner, inners)
        nodes = nodes[: len(nodes) // 2 * 2]
        own = np.arange(made, made + len(nodes) // 2)
        keys[own] = keys[nodes[0::2]] + keys[nodes[1::2]]
        parents[nodes[0::2]] = parents[nodes[1::2]] = own
        taken = int(np.count_nonzero(nodes < count))
        leaf, inner = leaf + taken, inner + len(nodes) - taken
        rounds.append((made, made + len(own)))
        made += len(own)
    depths = np.zeros(2 * count - 1)
    for first, end in reversed(rounds[:-1]):
        depths[first:end] = depths[parents[first:end]] + 1.0
    if count > 1:
        depths[:count] = depths[parents[:count]] + 1.0
    return depths[:count]


def _merged(keys: Array, leaf: int, leaves: int, inner: int, inners: int) -> NDArray[np.intp]:
    """Return the nodes of two stretches in which `keys` ascend as one, leaves before sums."""
    places = keys[leaf:leaves].searchsorted(keys[inner:inners], side="right")
    places += np.arange(inners - inner)
    nodes = np.empty(leaves - leaf + inners - inner, dtype=np.intp)
    is_leaf = np.ones(len(nodes), dtype=bool)
    is_leaf[places] = False
    nodes[is_leaf] = np.arange(leaf, leaves)
    nodes[places] = np.arange(inner, inners)
    return nodes


def mean_length(probabilities: Array, lengths: Array) -> float:
    """Return the mean length of the words, in bits."""
    on = probabilities > 0.0
    return float((probabilities[on] * lengths[on]).sum())


def arithmetic_bits(ideal: float) -> float:
    """Return the bits of an arithmetic code for a message, of which -log2 P is `ideal`.

    Its interval is as wide as P, and so holds all numbers that begin with that many binary digits,
    rounded up, and one more.  The one bit is for the whole message, however long it is.

    >>> arithmetic_bits(72.3)
    74.0
    """
    return math.ceil(ideal) + 1.0 if math.isfinite(ideal) else math.inf


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
