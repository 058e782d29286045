"""Rows that belong to classes, and go with them when classes come, go or change places."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from xentgui.model.checks import InvalidStateError
from xentgui.model.class_colors import written_out
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.naming import name_of
from xentgui.model.rows import Array
from xentgui.model.state import State

_HAS_POINTS = QT_TRANSLATE_NOOP(
    "errors",
    "The class {label} still has points: {count}. "
    "Give them another class, or remove them, before it is removed.",
)
_ALIKE = QT_TRANSLATE_NOOP(
    "errors",
    "Two classes have the same colour, and so it cannot be told which of them came, went or moved. "
    "Give each class a colour of its own.",
)


class HasPointsError(InvalidStateError):
    """Classes cannot be removed by themselves, because points belong to them.

    Attributes
    ----------
    classes
        The classes that were to be removed, from 0.
    """

    def __init__(self, label: str, count: int, classes: tuple[int, ...]) -> None:
        super().__init__(_HAS_POINTS, label=label, count=count)
        self.classes = classes


def rows_before(before: State, after: State) -> npt.NDArray[np.intp] | None:
    """Return the row that each class of `after` had in `before`, -1 for a new class, shape (K,).

    Classes are known by their colours.  A new class with the name and logit of the one before it is
    a copy of that one, and has its row.  The result is None if each class is where it was.

    Raises InvalidStateError if colours do not tell the classes apart.
    """
    old = written_out(before.colors, len(before.labels))
    new = written_out(after.colors, len(after.labels))
    if old == new:
        return None
    if len(set(old)) < len(old) or len(set(new)) < len(new):
        raise InvalidStateError(_ALIKE)
    row_of = {color: row for row, color in enumerate(old)}
    rows = [row_of.get(color, -1) for color in new]
    for k in range(1, len(rows)):
        names, logits = after.labels[k - 1 : k + 1], after.logits[k - 1 : k + 1]
        if rows[k] < 0 and names[0] == names[1] and logits[0] == logits[1]:
            rows[k] = rows[k - 1]
    return np.array(rows)


def picked(rows: npt.NDArray[np.intp], numbers: Array) -> Array:
    """Return the given rows of `numbers` as a new array; 0 where a class is new."""
    found: Array = numbers[rows]
    found[rows < 0] = 0.0
    return found


def require_no_points(labels: tuple[str, ...], targets: Array, rows: npt.NDArray[np.intp]) -> None:
    """Raise InvalidStateError if points have a target at a class that is not among `rows`."""
    gone = np.setdiff1d(np.arange(len(labels)), rows)
    counts = np.count_nonzero(targets[:, gone], axis=0)
    if counts.any():
        at = int(counts.argmax())
        label = name_of(labels, int(gone[at]))
        raise HasPointsError(label, int(counts[at]), tuple(gone.tolist()))
