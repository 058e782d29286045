"""The Jacobian ∂p/∂z as a signed heat map, and the gradient as it flows back through it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.text import QT_TRANSLATE_NOOP, loss_name, number, translate
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.jacobian import (
    is_defined,
    jacobian_of,
    shown_classes,
    slope_by_probabilities,
)
from xentgui.model.mark import ClassMark, Mark
from xentgui.model.naming import name_of
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.frame import Frame, Ranges
from xentgui.panels.axis_limits import Zoom
from xentgui.panels.cell_mark import CellHold, CellMark, typed_logit
from xentgui.panels.class_numbers import LOGIT
from xentgui.panels.jacobian_grid import NAME_SIZE, Grid, grid_of
from xentgui.panels.jacobian_picture import (
    draw_cells,
    draw_class_names,
    draw_flow,
    draw_notes,
    draw_outline,
    widths_of_products,
)
from xentgui.panels.later import JacobianPanel
from xentgui.panels.marked_panel import Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.shown_losses import predicted_symbol

_JUMPS = QT_TRANSLATE_NOOP(
    "panels",
    "At T = 0, p jumps from one class to another: J is 0, except where the largest logits tie.",
)
_TIED = QT_TRANSLATE_NOOP(
    "panels", "At T = 0, p jumps where the largest logits tie, as they do here: there is no J."
)
_NO_FLOW = QT_TRANSLATE_NOOP(
    "panels",
    "The gradient of the chosen loss, {loss}, does not pass through J: it is a function of the "
    "logits, not of p.",
)
_MORE = QT_TRANSLATE_NOOP(
    "panels", "The {shown} classes with the largest p of {count}; ∂L/∂z is that of all."
)
_LARGEST = QT_TRANSLATE_NOOP("panels", "The {shown} classes with the largest p of {count}.")
_LIMIT = QT_TRANSLATE_NOOP("panels", "Where ∂L/∂p is infinite, ∂L/∂z is the limit of the products.")
_HOW = QT_TRANSLATE_NOOP(
    "panels", "Each row times its ∂L/∂p, added up in each column, gives ∂L/∂z."
)
_RAISED = QT_TRANSLATE_NOOP("panels", "raising z of {label}")
_CHANGES = QT_TRANSLATE_NOOP("panels", "changes p of {label}, per unit, by")
_NOW = QT_TRANSLATE_NOOP("panels", "p of {label}")

_ROOMY = 300.0  # design pixels of height, from which on it is said how the numbers belong together
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value


class Jacobian(JacobianPanel):
    """A row for each p, a column for each z; beside the rows ∂L/∂p, below the columns ∂L/∂z."""

    zoom = Zoom()
    measured = ""
    in_rows = True

    def margins(self, view: View) -> QMarginsF:
        """Return a little room: the grid has its own names and numbers."""
        return QMarginsF(10, 4, 10, 6)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return ranges that mean nothing: a table has no axes."""
        return Ranges(0.0, 1.0, 0.0, 1.0)

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint nothing: everything follows from the numbers."""

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the cells with their numbers, the names, and what flows through."""
        if not is_defined(snapshot):
            painter.setFont(frame.style.font(NAME_SIZE))
            painter.setPen(frame.style.color(frame.style.theme.ink))
            painter.drawText(frame.rect, _IN_THE_MIDDLE, _why_none(snapshot))
            return
        slopes, style = slope_by_probabilities(snapshot), frame.style
        grid, notes = _grid_and_notes(frame, snapshot, slopes)
        draw_cells(painter, style, grid, snapshot, view)
        draw_class_names(painter, style, grid, snapshot, view)
        if slopes is not None:
            draw_flow(painter, style, grid, snapshot, view, slopes)
        draw_notes(painter, style, grid, notes)
        mark = view.highlight
        if isinstance(mark, CellMark) and {mark.row, mark.column} <= set(grid.classes):
            draw_outline(painter, style, grid.place_of(mark.row, mark.column), ())

    def paint_pointed(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint a frame around the cell."""
        draw_outline(painter, frame.style, _box(mark, frame, snapshot), ())

    def paint_focused(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, mark: Mark
    ) -> None:
        """Paint a dashed frame around the cell."""
        draw_outline(painter, frame.style, _box(mark, frame, snapshot), (2.0, 1.5))

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the rows of the matrix, ∂L/∂p and ∂L/∂z."""
        if not is_defined(snapshot):
            return _why_none(snapshot)
        classes, cells = shown_classes(snapshot), jacobian_of(snapshot)
        form = translate("panels", "{label}: {value}")
        lines = []
        for row, index in enumerate(classes):
            values = ", ".join(number(value) for value in cells[row].tolist())
            label = f"∂{predicted_symbol(snapshot)}/∂z, {name_of(snapshot.state.names, index)}"
            lines.append(form.format(label=label, value=values))
        slopes = slope_by_probabilities(snapshot)
        if slopes is not None:
            for name, numbers in (("∂L/∂p", slopes), ("∂L/∂z", snapshot.gradient)):
                values = ", ".join(number(float(numbers[index])) for index in classes)
                lines.append(form.format(label=name, value=values))
        return "; ".join((*lines, *_sentences(snapshot, slopes)))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return what raising the logit of a column does to the p of a row."""
        if not isinstance(mark, CellMark):
            return super().read_out(mark, snapshot, view)
        classes = shown_classes(snapshot)
        if not is_defined(snapshot) or not {mark.row, mark.column} <= set(classes):
            return None
        labels = snapshot.state.labels
        row, column = (name_of(labels, k, 1000) for k in (mark.row, mark.column))
        value = jacobian_of(snapshot)[classes.index(mark.row), classes.index(mark.column)]
        return ReadOut(
            translate("panels", _RAISED).format(label=column),
            (
                (
                    translate("panels", _CHANGES).format(label=row),
                    number(float(value), 6, signed=True),
                ),
                (
                    translate("panels", _NOW).format(label=row),
                    number(float(snapshot.probabilities[mark.row]), 6),
                ),
            ),
        )

    # The marks: the cells

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the cell at `point`."""
        row, column = _at(frame, snapshot, point)
        return None if row is None or column is None else CellMark(row, column)

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the cell at `point`, or the class whose name or number is there."""
        row, column = _at(frame, snapshot, point)
        if row is not None and column is not None:
            return CellMark(row, column)
        index = column if row is None else row
        return None if index is None else ClassMark(index)

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the cell to which a key leads; Tab goes through them row by row."""
        if not is_defined(snapshot):
            return None
        classes = shown_classes(snapshot)
        count = len(classes)
        last = count * count - 1
        known = isinstance(mark, CellMark) and {mark.row, mark.column} <= set(classes)
        if not known or way in (Way.FIRST, Way.LAST):
            at = last if way in (Way.LAST, Way.PREVIOUS) else 0
            return CellMark(classes[at // count], classes[at % count])
        assert isinstance(mark, CellMark)
        row, column = classes.index(mark.row), classes.index(mark.column)
        if way in (Way.NEXT, Way.PREVIOUS):
            at = row * count + column + (1 if way is Way.NEXT else -1)
            return CellMark(classes[at // count], classes[at % count]) if 0 <= at <= last else None
        row += (way is Way.DOWN) - (way is Way.UP)
        column += (way is Way.RIGHT) - (way is Way.LEFT)
        row, column = (min(max(place, 0), count - 1) for place in (row, column))
        return CellMark(classes[row], classes[column])

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the middle of a cell."""
        return _box(mark, frame, snapshot).center()

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return a cell, or the row of a class."""
        if not is_defined(snapshot):
            return None
        if isinstance(mark, ClassMark):
            grid = _grid(frame, snapshot)
            row = grid.place_of(mark.index, mark.index)
            return QRectF(grid.outer.left(), row.top(), grid.outer.width(), row.height())
        return _box(mark, frame, snapshot) if isinstance(mark, CellMark) else None

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move, as in the panel of the logits."""
        label = name_of(snapshot.state.names, _checked(mark).column)
        return translate("panels", LOGIT.text).format(label=label)

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to raise or lower the logit of a column."""
        return CellHold(
            _checked(mark), snapshot, lambda frame: self.locate(mark, frame, snapshot, view)
        )

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the symbol of the number that can be typed: the logit of the column."""
        return (LOGIT.caption(view),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the logit of the column."""
        return (float(snapshot.logits[_checked(mark).column]),)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit for a typed logit."""
        return typed_logit(_checked(mark), values[0])


def _checked(mark: Mark) -> CellMark:
    if not isinstance(mark, CellMark):
        raise TypeError(f"there is no {mark!r} here")
    return mark


def _grid_and_notes(
    frame: Frame, snapshot: Snapshot, slopes: np.ndarray | None
) -> tuple[Grid, tuple[str, ...]]:
    notes = _notes(snapshot, slopes, frame)
    products = widths_of_products(frame.style, snapshot, slopes)
    return grid_of(frame, snapshot, products, notes), notes


def _grid(frame: Frame, snapshot: Snapshot) -> Grid:
    return _grid_and_notes(frame, snapshot, slope_by_probabilities(snapshot))[0]


def _box(mark: Mark, frame: Frame, snapshot: Snapshot) -> QRectF:
    cell = _checked(mark)
    return _grid(frame, snapshot).place_of(cell.row, cell.column)


def _at(frame: Frame, snapshot: Snapshot, point: QPointF) -> tuple[int | None, int | None]:
    return _grid(frame, snapshot).at(point) if is_defined(snapshot) else (None, None)


def _why_none(snapshot: Snapshot) -> str:
    return translate("panels", _TIED if len(snapshot.prediction) > 1 else _JUMPS)


def _sentences(snapshot: Snapshot, slopes: np.ndarray | None) -> tuple[str, ...]:
    """Return what has to be said about the numbers, translated."""
    found, count = [], len(snapshot.logits)
    shown = len(shown_classes(snapshot))
    if shown < count:
        words = translate("panels", _LARGEST if slopes is None else _MORE)
        found.append(words.format(shown=shown, count=count))
    if slopes is None:
        name = loss_name(chosen_loss(snapshot.state))
        found.append(translate("panels", _NO_FLOW).format(loss=name))
    elif not np.isfinite(slopes).all():
        found.append(translate("panels", _LIMIT))
    return tuple(found)


def _notes(snapshot: Snapshot, slopes: np.ndarray | None, frame: Frame) -> tuple[str, ...]:
    """Return the sentences, and in a large picture also how the numbers belong together."""
    said = _sentences(snapshot, slopes)
    if slopes is None or frame.rect.height() < frame.style.px(_ROOMY):
        return said
    return (*said, translate("panels", _HOW))
