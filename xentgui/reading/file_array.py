"""An array that stays in its file: rows are read when they are needed, and only from the same file.

The file is not mapped into memory.  Another program that makes a mapped file shorter would kill
ours, and what it writes would change numbers that have already been used.
"""

from __future__ import annotations

import os
from io import BufferedReader
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.read_error import ReadError
from xentgui.reading.regular_file import (
    ChangedFileError,
    NoOrdinaryFileError,
    Stamp,
    open_regular,
    require_unchanged,
    stamp_of,
)

_GONE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is no longer where it was: it was moved, renamed or deleted. What is shown stays.",
)
_NO_FILE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is no longer a file: a folder, a pipe or a device has taken its place. "
    "What is shown stays.",
)
_NO_RIGHT = QT_TRANSLATE_NOOP(
    "errors", "{name} may no longer be read by you. What is shown stays. Change its permissions."
)
_FAILED = QT_TRANSLATE_NOOP(
    "errors", "{name} can no longer be read: {reason}. What is shown stays."
)
_REPLACED = QT_TRANSLATE_NOOP(
    "errors",
    "{name} is another file now: it has taken the place of the one that was opened. "
    "What is shown stays. Open it again for its rows.",
)
_SHORTER = QT_TRANSLATE_NOOP(
    "errors",
    "{name} was cut off: it had {before} bytes and has {now}. What is shown stays. "
    "Open it again for its rows.",
)
_LONGER = QT_TRANSLATE_NOOP(
    "errors",
    "{name} has grown: it had {before} bytes and has {now}. What is shown stays. "
    "Open it again for its rows.",
)
_WRITTEN = QT_TRANSLATE_NOOP(
    "errors",
    "{name} was written over by another program. What is shown stays. Open it again for its rows.",
)
_KINDS: Final[tuple[tuple[type[OSError], str], ...]] = (
    (FileNotFoundError, _GONE),
    (NotADirectoryError, _GONE),
    (IsADirectoryError, _NO_FILE),
    (NoOrdinaryFileError, _NO_FILE),
    (PermissionError, _NO_RIGHT),
    (OSError, _FAILED),
)


_AHEAD: Final = 1 << 20
"""Bytes that are read at once for one slice after the other."""

_AHEAD_BY_COLUMN: Final = 8 << 20
"""The same where each column has to be read for itself."""


class LostFileError(ReadError):
    """A file that is not, or no longer, the one that was opened: no more of it is read."""


class _Layout(NamedTuple):
    """Where the numbers stand: row i, column j at `offset` + (i · `row_step` + j · `step`) items."""

    offset: int
    row_step: int
    step: int


class _Window(NamedTuple):
    """Rows that have been read ahead, from number `start`."""

    start: int
    rows: NDArray[Any]


class FileArray:
    """A vector or a matrix in a file, of which slices of rows can be read as from an array.

    Whatever is read comes from a file that is opened for it, and that has the same stamp before and
    after.  So no file is kept open, and whatever happens to it is reported.  Slices that follow one
    another are taken from a few rows that are read ahead.

    Attributes
    ----------
    shape, dtype
        As those of an array; at most two lengths.
    """

    def __init__(
        self,
        path: Path,
        stamp: Stamp,
        shape: tuple[int, ...],
        dtype: np.dtype[np.generic],
        offset: int,
        *,
        is_fortran: bool = False,
    ) -> None:
        """Begin at byte `offset` of the file at `path`, which had this `stamp`."""
        self._path, self._stamp = path, stamp
        self.shape, self.dtype = shape, dtype
        rows, columns = shape if len(shape) == 2 else (shape[0], 1)
        steps = (1, rows) if is_fortran else (columns, 1)
        self._layout = _Layout(offset, *steps)
        self._next = -1
        self._window = _Window(0, np.empty(0, dtype))

    @property
    def ndim(self) -> int:
        """The number of lengths in `shape`."""
        return len(self.shape)

    def reshape(self, *shape: int) -> FileArray:
        """Return the same numbers in another shape: a vector as one row, or one column as a vector.

        Raises ValueError for other shapes.
        """
        rows, columns = self.shape if self.ndim == 2 else (self.shape[0], 1)
        if shape == self.shape:
            return self
        if self.ndim == 1 and shape == (1, rows):
            return self._with(shape, self._layout._replace(row_step=rows, step=1))
        if columns == 1 and shape == (rows,):
            return self._with(shape, self._layout._replace(row_step=1, step=1))
        raise ValueError(f"no view of shape {shape}")

    def __getitem__(self, rows: slice) -> NDArray[Any]:
        """Return these rows, read now; raises LostFileError if the file is not the same one."""
        start, stop, _ = rows.indices(self.shape[0])
        follows, self._next = start == self._next, stop
        try:
            if not follows:
                return self._checked(start, max(0, stop - start))
            first, ahead = self._window
            if not first <= start <= stop <= first + len(ahead):
                count = min(max(stop - start, self._rows_ahead), self.shape[0] - start)
                first, ahead = self._window = _Window(start, self._checked(start, count))
            elif Stamp.of(self._path.stat()) != self._stamp:
                raise ChangedFileError
            return ahead[start - first : stop - first]
        except ChangedFileError:
            raise self._changed() from None
        except (OSError, ValueError) as error:
            raise self._lost(error) from None

    def __array__(self, dtype: Any = None, *, copy: bool | None = None) -> NDArray[Any]:
        """Return all of it; for numpy."""
        return np.asarray(self[:], dtype)

    def _with(self, shape: tuple[int, ...], layout: _Layout) -> FileArray:
        other = FileArray(self._path, self._stamp, shape, self.dtype, 0)
        other._layout = layout
        return other

    @property
    def _rows_ahead(self) -> int:
        columns = self.shape[1] if self.ndim == 2 else 1
        most = _AHEAD if self._layout.step == 1 else _AHEAD_BY_COLUMN
        return max(1, most // (columns * self.dtype.itemsize))

    def _checked(self, start: int, count: int) -> NDArray[Any]:
        with open_regular(self._path) as file:
            require_unchanged(file, self._stamp)
            found = self._read(file, start, count)
            require_unchanged(file, self._stamp)
            return found

    def _read(self, file: BufferedReader, start: int, count: int) -> NDArray[Any]:
        offset, row_step, step = self._layout
        item = self.dtype.itemsize
        columns = self.shape[1] if self.ndim == 2 else 1
        at = offset + start * row_step * item
        if columns == 1 or (row_step == columns and step == 1):
            data = np.empty(count * columns * item, np.uint8)
            _fill(file, data.data, at)
            return data.view(self.dtype).reshape(count, *self.shape[1:])
        data = np.empty((columns, count * item), np.uint8)
        for column in range(columns):
            _fill(file, data[column].data, at + column * step * item)
        return data.view(self.dtype).T

    def _changed(self) -> LostFileError:
        try:
            with open_regular(self._path) as file:
                now = stamp_of(file)
        except (OSError, ValueError) as error:
            return self._lost(error)
        before = self._stamp
        if (now.device, now.inode) != (before.device, before.inode):
            template = _REPLACED
        elif now.size != before.size:
            template = _SHORTER if now.size < before.size else _LONGER
        else:
            template = _WRITTEN
        name = shown(self._path.name)
        return LostFileError(template, name=name, before=before.size, now=now.size)

    def _lost(self, error: OSError | ValueError) -> LostFileError:
        template = next((text for kind, text in _KINDS if isinstance(error, kind)), _FAILED)
        reason = getattr(error, "strerror", None) or str(error)
        return LostFileError(template, name=shown(self._path.name), reason=reason)


if hasattr(os, "preadv"):

    def _fill(file: BufferedReader, data: memoryview, at: int) -> None:
        """Fill `data` from byte `at` of `file`; raises OSError."""
        handle = file.fileno()
        while data:
            count = os.preadv(handle, [data], at)
            if not count:
                raise ChangedFileError
            data, at = data[count:], at + count

else:  # Windows has no such call

    def _fill(file: BufferedReader, data: memoryview, at: int) -> None:
        """Fill `data` from byte `at` of `file`; raises OSError."""
        file.seek(at)
        if file.readinto(data) != len(data):
            raise ChangedFileError
