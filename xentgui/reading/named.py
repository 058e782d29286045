"""What a grid with a header means; `xentgui.reading.blocks` has the rules."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.blocks import Block, BlockKind, Floats
from xentgui.reading.column import Role
from xentgui.reading.columns import column_numbers, labels, numbers, refused, roles
from xentgui.reading.grid import Grid
from xentgui.reading.read_error import ReadError

# Single letters and common words, which can be names of classes as well.
_WEAK: Final = {"z", "y", "p", "true", "score", "scores", "output", "outputs"}

_TWICE = QT_TRANSLATE_NOOP(
    "errors",
    "Columns {column} and {other} are both called {name}. Rename one of them.",
)
_NEGATIVE = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: the target {cell} is not 0 or more. "
    "A target says how much of each class is asked for.",
)
_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: {cell} is not one of the {count} classes. "
    "Write the number of a class, counted from 0, or its name from the first line.",
)
_ONE_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "The first line names no column of logits. Call the columns “label”, “logit” and “target”, "
    "or give one column for each class.",
)


class Named:
    """A grid with a header; its columns are sorted by the role that their name gives them."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._names = [name.strip().casefold() for name in grid.header or ()]
        self._roles = roles(grid)
        self._numbers = numbers(grid, self._roles)
        self._unclaimed = [
            j
            for j, role in enumerate(self._roles)
            if role is Role.OTHER and self._numbers[j] is not None
        ]

    def block(self) -> Block:
        """Return the meaning of the grid; raises ReadError, naming the cell, if it has none."""
        scores = self._of(Role.LOGIT)
        classes_are_rows = any(self._names[j] not in _WEAK for j in scores) or any(
            self._numbers[j] is None and not self._is_target(j) for j in self._of(Role.LABEL)
        )
        # x, y and z are classes, unless there is a column of labels: then z means the logits.
        alone = len(self._unclaimed) + (len(scores) if self._unclaimed else 0) < 2
        return self._table() if alone or (scores and classes_are_rows) else self._matrix()

    def _table(self) -> Block:
        words = [
            j
            for j, role in enumerate(self._roles)
            if role in {Role.INDEX, Role.OTHER} and self._numbers[j] is None
        ]
        named = self._of(Role.LABEL)
        # If two columns have names of labels ("class", "label"), the column of words holds the
        # classes.
        named.sort(key=lambda j: self._numbers[j] is not None)
        label = next(iter(named or words), None)
        logit, target = self._only(Role.LOGIT), self._only(Role.TARGET)
        probability = self._only(Role.PROBABILITY)
        if logit is None and probability is None and len(self._unclaimed) == 1:
            logit = self._unclaimed[0]
        if target is None and len(named) > 1 and self._numbers[named[1]] is not None:
            target = named[1]
        if all(column is None for column in (label, logit, target, probability)):
            raise ReadError(_ONE_CLASS)
        targets = None if target is None else column_numbers(self._grid, target)
        if targets is not None and target is not None and (targets < 0).any():
            raise self._refused(_NEGATIVE, int(np.argmax(targets < 0)), target)
        return self._finished(
            BlockKind.TABLE,
            labels=None if label is None else labels(self._grid, label),
            logits=None if logit is None else column_numbers(self._grid, logit),
            targets=targets,
            probabilities=(
                None if probability is None else column_numbers(self._grid, probability)
            ),
        )

    def _of(self, role: Role) -> list[int]:
        return [j for j, other in enumerate(self._roles) if other is role]

    def _only(self, role: Role) -> int | None:
        """Return the only column of this role; a clear name is preferred to a weak one."""
        found = self._of(role)
        chosen = [j for j in found if self._names[j] not in _WEAK] or found
        if len(chosen) > 1:
            name = shown((self._grid.header or ())[chosen[1]])
            raise ReadError(_TWICE, column=chosen[0] + 1, other=chosen[1] + 1, name=name)
        return chosen[0] if chosen else None

    def _matrix(self) -> Block:
        last = self._grid.width - 1
        target = next((j for j in (last, 0) if self._is_target(j)), None)
        classes = []
        for j, role in enumerate(self._roles):
            if j == target or role is Role.INDEX:
                continue
            if self._numbers[j] is not None:
                classes.append(j)
            elif j > 0 and any(row[j] for row in self._grid.rows):
                raise refused(self._grid, j)
        names = tuple((self._grid.header or ())[j] for j in classes)
        columns = [column for j in classes if (column := self._numbers[j]) is not None]
        logits = np.column_stack(columns)
        targets = None if target is None else self._classes(target, names)
        if len(logits) > 1:
            return self._finished(BlockKind.MATRIX, labels=names, logits=logits, targets=targets)
        return _one_row(names, logits[0], targets)

    def _is_target(self, j: int) -> bool:
        """Whether the first or last column `j` of a matrix holds each row's class."""
        role, column = self._roles[j], self._numbers[j]
        if role is Role.TARGET:
            # A class can be called y; then its numbers are not all integers.
            return column is None or self._names[j] not in _WEAK or _are_whole(column)
        if role is not Role.LABEL:
            return False
        known = set(self._grid.header or ())
        return column is not None or any(row[j] in known for row in self._grid.rows)

    def _classes(self, j: int, names: tuple[str, ...]) -> NDArray[np.int64]:
        """Return the class of each row, by its name or its number from 0."""
        numbered = {name: k for k, name in reversed(list(enumerate(names)))}
        column = self._numbers[j]
        found = np.empty(len(self._grid.rows), dtype=np.int64)
        for i, row in enumerate(self._grid.rows):
            k = numbered.get(row[j])
            if k is None:
                number = -1.0 if column is None else float(column[i])
                if column is None and row[j].isdecimal():
                    number = float(row[j])
                if not 0 <= number < len(names) or number != int(number):
                    raise self._refused(_CLASS, i, j, count=len(names))
                k = int(number)
            found[i] = k
        return found

    def _refused(self, template: str, i: int, j: int, **values: object) -> ReadError:
        line, column = self._grid.place(i, j)
        cell = shown(self._grid.rows[i][j])
        return ReadError(template, line=line, column=column, cell=cell, **values)

    def _finished(
        self,
        kind: BlockKind,
        *,
        labels: tuple[str, ...] | None,
        logits: Floats | None,
        targets: Floats | NDArray[np.int64] | None,
        probabilities: Floats | None = None,
    ) -> Block:
        for array in (logits, targets):
            if array is not None:
                array.setflags(write=False)
        return Block(
            kind,
            cells=tuple(map(tuple, self._grid.rows)),
            header=self._grid.header or (),
            numbers=tuple(self._numbers),
            labels=labels,
            logits=logits,
            targets=targets,
            probabilities=probabilities,
        )


def _are_whole(column: Floats) -> bool:
    return bool(np.isfinite(column).all() and (column == np.floor(column)).all())


def _one_row(names: tuple[str, ...], logits: Floats, target: NDArray[np.int64] | None) -> Block:
    """Return the table of a matrix of one row: one row for each class."""
    columns: list[Floats | None] = [None, logits]
    header: tuple[str, ...] = ("label", "logit")
    targets = None
    if target is not None:
        targets = np.zeros(len(names))
        targets[target[0]] = 1.0
        columns.append(targets)
        header = (*header, "target")
    for column in columns[1:]:
        if column is not None:
            column.setflags(write=False)
    texts = [
        names,
        *([repr(x) for x in column.tolist()] for column in columns if column is not None),
    ]
    return Block(
        BlockKind.TABLE,
        cells=tuple(zip(*texts, strict=True)),
        header=header,
        numbers=tuple(columns),
        labels=names,
        logits=logits,
        targets=targets,
    )
