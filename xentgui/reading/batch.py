"""The logits of many samples, one row for each, read row by row when a row is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from xentgui.model.checks import MOST_CLASSES
from xentgui.model.message import QT_TRANSLATE_NOOP, Message, shown
from xentgui.reading.file_array import FileArray
from xentgui.reading.kept_rows import KeptRows
from xentgui.reading.npy_header import shown_shape
from xentgui.reading.read_error import MOST_PLACES, ReadError, together

Rows: TypeAlias = NDArray[Any] | FileArray | KeptRows

_NO_ROWS = QT_TRANSLATE_NOOP(
    "errors", "{name} holds no numbers: its shape is {shape}. Save at least one row of logits."
)
_SHAPE = QT_TRANSLATE_NOOP(
    "errors",
    "{name} has the shape {shape}. Save a vector, one logit for each class, or a matrix, one row "
    "for each sample, for example with array.reshape(-1, array.shape[-1]).",
)
_ONE_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} has a single class: its shape is {shape}. Two classes at least are needed; "
    "a column that is one vector is saved with array.ravel().",
)
_WIDE = QT_TRANSLATE_NOOP(
    "errors", "{name} has {count} classes, at most {limit} are read. Save fewer columns."
)
_LABELS = QT_TRANSLATE_NOOP(
    "errors", "{name} names {found} classes, and the logits have {expected}. Name each class once."
)
_TARGETS = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds targets of shape {shape}, and logits of shape {expected}. "
    "Give one class for each row, or as many numbers as there are logits.",
)
_LOGIT = QT_TRANSLATE_NOOP(
    "errors",
    "Row {row} of {name}, counted from 0: the logit of class {column} is {value}. "
    "A logit is finite, or -inf for a class that is switched off.",
)
_ALL_OFF = QT_TRANSLATE_NOOP(
    "errors",
    "Row {row} of {name}, counted from 0: every logit is -inf. At least one has to be finite.",
)
_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "Row {row} of {name}, counted from 0: the target {value} is not one of the {count} classes, "
    "which are counted from 0.",
)
_SOFT = QT_TRANSLATE_NOOP(
    "errors",
    "Row {row} of {name}, counted from 0: the target of class {column} is {value}. "
    "A target is finite and 0 or more.",
)


@dataclass(frozen=True, eq=False)
class LogitsBatch:
    """Logits of N samples over K classes, perhaps with labels and targets.

    Only shapes and types are checked at first.  Numbers are checked when their row is read, so that
    a file of any size opens at once.

    Attributes
    ----------
    name : str
        The name of the file, for messages.
    logits : (N, K) array
        As stored: any real dtype and byte order, often still in the file.
    labels : tuple of K str, or None
        The classes.
    targets : (N,) array, (N, K) array, or None
        The class of each row, counted from 0, or the target of each class in each row.
    keys : tuple[str, ...]
        The names of the arrays or columns that were used, to be shown to people.
    notes : tuple[Message, ...]
        What a person has to be told of them, as rows that are left out.
    """

    name: str
    logits: Rows
    labels: tuple[str, ...] | None = None
    targets: Rows | None = None
    keys: tuple[str, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def samples(self) -> int:
        """N, the number of rows."""
        return int(self.logits.shape[0])

    @property
    def classes(self) -> int:
        """K, the number of logits in a row."""
        return int(self.logits.shape[1])

    def row(self, index: int) -> NDArray[np.float64]:
        """Return the logits of one sample, (K,); raises ReadError if they are not valid logits."""
        return self.rows(index, index + 1).reshape(-1)

    def rows(self, start: int, stop: int) -> NDArray[np.float64]:
        """Return the logits of samples `start` to `stop` - 1, (n, K), as a copy in float64.

        Raises ReadError naming every NaN and +inf, and every row without a finite logit;
        LostFileError if their file is no longer the one that was opened; IndexError for rows that do not exist.
        """
        self._check(start, stop)
        logits = _float64(self.logits[start:stop])
        # The maximum of a row is NaN if any number is, inf if any is, and -inf if all are.
        largest = logits.max(axis=1)
        if not np.isfinite(largest).all():
            raise together([*islice(self._bad_logits(logits, largest, start), MOST_PLACES + 1)])
        return logits

    def _bad_logits(
        self, logits: NDArray[np.float64], largest: NDArray[np.float64], start: int
    ) -> Iterator[ReadError]:
        name = shown(self.name)
        for i in np.flatnonzero(~np.isfinite(largest)).tolist():
            if largest[i] == -np.inf:
                yield ReadError(_ALL_OFF, row=self._place(start + i), name=name)
            for j in np.flatnonzero(np.isnan(logits[i]) | (logits[i] == np.inf)).tolist():
                value = shown(float(logits[i, j]))
                row = self._place(start + i)
                yield ReadError(_LOGIT, row=row, name=name, column=self._class(j), value=value)

    def target(self, index: int) -> NDArray[np.float64] | None:
        """Return the target of sample `index`, (K,); None without targets.

        Raises ReadError as `target_rows` does.
        """
        found = self.target_rows(index, index + 1)
        if found is None:
            return None
        if found.ndim == 2:
            return found.astype(np.float64).reshape(-1)
        one_hot = np.zeros(self.classes)
        one_hot[found[0]] = 1.0
        return one_hot

    def target_rows(self, start: int, stop: int) -> NDArray[np.int64] | NDArray[np.float64] | None:
        """Return the targets of samples `start` to `stop` - 1: (n,) int64 or (n, K) float64.

        Raises ReadError naming every row whose class does not exist, and every target that is
        negative, infinite or NaN.
        """
        self._check(start, stop)
        if self.targets is None:
            return None
        targets = _float64(self.targets[start:stop])
        if targets.ndim == 1:
            wrong = ~((targets >= 0) & (targets < self.classes) & (targets == np.floor(targets)))
            if wrong.any():
                bad = np.flatnonzero(wrong)[: MOST_PLACES + 1].tolist()
                raise together([self._bad_class(start + i, float(targets[i])) for i in bad])
            return targets.astype(np.int64)
        wrong = ~((targets >= 0) & (targets < np.inf))
        if wrong.any():
            places = np.argwhere(wrong)[: MOST_PLACES + 1].tolist()
            raise together([self._bad_target(start + i, j, targets[i, j]) for i, j in places])
        return targets

    def _bad_class(self, row: int, value: float) -> ReadError:
        name, count = shown(self.name), self.classes
        return ReadError(_CLASS, row=self._place(row), name=name, value=shown(value), count=count)

    def _bad_target(self, row: int, j: int, target: np.float64) -> ReadError:
        name, value = shown(self.name), shown(float(target))
        row = self._place(row)
        return ReadError(_SOFT, row=row, name=name, column=self._class(j), value=value)

    def _place(self, row: int) -> int:
        """Return the number that `row` has in the file."""
        return self.logits.place(row) if isinstance(self.logits, KeptRows) else row

    def _class(self, j: int) -> object:
        return j if self.labels is None else shown(self.labels[j])

    def _check(self, start: int, stop: int) -> None:
        if not 0 <= start < stop <= self.samples:
            raise IndexError(f"rows {start} to {stop} of {self.samples}")


def _float64(array: NDArray[Any]) -> NDArray[np.float64]:
    # Overflow and NaN are found by their values; a warning is not needed.
    with np.errstate(all="ignore"):
        return np.array(array, dtype=np.float64, order="C")


def checked_shape(shape: tuple[int, ...], name: str) -> tuple[int, int]:
    """Return (N, K) for logits of `shape`; raises ReadError if they cannot be logits."""
    if len(shape) not in {1, 2}:
        raise ReadError(_SHAPE, name=shown(name), shape=shown_shape(shape))
    samples, classes = shape if len(shape) == 2 else (1, shape[0])
    if samples == 0 or classes == 0:
        raise ReadError(_NO_ROWS, name=shown(name), shape=shown_shape(shape))
    if classes == 1:
        raise ReadError(_ONE_CLASS, name=shown(name), shape=shown_shape(shape))
    if classes > MOST_CLASSES:
        raise ReadError(_WIDE, name=shown(name), count=classes, limit=MOST_CLASSES)
    return samples, classes


def batch(
    name: str,
    logits: Rows,
    *,
    labels: tuple[str, ...] | None = None,
    targets: Rows | None = None,
    keys: tuple[str, ...] = (),
) -> LogitsBatch:
    """Return the batch of `logits`, (K,) or (N, K); raises ReadError if the shapes disagree."""
    samples, classes = checked_shape(logits.shape, name)
    if labels is not None and len(labels) != classes:
        raise ReadError(_LABELS, name=shown(name), found=len(labels), expected=classes)
    if targets is not None:
        if targets.shape in {(), (1,)} and samples == 1:
            targets = targets.reshape(1)
        elif targets.shape == (classes,) and samples == 1:
            targets = targets.reshape(1, classes)
        elif targets.shape == (samples, 1):
            targets = targets.reshape(samples)
        elif targets.shape not in {(samples,), (samples, classes)}:
            raise ReadError(
                _TARGETS,
                name=shown(name),
                shape=shown_shape(targets.shape),
                expected=shown_shape((samples, classes)),
            )
    return LogitsBatch(name, logits.reshape(samples, classes), labels, targets, keys)
