"""Points that are made, each set for one lesson; the same seed makes the same points.

Source of the generator: O'Neill 2014, PCG (numpy's default).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from xentgui.model.rows import Array

Classes = npt.NDArray[np.intp]


class Made(NamedTuple):
    """Points of two inputs, shape (N, 2), and the class of each, from 0, shape (N,)."""

    points: Array
    classes: Classes


def blobs(count: int, seed: int, overlap: float = 0.5, classes: int = 3) -> Made:
    """Return normal clouds on a circle of radius 2; `overlap`, above 0, is their deviation."""
    own = _even(count, classes)
    angles = np.pi / 2 + 2 * np.pi * own / classes
    middles = 2.0 * np.column_stack((np.cos(angles), np.sin(angles)))
    return Made(middles + overlap * _random(seed).standard_normal((count, 2)), own)


def two_blobs(count: int, seed: int, overlap: float = 0.5) -> Made:
    """Return two normal clouds beside each other."""
    own = _even(count, 2)
    middles = np.column_stack((np.where(own == 0, -2.0, 2.0), np.zeros(count)))
    return Made(middles + overlap * _random(seed).standard_normal((count, 2)), own)


def ring(count: int, seed: int, overlap: float = 0.25) -> Made:
    """Return a cloud, and a ring around it, which no straight line divides."""
    own, random = _even(count, 2), _random(seed)
    angles = random.uniform(0.0, 2 * np.pi, count)
    radius = np.where(own == 0, 0.0, 3.0)
    middles = radius[:, None] * np.column_stack((np.cos(angles), np.sin(angles)))
    return Made(middles + overlap * random.standard_normal((count, 2)), own)


def xor(count: int, seed: int, overlap: float = 0.5) -> Made:
    """Return four clouds, of which those across from each other have one class."""
    corner = _even(count, 4)
    middles = 2.0 * np.column_stack((1 - 2 * (corner % 2), 1 - 2 * (corner // 2)))
    own = (corner % 2) ^ (corner // 2)
    return Made(middles + overlap * _random(seed).standard_normal((count, 2)), own)


def in_a_row(count: int, seed: int, overlap: float = 0.3) -> Made:
    """Return three clouds in a row, which turn into themselves if they are turned by 180 degrees.

    So the output of least squares for the middle one is 1/3 everywhere: it is never the largest.
    The count is rounded down to one of which this is possible.
    """
    pairs = max(count // 6, 1)
    outer, inner = overlap * _random(seed).standard_normal((2, 2 * pairs, 2))
    inner[pairs:] = -inner[:pairs]
    clouds = outer - (3.0, 0.0), inner, (3.0, 0.0) - outer
    return Made(np.stack(clouds, axis=1).reshape(-1, 2), _even(6 * pairs, 3))


def one_outlier(count: int, seed: int, overlap: float = 0.5) -> Made:
    """Return two clouds, and a point of the second far behind it, which moves means but no labels."""
    points, own = two_blobs(count, seed, overlap)
    points[int(np.flatnonzero(own == 1)[-1])] = 20.0, 0.0
    return Made(points, own)


MADE: Mapping[str, Callable[[int, int, float], Made]] = MappingProxyType(
    {
        "blobs": blobs,
        "two_blobs": two_blobs,
        "ring": ring,
        "xor": xor,
        "in_a_row": in_a_row,
        "one_outlier": one_outlier,
    }
)
"""All of them, by key; called with how many points, 4 or more, the seed, and the overlap."""


def _even(count: int, classes: int) -> Classes:
    return np.arange(count) % classes


def _random(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)
