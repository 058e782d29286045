"""The order in which rows are shown, and which of them are shown."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from xentgui.reading.samples.scan import Scan


class Order(StrEnum):
    """The orders in which rows can be shown."""

    FILE = "file"
    LARGEST_LOSS = "largest_loss"
    SMALLEST_LOSS = "smallest_loss"
    LEAST_CONFIDENT = "least_confident"
    MOST_CONFIDENT = "most_confident"

    @property
    def needs_loss(self) -> bool:
        """Whether the order exists only for rows with targets."""
        return self in {Order.LARGEST_LOSS, Order.SMALLEST_LOSS}


def available(scan: Scan) -> tuple[Order, ...]:
    """Return the orders that `scan` makes possible; it must be complete, and of few enough rows."""
    if not scan.done or scan.confidence is None:
        return (Order.FILE,)
    return tuple(order for order in Order if scan.losses is not None or not order.needs_loss)


def arranged(scan: Scan, order: Order, *, only_wrong: bool) -> Sequence[int] | NDArray[np.int64]:
    """Return the numbers of the rows, from 0, in `order`, which is one of `available`.

    Rows with equal numbers stay in the order of the file.  `only_wrong` leaves out the rows whose
    prediction is certainly their target.  Rows that cannot be read appear only in the file's order.
    """
    wrong = scan.correct if only_wrong and scan.done else None
    if order is Order.FILE and wrong is None:
        return range(scan.batch.samples)
    rows = np.arange(scan.batch.samples) if wrong is None else np.flatnonzero(wrong < 1.0)
    if order is Order.FILE:
        return rows
    key = scan.losses if order.needs_loss else scan.confidence
    if key is None:
        raise ValueError(f"rows cannot be put in the order {order.value}")
    numbers = key[rows]
    known = ~np.isnan(numbers)
    rows, numbers = rows[known], numbers[known]
    if order in {Order.LARGEST_LOSS, Order.MOST_CONFIDENT}:
        numbers = -numbers
    return rows[np.argsort(numbers, kind="stable")]


def place_of(rows: Sequence[int] | NDArray[np.int64], row: int) -> int | None:
    """Return the position of `row` in `rows`, or None."""
    if isinstance(rows, np.ndarray):
        found = np.flatnonzero(rows == row)
        return int(found[0]) if found.size else None
    return rows.index(row) if row in rows else None
