"""A text as it was understood: what it was taken for, the roles of its columns, its numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from xentgui.model.checks import MOST_CELLS, MOST_CHARACTERS
from xentgui.model.message import QT_TRANSLATE_NOOP, Message
from xentgui.reading.blocks import Block
from xentgui.reading.column import CLASSES, SCALES, Role
from xentgui.reading.decode import decode_noted, without_marks
from xentgui.reading.grid import Grid
from xentgui.reading.guess import guess
from xentgui.reading.guessed import plain_roles, stacked
from xentgui.reading.header import with_header
from xentgui.reading.layouts.registry import laid_out
from xentgui.reading.numbers import Columns
from xentgui.reading.read_error import ReadError
from xentgui.reading.scale import Finding, told_sum
from xentgui.reading.suspicions import classes_from
from xentgui.reading.values import block_of

ROLES: Final = (
    *(Role.LABEL, *SCALES, Role.TARGET, *CLASSES),
    *(Role.INDEX, Role.OUT),
)
"""What a column of logits can hold, in the order of a menu."""

_NOTHING = QT_TRANSLATE_NOOP(
    "errors", "There is nothing here to read. Copy some numbers, for example 2.33, -1.46, 0.56."
)
_TOO_LONG = QT_TRANSLATE_NOOP(
    "errors",
    "This text is too long: {found} characters, at most {limit} are read. "
    "Save large matrices with numpy.save and open the .npy file.",
)
_TOO_MANY = QT_TRANSLATE_NOOP(
    "errors",
    "This text holds {found} cells, at most {limit} are read. "
    "Save large matrices with numpy.save and open the .npy file.",
)


@dataclass(frozen=True, eq=False)
class Reading:
    """How a text was understood.  It can be read again with other roles.

    Attributes
    ----------
    layout : str
        What it was taken for, in English, marked for translation in the context "errors".
    columns : Columns
        The cells, and their numbers.
    roles : tuple[Role, ...]
        One for each column.
    findings : tuple[Finding, ...]
        What is unusual, or has to be decided.
    is_chosen : bool
        Whether a person chose the roles.
    """

    layout: str
    columns: Columns
    roles: tuple[Role, ...]
    findings: tuple[Finding, ...]
    is_chosen: bool = False
    menu = ROLES

    @cached_property
    def block(self) -> Block:
        """The numbers that come of it; raises ReadError if they cannot have these roles."""
        return block_of(self.columns, self.roles)

    @property
    def grid(self) -> Grid:
        """The cells."""
        return self.columns.grid

    @property
    def is_certain(self) -> bool:
        """Whether nothing has to be decided."""
        return self.is_chosen or not any(finding.asks for finding in self.findings)

    @property
    def is_plain(self) -> bool:
        """Whether this is nothing but one column or one row of numbers."""
        return (
            not self.grid.header
            and (self.grid.width == 1 or self.grid.height == 1)
            and all(role in {*SCALES, Role.TARGET} for role in self.roles)
        )

    @property
    def scale(self) -> Role | None:
        """What the numbers are that give logits; None if there are none."""
        return next((role for role in self.roles if role in SCALES), None)

    def places(self, *wanted: Role) -> list[int]:
        """Return the columns of these roles."""
        return [j for j, role in enumerate(self.roles) if role in wanted]

    def with_roles(self, roles: Sequence[Role]) -> Reading:
        r"""Return the same text with other roles; raises ReadError for numbers that cannot have them.

        >>> reading = read("cat 0.8\ndog 0.2")
        >>> reading.with_scale(Role.LOGIT).block.logits.tolist()
        [0.8, 0.2]
        """
        changed = replace(self, roles=tuple(roles), is_chosen=True)
        _ = changed.block  # which is refused here, not later
        notes = tuple(
            Finding(note, asks=False)
            for j, role in enumerate(roles)
            if role in {*SCALES, Role.TARGET}
            for note in self.columns.notes(j)
        )
        found = (*notes, *self._sum(roles))
        return replace(changed, findings=found)

    def with_scale(self, scale: Role) -> Reading:
        """Return the same text with its numbers taken for `scale`; raises ReadError."""
        roles = [scale if role in SCALES else role for role in self.roles]
        return self.with_roles(roles)

    def confirmed(self) -> Reading:
        """Return the same text where numbers without a name are known to be logits or targets."""
        if self.grid.header or self.scale is None:
            return replace(self, findings=())
        return self.with_scale(Role.LOGIT)

    def class_role(self, column: int, values: Sequence[int]) -> Role:
        """Return how the classes in `column` are counted, where the columns `values` are classes."""
        try:
            numbers = self.columns.numbers(column)
        except ReadError:
            return Role.TARGET_CLASS
        return classes_from(numbers, stacked(self.columns, list(values), across=True))[0]

    def changed(self, roles: Sequence[Role], column: int, role: Role) -> list[Role]:
        """Return `roles` with another one for `column`, and what follows from that for the others."""
        after = list(roles)
        before = after[column]
        after[column] = role
        for j, other in enumerate(roles):
            if j == column:
                continue
            if other is role and role in {Role.LABEL, *CLASSES}:
                after[j] = before if before in {Role.LABEL, Role.INDEX} else Role.OUT
            elif role in SCALES and other in SCALES:
                after[j] = role
            elif role in CLASSES and other in CLASSES:
                after[j] = Role.OUT
        return after

    def _sum(self, roles: Sequence[Role]) -> tuple[Finding, ...]:
        """Return what is to be told about the sum of probabilities."""
        places = [j for j, role in enumerate(roles) if role in {Role.PROBABILITY, Role.PERCENT}]
        if not places:
            return ()
        table = stacked(self.columns, places, across=len(places) > 1)
        told = told_sum(table / 100 if roles[places[0]] is Role.PERCENT else table)
        return tuple(Finding(finding.message, asks=False) for finding in told)


def read(
    source: str | bytes,
    *,
    decimal_point: str = ".",
    for_field: str = "logits",
    most_characters: int = MOST_CHARACTERS,
    most_cells: int = MOST_CELLS,
    by_hand: bool = False,
) -> Reading:
    """Return how `source` is understood: spreadsheet cells, CSV, words, a printed array, JSON.

    The layouts are listed in `xentgui.reading.layouts.registry`.  The decimal point is what the
    numbers themselves prove, else the locale's `decimal_point`.  What the columns mean is described
    in `xentgui.reading.guess`; numbers without a name are for the field `for_field`, "logits" or
    "target".  With `by_hand` a person gives the roles, and a text is not refused because they cannot
    be guessed.

    Raises
    ------
    ReadError
        For every text that is not understood completely, with line and column; for NaN, +inf, "..."
        and texts beyond the limits.
    """
    if len(source) > most_characters * (4 if isinstance(source, bytes) else 1):
        raise ReadError(_TOO_LONG, found=len(source), limit=most_characters)
    notes: tuple[Finding, ...] = ()
    if isinstance(source, bytes):
        text, note = decode_noted(source)
        notes = () if note is None else (note,)
    else:
        text = without_marks(source)
    if len(text) > most_characters:
        raise ReadError(_TOO_LONG, found=len(text), limit=most_characters)
    layout, grid = laid_out(text, "," if decimal_point == "," else ".")
    if not grid.height or not grid.width:
        raise ReadError(_NOTHING)
    if grid.height * grid.width > most_cells:
        raise ReadError(_TOO_MANY, found=grid.height * grid.width, limit=most_cells)
    columns = Columns(with_header(grid))
    try:
        found = guess(columns, for_field)
        reading = Reading(layout, columns, tuple(found.roles), (*notes, *found.findings))
        _ = reading.block  # which is refused here, not later
    except ReadError:
        if not by_hand:
            raise
        reading = Reading(layout, columns, plain_roles(columns), notes)
    return reading


__all__ = ["Message", "Reading", "read"]
