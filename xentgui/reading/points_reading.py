"""A text as it was understood as points: its form, the roles of its columns, and what comes of it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP, Message, shown
from xentgui.reading.column import Role, role_of
from xentgui.reading.grid import Grid
from xentgui.reading.labelled_points import LabelledPoints, points_in
from xentgui.reading.points_table import CLASS, Form, PointsTable, is_number, table_of
from xentgui.reading.read_error import ReadError
from xentgui.reading.scale import Finding

ROLES: Final = (Role.INPUT, Role.POINT_CLASS, Role.OUT)
"""What a column of points can hold."""

_NO_CLASS = QT_TRANSLATE_NOOP(
    "errors", "No column holds the classes. Choose the one that does in its menu."
)
_NO_INPUT = QT_TRANSLATE_NOOP(
    "errors", "No column holds an input. Choose one with numbers in its menu."
)
_WHICH = QT_TRANSLATE_NOOP(
    "errors", "No column is called class: {name} is taken for it. Choose another one in its menu."
)
_LAST = QT_TRANSLATE_NOOP(
    "errors",
    "No line names the columns: {name} is taken for the class. Choose another one in its menu.",
)
_LEFT_OUT = QT_TRANSLATE_NOOP(
    "errors", "{name} does not hold finite numbers only, and is left out: {value} in line {line}."
)
_GROUPS = QT_TRANSLATE_NOOP(
    "errors", "Each comma could group thousands as well: {cell} is read as {value}."
)
_NOT_OF_POINTS = QT_TRANSLATE_NOOP("errors", "A column of points is an input, the class, or none.")


@dataclass(frozen=True, eq=False)
class PointsReading:
    """How a text was understood as points.  It can be read again with other roles, or another form.

    Attributes
    ----------
    text
        What was read.
    table
        Its cells.
    roles
        One of `ROLES` for each column.
    findings
        What is unusual, or has to be decided.
    is_chosen
        Whether a person chose the roles.
    """

    text: str
    table: PointsTable
    roles: tuple[Role, ...]
    findings: tuple[Finding, ...]
    is_chosen: bool = False
    menu = ROLES
    is_plain = False  # it is always told

    @cached_property
    def block(self) -> LabelledPoints:
        """The points that come of it; raises ReadError if the columns cannot have these roles."""
        place = next((j for j, role in enumerate(self.roles) if role is Role.POINT_CLASS), None)
        if place is None:
            raise ReadError(_NO_CLASS)
        inputs = [j for j, role in enumerate(self.roles) if role is Role.INPUT]
        if not inputs:
            raise ReadError(_NO_INPUT)
        found = points_in(self.table, inputs, place)
        if self.table.form.header:
            return found
        return found._replace(inputs=tuple(f"x{number}" for number in range(1, len(inputs) + 1)))

    @cached_property
    def _is_possible(self) -> bool:
        try:
            return bool(self.block)
        except ReadError:
            return False

    @cached_property
    def grid(self) -> Grid:
        """The cells, as the strip shows them."""
        header = self.table.names if self.table.form.header else ()
        cells, lines = [row for _, row in self.table.rows], [line for line, _ in self.table.rows]
        return Grid.of_rows(cells, lines, header=header)

    @property
    def layout(self) -> str:
        """What the text was taken for, marked for translation in the context "errors"."""
        return self.table.layout

    @property
    def is_certain(self) -> bool:
        """Whether nothing has to be decided."""
        asks = any(finding.asks for finding in self.findings)
        return self.is_chosen or (self._is_possible and not asks)

    def with_roles(self, roles: Sequence[Role]) -> PointsReading:
        r"""Return the same text with other roles; raises ReadError for cells that cannot have them.

        >>> reading = read_as_points("a,b,kind\n1,2,cat\n3,4,dog")
        >>> reading.with_roles([Role.OUT, Role.INPUT, Role.POINT_CLASS]).block.points.tolist()
        [[2.0], [4.0]]
        """
        if not set(roles) <= set(ROLES):
            raise ReadError(_NOT_OF_POINTS)
        changed = replace(self, roles=tuple(roles), is_chosen=True, findings=())
        _ = changed.block  # which is refused here, not later
        return changed

    def changed(self, roles: Sequence[Role], column: int, role: Role) -> list[Role]:
        """Return `roles` with another one for `column`; what was the class before is left out."""
        after = list(roles)
        if role is Role.POINT_CLASS:
            numeric = _are_numeric(self.table)
            after = [
                (Role.INPUT if numeric[j] else Role.OUT) if one is role else one
                for j, one in enumerate(after)
            ]
        after[column] = role
        return after

    def with_form(self, form: Form) -> PointsReading:
        """Return the same text taken apart in another way; raises ReadError if it cannot be."""
        return _guessed(self.text, table_of(self.text, form))


def read_as_points(text: str) -> PointsReading:
    r"""Return how `text` is understood as points; raises ReadError for what is no table.

    The class is in the column called class; else in the first one whose name is known for names, or
    in the only one without numbers, or in one whose name is known for targets, or in the last one,
    and that is asked.  All others with numbers are inputs.

    >>> reading = read_as_points("species,bill,year\ncat,1,2007\ndog,2,2007")
    >>> [role.value for role in reading.roles], reading.is_certain
    (['point-class', 'input', 'input'], False)
    """
    return _guessed(text, table_of(text))


def _guessed(text: str, table: PointsTable) -> PointsReading:
    names, numeric = table.names, _are_numeric(table)
    named = table.form.header
    place = _class_in(names if named else (), numeric)
    roles = tuple(
        Role.POINT_CLASS if j == place else Role.INPUT if fits else Role.OUT
        for j, fits in enumerate(numeric)
    )
    findings = []
    if not named and (numeric[place] or place < len(numeric) - 1):
        findings.append(Finding(Message(_LAST, {"name": shown(f"#{place + 1}")}), asks=True))
    elif named and names[place].casefold() != CLASS:
        findings.append(Finding(Message(_WHICH, {"name": shown(names[place])}), asks=True))
    for j, role in enumerate(roles):
        if role is Role.OUT:
            line, cell = next((line, cells[j]) for line, cells in table.rows if not _fits(cells[j]))
            name = names[j] if named else f"#{j + 1}"
            told = {"name": shown(name), "value": shown(cell), "line": line}
            findings.append(Finding(Message(_LEFT_OUT, told), asks=True))
    if table.is_ambiguous and table.form.decimal == ",":
        cell = next(
            cell for _, cells in table.rows for cell in cells if _fits(cell) and "." in cell
        )
        told = {"cell": shown(cell.replace(".", ",")), "value": cell}
        findings.append(Finding(Message(_GROUPS, told), asks=True))
    return PointsReading(text, table, roles, tuple(findings))


def _class_in(names: Sequence[str], numeric: Sequence[bool]) -> int:
    """Return the column of the classes; `names` are () where no line names the columns."""
    plain, roles = [name.casefold() for name in names], list(map(role_of, names))
    words, last = [j for j, fits in enumerate(numeric) if not fits], len(numeric) - 1
    if CLASS in plain:
        return plain.index(CLASS)
    if Role.LABEL in roles:
        return roles.index(Role.LABEL)
    if len(words) == 1 or last in words:
        return words[-1]
    return roles.index(Role.TARGET) if Role.TARGET in roles else last


def _are_numeric(table: PointsTable) -> list[bool]:
    """Return whether each column has finite numbers only."""
    return [all(_fits(cells[j]) for _, cells in table.rows) for j in range(len(table.names))]


def _fits(cell: str) -> bool:
    return is_number(cell) and math.isfinite(float(cell))
