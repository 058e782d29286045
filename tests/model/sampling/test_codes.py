"""Codes against their definitions: the best prefix code, and exact intervals."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xentgui.model.sampling.codes import arithmetic_bits, huffman_lengths, mean_length

WEIGHTS = st.lists(st.floats(1e-9, 1.0), min_size=2, max_size=6).map(
    lambda weights: np.array(weights) / math.fsum(weights)
)


def _best(p: np.ndarray) -> float:
    """Return the least mean length of all prefix codes, by looking at all lengths."""
    descending = sorted(p.tolist(), reverse=True)
    lengths = combinations_with_replacement(range(1, len(p)), len(p))
    return min(
        math.fsum(weight * length for weight, length in zip(descending, one, strict=True))
        for one in lengths
        if sum(Fraction(1, 2**length) for length in one) <= 1
    )


@given(WEIGHTS)
def test_that_no_prefix_code_is_shorter_than_huffmans(p: np.ndarray) -> None:
    lengths = huffman_lengths(p)

    assert mean_length(p, lengths) == pytest.approx(_best(p), abs=1e-12)
    assert sum(Fraction(1, 2 ** int(length)) for length in lengths) == 1


@given(WEIGHTS)
def test_that_a_code_is_within_a_bit_of_the_entropy(p: np.ndarray) -> None:
    entropy = float(-(p * np.log2(p)).sum())

    assert entropy - 1e-12 <= mean_length(p, huffman_lengths(p)) < entropy + 1.0


def test_that_what_is_certain_takes_no_bits_and_what_is_impossible_no_word() -> None:
    assert huffman_lengths(np.array([0.0, 1.0, 0.0])).tolist() == [math.inf, 0.0, math.inf]
    assert huffman_lengths(np.array([0.5, 0.0, 0.5])).tolist() == [1.0, math.inf, 1.0]


@given(st.lists(st.integers(0, 2), min_size=1, max_size=12))
def test_that_an_arithmetic_code_fits_into_its_bits(message: list[int]) -> None:
    p = [Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)]
    low, width = Fraction(0), Fraction(1)
    for letter in message:
        low += width * sum(p[:letter], Fraction(0))
        width *= p[letter]

    bits = 0
    while not math.ceil(low * 2**bits) + 1 <= (low + width) * 2**bits:
        bits += 1  # until all numbers that begin with so many digits are in the interval

    ideal = -math.log2(float(width))
    assert bits <= arithmetic_bits(ideal - 1e-12)
    assert bits >= math.floor(ideal)
