"""The rows of an array that are probabilities, as logits."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.column import Role
from xentgui.reading.read_error import ReadError

_MOST: Final = 50_000_000  # numbers that are kept in memory

_NEGATIVE = QT_TRANSLATE_NOOP(
    "errors",
    "Row {row} of {name}, counted from 0: {value} is no probability, which is 0 or more. "
    "Take the numbers as logits or as log-probabilities.",
)
_MANY = QT_TRANSLATE_NOOP(
    "errors",
    "{name} holds {found} numbers, and at most {limit} are turned into logarithms. "
    "Save numpy.log of them, and open that.",
)


def scaled_batch(batch: LogitsBatch, scale: Role) -> LogitsBatch:
    """Return `batch` with numbers that are taken for `scale`, as logits.

    Raises ReadError for a number that cannot be so, and for more than fit into memory.
    """
    if scale in {Role.LOGIT, Role.LOG_PROBABILITY}:
        return batch
    found = batch.samples * batch.classes
    if found > _MOST:
        raise ReadError(_MANY, name=shown(batch.name), found=found, limit=_MOST)
    values = batch.rows(0, batch.samples)
    if (values < 0).any():
        i, j = divmod(int(np.argmax(values < 0)), batch.classes)
        value = shown(float(values[i, j]))
        raise ReadError(_NEGATIVE, row=i, name=shown(batch.name), value=value)
    if scale is Role.PERCENT:
        values = values / 100
    with np.errstate(divide="ignore"):
        return replace(batch, logits=np.log(values))
