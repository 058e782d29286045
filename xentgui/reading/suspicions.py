"""What about a table is unusual enough to be told: counted rows, classes from 1, names like prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, Message, shown
from xentgui.reading.blocks import Floats
from xentgui.reading.cell import no_number
from xentgui.reading.column import Role
from xentgui.reading.scale import Finding

if TYPE_CHECKING:
    from xentgui.reading.numbers import Columns

IGNORED: Final = (-100.0, -1.0)
"""Classes that mean "leave this row out": PyTorch's ignore_index, and what many write instead."""

_DECIMALS: Final = re.compile(r"[0-9][.,][0-9]")
_MANY_WORDS: Final = 4
_LONG: Final = 200  # characters of a name that are looked at
_ENOUGH: Final = 10  # rows without the first class are unusual

_FROM_ONE = QT_TRANSLATE_NOOP(
    "errors",
    "The classes of the rows go from 1 to {count}, so they are counted from 1.",
)
_PERHAPS_ONE = QT_TRANSLATE_NOOP(
    "errors",
    "No row has the class 0: the classes seem to be counted from 1, which fits the numbers better.",
)
_NO_ZERO = QT_TRANSLATE_NOOP(
    "errors", "No row has the class 0; the classes are counted from 0 all the same. Is this meant?"
)
_IGNORED = QT_TRANSLATE_NOOP(
    "errors", "Rows with the class {value}, which stands for none, are left out: {count} of {rows}."
)
_LIKE_CLASSES = QT_TRANSLATE_NOOP(
    "errors",
    "Column {column} has whole numbers only; it is taken as a class like the others. "
    "Is it the class of each row?",
)
_PROSE = QT_TRANSLATE_NOOP("errors", "{name} is long for the name of a class; is this a sentence?")


def counts_up(column: Floats | None) -> bool:
    """Whether `column` is 0, 1, 2, … or 1, 2, 3, …, of two numbers or more."""
    if column is None or len(column) < 2 or column[0] not in {0.0, 1.0}:
        return False
    return bool((np.diff(column) == 1).all())


def is_vocabulary(column: Floats) -> bool:
    """Whether `column`, beside names, numbers them: 0, 1, 2 and on."""
    return len(column) > 2 and column[0] == 0 and counts_up(column)


def ignored_notes(classes: Floats) -> list[Message]:
    """Return what is to be told about rows whose class stands for none."""
    counts = {value: int((classes == value).sum()) for value in IGNORED}
    return [
        Message(_IGNORED, {"value": shown(value), "count": count, "rows": len(classes)})
        for value, count in counts.items()
        if count
    ]


def classes_from(column: Floats, values: Floats) -> tuple[Role, list[Finding]]:
    """Return whether the classes in `column` (N,) are counted from 0 or 1, and what to tell.

    `values` (N, K) are the numbers of the rows; a class that is the largest of its row more often
    is the likelier one.
    """
    findings: list[Finding] = []
    ignored = np.isin(column, IGNORED)
    findings += [Finding(told, asks=True) for told in ignored_notes(column)]
    kept, table = column[~ignored], values[~ignored]
    count = values.shape[1]
    if not len(kept) or kept.min() < 1 or kept.max() > count or (kept != np.floor(kept)).any():
        return Role.TARGET_CLASS, findings
    if kept.max() == count:
        findings.append(Finding(Message(_FROM_ONE, {"count": count}), asks=False))
        return Role.TARGET_FROM_ONE, findings
    if len(kept) > 1:
        best = table.argmax(axis=1)
        from_zero, from_one = int((best == kept).sum()), int((best == kept - 1).sum())
        if from_one > from_zero:
            findings.append(Finding(Message(_PERHAPS_ONE), asks=True))
            return Role.TARGET_FROM_ONE, findings
        if len(kept) >= _ENOUGH:
            findings.append(Finding(Message(_NO_ZERO), asks=True))
    return Role.TARGET_CLASS, findings


def like_classes(values: Floats, places: Sequence[int]) -> list[Finding]:
    """Return the finding that the last column of `values` (N, K) could be the class of each row.

    It has whole numbers only, each the number of one of the others, and those have decimals.
    `places` are the numbers of the columns.
    """
    count = values.shape[1] - 1
    if count < 2 or len(values) < 2:
        return []
    last, others = values[:, -1], values[:, :-1]
    whole = bool((last == np.floor(last)).all() and last.min() >= 0 and last.max() <= count)
    if not whole or not bool((others != np.floor(others)).any(axis=0).all()):
        return []
    return [Finding(Message(_LIKE_CLASSES, {"column": places[-1] + 1}), asks=True)]


def suspicious_names(names: Sequence[str], columns: Columns | None = None) -> list[Finding]:
    """Return what is unusual about the names of classes.

    Names without numbers, of `columns`, are refused with ReadError if decimals stand in them.
    """
    findings: list[Finding] = []
    for i, name in enumerate(names):
        start = name[:_LONG]
        if columns is not None and _DECIMALS.search(start):
            raise no_number(name, columns.grid.place(i, 0))
        if not findings and len(start.split()) > _MANY_WORDS:
            findings.append(Finding(Message(_PROSE, {"name": shown(name)}), asks=True))
    return findings
