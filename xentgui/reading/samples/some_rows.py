"""The logits of some rows of a matrix, evenly spread, which are few enough to keep."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from xentgui.model.rows import Array
from xentgui.reading.samples.measures import Targets

MOST_NUMBERS: Final = 2_000_000


class SomeRows:
    """Every so-manieth row; all of them, if they are few."""

    def __init__(self, rows: int, classes: int) -> None:
        most = max(MOST_NUMBERS // classes, 1)
        self._step = -(-rows // most)
        self._logits: list[Array] = []
        self._classes: list[NDArray[np.int64]] = []

    def take(self, first: int, logits: Array, targets: Targets | None) -> None:
        """Look at rows from number `first` on; `targets` are a class a row, or are not known."""
        if targets is None or targets.ndim != 1:
            return
        begin = -first % self._step
        some = slice(begin, None, self._step)
        if begin < len(logits):
            self._logits.append(np.array(logits[some], dtype=np.float64))
            self._classes.append(np.array(targets[some], dtype=np.int64))

    def all(self) -> tuple[Array, NDArray[np.int64]] | None:
        """Return the logits, (n, K), and the class of each row; None if there are fewer than two."""
        if sum(map(len, self._logits)) < 2:
            return None
        return np.concatenate(self._logits), np.concatenate(self._classes)
