"""The order of classes by a number or by their names: of 50 000 of them within a part of a frame.

Python takes 40 ms to compare so many names, and numpy four times as long for a stable order as for
one in which ties stand anywhere.  Here eight bytes of each name are compared at once, as a number,
and ties are put into their order afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

_BETWEEN = "\0"  # ends a name; less than any letter, so that a name comes before longer ones
_WORD = 8  # bytes that are compared at once
_MASKS = np.array([0] + [2**64 - 2 ** (64 - 8 * n) for n in range(1, _WORD + 1)], dtype=np.uint64)
_LAST_BYTE = np.uint64(255)
_BLANKS = "".join(letter for letter in map(chr, range(0x3001)) if letter.isspace())
_IS_BLANK = np.array([chr(byte) in _BLANKS for byte in range(128)] + [False] * 128)
_IS_ZERO = np.arange(256) == ord("0")
_IS_DIGIT = np.array([chr(byte) in "0123456789" for byte in range(256)])


def ascending(values: NDArray[Any]) -> NDArray[np.intp]:
    """Return the order of `values`, shape (K,), none of which is NaN; tied ones in their own order.

    What ``numpy.argsort(values, kind="stable")`` returns.

    >>> ascending(np.array([0.5, 0.0, 0.5, -1.0])).tolist()
    [3, 1, 0, 2]
    """
    if (values[1:] >= values[:-1]).all():
        return np.arange(len(values))
    order = np.argsort(values)
    _settle_ties(order, _is_as_before(values[order]))
    return order


def name_ranks(labels: Sequence[str]) -> NDArray[np.intp]:
    """Return how many different names come before each of `labels`, shape (K,); equal for tied ones.

    They stand in the order of their letters, whatever their case and the blanks at their ends; or,
    if all of them are whole numbers, in that of these.

    >>> name_ranks(["b", "10", " B", "9"]).tolist(), name_ranks(["10", "9"]).tolist()
    ([2, 0, 2, 1], [1, 0])
    """
    order, same = _in_order(labels)
    ranks = np.empty(len(order), dtype=np.intp)
    ranks[order] = np.cumsum(~same) - 1
    return ranks


def _in_order(labels: Sequence[str]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Return the order of `labels`, and whether a name is tied with the one before it, (K,) each."""
    whole = _BETWEEN.join(labels)
    if not whole.isascii():
        if all(label.strip().isdecimal() for label in labels):  # the first one says no, usually
            values = np.array([int(label) for label in labels], dtype=object)
            order = ascending(values)
            return order, _is_as_before(values[order])
        if any(blank in whole for blank in _BLANKS if not blank.isascii()):
            whole = _BETWEEN.join(map(str.strip, labels))
    if whole.count(_BETWEEN) >= len(labels):
        keys = [label.strip().casefold() for label in labels]
        order = np.array(sorted(range(len(keys)), key=keys.__getitem__))
        return order, _is_as_before(np.array(keys, dtype=object)[order])
    # Bytes of UTF-8 stand in the order of their letters.  The zeros at the end are read, not used.
    data = f"{whole.casefold()}{_BETWEEN * _WORD}".encode("utf-8", "surrogatepass")
    names = _Names(np.frombuffer(data, dtype=np.uint8), len(labels))
    if not names.are_digits():
        return names.order()
    names.starts = names.past(_IS_ZERO)
    order, same = names.order()
    by = ascending((names.ends - names.starts)[order])
    return order[by], _is_as_before(np.cumsum(~same)[by])


class _Names:
    """Names in `data`, each of which ends with a zero; `ends` are the places of these zeros."""

    def __init__(self, data: NDArray[np.uint8], count: int) -> None:
        self.data = data
        self.ends = np.flatnonzero(data == 0)[:count]
        self.starts = np.concatenate(([0], self.ends[:-1] + 1))
        self.starts = self.past(_IS_BLANK)
        left = np.flatnonzero((self.ends > self.starts) & _IS_BLANK[data[self.ends - 1]])
        while left.size:
            self.ends[left] -= 1
            left = left[_IS_BLANK[data[self.ends[left] - 1]]]

    def past(self, some: NDArray[np.bool_]) -> NDArray[np.intp]:
        """Return where the first byte of each name is that is not one of `some`."""
        starts = self.starts.copy()
        left = np.flatnonzero(some[self.data[starts]])
        while left.size:
            starts[left] += 1
            left = left[some[self.data[starts[left]]]]
        return starts

    def are_digits(self) -> bool:
        """Return whether each name is a whole number."""
        lengths = self.ends - self.starts
        if not (_IS_DIGIT[self.data[self.starts[0]]] and lengths.all()):
            return False
        return int(np.count_nonzero(_IS_DIGIT[self.data])) == int(lengths.sum())

    def order(self) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return the order by the first bytes, and where these are tied by the next ones.

        With it goes whether a name is the one before it.
        """
        order = np.arange(len(self.starts))
        equal = np.zeros(len(order), dtype=bool)  # whether a name is the one before it
        # What is tied so far, with a number for those that are tied with one another.
        places, groups = order.copy(), np.zeros(len(order), dtype=np.uint64)
        at, wide = 0, _WORD
        while places.size:
            rows = order[places]
            keys = groups << np.uint64(8 * wide) | self._words(rows, at, wide)
            by = np.argsort(keys)
            keys = keys[by]
            order[places] = rows[by]
            same, goes_on = _is_as_before(keys), (keys & _LAST_BYTE) > 0
            equal[places] = same & ~goes_on  # they have ended together
            goes_on &= _is_tied(same)
            places = places[goes_on]
            groups = np.cumsum(~same, dtype=np.uint64)[goes_on]
            at, wide = at + wide, (8 * _WORD - len(order).bit_length()) // 8
        return order, equal

    def _words(self, rows: NDArray[np.intp], at: int, wide: int) -> NDArray[np.uint64]:
        """Return `wide` bytes of the names in `rows`, from byte `at` on, as one number each."""
        count = len(self.data) - _WORD + 1
        every = np.ndarray((count,), dtype=">u8", buffer=self.data, strides=(1,))
        starts, ends = self.starts[rows] + at, self.ends[rows]
        words: NDArray[np.uint64] = every[np.minimum(starts, count - 1)].astype(np.uint64)
        words &= _MASKS[np.clip(ends - starts, 0, wide)]
        words >>= np.uint64(8 * (_WORD - wide))
        return words


def _is_as_before(ordered: NDArray[Any]) -> NDArray[np.bool_]:
    """Return whether a value is the one before it, shape (K,)."""
    same = np.zeros(len(ordered), dtype=bool)
    same[1:] = ordered[1:] == ordered[:-1]
    return same


def _is_tied(same: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return whether a value is the one before it or behind it, shape (K,)."""
    tied = same.copy()
    tied[:-1] |= same[1:]
    return tied


def _settle_ties(order: NDArray[np.intp], same: NDArray[np.bool_]) -> None:
    """Let the numbers in `order` ascend wherever one is tied with the one before it."""
    if not same.any():
        return
    places = np.flatnonzero(_is_tied(same))
    own = order[places]
    first = np.cumsum(~same)[places] * (int(own.max()) + 1)  # a number for each group of tied ones
    keys = first + own
    keys.sort()
    order[places] = keys - first
