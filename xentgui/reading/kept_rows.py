"""Some of the rows of an array, which are read only where they are needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from xentgui.reading.file_array import FileArray


class KeptRows:
    """The rows `kept` of an array, of which slices can be read as from an array.

    Attributes
    ----------
    shape, dtype
        As those of an array.
    """

    def __init__(self, rows: NDArray[Any] | FileArray, kept: NDArray[np.int64]) -> None:
        """`kept` are the numbers of rows, (n,), in ascending order."""
        self._rows, self._kept = rows, kept
        self.shape: tuple[int, ...] = (len(kept), *rows.shape[1:])
        self.dtype = rows.dtype

    def __getitem__(self, rows: slice) -> NDArray[Any]:
        kept = self._kept[rows]
        if not len(kept):
            return np.empty((0, *self.shape[1:]), self.dtype)
        if isinstance(self._rows, np.ndarray):
            return self._rows[kept]
        # Neighbours are read together, because each reading of a file is checked.
        runs = np.split(kept, np.flatnonzero(np.diff(kept) > 1) + 1)
        return np.concatenate([self._rows[int(run[0]) : int(run[-1]) + 1] for run in runs])

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return len(self.shape)

    def place(self, row: int) -> int:
        """Return the number that `row` has among all rows."""
        return int(self._kept[row])

    def reshape(self, *shape: int) -> KeptRows:
        """Return the same rows; they have their shape already."""
        assert shape == self.shape, shape
        return self
