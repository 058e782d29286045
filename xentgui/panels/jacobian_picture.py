"""The parts of the picture of the Jacobian: cells, names, and what flows through."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from xentgui.language.text import number
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.jacobian import STEEPEST, jacobian_of, shown_classes
from xentgui.model.losses.mean_over_target import MeanOverTarget
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.signed_heat import draw_heat
from xentgui.painting.style import Style
from xentgui.panels.jacobian_grid import (
    BETWEEN,
    NAME_SIZE,
    NOTE_SIZE,
    Grid,
    column_names,
    note_height,
)
from xentgui.panels.shown_losses import predicted_symbol

_LEAST_SIZE, _MOST_SIZE = 0.62, 1.35  # em of a number
_LINE = 15.0  # design pixels from a turned name to the next
_FORMULA_SIZE = 0.96  # em
_SLOPE = "∂L/∂p"
_GAP, _PAD = 7.0, 8.0  # design pixels: between a name and its row, and about a number
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignCenter
_WRAPPED = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWordWrap.value


def draw_cells(painter: QPainter, style: Style, grid: Grid, snapshot: Snapshot, view: View) -> None:
    """Fill each cell by its number, and write it; those of a highlighted class stand out."""
    cells = jacobian_of(snapshot)
    full, lit = _full(snapshot, cells), view.highlighted_class
    digits, size = _digits_and_size(style, cells, grid.cell(0, 0))
    ruler, high, gap = style.ruler(size), style.metrics(size).height(), style.px(1)
    for row, column in np.ndindex(cells.shape):
        box, value = grid.cell(row, column), float(cells[row, column])
        is_lit = lit in (None, grid.classes[row], grid.classes[column])
        own = style if is_lit else style.faint
        draw_heat(painter, own, box.adjusted(gap, gap, -gap, -gap), _share(value, full))
        texts = (number(value, digits), number(value, 1))
        text = next((one for one in texts if ruler.width(one) <= box.width() - style.px(2)), "")
        if not view.values or not text:
            continue
        wide = ruler.width(text)
        if style.theme.hatched and style.veiled and value < 0.0:
            veil = QRectF(0.0, 0.0, wide + style.px(4), high)
            veil.moveCenter(box.center())
            painter.fillRect(veil, style.color(style.theme.card))
        painter.setFont(style.font(size, number=True))
        painter.setPen(own.color(own.theme.ink))
        painter.drawText(box, _CENTER, text)
    painter.setPen(style.pen(style.theme.line, 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(grid.cells)


def draw_class_names(
    painter: QPainter, style: Style, grid: Grid, snapshot: Snapshot, view: View
) -> None:
    """Write the classes along both sides, and in the corner what changes with what."""
    gap, metrics = style.px(_GAP), style.metrics(NAME_SIZE, bold=True)
    painter.setFont(style.font(NAME_SIZE, bold=True))
    for at, (index, name) in enumerate(zip(grid.classes, grid.names, strict=True)):
        own = style if view.highlighted_class in (None, index) else style.faint
        painter.setPen(own.color(own.theme.class_color(snapshot.state.color_of(index))))
        painter.drawText(grid.row_name(at).adjusted(0.0, 0.0, -gap, 0.0), _RIGHT, name)
    columns = [grid.column_name(at) for at in range(len(grid.classes))]
    along = columns[0].height() - gap if grid.turned else columns[0].width() - style.px(BETWEEN)
    texts = [
        name if metrics.horizontalAdvance(name) <= along else f"#{index + 1}"
        for index, name in zip(
            grid.classes, column_names(style, snapshot, grid.classes, along), strict=True
        )
    ]
    across = columns[0].width() - style.px(2)
    crowded = not grid.turned and max(map(metrics.horizontalAdvance, texts)) > across
    if grid.turned:
        size = min(NAME_SIZE, max(_LEAST_SIZE, NAME_SIZE * columns[0].width() / style.px(_LINE)))
        painter.setFont(style.font(size, bold=True))
    for at, (index, text) in enumerate(zip(grid.classes, texts, strict=True)):
        own = style if view.highlighted_class in (None, index) else style.faint
        painter.setPen(own.color(own.theme.class_color(snapshot.state.color_of(index))))
        if grid.turned:
            _draw_upwards(painter, columns[at].adjusted(0.0, 0.0, 0.0, -gap), text)
        else:
            painter.drawText(_staggered(columns[at], at) if crowded else columns[at], _CENTER, text)
    corner = QRectF(grid.outer.topLeft(), QPointF(grid.cells.left() - gap, grid.cells.top()))
    _write_formula(painter, style, corner, f"∂{predicted_symbol(snapshot)} / ∂z")


def _draw_upwards(painter: QPainter, box: QRectF, text: str) -> None:
    """Draw `text` from the lower edge of `box` upwards."""
    painter.save()
    painter.translate(box.center().x(), box.bottom())
    painter.rotate(-90.0)
    painter.drawText(QRectF(0.0, -box.width() / 2, box.height(), box.width()), _LEFT, text)
    painter.restore()


def draw_flow(
    painter: QPainter,
    style: Style,
    grid: Grid,
    snapshot: Snapshot,
    view: View,
    slopes: np.ndarray,
) -> None:
    """Write `slopes`, the derivatives by p, beside the rows, and those by z below the columns."""
    assert grid.products is not None
    left = grid.cells.right() + style.px(_GAP)
    head = QRectF(QPointF(left, grid.outer.top()), QPointF(grid.outer.right(), grid.cells.top()))
    words = _head(snapshot)
    _write_formula(painter, style, head, words if _wide(style, words) <= head.width() else _SLOPE)
    name = QRectF(grid.outer.left(), grid.sums.top(), 0.0, grid.sums.height())
    name.setRight(grid.cells.left() - style.px(_GAP))
    _write_formula(painter, style, name, "∂L/∂z")
    corner = QRectF(grid.sums.topRight(), QPointF(grid.outer.right(), grid.sums.bottom()))
    equal = _gradient_formula(snapshot)
    if _wide(style, equal) <= corner.width():
        _write_formula(painter, style, corner, equal)
    which = np.array(grid.classes)
    _, most = _digits_and_size(style, jacobian_of(snapshot), grid.cell(0, 0))
    for values, box_of, align in (
        (slopes[which], grid.product, _RIGHT),
        (snapshot.gradient[which], grid.sum_of, _CENTER),
    ):
        digits, size = _digits_and_size(style, values, box_of(0), bold=True)
        size = min(size, max(most, NAME_SIZE))
        painter.setFont(style.font(size, bold=True, number=True))
        widest = max(
            style.metrics(size, bold=True).horizontalAdvance(number(value, digits))
            for value in values.tolist()
        )
        crowded = align == _CENTER and widest > box_of(0).width() - style.px(2)
        ruler = style.ruler(size, bold=True)
        for at, (index, value) in enumerate(zip(grid.classes, values.tolist(), strict=True)):
            own = style if view.highlighted_class in (None, index) else style.faint
            painter.setPen(own.color(own.theme.ink))
            box = _staggered(box_of(at), at) if crowded else box_of(at)
            texts, room = (number(value, digits), number(value, 1)), box.width() - style.px(2)
            text = next((one for one in texts if not crowded or ruler.width(one) <= room), "")
            painter.drawText(box, align, text)
    painter.setPen(style.pen(style.theme.mute, 1.2))
    y = grid.sums.top() - style.px(2)
    painter.drawLine(QLineF(grid.cells.left(), y, grid.cells.right(), y))


def _staggered(box: QRectF, at: int) -> QRectF:
    """Return a wider place for a number, a little higher or lower than its neighbours."""
    wider, shift = box.width() / 2, box.height() / 4
    return box.adjusted(-wider, 0.0, wider, 0.0).translated(0.0, shift if at % 2 else -shift)


def draw_notes(painter: QPainter, style: Style, grid: Grid, notes: tuple[str, ...]) -> None:
    """Write the sentences below."""
    painter.setFont(style.font(NOTE_SIZE))
    painter.setPen(style.color(style.theme.mute))
    box = QRectF(grid.notes)
    box.setTop(box.top() + style.px(4))
    for note in notes:
        box.setHeight(note_height(style, note, box.width()))
        painter.drawText(box, _WRAPPED, note)
        box.moveTop(box.bottom())


def draw_outline(
    painter: QPainter, style: Style, box: QRectF, dash: tuple[float, ...] = ()
) -> None:
    """Draw a frame within the edges of a cell."""
    inset = style.px(2)
    painter.setPen(style.pen(style.theme.accent, 2.2, dash))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(inset, inset, -inset, -inset))


def _full(snapshot: Snapshot, cells: np.ndarray) -> float:
    """Return the number that has the full colour: what no derivative of softmax exceeds."""
    return max(STEEPEST / snapshot.state.temperature, float(np.abs(cells).max()))


def _share(value: float, full: float) -> float:
    """Return `value` as a share of `full`, both of which can be infinite."""
    return math.copysign(1.0, value) if abs(value) == full and value else value / (full or 1.0)


def widths_of_products(
    style: Style, snapshot: Snapshot, slopes: np.ndarray | None
) -> tuple[float, float]:
    """Return the least and the best width of the numbers beside the rows; 0 if there are none."""
    if slopes is None:
        return 0.0, 0.0
    ruler = style.ruler(NAME_SIZE, bold=True)
    shown = slopes[np.array(shown_classes(snapshot))].tolist()
    widest = max(ruler.width(number(value, 3)) for value in shown) + style.px(_PAD)
    least = max(widest, _wide(style, _SLOPE))
    return least, max(least, _wide(style, _head(snapshot)))


def _gradient_formula(snapshot: Snapshot) -> str:
    """Return "= p − y", or what the derivative by z is for another loss; "" if it is long."""
    state = snapshot.state
    loss = chosen_loss(state)
    if isinstance(loss, MeanOverTarget):  # in letters that only the derivation explains
        return ""
    slope = loss.formulas.gradient_of(is_normalised=state.target_is_normalised)
    if state.temperature != 1.0:
        return f"= {slope} / T"
    is_bracketed = slope[0] == "(" and slope.find(")") == len(slope) - 1
    return f"= {slope[1:-1] if is_bracketed else slope}"


def _head(snapshot: Snapshot) -> str:
    formula = chosen_loss(snapshot.state).formulas.by_probabilities
    return f"{_SLOPE} = {formula}" if formula else _SLOPE


def _wide(style: Style, words: str) -> float:
    return _metrics(style).horizontalAdvance(fonts.formula(words)) + style.px(2)


def _digits_and_size(
    style: Style, values: np.ndarray, box: QRectF, *, bold: bool = False
) -> tuple[int, float]:
    """Return the digits of `values`, which stand in boxes as large as `box`, and their size in em."""
    most = min(_MOST_SIZE, 0.6 * box.height() / style.em)
    room, digits, size = box.width() - style.px(_PAD), 3, _LEAST_SIZE
    for digits in (3, 2):
        texts = {number(value, digits) for value in values.ravel().tolist()}
        widest = max(style.ruler(1.0, bold=bold).width(text) for text in texts)
        size = min(most, math.floor(50.0 * room / widest) / 50.0)
        if size >= _LEAST_SIZE:
            break
    return digits, max(size, _LEAST_SIZE)


@lru_cache(maxsize=8)
def _metrics(style: Style) -> QFontMetricsF:
    return QFontMetricsF(fonts.math_font(_FORMULA_SIZE * style.math_em))


def _write_formula(painter: QPainter, style: Style, box: QRectF, words: str) -> None:
    painter.setFont(fonts.math_font(_FORMULA_SIZE * style.math_em))
    painter.setPen(style.color(style.theme.mute))
    painter.drawText(box, _RIGHT, fonts.formula(words))
