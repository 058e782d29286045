"""The roles of the columns of a grid, as far as names and numbers tell them.

With a header, the names decide.  A column of logits (or one nameless column of numbers) makes a
table with one row for each class, its words the names.  Two or more columns of numbers whose names
have no known meaning are classes, with one row for each sample; a column called target, label or y
holds the class of each row, and what only names or counts the rows is left out.

Without a header, one column or one row of numbers is a vector, and more are samples.  Words in the
first column (or the last) are names before one column of numbers, and before two if the second is a
target (not negative, and its sum is 1); before more they name the rows.

What numbers alone cannot tell is asked: see `xentgui.reading.scale` and `xentgui.reading.suspicions`.
"""

from __future__ import annotations

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.reading.column import SCALES, Role
from xentgui.reading.grid import Floats
from xentgui.reading.guess_named import NamedGuess
from xentgui.reading.guessed import INDEX, Guess, first_of, stacked
from xentgui.reading.numbers import Columns
from xentgui.reading.read_error import ReadError
from xentgui.reading.scale import Finding, guess_scale
from xentgui.reading.suspicions import counts_up, is_vocabulary, like_classes, suspicious_names

_COUNTED = QT_TRANSLATE_NOOP(
    "errors",
    "Column {column} counts up by 1, as numbers of rows do; it is taken as logits. Is this meant?",
)


def guess(columns: Columns, for_field: str = "logits") -> Guess:
    """Return the roles in the grid of `columns`; raises ReadError, naming the cell, for none.

    Numbers without a name are targets if `for_field` is "target".
    """
    grid = columns.grid
    found = NamedGuess(columns).guess() if grid.header else nameless_guess(columns, for_field)
    for j, role in enumerate(found.roles):
        if role in {*SCALES, Role.TARGET}:
            found.findings += [Finding(note, asks=True) for note in columns.notes(j)]
    found.findings += [Finding(note, asks=True) for note in grid.notes]
    return found


def nameless_guess(columns: Columns, for_field: str) -> Guess:
    """Return the roles in a grid without a header; raises ReadError for none."""
    grid = columns.grid
    numbers = _kinds(columns)
    words = [j for j, column in enumerate(numbers) if column is None]
    values = [j for j, column in enumerate(numbers) if column is not None]
    found = Guess([Role.LABEL if column is None else Role.LOGIT for column in numbers])
    if not values:
        return _words(columns, found)
    last = grid.width - 1
    # There can be one column of words, the first or the last; other words are damaged numbers.
    damaged = [
        j for j in words if j not in {0, last} or len(words) > 1 or (j > 0 and grid.height == 1)
    ]
    if damaged:
        wrong = [error for j in damaged[damaged[0] == 0 :] for error in columns.wrong_cells(j)]
        raise first_of(wrong) if wrong else columns.refused(damaged[-1])
    if words:
        columns.names(words[0])  # refuses damaged numbers
    if grid.height > 1:
        values = _without_index(columns, found, values, words)
        if not values:
            return found
    if len(values) == 1 or grid.height == 1:
        _vector(columns, found, values, words, for_field)
    elif len(values) == 2 and _is_target(columns.numbers(values[1])):
        found.roles[values[1]] = Role.TARGET
        _scaled(columns, found, values[:1], across=False, names=bool(words))
    else:
        for j in words:
            found.roles[j] = Role.INDEX
        _scaled(columns, found, values, across=True, names=False)
    return found


def _kinds(columns: Columns) -> list[Floats | None]:
    found: list[Floats | None] = []
    wrong: list[ReadError] = []
    for j in range(columns.grid.width):
        try:
            found.append(columns.kind(j, Role.OTHER))
        except ReadError:
            found.append(None)
            wrong += columns.wrong_cells(j)
    if wrong:
        raise first_of(wrong)
    return found


def _without_index(
    columns: Columns, found: Guess, values: list[int], words: list[int]
) -> list[int]:
    """Return `values` without the first if that only counts the rows."""
    first = values[0]
    if not counts_up(columns.numbers(first)):
        return values
    if columns.grid.indexed and len(values) > 1:
        found.roles[first] = Role.INDEX
        return values[1:]
    if len(values) == 1 and words:  # "0, tench", or a word with its number in a vocabulary
        found.roles[first] = Role.INDEX
        asks = first > words[0]
        if asks and not is_vocabulary(columns.numbers(first)):
            found.roles[first] = Role.LOGIT
            return values
    elif len(values) == 2 and _is_target(columns.numbers(values[1])):
        found.findings.append(Finding(Message(_COUNTED, {"column": first + 1}), asks=True))
        return values
    elif len(values) > 1 and _has_decimals(columns, values[1:]):
        found.roles[first] = Role.INDEX
        asks = True
    else:
        return values
    if asks or len(values) == 1:
        found.findings.append(Finding(Message(INDEX, {"column": first + 1}), asks=asks))
    return values[1:]


def _has_decimals(columns: Columns, values: list[int]) -> bool:
    table = stacked(columns, values, across=True)
    return not bool((table == np.floor(table)).all())


def _vector(
    columns: Columns, found: Guess, values: list[int], words: list[int], for_field: str
) -> None:
    across = len(values) > 1
    if for_field == "target":
        for j in values:
            found.roles[j] = Role.TARGET
        return
    if across:
        for j in words:
            found.roles[j] = Role.INDEX
    _scaled(columns, found, values, across=across, names=bool(words) and not across)


def _scaled(
    columns: Columns, found: Guess, values: list[int], *, across: bool, names: bool
) -> None:
    table = stacked(columns, values, across=across)
    scale = guess_scale(table, Role.OTHER, weak=False, has_names=names)
    found.findings += scale.findings
    if across:
        found.findings += like_classes(table, values)
    for j in values:
        found.roles[j] = scale.role


def _words(columns: Columns, found: Guess) -> Guess:
    """Names only: one column or one row of words."""
    grid = columns.grid
    if grid.width > 1 and grid.height > 1:
        raise columns.refused(grid.width - 1)
    for j in range(grid.width):
        columns.names(j)
        found.findings += suspicious_names(grid.texts(j), columns)
    return found


def _is_target(column: Floats) -> bool:
    """Whether `column`, (rows,), can be a target: it is not negative, and its sum is 1."""
    return (
        bool(((column >= 0) & (column <= 1 + 1e-6)).all()) and abs(float(column.sum()) - 1) < 1e-6
    )
