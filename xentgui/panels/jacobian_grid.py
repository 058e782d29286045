"""Where the cells of the Jacobian stand, with the names, products and notes around them."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt

from xentgui.model import Snapshot
from xentgui.model.jacobian import shown_classes
from xentgui.model.short_names import names_that_fit
from xentgui.painting.frame import Frame
from xentgui.painting.style import Style

NAME_SIZE, NOTE_SIZE = 0.92, 0.85  # em
BETWEEN = 6.0
"""Between names side by side, in design pixels."""

_HEAD, _FOOT, _GAP = 22.0, 24.0, 7.0  # design pixels: rows above and below, and between the parts
_LEAST_NAMES = 46.0
_LOWEST_ROW = 14.0  # design pixels
_LEGIBLE = 5  # letters of a name that is cut
_TURNED_SHARE = 0.34  # of the height, at most, for names that run upwards
_NAMES_SHARE, _PRODUCTS_SHARE = 0.24, 0.22  # of the width, at most
_WRAP = Qt.TextFlag.TextWordWrap


class Grid(NamedTuple):
    """The places of all parts; rows and columns are the shown `classes`, counted from 0.

    Attributes
    ----------
    classes, names
        The classes that have a row and a column, and what they are called here.
    cells
        The rectangle of the matrix.
    products
        The column beside it, and None if nothing flows through the matrix.
    sums, notes
        The row below, which is as high as 0 if there is none, and the place of the notes.
    turned
        Whether the names above the columns run upwards, because side by side they have no room.
    """

    classes: tuple[int, ...]
    names: tuple[str, ...]
    outer: QRectF
    cells: QRectF
    products: QRectF | None
    sums: QRectF
    notes: QRectF
    turned: bool

    def cell(self, row: int, column: int) -> QRectF:
        """Return the rectangle of a cell."""
        wide, high = self._size
        left, top = self.cells.left() + column * wide, self.cells.top() + row * high
        return QRectF(left, top, wide, high)

    def place_of(self, row: int, column: int) -> QRectF:
        """Return the cell of classes, by their indices; of one that is not shown, a corner."""
        rows = [self.classes.index(k) if k in self.classes else 0 for k in (row, column)]
        return self.cell(rows[0], rows[1])

    def row_name(self, row: int) -> QRectF:
        """Return the place of the name at the left of a row."""
        box = self.cell(row, 0)
        gap = self.cells.left() - self.outer.left()
        return QRectF(self.outer.left(), box.top(), gap, box.height())

    def column_name(self, column: int) -> QRectF:
        """Return the place of the name above a column."""
        box = self.cell(0, column)
        return QRectF(box.left(), self.outer.top(), box.width(), box.top() - self.outer.top())

    def product(self, row: int) -> QRectF:
        """Return the place of the number beside a row."""
        assert self.products is not None
        box = self.cell(row, 0)
        return QRectF(self.products.left(), box.top(), self.products.width(), box.height())

    def sum_of(self, column: int) -> QRectF:
        """Return the place of the number below a column."""
        box = self.cell(0, column)
        return QRectF(box.left(), self.sums.top(), box.width(), self.sums.height())

    def at(self, point: QPointF) -> tuple[int | None, int | None]:
        """Return the classes of the row and the column that `point` is in, or None."""
        wide, high = self._size
        column = int((point.x() - self.cells.left()) // wide)
        row = int((point.y() - self.cells.top()) // high)
        count = len(self.classes)
        in_row = self.outer.left() <= point.x() <= self.outer.right() and 0 <= row < count
        in_column = self.outer.top() <= point.y() <= self.sums.bottom() and 0 <= column < count
        return (
            self.classes[row] if in_row else None,
            self.classes[column] if in_column else None,
        )

    @property
    def _size(self) -> tuple[float, float]:
        count = len(self.classes)
        return self.cells.width() / count, self.cells.height() / count


def grid_of(
    frame: Frame, snapshot: Snapshot, products: tuple[float, float], notes: tuple[str, ...]
) -> Grid:
    """Return the places in `frame`.

    `products` are the least and the best width of what stands beside the rows, in pixels; 0 if
    nothing flows through the matrix.
    """
    style, rect = frame.style, frame.rect
    classes = shown_classes(snapshot)
    least, best = products
    flows, beside = best > 0.0, best if best <= _PRODUCTS_SHARE * rect.width() else least
    names = _names(style, snapshot, classes, _NAMES_SHARE * rect.width())
    metrics, gap = style.metrics(NAME_SIZE, bold=True), style.px(_GAP)
    widest = max(metrics.horizontalAdvance(one) for one in names)
    left = rect.left() + max(style.px(_LEAST_NAMES), widest) + gap
    right = rect.right() - (beside + 2 * gap if flows else 0.0)
    below = _height(style, notes, rect.width())
    foot = style.px(_FOOT) if flows else 0.0
    column_room = (right - left) / len(classes) - style.px(BETWEEN)
    turned = widest > column_room and _are_turned(style, snapshot, classes, names, column_room)
    head = min(widest + gap, _TURNED_SHARE * rect.height())
    # Not if the rows would be lower than their names.
    around = head + _height(style, notes, rect.width()) + (style.px(_FOOT) + gap if flows else 0.0)
    turned = turned and rect.height() - around >= len(classes) * style.px(_LOWEST_ROW)
    head = head if turned else 0.0
    top = rect.top() + max(style.px(_HEAD), head)
    bottom = max(rect.bottom() - below - foot - (gap if flows else 0.0), top + 1.0)
    cells = QRectF(QPointF(left, top), QPointF(max(right, left + 1.0), bottom))
    column = QRectF(right + 2 * gap, top, beside, cells.height()) if flows else None
    sums = QRectF(left, bottom + (gap if flows else 0.0), cells.width(), foot)
    room = QRectF(rect.left(), rect.bottom() - below, rect.width(), below)
    return Grid(classes, names, rect, cells, column, sums, room, turned)


def _names(
    style: Style, snapshot: Snapshot, classes: tuple[int, ...], most: float
) -> tuple[str, ...]:
    metrics = style.metrics(NAME_SIZE, bold=True)
    room = max(min(most, style.px(150)), style.px(_LEAST_NAMES))

    def fit(names: tuple[str, ...]) -> bool:
        return all(metrics.horizontalAdvance(one) <= room for one in names)

    return names_that_fit(snapshot.state.labels, classes, fit)


def column_names(
    style: Style, snapshot: Snapshot, classes: tuple[int, ...], room: float
) -> tuple[str, ...]:
    """Return the names above the columns, each with `room` along it."""
    metrics = style.metrics(NAME_SIZE, bold=True)
    return names_that_fit(
        snapshot.state.labels,
        classes,
        lambda names: all(metrics.horizontalAdvance(one) <= room for one in names),
    )


def _are_turned(
    style: Style, snapshot: Snapshot, classes: tuple[int, ...], names: tuple[str, ...], room: float
) -> bool:
    """Return whether names that are side by side would be cut to a few letters."""
    beside = column_names(style, snapshot, classes, room)
    pairs = zip(beside, names, strict=True)
    return any(len(one) < min(len(name), _LEGIBLE) or one[:1] == "…" for one, name in pairs)


def _height(style: Style, notes: tuple[str, ...], width: float) -> float:
    return sum(note_height(style, one, width) for one in notes) + (style.px(4) if notes else 0.0)


def note_height(style: Style, note: str, width: float) -> float:
    """Return how high a note is that is wrapped at `width`."""
    room = QRectF(0.0, 0.0, width, 1e4)
    return style.metrics(NOTE_SIZE).boundingRect(room, int(_WRAP), note).height() + style.px(2)
