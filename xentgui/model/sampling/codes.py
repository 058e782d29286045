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
    lengths[order] = _depths(probabilities[order].tolist())
    return lengths


def _depths(weights: list[float]) -> list[int]:
    """Return the depth of each leaf in Huffman's tree over `weights`, which ascend."""
    count = len(weights)
    if count == 1:
        return [0]
    # The sums come into being in ascending order, too, so that the two least of all are at the
    # fronts of two queues.
    sums: list[float] = []
    parents = [0] * (2 * count - 1)
    leaf = inner = 0
    for node in range(count, 2 * count - 1):
        total = 0.0
        for _ in (0, 1):
            is_leaf = leaf < count and (inner >= len(sums) or weights[leaf] <= sums[inner])
            if is_leaf:
                total += weights[leaf]
                parents[leaf] = node
                leaf += 1
            else:
                total += sums[inner]
                parents[count + inner] = node
                inner += 1
        sums.append(total)
    depths = [0] * (2 * count - 1)
    for node in range(2 * count - 3, -1, -1):
        depths[node] = depths[parents[node]] + 1
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
