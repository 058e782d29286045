"""Classes that stand in another order: the order alone, whatever belongs to the classes.

Names and numbers of 50 000 classes take megabytes in a journal, and more time than to sort them.
"""

from __future__ import annotations

import binascii
from typing import Any, Final

import numpy as np

from xentgui.documents.subject_formats import format_of
from xentgui.model.shared_names import inverse
from xentgui.model.subjects import Subject

_LEAST: Final = 1000
"""Fewer classes that have moved are held as what changed, which is short and is read by all."""

_KINDS: Final = {2: "<u2", 4: "<u4"}  # by the bytes of a number


class OrderChange:
    """The order of a stretch of the classes, from class `at` on; nothing else has changed."""

    __slots__ = ("_at", "_order")

    def __init__(self, at: int, order: np.ndarray) -> None:
        """`order` counts from `at`, and has each number once."""
        self._at, self._order = at, order

    def after(self, before: Subject) -> Subject:
        """Return the subject with its classes in that order."""
        return _in_order(before, self._at, self._order.astype(np.intp))

    def before(self, after: Subject) -> Subject:
        """Return the subject with its classes in the order that they had."""
        return _in_order(after, self._at, inverse(self._order))

    def encode(self) -> dict[str, Any]:
        """Return what `decode` needs, as JSON."""
        numbers = binascii.b2a_base64(self._order.tobytes(), newline=False).decode()
        return {"order": numbers, "bytes": self._order.itemsize, "at": self._at}


def order_difference(before: Subject, after: Subject) -> OrderChange | None:
    """Return the order that makes `after` of `before`; None if that is not all, or if it is short."""
    find = format_of(before).order if type(before) is type(after) else None
    order = None if find is None else find(before, after)
    moved = np.empty(0) if order is None else np.flatnonzero(order != np.arange(len(order)))
    if order is None or not moved.size:
        return None
    at, end = int(moved[0]), int(moved[-1]) + 1
    if end - at < _LEAST:
        return None
    wide = 2 if end - at <= 1 << 16 else 4
    return OrderChange(at, (order[at:end] - at).astype(_KINDS[wide]))


def decode(change: dict[str, Any], before: Subject) -> OrderChange:
    """Return the change of `before` that `encode` has written.

    Raises ValueError, TypeError or LookupError for what no change has written.
    """
    data = binascii.a2b_base64(change["order"], strict_mode=True)
    order, at = np.frombuffer(data, _KINDS[change["bytes"]]), change["at"]
    count = len(before.resolve().names)
    if type(at) is not int or not 0 <= at <= at + len(order) <= count:
        raise ValueError("an order names classes that there are not")
    if format_of(before).in_order is None:
        raise ValueError("the classes of this kind of subject have no order")
    if not np.array_equal(np.sort(order), np.arange(len(order))):
        raise ValueError("an order names each class once")
    return OrderChange(at, order)


def _in_order(subject: Subject, at: int, stretch: np.ndarray) -> Subject:
    in_order = format_of(subject).in_order
    assert in_order is not None
    order = np.arange(len(subject.resolve().names))
    order[at : at + len(stretch)] = stretch + at
    return in_order(subject, order)
