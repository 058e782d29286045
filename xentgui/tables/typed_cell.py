"""What is typed into a cell becomes a state that is asked for."""

from __future__ import annotations

from xentgui.model import State
from xentgui.model.edits import Field, with_label, with_values
from xentgui.model.rows import Array
from xentgui.tables.column import TableColumn
from xentgui.tables.local_number import read_here


def stored(state: State, field: Field) -> Array:
    """Return the numbers that are typed in the column of `field`, shape (K,)."""
    return state.logit_array if field == "logits" else state.target_array


def written(state: State, field: Field, row: int, column: TableColumn, value: object) -> State:
    """Return `state` with what was typed in a row; raises RefusedError if it makes no sense."""
    if column.is_name:
        return with_label(state, row, str(value))
    number = float(value) if isinstance(value, int | float) else read_here(str(value))
    return with_values(state, field, row, [number])
