"""The numbers that come of a grid, once the roles of its columns are settled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xentgui.model.message import QT_TRANSLATE_NOOP, shown
from xentgui.reading.blocks import Block, BlockKind, Floats
from xentgui.reading.column import CLASSES, SCALES, Role, prefixed
from xentgui.reading.numbers import Columns
from xentgui.reading.read_error import ReadError
from xentgui.reading.suspicions import IGNORED

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
_MIXED = QT_TRANSLATE_NOOP(
    "errors",
    "Logits and probabilities stand in one table. Choose the columns of one of them, and leave "
    "the others out.",
)
_TWO_NAMES = QT_TRANSLATE_NOOP(
    "errors", "Columns {first} and {second} both hold {what}. Leave one of them out."
)
_NAMES = QT_TRANSLATE_NOOP("errors", "names")
_TARGETS = QT_TRANSLATE_NOOP("errors", "targets")
_PROBABILITY = QT_TRANSLATE_NOOP(
    "errors",
    "Line {line}, column {column}: the probability {cell} is not 0 or more. "
    "Take the numbers as logits or as log-probabilities.",
)
ALL_IGNORED = QT_TRANSLATE_NOOP(
    "errors",
    "No row has a class that counts: all are -1 or -100. Give at least one row a class.",
)


def block_of(columns: Columns, roles: Sequence[Role]) -> Block:
    """Return what the grid of `columns` holds if its columns have these `roles`.

    Raises ReadError, naming the cell, for numbers that cannot have their role.
    """
    return _Values(columns, roles).block()


class _Values:
    def __init__(self, columns: Columns, roles: Sequence[Role]) -> None:
        self._columns, self._grid, self._roles = columns, columns.grid, roles
        self._values = self._of(*SCALES)
        self._softs = self._of(Role.TARGET)
        if len({self._roles[j] for j in self._values}) > 1:
            raise ReadError(_MIXED)

    def block(self) -> Block:
        wide = len(self._values) > 1 or (not self._values and len(self._softs) > 1)
        if wide and not self._grid.header and self._grid.height == 1:
            return self._row()
        if wide:
            return self._samples()
        names = self._of(Role.LABEL)
        if len(names) > 1 and self._grid.height == 1 and not self._values:
            return self._row_of_names(names)
        return self._classes(names)

    def _of(self, *wanted: Role) -> list[int]:
        return [j for j, role in enumerate(self._roles) if role in wanted]

    def _single(self, found: list[int], what: str) -> int | None:
        if len(found) > 1:
            from xentgui.model.message import Message  # noqa: PLC0415

            raise ReadError(_TWO_NAMES, first=found[0] + 1, second=found[1] + 1, what=Message(what))
        return found[0] if found else None

    # Shapes

    def _row(self) -> Block:
        """One row of numbers without names."""
        logits, probabilities = self._logits(across=True)
        targets = self._soft(self._softs)
        return self._finished(
            BlockKind.VECTOR, len(self._values or self._softs),
            logits=None if logits is None else logits[0],
            probabilities=None if probabilities is None else probabilities[0],
            targets=None if targets is None else targets[0],
        )  # fmt: skip

    def _row_of_names(self, names: list[int]) -> Block:
        labels = tuple(self._grid.cell(0, j) for j in names)
        return self._finished(BlockKind.TABLE, len(labels), labels=labels)

    def _classes(self, names: list[int]) -> Block:
        label, target = self._single(names, _NAMES), self._single(self._softs, _TARGETS)
        logits, probabilities = self._logits(across=False)
        chosen = self._of(*CLASSES)
        nameless = label is None and target is None
        if nameless and not self._values and len(chosen) == self._grid.height == 1:
            return self._one_class(chosen[0])
        targets = self._soft([] if target is None else [target])
        alone = label is None and (target is None or not self._values)
        return self._finished(
            BlockKind.VECTOR if alone else BlockKind.TABLE,
            self._grid.height,
            labels=None if label is None else self._columns.names(label),
            logits=None if logits is None else logits[0],
            probabilities=None if probabilities is None else probabilities[0],
            targets=None if targets is None else targets[:, 0],
        )

    def _one_class(self, j: int) -> Block:
        value = float(self._columns.numbers(j)[0]) - (self._roles[j] is Role.TARGET_FROM_ONE)
        if value < 0 or value != int(value):
            raise self._refused(_CLASS, 0, j, count=1)
        return self._finished(BlockKind.VECTOR, 1, target_class=int(value))

    def _samples(self) -> Block:
        places = self._values or self._softs
        names = self._class_names(places)
        logits, probabilities = self._logits(across=True)
        targets: NDArray[np.int64] | Floats | None = None
        if self._softs and len(self._softs) == len(places):
            targets = self._soft(self._softs)
        kept = np.ones(self._grid.height, dtype=bool)
        chosen = self._single(self._of(*CLASSES), _TARGETS)
        if chosen is not None:
            classes = self._chosen(chosen, self._with_plain(names, places))
            kept = classes >= 0
            if not kept.any():
                raise ReadError(ALL_IGNORED)
            targets = classes
        if not kept.all():
            logits = None if logits is None else logits[kept]
            probabilities = None if probabilities is None else probabilities[kept]
            targets = None if targets is None else targets[kept]
        if len(kept) > 1:
            return self._finished(
                BlockKind.MATRIX, int(kept.sum()), labels=names, logits=logits, targets=targets,
                probabilities=probabilities,
            )  # fmt: skip
        if targets is not None and targets.ndim == 1:
            one_hot = np.zeros(len(places))
            one_hot[int(targets[0])] = 1.0
            targets = one_hot.reshape(1, -1)
        return self._finished(
            BlockKind.TABLE, len(places), labels=names,
            logits=None if logits is None else logits[0],
            targets=None if targets is None else targets[0],
            probabilities=None if probabilities is None else probabilities[0],
        )  # fmt: skip

    def _class_names(self, places: list[int]) -> tuple[str, ...] | None:
        header = self._grid.header
        if not header:
            return None
        names = [prefixed(header[j]) for j in places]
        if len(names) > 1 and len({scale for scale, _ in names}) == 1 and names[0][0] in SCALES:
            return tuple(name for _, name in names)
        return tuple(header[j] for j in places)

    def _with_plain(self, names: tuple[str, ...] | None, places: list[int]) -> dict[str, int]:
        """Return the classes by all of their names."""
        header = self._grid.header or ()
        found = {header[j]: k for k, j in reversed(list(enumerate(places)))} if header else {}
        found |= {name: k for k, name in reversed(list(enumerate(names or ())))}
        return found

    # Numbers

    def _logits(self, *, across: bool) -> tuple[Floats | None, Floats | None]:
        """Return the logits, and the probabilities if they come of such, as (N, K)."""
        if not self._values:
            return None, None
        table = np.column_stack([self._columns.numbers(j) for j in self._values])
        role = self._roles[self._values[0]]
        probabilities = None
        if role in {Role.PROBABILITY, Role.PERCENT}:
            if (table < 0).any():
                i, k = divmod(int(np.argmax(table < 0)), table.shape[1])
                raise self._refused(_PROBABILITY, i, self._values[k])
            probabilities = table / 100 if role is Role.PERCENT else table
            with np.errstate(divide="ignore"):
                table = np.log(probabilities)
        if not across:
            table = table.T
            probabilities = None if probabilities is None else probabilities.T
        return table, probabilities

    def _soft(self, places: list[int]) -> Floats | None:
        if not places:
            return None
        table = np.column_stack([self._columns.numbers(j) for j in places])
        # One column alone goes into the table of targets, which names the class.
        if (table < 0).any() and (self._grid.header or self._grid.width > 1):
            i, k = divmod(int(np.argmax(table < 0)), table.shape[1])
            raise self._refused(_NEGATIVE, i, places[k])
        return table

    def _chosen(self, j: int, numbered: dict[str, int]) -> NDArray[np.int64]:
        """Return the class of each row, by its name or its number; -1 for none."""
        count = len(self._values or self._softs)
        first = 1 if self._roles[j] is Role.TARGET_FROM_ONE else 0
        texts = self._grid.columns[j]
        try:
            numbers: Floats | None = self._columns.numbers(j)
        except ReadError:
            numbers = None
        if numbers is not None and (first or not isinstance(texts, list) or not numbered):
            wrong = (numbers < first) | (numbers >= first + count) | (numbers != np.floor(numbers))
            ignored = np.isin(numbers, IGNORED)
            wrong &= ~ignored
            if wrong.any():
                raise self._refused(_CLASS, int(np.argmax(wrong)), j, count=count)
            return np.where(ignored, -1, numbers - first).astype(np.int64)
        found = np.empty(self._grid.height, dtype=np.int64)
        for i, text in enumerate(self._grid.texts(j)):
            k = numbered.get(text)
            if k is None:
                number = float(text) if text.isdecimal() else -2.0
                number = number if numbers is None else float(numbers[i])
                if number in IGNORED:
                    number = -1.0
                elif not 0 <= number < count or number != int(number):
                    raise self._refused(_CLASS, i, j, count=count)
                k = int(number)
            found[i] = k
        return found

    def _refused(self, template: str, i: int, j: int, **values: object) -> ReadError:
        line, column = self._grid.place(i, j)
        cell = shown(self._grid.cell(i, j))
        return ReadError(template, line=line, column=column, cell=cell, **values)

    def _finished(
        self,
        kind: BlockKind,
        rows: int,
        *,
        labels: tuple[str, ...] | None = None,
        logits: Floats | None = None,
        targets: Floats | NDArray[np.int64] | None = None,
        probabilities: Floats | None = None,
        target_class: int | None = None,
    ) -> Block:
        for array in (logits, targets, probabilities):
            if array is not None:
                array.setflags(write=False)
        return Block(
            kind,
            rows,
            self._grid.header or (),
            labels,
            logits,
            targets,
            probabilities,
            target_class,
        )
