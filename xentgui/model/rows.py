"""Arrays of any shape as contiguous rows, for which all the arithmetic is written.

The order in which numpy adds up a row depends on the memory layout.  Rows that are always
contiguous therefore have the same bits in a batch as alone.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

# What `NDArray[np.float64]` is; a start need not wait for `numpy.typing`.
Array = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]
_Kind = TypeVar("_Kind", bound=np.generic)


def refuse(reason: str) -> ValueError:
    """Return the ValueError for an argument that is not allowed."""
    return ValueError(reason)


def as_rows(name: str, values: npt.ArrayLike) -> tuple[Array, tuple[int, ...]]:
    """Return `values` as a C-contiguous float64 (N, K), and the shape that they had.

    Raises ValueError, naming `name`, if they are not real numbers along a last axis of
    at least one class.
    """
    try:
        array = np.asarray(values)
    except ValueError as error:  # ragged lists
        raise refuse(f"{name} need rows of equal length") from error
    if array.dtype.kind not in "fiub":
        try:
            # Python's own large integers and fractions are numbers.  Text and None are not,
            # although `float` reads some texts.
            if array.dtype.kind != "O" or any(
                v is None or isinstance(v, str | bytes) for v in array.flat
            ):
                raise TypeError
            array = array.astype(np.float64)
        except (TypeError, ValueError, OverflowError) as error:
            raise refuse(f"{name} need to be real numbers, got {values!r:.60}") from error
    if array.ndim == 0 or array.shape[-1] == 0:
        raise refuse(f"{name} need at least one class along the last axis, got shape {array.shape}")
    shape = array.shape
    with np.errstate(over="ignore"):  # a long double that does not fit is inf, and refused later
        rows = np.ascontiguousarray(array, dtype=np.float64)
    return rows.reshape(math.prod(shape[:-1]), shape[-1]), shape


_TOGETHER = 16_384  # rows
_FEW, _MANY = 8, 64
"""Rows of fewer numbers than 8 are added up by numpy in their order, as columns can be, faster."""


def row_maxima(values: Array) -> Array:
    """Return the largest number of each row, shape (N,); `values` have shape (N, K), K above 0.

    numpy takes ten times as long for rows of few numbers as for their columns.
    """
    if not (values.shape[1] < _FEW and len(values) > _MANY):
        found: Array = values.max(axis=1)
        return found
    found = values[:, 0].copy()
    for column in values.T[1:]:
        np.maximum(found, column, out=found)
    return found


def row_places(values: Array) -> npt.NDArray[np.intp]:
    """Return where the largest number of each row is, shape (N,), the first if some are equal.

    `values` have shape (N, K), K above 0, and no NaN.  As above, few columns are faster than rows.

    >>> row_places(np.array([[0.0, 2.0, 2.0], [1.0, 0.0, -np.inf]])).tolist()
    [1, 0]
    """
    if not (values.shape[1] < _FEW and len(values) > _MANY):
        return np.asarray(values.argmax(axis=1))
    found = np.empty(len(values), dtype=np.intp)
    for start in range(0, len(values), _TOGETHER):  # so that it stays in a processor's caches
        part = slice(start, start + _TOGETHER)
        most, *columns = np.ascontiguousarray(values[part].T)
        places = np.zeros(len(most), dtype=np.int8)
        for nth, column in enumerate(columns, 1):
            ahead = (column > most).view(np.int8)
            ahead *= np.int8(nth)
            np.maximum(places, ahead, out=places)
            np.maximum(most, column, out=most)
        found[part] = places
    return found


def column_maxima(values: Array) -> Array:
    """Return the largest number of each column, shape (D,); `values` have shape (N, D), N above 0.

    >>> column_maxima(np.array([[1.0, 5.0], [3.0, 2.0]])).tolist()
    [3.0, 5.0]
    """
    if values.shape[1] > _MANY:
        found: Array = values.max(axis=0)
        return found
    return np.array([column.max() for column in values.T])


def row_sums(terms: Array) -> Array:
    """Return the sum of each row of `terms`, shape (N,)."""
    if terms.ndim == 2 and 1 < terms.shape[1] < _FEW and len(terms) >= _MANY:
        columns = terms.T
        sums: Array = columns[0] + columns[1]
        for column in columns[2:]:
            sums += column
        return sums
    return np.asarray(np.add.reduce(terms, axis=-1))


def sums_of_others(terms: Array) -> Array | None:
    """Return for each number the sum of the others in its row, in their order, shape (N, K).

    None for rows of one number, and for long ones, where it would take long for each number.

    >>> sums_of_others(np.array([[1.0, 2.0, 4.0]])).tolist()
    [[6.0, 5.0, 3.0]]
    """
    classes = terms.shape[1]
    if not 1 < classes < _FEW:
        return None
    found = np.empty(terms.shape)
    for k in range(classes):
        others = terms.copy()
        others[:, k] = 0.0
        found[:, k] = row_sums(others)
    return found


def beside_rows(column: Array, classes: int) -> Array:
    """Return a number for each row, (N,) or (N, 1), in a shape that goes with (N, K) numbers.

    Of many short rows it is repeated: numpy takes far longer to broadcast along so few.
    """
    if 1 < classes < _FEW and len(column) >= _MANY:
        return column.repeat(classes).reshape(-1, classes)
    return column.reshape(-1, 1)


def as_result(terms: Array, shape: tuple[int, ...]) -> Array | float:
    """Return the sum of each row of `terms`, (N, K), in `shape` without its last axis."""
    sums = row_sums(terms)
    return float(sums[0]) if len(shape) == 1 else sums.reshape(shape[:-1])


def locked(array: npt.NDArray[_Kind]) -> npt.NDArray[_Kind]:
    """Return a view of `array` that cannot be written to, nor made writable again.

    The caller must not use `array` afterwards, nor the array that it is a view of.  The result is a
    view, because the owner of memory can unlock it, but a view cannot while its owner is locked.
    """
    owner = array.base if isinstance(array.base, np.ndarray) else array
    owner.setflags(write=False)
    array.setflags(write=False)
    return array.view()


def total(array: Array) -> float:
    """Return the sum of `array`, shape (n,), as if rounded once; not finite if it overflows.

    It is the result of `math.fsum`, for many numbers in a tenth of its time.  The two halves are
    added with their rounding errors, and the errors are added at the end.
    """
    if array.size <= 512:
        try:
            return math.fsum(array.tolist())
        except OverflowError:
            return math.inf
    error = 0.0
    with np.errstate(all="ignore"):
        while array.size > 1:
            half = array.size // 2
            left, right, odd = array[:half], array[half : 2 * half], array[2 * half :]
            sums = left + right
            virtual = sums - left
            errors = (left - (sums - virtual)) + (right - virtual)
            error += float(np.add.reduce(errors))
            array = np.concatenate((sums, odd)) if odd.size else sums
    return float(array[0]) + error
