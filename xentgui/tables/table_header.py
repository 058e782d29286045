"""The headings of a table, each aligned as its column."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.tables.cells.cell_geometry import EDGE, text_right
from xentgui.tables.class_model import ClassModel

_SIZE = 0.92  # the size, as a multiple of the font of the rows
_GAP = 4.0  # design pixels between headings, beyond the margin of the first


@guarded
class TableHeader(QHeaderView):
    """Headings of one line, or of two if a column is too narrow for one."""

    def __init__(self, model: ClassModel, style: Style, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setViewport(QWidget())  # as in `PaintedTable`
        self._classes = model
        self._look = style
        self.lines = 1
        self.setObjectName("header")
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setStretchLastSection(False)
        self.setFrameShape(QHeaderView.Shape.NoFrame)

    def set_style(self, style: Style) -> None:
        """Apply other fonts and colours."""
        self._look = style
        self.viewport().update()

    def needed(self, at: int, *, wrapped: bool = False) -> int:
        """Return the width of a heading on one line or on two."""
        style, column = self._look, self._classes.columns[at]
        text = self.heading(at, wrapped=wrapped)
        widest = max(style.metrics(_SIZE).horizontalAdvance(line) for line in text.split("\n"))
        sides = 2 * style.px(EDGE) if column.is_name else style.px(_GAP)
        if not column.is_name:
            sides += text_right(style, boxed=column.editable)
        return int(widest + sides) + 1

    def least(self, at: int, *, wrapped: bool = True) -> int:
        """Return the least width of a heading, close to the one before it."""
        gap = 0.0 if self._classes.columns[at].is_name else self._look.px(_GAP)
        return self.needed(at, wrapped=wrapped) - int(gap)

    def heading(self, at: int, *, wrapped: bool) -> str:
        """Return a heading; if `wrapped`, broken at its last space or, in Chinese, after 的."""
        text = str(self._classes.headerData(at, Qt.Orientation.Horizontal))
        if not wrapped:
            return text
        head, space, tail = text.rpartition(" ")
        if not space:
            head, space, tail = text.rpartition("的")
            head += space
        return f"{head}\n{tail}" if space and tail else text

    def set_lines(self, lines: int) -> bool:
        """Make room for `lines` lines; return whether that changes the height."""
        if lines == self.lines:
            return False
        self.lines = lines
        self.updateGeometry()
        return True

    def sizeHint(self) -> QSize:
        """Return the height for the current number of lines."""
        metrics, style = self._look.metrics(_SIZE), self._look
        height = self.lines * metrics.lineSpacing() + style.px(10)
        return QSize(self.length(), round(height))  # Qt would measure each heading for its height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw every heading."""
        style = self._look
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), style.color(style.theme.card))
        painter.setFont(style.font(_SIZE))
        painter.setPen(style.color(style.theme.mute))
        for at, column in enumerate(self._classes.columns):
            cell = QRect(self.sectionViewportPosition(at), 0, self.sectionSize(at), self.height())
            wrapped = self.lines > 1 and self.sectionSize(at) < self.least(at, wrapped=False)
            if column.is_name:
                side, cut = Qt.AlignmentFlag.AlignLeft, style.px(EDGE)
                inner = QRectF(cell).adjusted(cut, 0, 0, -style.px(4))
            else:
                side, cut = Qt.AlignmentFlag.AlignRight, text_right(style, boxed=column.editable)
                inner = QRectF(cell).adjusted(0, 0, -cut, -style.px(4))
            flags = (side | Qt.AlignmentFlag.AlignBottom).value
            painter.drawText(inner, flags, self.heading(at, wrapped=wrapped))
        painter.end()
