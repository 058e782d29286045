"""The roles of columns with names."""

from __future__ import annotations

from typing import Final

import numpy as np

from xentgui.model.message import QT_TRANSLATE_NOOP, Message, shown
from xentgui.reading.column import SCALES, Role, prefixed, role_of
from xentgui.reading.grid import Floats
from xentgui.reading.guessed import INDEX, Guess, are_whole, first_of, is_whole, stacked
from xentgui.reading.numbers import Columns
from xentgui.reading.read_error import ReadError
from xentgui.reading.scale import Finding, guess_scale
from xentgui.reading.suspicions import (
    classes_from,
    counts_up,
    is_vocabulary,
    like_classes,
    suspicious_names,
)

# Single letters and common words, which can be names of classes as well.
WEAK: Final = {
    "z", "y", "p", "true", "score", "scores", "output", "outputs", "actual", "gold", "text", "word",
    "prediction", "predictions", "answer",
}  # fmt: skip

# Names that only ever number the rows; "image" or "row" could also be the name of a class.
_ID: Final = {"index", "id", "idx", "path", "filename", "file path", "filepath", "uid", "guid"}

_PREDICTED: Final = {"prediction", "predictions"}

_TWICE = QT_TRANSLATE_NOOP(
    "errors",
    "Columns {column} and {other} are both called {name}. Rename one of them.",
)

_ONE_CLASS = QT_TRANSLATE_NOOP(
    "errors",
    "The first line names no column of logits. Call the columns “label”, “logit” and “target”, "
    "or give one column for each class.",
)


class NamedGuess:
    """Guesses the roles of a grid with a header."""

    def __init__(self, columns: Columns) -> None:
        self._columns, grid = columns, columns.grid
        self._header = grid.header or ()
        self._names = [name.strip().casefold() for name in self._header]
        self._roles = [self._first_role(j) for j in range(grid.width)]
        self._numbers = self._read()
        for j, role in enumerate(self._roles):
            values = self._numbers[j]
            whole = values is None or bool((values == np.floor(values)).all())
            if role is Role.INDEX and self._names[j] and not whole:
                self._roles[j] = Role.OTHER  # 2.33 numbers nothing: a class is called so
        self._prefixes()
        self._unclaimed = [j for j in self._of(Role.OTHER) if self._numbers[j] is not None]

    def guess(self) -> Guess:
        """Return the roles; raises ReadError, naming the cell, if there are none."""
        scores = self._of(*SCALES)
        strong = [j for j in scores if self._names[j] not in WEAK]
        named = any(
            self._numbers[j] is None and not self._is_target(j) for j in self._of(Role.LABEL)
        )
        # x, y and z are classes, unless there is a column of names: then z means the logits.
        weak = len(scores) if self._unclaimed else 0
        alone = len(self._unclaimed) + weak < 2
        logits = any(self._roles[j] is Role.LOGIT for j in strong)
        if self._in_prefix or not (alone or (scores and (named or logits))):
            return self._samples()
        return self._classes()

    # The roles that names give

    def _first_role(self, j: int) -> Role:
        role = role_of(self._header[j])
        if role is Role.INDEX and j > 0:
            plain = self._names[j].replace("_", " ")
            sure = plain in _ID or plain.endswith((" id", "imageid"))
            return Role.INDEX if sure else Role.OTHER
        return role

    def _read(self) -> list[Floats | None]:
        found: list[Floats | None] = []
        wrong: list[ReadError] = []
        for j, role in enumerate(self._roles):
            try:
                found.append(self._columns.kind(j, role))
            except ReadError:
                found.append(None)
                wrong += self._columns.wrong_cells(j)
        if wrong:
            raise first_of(wrong)
        return found

    def _prefixes(self) -> None:
        """Give logit_cat and logit_dog, or prob_cat and prob_dog, their scale."""
        found: dict[Role, list[int]] = {}
        for j in range(len(self._roles)):
            scale, _ = prefixed(self._header[j])
            if self._roles[j] is Role.OTHER and self._numbers[j] is not None and scale in SCALES:
                found.setdefault(scale, []).append(j)
        self._in_prefix = {
            j: scale for scale, places in found.items() if len(places) > 1 for j in places
        }

    def _of(self, *wanted: Role) -> list[int]:
        return [j for j, role in enumerate(self._roles) if role in wanted]

    def _only(self, *wanted: Role) -> int | None:
        """Return the only column of these roles; a clear name is preferred to a weak one."""
        found = self._of(*wanted)
        chosen = [j for j in found if self._names[j] not in WEAK] or found
        if len(chosen) > 1:
            name = shown(self._header[chosen[1]])
            raise ReadError(_TWICE, column=chosen[0] + 1, other=chosen[1] + 1, name=name)
        return chosen[0] if chosen else None

    # One row for each class

    def _classes(self) -> Guess:
        numbers, names = self._numbers, self._of(Role.LABEL)
        words = [j for j in self._of(Role.INDEX, Role.OTHER) if numbers[j] is None]
        # If two columns have names of labels ("class", "label"), the column of words holds the
        # classes.
        names.sort(key=lambda j: numbers[j] is not None)
        label = next(iter(names or words), None)
        value = next(
            (
                j
                for scale in SCALES
                if (j := self._only(scale)) is not None and numbers[j] is not None
            ),
            None,
        )
        for scale in SCALES:
            self._only(scale)
        target = self._only(Role.TARGET)
        named = Role.OTHER if value is None else self._roles[value]
        loose = list(self._unclaimed)
        if value is None and len(loose) == 1:
            value = loose.pop()
        if target is None and len(names) > 1 and numbers[names[1]] is not None:
            target = names[1]
        if label is None and value is not None and loose and _are_names(numbers[loose[0]]):
            label = loose[0]  # "digit, logit": the digits are the names
        words_only = value is None and target is None
        if words_only and (label is None or numbers[label] is not None):
            raise ReadError(_ONE_CLASS)
        found = Guess([self._left(j) for j in range(len(self._roles))])
        if label is not None:
            found.roles[label] = Role.LABEL
        if target is not None:
            single = self._columns.grid.height == 1
            single &= value is None and label is None and is_whole(numbers[target])
            found.roles[target] = Role.TARGET_CLASS if single else Role.TARGET
        if value is not None:
            self._value(found, value, named, has_names=label is not None)
        return found

    def _left(self, j: int) -> Role:
        index = self._roles[j] is Role.INDEX or (
            self._roles[j] is Role.OTHER and counts_up(self._numbers[j])
        )
        return Role.INDEX if index else Role.OUT

    def _value(self, found: Guess, value: int, named: Role, *, has_names: bool) -> None:
        values = self._columns.numbers(value)
        if named is Role.OTHER and has_names and is_vocabulary(values):
            found.roles[value] = Role.INDEX
            found.findings.append(Finding(Message(INDEX, {"column": value + 1}), asks=True))
            return
        weak = self._names[value] in WEAK
        scale = guess_scale(values.reshape(1, -1), named, weak=weak, has_names=has_names)
        found.roles[value] = scale.role
        found.findings += scale.findings

    # One row for each sample

    def _samples(self) -> Guess:
        grid, numbers = self._columns.grid, self._numbers
        last = grid.width - 1
        targets = [j for j in (last, 0, *range(1, last)) if self._is_target(j)]
        target = next((j for j in targets if j in {0, last} or self._names[j] not in WEAK), None)
        found = Guess([Role.OUT] * grid.width)
        values: list[int] = []
        for j, role in enumerate(self._roles):
            if j == target or role in {Role.INDEX, Role.OUT} or self._names[j] in _PREDICTED:
                found.roles[j] = Role.INDEX if role is Role.INDEX else Role.OUT
            elif numbers[j] is not None:
                if not self._is_aside(j):
                    values.append(j)
            elif j == 0:
                found.roles[j] = Role.INDEX
            elif role is Role.OTHER and any(grid.texts(j)):
                raise self._columns.refused(j)
        values = self._without_index(found, values)
        if not values:
            raise ReadError(_ONE_CLASS)
        if target is not None:
            found.roles[target] = Role.TARGET_CLASS
        self._scale(found, values)
        if target is not None:
            self._target(found, target, values)
        found.findings += suspicious_names([self._header[j] for j in values])
        return found

    def _is_aside(self, j: int) -> bool:
        """Whether column `j` stands beside the classes: another scale, or a clear other name."""
        if self._in_prefix:
            wanted = min(self._in_prefix.values(), key=SCALES.index)
            return self._in_prefix.get(j) is not wanted
        clear = self._names[j] not in WEAK
        return clear and self._roles[j] in {*SCALES, Role.TARGET, Role.LABEL}

    def _without_index(self, found: Guess, values: list[int]) -> list[int]:
        """Return `values` without a first column that only counts the rows."""
        if len(values) < 3 or values[0] != 0 or not counts_up(self._numbers[0]):
            return values
        others = stacked(self._columns, values[1:], across=True)
        if bool((others == np.floor(others)).all()):
            return values
        found.roles[0] = Role.INDEX
        found.findings.append(Finding(Message(INDEX, {"column": 1}), asks=True))
        return values[1:]

    def _scale(self, found: Guess, values: list[int]) -> None:
        table = stacked(self._columns, values, across=True)
        named = self._in_prefix.get(values[0], Role.OTHER)
        scale = guess_scale(table, named, weak=False, has_names=False)
        found.findings += scale.findings
        if Role.TARGET_CLASS not in found.roles and not self._in_prefix:
            found.findings += like_classes(table, values)
        for j in values:
            found.roles[j] = scale.role

    def _is_target(self, j: int) -> bool:
        """Whether column `j` of a table of samples holds each row's class."""
        role, column = self._roles[j], self._numbers[j]
        if role is Role.TARGET:
            # A class can be called y; then its numbers are not all integers.
            return column is None or self._names[j] not in WEAK or are_whole(column)
        if role is not Role.LABEL:
            return False
        known = set(self._header)
        texts = self._columns.grid.texts(j)
        return column is not None or not known.isdisjoint(texts)

    def _target(self, found: Guess, target: int, values: list[int]) -> None:
        column = self._numbers[target]
        found.roles[target] = Role.TARGET_CLASS
        if column is not None and not set(self._columns.grid.texts(target)) <= set(self._header):
            table = stacked(self._columns, values, across=True)
            role, findings = classes_from(column, table)
            found.roles[target] = role
            found.findings += findings


def _are_names(column: Floats | None) -> bool:
    return column is not None and are_whole(column) and len(np.unique(column)) == len(column)
