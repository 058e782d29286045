"""Goes through all rows of a batch in small blocks, so that progress can be shown and stopped."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from xentgui.model.losses import Loss, chosen_loss
from xentgui.model.message import RefusedError
from xentgui.model.rows import Array, total
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.settings_of_state import ScalarSettings
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.file_array import LostFileError
from xentgui.reading.read_error import MOST_PLACES
from xentgui.reading.samples.measures import RowMeasures, Targets, measure

if TYPE_CHECKING:
    from xentgui.model.sampling.fit import TemperatureFit
    from xentgui.model.subjects import Edit

MOST_NUMBERS: Final = 2_000_000

BLOCK_BYTES: Final = 1 << 18
"""The size of a block, as float64: it takes a few milliseconds, and fits into a cache."""

MOST_KEPT: Final = 5_000_000
"""The most rows whose numbers are kept, to sort them; for more rows only the means are known."""


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


class Scan:
    """The losses, confidences and means of a batch under one set of scalar settings.

    Attributes
    ----------
    losses, confidence, entropy, prediction, correct
        A number for each row, (N,), as in `RowMeasures`; NaN or -1 where the row cannot be read, or
        is not reached yet.  None if there are too many rows, or if targets are needed and missing.
    reached
        How many rows have been read.
    skipped
        How many of them hold no valid logits or no valid target.
    refusals
        Why the first of them were skipped.
    some
        The logits of some rows, which stand for all.
    """

    def __init__(
        self,
        batch: LogitsBatch,
        settings: ScalarSettings,
        most_kept: float = MOST_KEPT,
    ) -> None:
        self.batch, self.settings = batch, settings
        self.some = SomeRows(batch.samples, batch.classes)
        self.reached = 0
        self.skipped = 0
        self.refusals: list[RefusedError] = []
        targets = batch.targets is not None
        keeps = batch.samples <= most_kept
        self.confidence = _unknown(batch.samples) if keeps else None
        self.entropy = _unknown(batch.samples) if keeps else None
        self.prediction = np.full(batch.samples, -1, dtype=np.int64) if keeps else None
        self.losses = _unknown(batch.samples) if keeps and targets else None
        self.correct = _unknown(batch.samples) if keeps and targets else None
        self._rows = max(1, BLOCK_BYTES // (8 * batch.classes))
        self._sums: list[float] = []
        self._counted = 0
        self._right: list[float] = []
        self._judged = 0

    @property
    def done(self) -> bool:
        """Whether every row has been read."""
        return self.reached >= self.batch.samples

    def seen(
        self, shown: int | None, fit: TemperatureFit | None, to_row: Callable[[int], Edit]
    ) -> SeenRows:
        """Return what is known by now, while the row `shown` is; see `SeenRows` for the others."""
        return SeenRows(
            name=self.batch.name,
            count=self.batch.samples,
            reached=self.reached,
            row=shown,
            losses=self.losses,
            entropy=self.entropy,
            confidence=self.confidence,
            correct=self.correct,
            mean_loss=self.mean_loss,
            fit=fit,
            to_row=to_row,
        )

    @property
    def loss(self) -> Loss:
        """The loss that is computed."""
        return chosen_loss(self.settings)

    @property
    def mean_loss(self) -> float | None:
        """The mean loss of the rows read so far; None if there is none."""
        if not self._counted:
            return None
        if math.inf in self._sums:
            return math.inf
        return math.fsum(self._sums) / self._counted

    @property
    def accuracy(self) -> float | None:
        """The share of the rows read so far whose prediction is their target; None if unknown."""
        return math.fsum(self._right) / self._judged if self._judged else None

    def advance(self) -> None:
        """Read the next block of rows.

        Raises LostFileError if the file is no longer the one that was opened: the numbers so far
        are then of no use, because they are not those of any file.
        """
        start, stop = self.reached, min(self.reached + self._rows, self.batch.samples)
        if start < stop:
            self._look_at(start, stop)
            self.reached = stop

    def _look_at(self, start: int, stop: int) -> None:
        try:
            logits, targets = self.batch.rows(start, stop), self.batch.target_rows(start, stop)
            measures = measure(logits, targets, self.settings)
        except LostFileError:
            raise
        except RefusedError as error:
            if stop - start == 1:
                self.skipped += 1
                if len(self.refusals) <= MOST_PLACES:
                    self.refusals.append(error)
                return
            middle = (start + stop) // 2
            self._look_at(start, middle)
            self._look_at(middle, stop)
            return
        self.some.take(start, logits, targets)
        self._keep(start, stop, measures)

    def _keep(self, start: int, stop: int, measures: RowMeasures) -> None:
        if self.confidence is not None and self.entropy is not None and self.prediction is not None:
            self.confidence[start:stop] = measures.confidence
            self.entropy[start:stop] = measures.entropy
            self.prediction[start:stop] = measures.prediction
        if measures.losses is None or measures.correct is None:
            return
        if self.losses is not None and self.correct is not None:
            self.losses[start:stop] = measures.losses
            self.correct[start:stop] = measures.correct
        infinite = bool(np.isinf(measures.losses).any())
        self._sums.append(math.inf if infinite else total(measures.losses))
        self._counted += stop - start
        judged = measures.correct[~np.isnan(measures.correct)]
        self._right.append(float(judged.sum()))
        self._judged += judged.size


def _unknown(count: int) -> Array:
    return np.full(count, np.nan)
