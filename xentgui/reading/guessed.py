"""The roles that were guessed, and what both ways to guess them share."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError
from xentgui.reading.column import Role, role_of
from xentgui.reading.grid import Floats
from xentgui.reading.numbers import Columns
from xentgui.reading.read_error import ReadError, together
from xentgui.reading.scale import Finding

INDEX = QT_TRANSLATE_NOOP(
    "errors",
    "Column {column} counts up by 1; it is taken as the number of each row, not as values.",
)


@dataclass
class Guess:
    """The roles of all columns, and what was noticed.

    Attributes
    ----------
    roles
        One for each column.
    findings
        What a person should know, or decide.
    """

    roles: list[Role]
    findings: list[Finding] = field(default_factory=list)

    def of(self, *wanted: Role) -> list[int]:
        """Return the columns of these roles."""
        return [j for j, role in enumerate(self.roles) if role in wanted]


def plain_roles(columns: Columns) -> tuple[Role, ...]:
    """Return what columns are by their names alone; else words are names, and numbers are logits."""
    roles: list[Role] = []
    header = columns.grid.header or ("",) * columns.grid.width
    for j, name in enumerate(header):
        try:
            columns.numbers(j)
        except ReadError:
            roles.append(Role.OUT if Role.LABEL in roles else Role.LABEL)
        else:
            roles.append(Role.TARGET if role_of(name) is Role.TARGET else Role.LOGIT)
    return tuple(roles)


def stacked(columns: Columns, wanted: list[int], *, across: bool) -> Floats:
    """Return these columns as (N, K): with `across` a row is a sample, else a column is one."""
    values = np.column_stack([columns.numbers(j) for j in wanted])
    return values if across else values.T


def are_whole(column: Floats) -> bool:
    """Whether all numbers of `column` are whole and finite."""
    return bool(np.isfinite(column).all() and (column == np.floor(column)).all())


def is_whole(column: Floats | None) -> bool:
    """Whether `column` is one of numbers, and all are whole."""
    return column is not None and are_whole(column)


def first_of(wrong: list[ReadError]) -> RefusedError:
    """Return one refusal for all of `wrong`, in the order of their places."""
    return together(sorted(wrong, key=_place))


def _place(error: ReadError) -> tuple[int, int]:
    values = error.message.values
    line, column = values["line"], values["column"]
    assert isinstance(line, int)
    assert isinstance(column, int)
    return line, column
