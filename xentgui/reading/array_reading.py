"""Arrays that could be probabilities, as a reading about which a person can decide."""

from __future__ import annotations

from typing import Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP
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
