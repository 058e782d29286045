"""Codes for a distribution: how many bits each class takes.

Sources: Huffman 1952, :doi:`10.1109/JRPROC.1952.273898`; in linear time from sorted probabilities:
van Leeuwen 1976; arithmetic code: Witten, Neal & Cleary 1987, :doi:`10.1145/214762.214771`.
"""

from __future__ import annotations

import math

import numpy as np

from xentgui.model.rows import Array

MOST_CODED = 100_000
"""The most classes for which a Huffman code is made; more would take longer than a blink."""


def huffman_lengths(probabilities: Array) -> Array:
    """Return the bits that the word of each class has, shape (K,); inf where p is 0.

    A class that is certain needs no bits.

    >>> huffman_lengths(np.array([0.5, 0.25, 0.125, 0.125])).tolist()
    [1.0, 2.0, 3.0, 3.0]
    """
    on = np.flatnonzero(probabilities > 0.0)
    order = on[np.argsort(probabilities[on], kind="stable")]
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
        least = np.sort(
            np.concatenate((keys[leaf : min(leaf + 2, count)], keys[inner : inner + 2]))
        )
        bound = least[0] + least[1]
        leaves = leaf + int(np.searchsorted(keys[leaf:count], bound, side="right"))
        inners = inner + int(np.searchsorted(keys[inner:made], bound, side="right"))
        places = np.searchsorted(keys[leaf:leaves], keys[inner:inners], side="right")
        nodes = np.insert(np.arange(leaf, leaves), places, np.arange(inner, inners))
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
