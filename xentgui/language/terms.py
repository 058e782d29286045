"""The terms of a formula on one line: what stands between its signs, and within its brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_SIGN: Final = re.compile(r"\s+[=+−·/→←≤<~|]\s+|·")
_COMMA: Final = re.compile(r"\s+[=+−·/→←≤<~|]\s+|·|,\s+")
"""Between the brackets of a function, commas part arguments, and no terms."""


@lru_cache(maxsize=256)
def terms(formula: str) -> tuple[tuple[int, int], ...]:
    """Return the first place of each term and the place after it, from left to right.

    A bracket that has terms of its own is a term, too, and stands before them.

    >>> [text for text, _ in named_terms("∂L/∂z = (p − y) / T")]
    ['∂L/∂z', '(p − y)', 'p', 'y', 'T']
    >>> [text for text, _ in named_terms("H(y, p) = H(y) + D(y‖p)")]
    ['H(y, p)', 'H(y)', 'D(y‖p)']
    """
    found = tuple(_within(formula, 0, len(formula), _COMMA))
    return found if len(found) > 1 else ()  # one term is the formula


def named_terms(formula: str) -> tuple[tuple[str, int], ...]:
    """Return each term as it is written, and its number, from 1."""
    return tuple((formula[a:b], at) for at, (a, b) in enumerate(terms(formula), 1))


def _within(
    formula: str, start: int, end: int, signs: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    for first, last in _apart(formula, start, end, signs):
        yield first, last
        for inner in _brackets(formula, first, last):
            if len(list(_apart(formula, *inner, _SIGN))) > 1:
                yield from _within(formula, *inner, _SIGN)


def _apart(formula: str, start: int, end: int, signs: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield what stands between the signs that are in no bracket, and between no bars."""
    depth, bars, at, first = 0, False, start, start
    while at < end:
        sign = None if depth or bars else signs.match(formula, at, end)
        if sign is not None:
            if first < at:
                yield first, at
            at = first = sign.end()
            continue
        depth += {"(": 1, ")": -1}.get(formula[at], 0)
        bars ^= formula[at] == "|"
        at += 1
    if first < end:
        yield first, end


def _brackets(formula: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the insides of the outermost brackets."""
    depth, first = 0, start
    for at in range(start, end):
        if formula[at] == "(":
            depth += 1
            first = at + 1 if depth == 1 else first
        elif formula[at] == ")":
            depth -= 1
            if depth == 0:
                yield first, at
