"""Arrays that could be probabilities: as a reading about which a person can decide, and as logits."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.batch import LogitsBatch
from xentgui.reading.column import Role
from xentgui.reading.grid import Column, Grid
from xentgui.reading.numbers import Columns
from xentgui.reading.read_error import ReadError
from xentgui.reading.reading import Reading
from xentgui.reading.scale import guess_scale

_MOST_NUMBERS: Final = 1_000_000  # of larger arrays, a person has to say what they are
_MOST_CLASSES: Final = 1000

ARRAY = QT_TRANSLATE_NOOP("errors", "an array of NumPy")

_MOST_KEPT: Final = 50_000_000  # numbers, as logarithms in memory

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


def array_reading(batch: LogitsBatch) -> Reading | None:
    """Return `batch` as a reading if its numbers could be probabilities; None for logits.

    None also for large arrays, which are not read as a whole, and for rows with a fault.
    """
    if batch.classes > _MOST_CLASSES or batch.samples * batch.classes > _MOST_NUMBERS:
        return None
    try:
        rows = batch.rows(0, batch.samples)
        targets = batch.target_rows(0, batch.samples)
    except ReadError:
        return None  # it is told when the row is shown
    scale = guess_scale(rows, Role.OTHER, weak=False, has_names=False)
    if not any(finding.asks for finding in scale.findings):
        return None
    columns: list[Column] = list(rows.T)
    roles = [scale.role] * batch.classes
    names = batch.labels or tuple(map(str, range(batch.classes)))
    if targets is not None:
        soft = targets.ndim == 2
        columns += list(np.atleast_2d(targets.T.astype(np.float64)))
        roles += [Role.TARGET if soft else Role.TARGET_CLASS] * (batch.classes if soft else 1)
        names = (*names, *("target" for _ in columns[batch.classes :]))
    named = batch.labels is not None or (batch.samples == 1 and targets is not None)
    lines = range(1, batch.samples + 1)
    grid = Columns(Grid(columns, lines, header=names if named else ()))
    return Reading(ARRAY, grid, tuple(roles), scale.findings)


def scaled_batch(batch: LogitsBatch, scale: Role) -> LogitsBatch:
    """Return `batch` with numbers that are taken for `scale`, as logits.

    Raises ReadError for a number that cannot be so, and for more than fit into memory.
    """
    if scale in {Role.LOGIT, Role.LOG_PROBABILITY}:
        return batch
    found = batch.samples * batch.classes
    if found > _MOST_KEPT:
        raise ReadError(_MANY, name=shown(batch.name), found=found, limit=_MOST_KEPT)
    values = batch.rows(0, batch.samples)
    if (values < 0).any():
        i, j = divmod(int(np.argmax(values < 0)), batch.classes)
        value = shown(float(values[i, j]))
        raise ReadError(_NEGATIVE, row=i, name=shown(batch.name), value=value)
    if scale is Role.PERCENT:
        values = values / 100
    with np.errstate(divide="ignore"):
        return replace(batch, logits=np.log(values))
