"""What the columns of a grid mean.

With a header, the names decide.  A column of logits (or one nameless column of numbers) makes a
table with one row for each class, its words the labels.  Two or more columns of numbers whose names
have no known meaning make a matrix with one row for each sample.  Their names are the classes, and
a first or last column called target, label or y holds each row's class, by its number from 0 or by
its name (a name wins where both are possible).  A first column of words, or one called index or id,
only names the rows.

Without a header, one column or one row of numbers is a vector and more are a matrix.  Words
in the first column (or the last) are labels before one column of numbers, and before two if
the second is a target (not negative, and its sum is 1); before more they name the rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class BlockKind(StrEnum):
    """What the numbers of a block mean."""

    VECTOR = "vector"  # one number for each class, and nothing else
    TABLE = "table"  # one row for each class: labels, logits, targets
    MATRIX = "matrix"  # one row for each sample


@dataclass(frozen=True, eq=False)
class Block:
    """What a text holds.  Every number is finite or -inf; arrays are read-only float64.

    Attributes
    ----------
    kind : BlockKind
        How the other attributes are to be understood.
    cells : tuple of rows of str
        As written, without the header and without blanks around a cell; a vector is one column.
    header : tuple[str, ...]
        The names of the columns as written, () if there are none.
    numbers : tuple of (rows,) arrays or None
        One for each column; None for a column of words.
    labels : tuple[str, ...] or None
        The classes.
    logits : array or None
        (K,) for a vector and a table, (N, K) for a matrix.
    targets : array or None
        (K,) for a table; for a matrix (N,) int64, the class of each row.
    probabilities : array or None
        (K,) for a table with a column of this name; they are not turned into logits here.
    """

    kind: BlockKind
    cells: tuple[tuple[str, ...], ...]
    header: tuple[str, ...]
    numbers: tuple[Floats | None, ...]
    labels: tuple[str, ...] | None = None
    logits: Floats | None = None
    targets: Floats | NDArray[np.int64] | None = None
    probabilities: Floats | None = None
