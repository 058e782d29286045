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
from xentgui.reading.block import Block, BlockKind, read_block
from xentgui.tables.class_commands import Request, free_names
from xentgui.tables.clipboard.own_text import without_derived
from xentgui.tables.local_number import decimal_point

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


def pasted_block(state: State, field: Field, rows: Sequence[int], text: str) -> Pasted:
    """Return the request for pasting `text`; raises RefusedError.

    Parameters
    ----------
    field
        The field that numbers without a heading fill, "logits" or "target".
    rows
        The selected classes.  A block begins at the first of them, and adds classes beyond the end
        of the table; a single number fills all of them.
    text
        Any text for `xentgui.reading.block`: cells of a spreadsheet, CSV, output of numpy, PyTorch
        or Python.
    """
    columns = _columns(read_block(without_derived(text), decimal_point=decimal_point()), field)
    if columns.labels is not None:
        columns = columns._replace(labels=[unguarded(label) for label in columns.labels])
    values = columns.logits if field == "logits" else columns.target
    if columns.rows == 1 and values is not None and len(rows) > 1 and columns.labels is None:
        return _fill(state, field, rows, float(values[0]))
    start, count = min(rows), columns.rows
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


def _columns(block: Block, field: Field) -> _Columns:
    if block.kind is BlockKind.MATRIX:
        return _from_matrix(block, field)
    logits, target, labels = block.logits, _floats(block.targets), block.labels
    if not block.header and target is None and logits is not None:
        return _nameless(labels, logits, field)
    if logits is None and target is None and block.probabilities is not None:
        if field == "target":
            return _Columns(labels, None, block.probabilities)
        with np.errstate(divide="ignore"):
            logits = np.log(block.probabilities)
        return _Columns(labels, logits, None, translate("tables", _AS_LOGITS))
    if labels is None and logits is None and target is None:
        raise RefusedError(_NOTHING)
    return _Columns(labels, logits, target)


def _from_matrix(block: Block, field: Field) -> _Columns:
    numbers = [column for column in block.numbers if column is not None]
    if block.logits is not None and block.logits.shape[0] == 1 and block.targets is None:
        return _nameless(block.labels, block.logits[0], field)
    if len(numbers) == 2 and not block.header:
        return _Columns(None, numbers[0], numbers[1])
    raise ManyRowsError(block, len(block.cells), len(numbers))


def _nameless(labels: Sequence[str] | None, values: _Floats, field: Field) -> _Columns:
    if field == "target":
        return _Columns(labels, None, values)
    return _Columns(labels, values, None)


def _floats(values: NDArray[np.float64] | NDArray[np.int64] | None) -> _Floats | None:
    return None if values is None else np.asarray(values, dtype=np.float64)
