"""The rows of the list of examples: a small picture, a title, and the lesson below it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from xentgui.model import derive
from xentgui.model.subjects import Subject
from xentgui.model.subjects.classifier import Classifier
from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style

ROW = Qt.ItemDataRole.UserRole
_PICTURE = (46.0, 30.0)  # design pixels
_SIDE, _TOP = 12.0, 6.0
TWO_STROKES = "‖", "||"
"""In the text font, the two strokes of a divergence would look like one block."""

_MOST_BARS, _MOST_DOTS = 12, 90


class ExampleRow(NamedTuple):
    """An example: its key, the part of the list it belongs to, its words, and what it sets."""

    key: str
    part: int
    title: str
    lesson: str
    subject: Subject


@guarded
class ExampleRows(QStyledItemDelegate):
    """Paints rows of `ExampleRow`; a line stands above the first one of each part."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style
        self._heights: dict[tuple[str, int], int] = {}
        self._bold = fonts.ui_font(style.em, bold=True)
        self._plain = fonts.ui_font(style.em * 0.92)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height for the whole lesson, in the width of the list."""
        row, width = index.data(ROW), _width_of(option)
        key = row.lesson, width
        if key not in self._heights:
            lines = self._lines(row.lesson, self._plain, width - self._left() - self._px(_SIDE))
            text = self._line(self._bold) + len(lines) * self._line(self._plain)
            least = self._px(_PICTURE[1])
            self._heights[key] = round(max(text, least) + 2 * self._px(_TOP))
        return QSize(width, self._heights[key])

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint picture, title and lesson."""
        row, style, theme = index.data(ROW), self._style, self._style.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, style.color(theme.selection))
        if index.row() and index.sibling(index.row() - 1, 0).data(ROW).part != row.part:
            painter.setPen(style.pen(theme.line, 1.0))
            painter.drawLine(rect.topLeft(), rect.topRight())
        wide, high = map(self._px, _PICTURE)
        top = rect.top() + self._px(_TOP)
        place = QRectF(rect.left() + self._px(_SIDE), top, wide, high)
        paint_subject(painter, place, row.subject, style)
        painter.setFont(self._bold)
        painter.setPen(style.color(theme.ink))
        left, width = rect.left() + self._left(), rect.width() - self._left() - self._px(_SIDE)
        bold = QRectF(left, top, width, self._line(self._bold))
        painter.drawText(bold, Qt.AlignmentFlag.AlignVCenter, row.title)
        painter.setFont(self._plain)
        painter.setPen(style.color(theme.ink if chosen else theme.mute))
        y = bold.bottom()
        for line in self._lines(row.lesson, self._plain, width):
            box = QRectF(left, y, width + 2, self._line(self._plain))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, line)
            y = box.bottom()
        painter.restore()

    def _px(self, design: float) -> float:
        return self._style.px(design)

    def _left(self) -> float:
        return self._px(_SIDE * 2 + _PICTURE[0])

    def _line(self, font: QFont) -> float:
        return font.pixelSize() * 1.4

    def _lines(self, text: str, font: QFont, width: float) -> list[str]:
        """Return `text` in lines of at most `width`."""
        layout = QTextLayout(text.replace(*TWO_STROKES), font)
        layout.beginLayout()
        found = list[str]()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            start, length = line.textStart(), line.textLength()
            found.append(layout.text()[start : start + length].rstrip())
        layout.endLayout()
        return found


def paint_subject(painter: QPainter, place: QRectF, subject: Subject, style: Style) -> None:
    """Paint the probabilities of a few classes as bars, or the points of a classifier."""
    colors = style.theme.classes
    painter.setPen(Qt.PenStyle.NoPen)
    if isinstance(subject, Classifier):
        points, classes = np.asarray(subject.points)[:, :2], subject.targets.argmax(axis=1)
        step = max(1, len(points) // _MOST_DOTS)
        low, wide = points.min(axis=0), np.maximum(np.ptp(points, axis=0), 1e-12)
        across = np.broadcast_to((points - low) / wide, (len(points), points.shape[1]))
        for (x, *rest), k in zip(across[::step].tolist(), classes[::step].tolist(), strict=True):
            y = rest[0] if rest else 0.5
            painter.setBrush(style.color(colors[k % len(colors)]))
            at = QPointF(place.left() + x * place.width(), place.bottom() - y * place.height())
            painter.drawEllipse(at, style.px(1.6), style.px(1.6))
        return
    snapshot = derive(subject.resolve())
    p = snapshot.probabilities
    if len(p) > _MOST_BARS:
        p = np.sort(p)[::-1][:_MOST_BARS]
    width = place.width() / len(p)
    for k, share in enumerate(p.tolist()):
        height = max(share * place.height(), style.px(1.0))
        bar = QRectF(place.left() + k * width, place.bottom() - height, width * 0.75, height)
        painter.fillRect(bar, style.color(colors[k % len(colors)]))


def _width_of(option: QStyleOptionViewItem) -> int:
    widget = option.widget
    return int(widget.viewport().width())  # type: ignore[attr-defined]
