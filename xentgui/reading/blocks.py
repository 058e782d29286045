"""What the numbers of a reading are: classes in rows, or samples in rows."""

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
    rows : int
        How many classes or, in a matrix, samples.
    header : tuple[str, ...]
        The names of the columns as written, () if there are none.
    labels : tuple[str, ...] or None
        The classes.
    logits : array or None
        (K,) for a vector and a table, (N, K) for a matrix.
    targets : array or None
        (K,) for a vector and a table; for a matrix (N,) int64, the class of each row, or (N, K).
    probabilities : array or None
        The probabilities whose logarithms the logits are, with the same shape.
    target_class : int or None
        The class that a single number asks for, from 0, where no number says how many there are.
    """

    kind: BlockKind
    rows: int
    header: tuple[str, ...] = ()
    labels: tuple[str, ...] | None = None
    logits: Floats | None = None
    targets: Floats | NDArray[np.int64] | None = None
    probabilities: Floats | None = None
    target_class: int | None = None
