"""Turns a block from the clipboard into a request: the columns that it fills, and its classes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from xentgui.language.formulas import unguarded
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import RefusedError, State
from xentgui.model.edits import Field, add_classes, with_names_moved, with_values
from xentgui.reading.blocks import Block, BlockKind
from xentgui.reading.reading import Reading, read
from xentgui.tables.cells.typed_text import decimal_point
from xentgui.tables.class_commands import Request, free_names
from xentgui.tables.clipboard.own_text import without_derived

_Floats = NDArray[np.float64]

_PASTE = QT_TRANSLATE_NOOP("tables", "Paste")
_PASTED = QT_TRANSLATE_NOOP("tables", "Pasted {what}: {count}")
_PASTED_MORE = QT_TRANSLATE_NOOP("tables", "Pasted {what}: {count}; new classes: {added}")
_COMMA = QT_TRANSLATE_NOOP("tables", ", ")
_WHAT = {
    "labels": QT_TRANSLATE_NOOP("tables", "names"),
    "logits": QT_TRANSLATE_NOOP("tables", "logits"),
    "target": QT_TRANSLATE_NOOP("tables", "targets"),
}
_AS_LOGITS = QT_TRANSLATE_NOOP("tables", "Probabilities were pasted as logits, z = log p.")
_BATCH = QT_TRANSLATE_NOOP(
    "errors",
    "This is a block of {rows} rows and {columns} columns of numbers, and it is not told which "
    "is which. Copy one row or one column, or name the columns: class, logit, target.",
)
_NOTHING = QT_TRANSLATE_NOOP(
    "errors",
    "None of these columns is a class name, a logit or a target. "
    "Name the columns: class, logit, target.",
)


_NO_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "There is no class {number}, counted from 0: there are {count}. Give the number of a class.",
)


class ManyRowsError(RefusedError):
    """A block of many samples, which a table cannot hold.

    Attributes
    ----------
    block
        The block.
    """

    def __init__(self, block: Block, rows: int, columns: int) -> None:
        super().__init__(_BATCH, rows=rows, columns=columns)
        self.block = block

    def __reduce__(self) -> tuple[object, ...]:
        values = self.message.values
        return ManyRowsError, (self.block, values["rows"], values["columns"])


class Pasted(NamedTuple):
    """A request, and a sentence about its effect."""

    request: Request
    note: str


class _Columns(NamedTuple):
    labels: Sequence[str] | None = None
    logits: _Floats | None = None
    target: _Floats | None = None
    note: str = ""

    @property
    def rows(self) -> int:
        return max(len(part) for part in self[:3] if part is not None)


def read_pasted(text: str, field: Field) -> Reading:
    """Return how `text` is understood where numbers without a heading are for `field`.

    It is any text for `xentgui.reading.reading`: cells of a spreadsheet, CSV, output of numpy,
    PyTorch or Python.  Raises RefusedError.
    """
    return read(without_derived(text), decimal_point=decimal_point(), for_field=field)


def pasted_block(state: State, field: Field, rows: Sequence[int], block: Block) -> Pasted:
    """Return the request for pasting `block`; raises RefusedError.

    Parameters
    ----------
    field
        The field that numbers without a heading fill, "logits" or "target".
    rows
        The selected classes.  A block begins at the first of them, and adds classes beyond the end
        of the table; a single number fills all of them.
    """
    columns = _columns(block, field, len(state.labels))
    if columns.labels is not None:
        columns = columns._replace(labels=[unguarded(label) for label in columns.labels])
    values = columns.logits if field == "logits" else columns.target
    if columns.rows == 1 and values is not None and len(rows) > 1 and columns.labels is None:
        return _fill(state, field, rows, float(values[0]))
    start, count = (0 if block.target_class is not None else min(rows)), columns.rows
    added = max(start + count - len(state.labels), 0)
    after = add_classes(state, free_names(state, added)) if added else state
    if columns.labels is not None:
        after = with_names_moved(after, columns.labels, start)
    if columns.logits is not None:
        after = with_values(after, "logits", start, columns.logits)
    if columns.target is not None:
        after = with_values(after, "target", start, columns.target)
    filled = [key for key in _WHAT if getattr(columns, key) is not None]
    return _pasted(after, range(start, start + count), filled, added, columns.note)


def _fill(state: State, field: Field, rows: Sequence[int], value: float) -> Pasted:
    first, last = min(rows), max(rows)
    values = list((state.logits if field == "logits" else state.target)[first : last + 1])
    for row in rows:
        values[row - first] = value
    return _pasted(with_values(state, field, first, values), rows, [field], 0, "")


def _pasted(
    after: State, rows: Sequence[int], filled: Sequence[str], added: int, note: str
) -> Pasted:
    what = translate("tables", _COMMA).join(translate("tables", _WHAT[key]) for key in filled)
    sentence = translate("tables", _PASTED_MORE if added else _PASTED)
    said = sentence.format(what=what, count=len(rows), added=added)
    said = " ".join(filter(None, [said, note]))
    return Pasted(Request(after, translate("tables", _PASTE), tuple(rows)), said)


def _columns(block: Block, field: Field, classes: int) -> _Columns:
    if block.kind is BlockKind.MATRIX:
        raise ManyRowsError(block, block.rows, _width(block))
    if block.target_class is not None:
        return _Columns(None, None, _one_hot(block.target_class, classes))
    logits, target, labels = block.logits, _floats(block.targets), block.labels
    if field == "target" and target is None and block.probabilities is not None:
        return _Columns(labels, None, block.probabilities)
    if labels is None and logits is None and target is None:
        raise RefusedError(_NOTHING)
    note = "" if block.probabilities is None else translate("tables", _AS_LOGITS)
    return _Columns(labels, logits, target, note)


def _width(block: Block) -> int:
    table = block.logits if block.logits is not None else block.targets
    return 0 if table is None or table.ndim < 2 else table.shape[1]


def _one_hot(chosen: int, classes: int) -> _Floats:
    if chosen >= classes:
        raise RefusedError(_NO_CLASS, number=chosen, count=classes)
    target = np.zeros(classes)
    target[chosen] = 1.0
    return target


def _floats(values: NDArray[np.float64] | NDArray[np.int64] | None) -> _Floats | None:
    return None if values is None else np.asarray(values, dtype=np.float64)
