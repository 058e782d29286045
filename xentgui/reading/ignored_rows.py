"""Leaves out the rows of a batch whose class stands for none, as PyTorch's ignore_index does."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from xentgui.reading.batch import LogitsBatch
from xentgui.reading.kept_rows import KeptRows
from xentgui.reading.patience import tell
from xentgui.reading.read_error import ReadError
from xentgui.reading.suspicions import IGNORED, ignored_notes
from xentgui.reading.values import ALL_IGNORED

_AT_ONCE = 1 << 20  # classes


def without_ignored(batch: LogitsBatch) -> LogitsBatch:
    """Return `batch` without the rows whose class is -1 or -100, and with a note that counts them.

    Raises ReadError if no row has another class.
    """
    targets = batch.targets
    if targets is None or len(targets.shape) != 1 or targets.dtype.kind not in "if":
        return batch
    classes = np.empty(batch.samples)
    for start in range(0, batch.samples, _AT_ONCE):
        classes[start : start + _AT_ONCE] = targets[start : start + _AT_ONCE]
        tell(start / batch.samples)
    ignored = np.isin(classes, IGNORED)
    if not ignored.any():
        return batch
    kept: NDArray[np.int64] = np.flatnonzero(~ignored)
    if not len(kept):
        raise ReadError(ALL_IGNORED)
    logits = batch.logits
    assert not isinstance(logits, KeptRows)
    notes = (*batch.notes, *ignored_notes(classes))
    return replace(batch, logits=KeptRows(logits, kept), targets=classes[kept], notes=notes)
