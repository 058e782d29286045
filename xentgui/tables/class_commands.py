"""The requests of a table besides typing: pure functions of a state and rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xentgui.documents.texts import names_in_current_language
from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.model import State, edits
from xentgui.model.naming import name_of

_ADD = QT_TRANSLATE_NOOP("tables", "Add Class")
_DUPLICATE = QT_TRANSLATE_NOOP("tables", "Duplicate {label}")
_REMOVE = QT_TRANSLATE_NOOP("tables", "Remove {label}")
_MOVE = QT_TRANSLATE_NOOP("tables", "Move {label}")
_DUPLICATE_MANY = QT_TRANSLATE_NOOP("tables", "Duplicate {count} Classes")
_REMOVE_MANY = QT_TRANSLATE_NOOP("tables", "Remove {count} Classes")
_MOVE_MANY = QT_TRANSLATE_NOOP("tables", "Move {count} Classes")


class Request(NamedTuple):
    """The new state, the name of the undo step, and the rows to select after it."""

    state: State
    step: str
    rows: tuple[int, ...]


def add_last(state: State) -> Request:
    """Request a new class after all others, wherever the cursor is."""
    last = len(state.labels)
    return Request(
        edits.add_classes(state, free_names(state, 1)), translate("tables", _ADD), (last,)
    )


def free_names(state: State, count: int) -> list[str]:
    """Return unused names for `count` new classes, in the current language."""
    taken, total = set(state.labels), len(state.labels)
    names = names_in_current_language(2 * total + count)[total:]
    return [name for name in names if name not in taken][:count]


def duplicate(state: State, rows: Sequence[int]) -> Request:
    """Request a copy of each class below it."""
    after = edits.duplicate_classes(state, rows)
    copies = tuple(row + 1 + nth for nth, row in enumerate(sorted(rows)))
    return Request(after, _step(state, rows, _DUPLICATE, _DUPLICATE_MANY), copies)


def remove(state: State, rows: Sequence[int]) -> Request:
    """Request to remove the classes; raises InvalidStateError if too few are left."""
    after = edits.remove_classes(state, rows)
    stay = min(*rows, len(after.labels) - 1)
    return Request(after, _step(state, rows, _REMOVE, _REMOVE_MANY), (stay,))


def move(state: State, rows: Sequence[int], by: int) -> Request | None:
    """Request to move the classes one place up (`by` -1) or down (1); None at the end."""
    moved = sorted(rows, reverse=by > 0)
    if not moved or not 0 <= moved[0] + by < len(state.labels):
        return None
    order = list(range(len(state.labels)))
    for row in moved:
        order[row], order[row + by] = order[row + by], order[row]
    places = tuple(sorted(row + by for row in rows))
    return Request(
        edits.reorder_classes(state, order), _step(state, rows, _MOVE, _MOVE_MANY), places
    )


def set_to_zero(state: State, rows: Sequence[int], field: edits.Field, step: str) -> Request:
    """Request to set the logits or the target of the classes to 0; `step` is in English."""
    values = list(state.logits if field == "logits" else state.target)
    for row in rows:
        values[row] = 0.0
    first, last = min(rows), max(rows)
    after = edits.with_values(state, field, first, values[first : last + 1])
    return Request(after, translate("tables", step), tuple(rows))


def _step(state: State, rows: Sequence[int], one: str, many: str) -> str:
    if len(rows) == 1:
        return translate("tables", one).format(label=name_of(state.names, rows[0]))
    return translate("tables", many).format(count=len(rows))
