"""Rows: the loss and the entropy of each row of a matrix, as strips along which one walks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.language.numbers import perplexity_text
from xentgui.language.text import (
    QT_TRANSLATE_NOOP,
    in_unit,
    loss_in_unit,
    loss_unit,
    number,
    translate,
    unit_name,
)
from xentgui.model import Snapshot, chosen_loss
from xentgui.model.mark import Mark
from xentgui.model.rows import Array
from xentgui.model.sampling.seen_rows import SeenRows
from xentgui.model.subjects import Edit
from xentgui.model.view import View
from xentgui.painting.fitting_text import draw_fitting
from xentgui.painting.frame import Frame, Ranges
from xentgui.painting.labels import draw_x_axis, draw_y_ticks
from xentgui.painting.marks import draw_handle
from xentgui.painting.ticks import axis_ticks, round_above, tick_text
from xentgui.panels.axis_limits import FARTHEST, Zoom
from xentgui.panels.draws_shown import grouped
from xentgui.panels.later_of_many import RowsPanel
from xentgui.panels.marked_panel import REACH, Hold, Way
from xentgui.panels.panel import ReadOut
from xentgui.panels.row_strip import RowHold, RowMark, near, paint_strip, row_step

_NONE = QT_TRANSLATE_NOOP(
    "panels", "Rows are shown while a matrix of logits is open: File ▸ Import Logits…"
)
_TOO_MANY = QT_TRANSLATE_NOOP("panels", "There are too many rows to keep the numbers of each.")
_AXIS = QT_TRANSLATE_NOOP("panels", "row")
_ROW = QT_TRANSLATE_NOOP("panels", "row {row} of {count}")
_ENTROPY = QT_TRANSLATE_NOOP("panels", "entropy H(p)")
_LOSS = QT_TRANSLATE_NOOP("panels", "loss")
_MEAN = QT_TRANSLATE_NOOP("panels", "mean loss {loss}")
_PERPLEXITY = QT_TRANSLATE_NOOP("panels", "perplexity of all {perplexity}")
_REACHED = QT_TRANSLATE_NOOP("panels", "{reached} of {count} rows so far")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Rows(RowsPanel):
    """A strip for the loss, upwards, and one for the entropy, downwards, and a line at the row."""

    zoom = Zoom(across=5.0)
    measured = "left bottom"

    def margins(self, view: View) -> QMarginsF:
        """Return the room for numbers, and for the numbers of all rows above."""
        return QMarginsF(46, 44, 14, 44)

    def home(self, snapshot: Snapshot, view: View) -> Ranges:
        """Return all rows; upwards the loss, downwards the entropy."""
        rows = view.rows
        if rows is None or rows.entropy is None:
            return Ranges(0.5, 2.5, -1.0, 1.0)
        high, low = 0.0, 0.0
        if rows.losses is not None:
            high = _most(loss_in_unit(rows.losses, chosen_loss(snapshot.state), view.unit))
        low = _most(in_unit(rows.entropy, view.unit))
        top = round_above(max(high, 0.01) * 1.05) if high else 0.0
        bottom = round_above(max(low, 0.01) * 1.05)
        return Ranges(0.5, max(rows.count, 2) + 0.5, -bottom, top or 0.05 * bottom)

    def axes_key(self, snapshot: Snapshot, view: View) -> object:
        """Return the key of the cached axes."""
        return view.rows is None or view.rows.entropy is None

    def paint_axes(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint the grid and the numbers of the rows; without rows, a sentence."""
        if view.rows is None or view.rows.entropy is None:
            _write_sentence(painter, frame, _sentence(view))
            return
        r, most = frame.ranges, max(2, int(frame.rect.height() / frame.style.px(46)))
        found = axis_ticks(r.bottom, r.top, most)
        # Both strips begin at 0, and neither has numbers below it.
        texts = {value: tick_text(abs(value), found.step) for value in found.places}
        draw_y_ticks(painter, frame, texts)
        draw_x_axis(painter, frame, translate("panels", _AXIS), whole=True)

    def paint_marks(self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View) -> None:
        """Paint both strips, their names, the numbers of all rows, and the row that is shown."""
        rows = view.rows
        if rows is None or rows.entropy is None:
            return
        style, theme = frame.style, frame.style.theme
        loss = chosen_loss(snapshot.state)
        painter.save()
        painter.setClipRect(frame.rect)
        paint_strip(painter, frame, -in_unit(rows.entropy, view.unit), theme.mute)
        if rows.losses is not None:
            values = loss_in_unit(rows.losses, loss, view.unit)
            paint_strip(painter, frame, values, theme.class_color(0))
        painter.restore()
        zero = frame.y(0.0)
        painter.setPen(style.pen(theme.line, 1.0))
        painter.drawLine(QLineF(frame.rect.left(), zero, frame.rect.right(), zero))
        _write(painter, frame, frame.rect.bottom() - style.px(18), _entropy_name(view), theme.ink)
        if rows.losses is not None:
            name = f"{translate('panels', _LOSS)} {_bracketed(loss_unit(loss, view.unit))}"
            _write(painter, frame, frame.rect.top() + style.px(2), name, theme.ink)
        words = "  ·  ".join(_numbers_of_all(rows, snapshot, view))
        left = frame.outer.left() + style.px(8)
        box = QRectF(left, frame.outer.top(), frame.outer.right() - left, style.px(20))
        painter.setPen(style.color(theme.accent))
        draw_fitting(painter, style, box, words, 0.88)
        if rows.row is not None:
            self._paint_row(painter, frame, snapshot, view, rows.row)

    def _paint_row(
        self, painter: QPainter, frame: Frame, snapshot: Snapshot, view: View, row: int
    ) -> None:
        style, rect = frame.style, frame.rect
        if not frame.ranges.left <= row + 1 <= frame.ranges.right:
            return
        at = self.locate(RowMark(), frame, snapshot, view)
        painter.setPen(style.pen(style.theme.accent, 1.4))
        painter.drawLine(QLineF(at.x(), rect.top() - style.px(4), at.x(), rect.bottom()))
        if view.handles:
            draw_handle(painter, style, at, style.theme.accent)
        words = grouped(row + 1)
        width = style.metrics(0.9, bold=True).horizontalAdvance(words) + style.px(6)
        box = QRectF(at.x() + style.px(4), rect.top() - style.px(20), width, style.px(18))
        if box.right() > frame.outer.right():
            box.moveRight(at.x() - style.px(3))
        painter.setFont(style.font(0.9, bold=True))
        painter.drawText(box, _LEFT, words)

    def describe(self, snapshot: Snapshot, view: View) -> str:
        """Return the row that is shown, and the numbers of all."""
        rows = view.rows
        if rows is None or rows.entropy is None:
            return _sentence(view)
        return "; ".join((_row_text(rows), *_numbers_of_all(rows, snapshot, view)))

    def read_out(self, mark: Mark, snapshot: Snapshot, view: View) -> ReadOut | None:
        """Return the numbers of the row that is shown, or of a class."""
        rows = view.rows
        if not isinstance(mark, RowMark) or rows is None:
            return super().read_out(mark, snapshot, view)
        loss, entropy = chosen_loss(snapshot.state), in_unit(snapshot.entropy, view.unit)
        value = number(loss_in_unit(snapshot.loss, loss, view.unit), 4)
        lines = (
            (translate("panels", _LOSS), f"{value} {loss_unit(loss, view.unit)}".rstrip()),
            (translate("panels", _ENTROPY), f"{number(entropy, 4)} {unit_name(view.unit)}"),
        )
        return ReadOut(_row_text(rows), lines)

    # The one mark: the row that is shown

    def mark_at(self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF) -> Mark | None:
        """Return the mark of the row, all along its line; beside it, too, where rows are thin."""
        rows = view.rows
        if rows is None or rows.entropy is None or rows.row is None:
            return None
        x = self.locate(RowMark(), frame, snapshot, view).x()
        is_inside = frame.outer.top() <= point.y() <= frame.rect.bottom()
        return RowMark() if is_inside and abs(point.x() - x) <= frame.style.px(REACH) else None

    def mark_beside(
        self, mark: Mark | None, way: Way, snapshot: Snapshot, view: View
    ) -> Mark | None:
        """Return the only mark, unless Tab leaves it."""
        rows = view.rows
        if rows is None or rows.row is None or rows.entropy is None:
            return None
        if mark is not None and way in (Way.NEXT, Way.PREVIOUS):
            return None
        return RowMark()

    def highlight_at(
        self, frame: Frame, snapshot: Snapshot, view: View, point: QPointF
    ) -> Mark | None:
        """Return the mark at `point`."""
        return self.mark_at(frame, snapshot, view, point)

    def locate(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QPointF:
        """Return the place of the row, where loss and entropy meet."""
        row = 0 if view.rows is None or view.rows.row is None else view.rows.row
        x = min(max(frame.x(row + 1.0), frame.rect.left()), frame.rect.right())
        return QPointF(x, min(max(frame.y(0.0), frame.rect.top()), frame.rect.bottom()))

    def extent_of(self, mark: Mark, frame: Frame, snapshot: Snapshot, view: View) -> QRectF | None:
        """Return the strip about the line of the row."""
        if not isinstance(mark, RowMark):
            return None
        x, half = self.locate(mark, frame, snapshot, view).x(), frame.style.px(REACH)
        return QRectF(x - half, frame.outer.top(), 2 * half, frame.outer.height())

    def step_name(self, mark: Mark, snapshot: Snapshot) -> str:
        """Return the name of a move."""
        return row_step()

    def hold(self, mark: Mark, snapshot: Snapshot, view: View) -> Hold:
        """Begin to drag the line of the row."""
        assert view.rows is not None
        return RowHold(view.rows, snapshot)

    def nudge(
        self, mark: Mark, snapshot: Snapshot, view: View, way: tuple[int, int], size: float
    ) -> Edit | None:
        """Return the edit for a key to the left or right: a row, or ten with Ctrl."""
        rows = view.rows
        if rows is None or rows.row is None or not way[0]:
            return None
        return rows.to_row(near(rows, rows.row + 1.0 + way[0] * max(round(size), 1)))

    def captions(self, mark: Mark, view: View) -> tuple[str, ...]:
        """Return the name of the number that can be typed."""
        return (translate("panels", _AXIS),)

    def numbers_of(self, mark: Mark, snapshot: Snapshot, view: View) -> tuple[float, ...]:
        """Return the row, counted from 1."""
        row = None if view.rows is None else view.rows.row
        return (0.0 if row is None else row + 1.0,)

    def typed(self, mark: Mark, view: View, values: tuple[float, ...]) -> Edit:
        """Return the edit that shows a typed row, counted from 1."""
        assert view.rows is not None
        return view.rows.to_row(near(view.rows, values[0]))


def _most(values: Array) -> float:
    """Return the largest of `values` that is finite; 0 if none is."""
    finite = values[np.isfinite(values)]
    return min(float(finite.max()), FARTHEST) if finite.size else 0.0


def _numbers_of_all(rows: SeenRows, snapshot: Snapshot, view: View) -> list[str]:
    """Return the mean loss, the perplexity, and how many rows they are of."""
    found, loss = [], chosen_loss(snapshot.state)
    if rows.mean_loss is not None:
        mean = number(loss_in_unit(rows.mean_loss, loss, view.unit), 4)
        words = f"{mean} {loss_unit(loss, view.unit)}".rstrip()
        found.append(translate("panels", _MEAN).format(loss=words))
        if loss.key == "cross_entropy":
            with np.errstate(over="ignore"):
                count = perplexity_text(float(np.exp(rows.mean_loss)), rows.mean_loss, 3)
            found.append(translate("panels", _PERPLEXITY).format(perplexity=count))
    if rows.reached < rows.count:
        words = translate("panels", _REACHED)
        found.append(words.format(reached=grouped(rows.reached), count=grouped(rows.count)))
    return found


def _row_text(rows: SeenRows) -> str:
    row = "–" if rows.row is None else grouped(rows.row + 1)
    return translate("panels", _ROW).format(row=row, count=grouped(rows.count))


def _entropy_name(view: View) -> str:
    return f"{translate('panels', _ENTROPY)} {_bracketed(unit_name(view.unit))}"


def _bracketed(unit: str) -> str:
    return f"({unit})" if unit else ""


def _sentence(view: View) -> str:
    return translate("panels", _NONE if view.rows is None else _TOO_MANY)


def _write_sentence(painter: QPainter, frame: Frame, words: str) -> None:
    """Write why nothing is shown, in the middle."""
    style = frame.style
    painter.setFont(style.font(0.95))
    painter.setPen(style.color(style.theme.mute))
    box = frame.outer.adjusted(style.px(16), style.px(8), -style.px(16), -style.px(8))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), words)


def _write(painter: QPainter, frame: Frame, top: float, words: str, color: str) -> None:
    """Write the name of a strip at its left, on the colour of the card."""
    style = frame.style
    width = style.metrics(0.85).horizontalAdvance(words) + style.px(6)
    box = QRectF(frame.rect.left() + style.px(3), top, width, style.px(16))
    painter.fillRect(box, style.color(style.theme.card, 0.85))
    painter.setFont(style.font(0.85))
    painter.setPen(style.color(color))
    painter.drawText(box.adjusted(style.px(3), 0, 0, 0), _LEFT, words)
