"""What changed in one part of a subject: an array, a list of texts or whole numbers, or a single value.

A change holds only what differs, and works in both directions.  Its JSON holds what is needed to
go forward, because a journal is read from its beginning.
"""

from __future__ import annotations

import binascii
from typing import Any, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt

Part: TypeAlias = "npt.NDArray[Any] | tuple[str, ...] | tuple[int, ...] | float | str | bool | None"
"""A part of a subject: an array, a list of texts or whole numbers, or one value that JSON holds."""

_MOST_SHARED = 2
"""A list of which less than one part in so many stays is replaced as a whole."""

_CHUNK = 256

_LONG, _BETWEEN = 1000, "\n"  # entries of a long list, and what is between its texts


class PartChange(Protocol):
    """The difference between two values of a part."""

    def after(self, before: Any) -> Any:
        """Return the value after the change."""

    def before(self, after: Any) -> Any:
        """Return the value before the change."""

    def encode(self) -> dict[str, Any]:
        """Return what `decode` needs, as JSON."""


class Flipped:
    """The bits that differ between two arrays of one shape; flipping them twice changes nothing.

    Attributes
    ----------
    places
        The places of the numbers that differ, as the bytes of an array; or the first place, if the
        numbers follow one another.
    bits
        The differing bits of each of these numbers.
    """

    __slots__ = ("bits", "places")

    def __init__(self, places: bytes | int, bits: bytes) -> None:
        self.places, self.bits = places, bits

    def after(self, before: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return a new array with the bits flipped."""
        array = before.copy()
        flips = np.frombuffer(self.bits, np.uint64)
        flat = array.reshape(-1).view(np.uint64)
        if isinstance(self.places, int):
            flat[self.places : self.places + flips.size] ^= flips
        else:
            flat[np.frombuffer(self.places, np.uint32)] ^= flips
        return array

    before = after

    def encode(self) -> dict[str, Any]:
        """Return places and bits."""
        places = self.places if isinstance(self.places, int) else _text(self.places)
        return {"at": places, "flip": _text(self.bits)}


class Spliced:
    """A stretch of a list, or of the rows of an array, and what stands there instead."""

    __slots__ = ("at", "new", "old")

    def __init__(self, at: int, old: Any, new: Any) -> None:
        self.at, self.old, self.new = at, old, new

    def after(self, before: Any) -> Any:
        """Return the list with `new` in place of `old`."""
        return _spliced(before, self.at, len(self.old), self.new)

    def before(self, after: Any) -> Any:
        """Return the list with `old` in place of `new`."""
        return _spliced(after, self.at, len(self.new), self.old)

    def encode(self) -> dict[str, Any]:
        """Return the place, how much goes, and what comes."""
        return {"at": self.at, "out": len(self.old), "in": _encoded(self.new)}


class Swapped:
    """Two values of which nothing is shared; both are kept as they are."""

    __slots__ = ("new", "old")

    def __init__(self, old: Part, new: Part) -> None:
        self.old, self.new = old, new

    def after(self, _before: Part) -> Part:
        """Return the later value."""
        return self.new

    def before(self, _after: Part) -> Part:
        """Return the earlier value."""
        return self.old

    def encode(self) -> dict[str, Any]:
        """Return the later value."""
        return {"to": _encoded(self.new)}


def part_difference(before: Part, after: Part) -> PartChange | None:
    """Return what changed between two values of a part; None if nothing did."""
    if before is after:
        return None
    if isinstance(before, np.ndarray) and isinstance(after, np.ndarray):
        return _array_difference(before, after)
    if isinstance(before, tuple) and isinstance(after, tuple):
        return None if before == after else _stretch(before, after, *_ends_of_lists(before, after))
    return None if before == after else Swapped(before, after)


def decode(change: dict[str, Any], before: Part) -> PartChange:
    """Return the change of `before` that `encode` has written.

    Raises ValueError, TypeError or LookupError for what no change has written.
    """
    if "to" in change:
        return Swapped(before, _decoded(change["to"]))
    at = change["at"]
    if "flip" in change:
        return _decoded_flip(at, _bytes(change["flip"]), before)
    out, new = change["out"], _decoded(change["in"])
    if not 0 <= at <= at + out <= len(before):  # type: ignore[arg-type]
        raise ValueError("a stretch lies outside of its list")
    old = before[at : at + out]  # type: ignore[index]
    return Spliced(at, old.copy() if isinstance(old, np.ndarray) else old, new)


def _decoded_flip(at: int | str, bits: bytes, before: Part) -> Flipped:
    if not isinstance(before, np.ndarray) or before.dtype.itemsize != 8:
        raise TypeError("only the bits of an array of numbers can be flipped")
    if type(at) is int:
        places: int | bytes = at
        fits = 0 <= at <= at + len(bits) // 8 <= before.size
    else:
        places = _bytes(str(at))
        numbers = np.frombuffer(places, np.uint32)
        fits = numbers.size * 8 == len(bits) and bool((numbers < before.size).all())
    if not fits:
        raise ValueError("bits lie outside of their array")
    return Flipped(places, bits)


def _array_difference(before: npt.NDArray[Any], after: npt.NDArray[Any]) -> PartChange | None:
    if before.dtype != after.dtype or before.dtype.itemsize != 8:
        return Swapped(before, after)
    if before.shape != after.shape:
        if not before.ndim or before.shape[1:] != after.shape[1:]:
            return Swapped(before, after)
        return _stretch(before, after, *_ends_of_rows(before, after))
    flips = _bits(before) ^ _bits(after)
    places = np.flatnonzero(flips)
    if not places.size:
        return None
    first, last = int(places[0]), int(places[-1]) + 1
    # A place takes half as many bytes as the bits that differ there.
    if 2 * (last - first) <= 3 * places.size or flips.size > 2**32:
        return Flipped(first, flips[first:last].tobytes())
    return Flipped(places.astype(np.uint32).tobytes(), flips[places].tobytes())


def _bits(array: npt.NDArray[Any]) -> npt.NDArray[np.uint64]:
    return np.ascontiguousarray(array).reshape(-1).view(np.uint64)


def _stretch(before: Any, after: Any, head: int, tail: int) -> PartChange:
    """Return the change of two lists that share `head` entries at the front and `tail` behind."""
    if _MOST_SHARED * (head + tail) < max(len(before), len(after)):
        return Swapped(before, after)
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if isinstance(before, np.ndarray):  # a view would keep all of the array
        old, new = old.copy(), new.copy()
    return Spliced(head, old, new)


def _ends_of_rows(before: npt.NDArray[Any], after: npt.NDArray[Any]) -> tuple[int, int]:
    least = min(len(before), len(after))

    def shared(one: npt.NDArray[Any], other: npt.NDArray[Any]) -> int:
        differs = (_bits(one) != _bits(other)).reshape(least, -1).any(axis=1)
        return int(differs.argmax()) if differs.any() else least

    if not least:
        return 0, 0
    head = shared(before[:least], after[:least])
    tail = shared(before[::-1][:least], after[::-1][:least])
    return head, min(tail, least - head)


def _ends_of_lists(before: tuple[Any, ...], after: tuple[Any, ...]) -> tuple[int, int]:
    least = min(len(before), len(after))
    head = tail = 0
    # Python compares tuples of the same objects fast, much faster than one by one.
    for width in (_CHUNK, 1):
        while head < least and before[head : head + width] == after[head : head + width]:
            head += width
    head = min(head, least)
    for width in (_CHUNK, 1):
        # Only stretches are copied: to turn a long list round takes longer than the rest.
        while tail < least - head and _from_behind(before, tail, width) == _from_behind(
            after, tail, width
        ):
            tail += width
    return head, min(tail, least - head)


def _from_behind(one: tuple[Any, ...], tail: int, width: int) -> tuple[Any, ...]:
    end = len(one) - tail
    return one[max(end - width, 0) : end]


def _spliced(values: Any, at: int, out: int, new: Any) -> Any:
    if isinstance(values, np.ndarray):
        return np.concatenate((values[:at], new, values[at + out :]))
    return (*values[:at], *new, *values[at + out :])


def _encoded(value: Part) -> Any:
    if isinstance(value, np.ndarray):
        shape, kind = list(value.shape), value.dtype.str
        return {"shape": shape, "kind": kind, "bits": _text(np.ascontiguousarray(value).tobytes())}
    if isinstance(value, tuple):
        return _encoded_list(value) if len(value) >= _LONG else list(value)
    return value


def _encoded_list(values: tuple[str, ...] | tuple[int, ...]) -> Any:
    """Return a long list as one text: entry by entry, JSON takes ten times as long."""
    if isinstance(values[0], str):
        whole = _BETWEEN.join(values)
        return {"texts": whole} if whole.count(_BETWEEN) == len(values) - 1 else list(values)
    return {"whole": _text(np.array(values, dtype="<i8").tobytes())}


def _decoded(value: Any) -> Any:
    if isinstance(value, dict) and "texts" in value:
        return tuple(str(value["texts"]).split(_BETWEEN))
    if isinstance(value, dict) and "whole" in value:
        return tuple(np.frombuffer(_bytes(value["whole"]), "<i8").tolist())
    if isinstance(value, dict):
        array = np.frombuffer(_bytes(value["bits"]), np.dtype(value["kind"]))
        return array.reshape(value["shape"]).copy()
    return tuple(value) if isinstance(value, list) else value


def _text(data: bytes) -> str:
    return binascii.b2a_base64(data, newline=False).decode()


def _bytes(text: str) -> bytes:
    return binascii.a2b_base64(text, strict_mode=True)
