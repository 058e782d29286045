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

from xentgui.reading.column import SCALES, Role
from xentgui.reading.guess_named import NamedGuess
from xentgui.reading.guess_nameless import nameless_guess
from xentgui.reading.guessed import Guess
from xentgui.reading.numbers import Columns
from xentgui.reading.scale import Finding


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
