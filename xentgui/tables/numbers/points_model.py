"""The points of a classifier as rows: inputs, class and loss, sorted, and the edits of them."""

from __future__ import annotations

import numpy as np

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_in_unit, number, translate
from xentgui.model import RefusedError, Snapshot, chosen_loss
from xentgui.model.mark import Mark
from xentgui.model.naming import name_of
from xentgui.model.subjects import Edit, classifier_of
from xentgui.model.subjects.classifier import Classifier
from xentgui.model.subjects.on_classifier import (
    OnClassifier,
    with_chosen,
    with_class_of_points,
    with_point,
    with_points_added,
    without_points,
)
from xentgui.painting.handlers import guarded
from xentgui.panels.point_mark import PointMark
from xentgui.tables.cells.typed_text import read_here
from xentgui.tables.numbers.number_cells import CellLook, Column, symbol
from xentgui.tables.numbers.number_model import NumberModel

_POINT = QT_TRANSLATE_NOOP("tables", "point")
_CLASS = QT_TRANSLATE_NOOP("tables", "class")
_LOSS = QT_TRANSLATE_NOOP("tables", "loss")
_NO_CLASS = QT_TRANSLATE_NOOP("errors", "There is no class {value}. Type one of these: {labels}.")
_INPUT = QT_TRANSLATE_NOOP("tables", "Input {name} of Point {number}")
_GIVE = QT_TRANSLATE_NOOP("tables", "Class of Point {number}")
_CHOOSE = QT_TRANSLATE_NOOP("panels", "Choose Point {number}")
_REMOVE = QT_TRANSLATE_NOOP("tables", "Remove Points: {count}")
_PASTE = QT_TRANSLATE_NOOP("tables", "Paste Points")
_CLEAR = QT_TRANSLATE_NOOP("tables", "Clear Inputs")
_SHORT = QT_TRANSLATE_NOOP(
    "errors",
    "A new point needs {count} inputs, and line {line} has {given} numbers. Copy whole points.",
)
_MOST_NAMED = 8  # classes in a sentence


@guarded
class PointsModel(NumberModel):
    """A row for each point, in their order, or sorted."""

    takes_tables = True

    def __init__(self) -> None:
        super().__init__()
        self._sorted: tuple[str, bool] | None = None
        self._order: np.ndarray | None = None

    def columns_of(self, subject: Classifier) -> tuple[Column, ...]:
        """Return the number, the inputs, the class, and the loss."""
        inputs = (
            Column(
                f"x{d}",
                self._sign(f"x{d}", symbol("x", d)),
                name_of(subject.input_names, d),
                editable=True,
            )
            for d in range(len(subject.input_names))
        )
        return (
            Column("point", self._head("point", _POINT), is_name=True),
            *inputs,
            Column("class", self._head("class", _CLASS), editable=True),
            Column("loss", self._head("loss", _LOSS)),
        )

    def _head(self, key: str, text: str) -> str:
        return self._sign(key, translate("tables", text))

    def _sign(self, key: str, text: str) -> str:
        """Return a heading, with an arrow if the rows are sorted by its column."""
        if self._sorted is None or self._sorted[0] != key:
            return text
        return f"{text} {'↓' if self._sorted[1] else '↑'}"

    def rows_of(self, subject: Classifier) -> int:
        """Return the number of points."""
        return len(subject.points)

    def arrange(self) -> None:
        """Sort the rows again."""
        subject = self.subject
        self._order = None
        if subject is None or self._sorted is None:
            return
        key, falling = self._sorted
        if key == "loss":
            values = subject.fit.losses
        elif key == "class":
            values = subject.classes.astype(float)
        elif key.startswith("x") and int(key[1:]) < len(subject.input_names):
            values = subject.points[:, int(key[1:])]
        else:
            values = np.arange(len(subject.points), dtype=float)
        self._order = np.argsort(-values if falling else values, kind="stable")

    def first_changed(self, before: Snapshot) -> int:
        """Return the losses, if nothing else of the points has changed, as while it is trained."""
        was, now = classifier_of(before), self.subject
        stays = (
            (was is not None and now is not None and self._order is None)
            and (was.points is now.points and was.classes is now.classes)
            and (was.chosen, was.labels, was.colors) == (now.chosen, now.labels, now.colors)
        )
        return len(self.columns) - 1 if stays else 0

    def sort_by(self, at: int) -> None:
        """Sort by a column: falling first for the loss, then the other way, then as they are."""
        key = self.columns[at].key
        falls_first = key in ("loss", "point")  # as they are, points rise
        turns = [None, (key, falls_first), (key, not falls_first)]
        if key == "point":
            del turns[2]
        now = turns.index(self._sorted) if self._sorted in turns else 0
        self._sorted = turns[(now + 1) % len(turns)]
        self.retranslate()

    def point_of(self, row: int) -> int:
        """Return the number of the point in a row."""
        return row if self._order is None else int(self._order[row])

    def row_of(self, point: int) -> int:
        """Return the row of a point."""
        return point if self._order is None else int(np.flatnonzero(self._order == point)[0])

    def value(self, row: int, at: int) -> float | str:
        """Return the number of a point, an input, its class, or its loss."""
        subject, snapshot = self.subject, self.snapshot
        if subject is None or snapshot is None or row >= len(subject.points):
            return ""
        point, key = self.point_of(row), self.columns[at].key
        if key == "point":
            return str(point + 1)
        if key == "class":
            k = int(subject.classes[point])
            return name_of(subject.labels, k) if k >= 0 else "–"
        if key == "loss":
            loss = chosen_loss(snapshot.state)
            own = snapshot.loss if point == subject.chosen else float(subject.fit.losses[point])
            return float(loss_in_unit(own, loss, self.view.unit))
        return float(subject.points[point, int(key[1:])])

    def short(self, row: int, at: int, value: float) -> str:
        """Return a number as it is drawn."""
        if self.columns[at].key == "loss":
            return number(value, max(self.view.decimals - 1, 2))
        return super().short(row, at, value)

    def look(self, row: int, at: int) -> CellLook:
        """Return how a cell is drawn."""
        subject, snapshot = self.subject, self.snapshot
        assert subject is not None and snapshot is not None
        column, point = self.columns[at], self.point_of(row)
        own = int(subject.classes[point])
        color = snapshot.state.color_of(own) if column.key == "class" and own >= 0 else -1
        bold = point == subject.chosen
        return CellLook(color=color, boxed=column.editable and column.key != "class", bold=bold)

    def is_lit(self, row: int) -> bool:
        """Return whether a row is that of the chosen point, or the highlighted one."""
        subject = self.subject
        return subject is not None and (self.point_of(row) == subject.chosen or super().is_lit(row))

    def mark_of(self, row: int) -> Mark | None:
        """Return the point of a row."""
        return PointMark(self.point_of(row)) if row < self.rowCount() else None

    def pressed(self, row: int) -> tuple[Edit, str] | None:
        """Choose the point."""
        subject, point = self.subject, self.point_of(row)
        if subject is None or point == subject.chosen:
            return None
        step = translate("panels", _CHOOSE).format(number=point + 1)
        return OnClassifier(lambda now: with_chosen(now, point)), step

    def written(self, row: int, at: int, text: str) -> tuple[Edit, str]:
        """Return the edit for a typed input or class."""
        subject, point, key = self.subject, self.point_of(row), self.columns[at].key
        assert subject is not None
        if key == "class":
            k = _class_of(subject, text)
            step = translate("tables", _GIVE).format(number=point + 1)
            return OnClassifier(lambda now: with_class_of_points(now, (point,), k)), step
        d, value = int(key[1:]), read_here(text)
        step = translate("tables", _INPUT).format(
            name=name_of(subject.input_names, d), number=point + 1
        )
        return OnClassifier(lambda now: _with_inputs(now, {(point, d): value})), step

    def pasted(self, row: int, at: int, cells: list[list[str]]) -> tuple[Edit, str]:
        """Return the edit for a block of inputs and classes; lines below the last are new points."""
        subject = self.subject
        assert subject is not None
        inputs, count = len(subject.input_names), len(subject.points)
        at = max(at, 1)
        values: dict[tuple[int, int], float] = {}
        classes: dict[int, int] = {}
        new, new_classes = [], []
        own = max(int(subject.classes[subject.chosen]), 0)
        for down, line in enumerate(cells):
            if row + down >= count:
                if len(line) < inputs:
                    raise RefusedError(_SHORT, count=inputs, line=down + 1, given=len(line))
                new.append([read_here(cell) for cell in line[:inputs]])
                given = line[inputs] if len(line) > inputs else ""
                new_classes.append(_class_of(subject, given) if given else own)
                continue
            point = self.point_of(row + down)
            for right, cell in enumerate(line):
                key = self.columns[at + right].key if at + right < len(self.columns) else "loss"
                if key == "class":
                    classes[point] = _class_of(subject, cell)
                elif key != "loss":
                    values[point, int(key[1:])] = read_here(cell)

        def changed(now: Classifier) -> Classifier:
            now = _with_inputs(now, values)
            for point, k in classes.items():
                now = with_class_of_points(now, (point,), k)
            if new:
                now = with_points_added(now, new, np.eye(len(now.labels))[new_classes])
            return now

        return OnClassifier(changed), translate("tables", _PASTE)

    def cleared(self, cells: list[tuple[int, int]]) -> tuple[Edit, str] | None:
        """Return the edit that sets inputs to 0."""
        keys = [(self.point_of(row), self.columns[at].key) for row, at in cells]
        values = {(point, int(key[1:])): 0.0 for point, key in keys if key[1:].isdecimal()}
        if not values:
            return None
        return OnClassifier(lambda now: _with_inputs(now, values)), translate("tables", _CLEAR)

    def removed(self, rows: list[int]) -> tuple[Edit, str] | None:
        """Return the edit that removes points."""
        points = [self.point_of(row) for row in rows]
        step = translate("tables", _REMOVE).format(count=len(points))
        return OnClassifier(lambda now: without_points(now, points)), step


def _with_inputs(subject: Classifier, values: dict[tuple[int, int], float]) -> Classifier:
    rows: dict[int, np.ndarray] = {}
    for (point, d), value in values.items():
        rows.setdefault(point, subject.points[point].copy())[d] = value
    for point, inputs in rows.items():
        subject = with_point(subject, point, inputs)
    return subject


def _class_of(subject: Classifier, text: str) -> int:
    """Return the class with this name, or with this number from 1; raises RefusedError."""
    plain = text.strip().casefold()
    for k, label in enumerate(subject.labels):
        if label.casefold() == plain:
            return k
    if plain.isdecimal() and 1 <= int(plain) <= len(subject.labels):
        return int(plain) - 1
    labels = ", ".join(name_of(subject.labels, k) for k in range(len(subject.labels))[:_MOST_NAMED])
    raise RefusedError(_NO_CLASS, value=text, labels=labels)
