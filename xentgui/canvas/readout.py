"""The small card beside the pointer with the numbers of the mark that is pointed at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QHideEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from xentgui.language.text import escaped
from xentgui.model.mark import Mark
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.panels.panel import ReadOut

_DELAY_MS = 350
_GAP = 16.0  # pixels between the pointer and the card


@guarded
class MarkReadout(QFrame):
    """A small card beside the pointer; it appears when the pointer rests, and goes when it leaves.

    It lies over the whole window, not over one panel, because in a small panel it would have to
    cover the mark itself.
    """

    def __init__(
        self,
        panel: QWidget,
        key: str,
        words: Callable[[Mark], ReadOut | None],
        extent: Callable[[Mark, QPointF], QRectF | None],
    ) -> None:
        """Show the text that `words` returns, over the widget `panel`, beside what `extent` gives."""
        super().__init__(panel)
        self._extent = extent
        self._panel = panel
        self._words = words
        self._mark: Mark | None = None
        self._point = QPointF()
        self.setObjectName(f"readout.{key}")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(10, 7, 10, 7)
        self._layout.addWidget(self._text)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._come)
        self.hide()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        theme = style.theme
        self._text.setFont(style.font(0.92))
        self.setStyleSheet(
            f"QFrame#{self.objectName().replace('.', '_')} {{}}"
            f"QFrame {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line};"
            f" border-radius: 6px; }} QLabel {{ border: none; }}"
        )

    def point_at(self, mark: Mark | None, point: QPointF) -> None:
        """Show the numbers of `mark`, soon, beside `point`."""
        self._point = QPointF(point)
        if mark is None:
            self._timer.stop()
            self._mark = None
            self.hide()
        elif mark != self._mark:
            self._mark = mark
            if self.isVisible():
                self._come()
            else:
                self._timer.start()
        elif self.isVisible():
            self._place()

    def refresh(self) -> None:
        """Show the current numbers."""
        if self.isVisible():
            self._come()

    def words(self) -> str:
        """Return the shown text without formatting."""
        return QTextDocumentFragment.fromHtml(self._text.text()).toPlainText()

    def _come(self) -> None:
        words = None if self._mark is None else self._words(self._mark)
        if words is None:
            self.hide()
            return
        self._text.setText(_html(self._cut(words.name), words.lines))
        if self.parentWidget() is not self._panel.window():
            self.setParent(self._panel.window())
        self.adjustSize()
        self._place()
        if self.isHidden():
            self._panel.installEventFilter(self)
            self.show()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hide with the panel, if it is hidden or moved to another window."""
        if event.type() in (QEvent.Type.Hide, QEvent.Type.ParentChange):
            self.hide()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop watching the panel."""
        super().hideEvent(event)
        self._panel.removeEventFilter(self)

    def _cut(self, name: str) -> str:
        """Return a name, cut off with … if the panel is too narrow for it."""
        font = self._text.font()
        font.setBold(True)
        margins = self.contentsMargins() + self._layout.contentsMargins()
        room = self._panel.width() - margins.left() - margins.right() - 4
        return QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideMiddle, room)

    def _place(self) -> None:
        """Move beside the pointer, to the first place that does not cover the mark."""
        window = self._panel.window()
        at = self._panel.mapTo(window, self._point)
        there = None if self._mark is None else self._extent(self._mark, self._point)
        corner = self._panel.mapTo(window, QPointF(0.0, 0.0))
        mark = QRectF() if there is None else there.translated(corner)
        self.move(free_corner(QSizeF(self.size()), at, mark, QRectF(window.rect())).toPoint())


def free_corner(size: QSizeF, at: QPointF, mark: QRectF, room: QRectF) -> QPointF:
    """Return the corner of a card of `size` within `room` near `at` that covers least of `mark`.

    Of the places that cover nothing, the first one is taken: below the pointer, above it, and then
    beside, below or above the mark.
    """
    wide, high = size.width(), size.height()
    right, left = at.x() + _GAP, at.x() - _GAP - wide
    below, above = at.y() + _GAP, at.y() - _GAP - high
    level = at.y() - high / 2
    corners = [
        *(QPointF(x, y) for y in (below, above) for x in (right, left)),
        QPointF(mark.right() + _GAP / 2, level),
        QPointF(mark.left() - _GAP / 2 - wide, level),
        QPointF(right, mark.bottom() + _GAP / 2),
        QPointF(right, mark.top() - _GAP / 2 - high),
    ]

    def inside(corner: QPointF) -> QRectF:
        x = max(room.left(), min(corner.x(), room.right() - wide))
        y = max(room.top(), min(corner.y(), room.bottom() - high))
        return QRectF(QPointF(x, y), size)

    def covered(card: QRectF) -> float:
        pointer = QRectF(at.x() - _GAP / 2, at.y() - _GAP / 2, _GAP, _GAP)
        areas = (card.intersected(one) for one in (mark, pointer))
        return sum(area.width() * area.height() for area in areas)

    return min(map(inside, corners), key=covered).topLeft()


def _html(name: str, lines: tuple[tuple[str, str], ...]) -> str:
    cells = "".join(
        f"<tr><td>{caption}&nbsp;&nbsp;</td><td align='right'>{value}</td></tr>"
        for caption, value in lines
    )
    return f"<b>{escaped(name)}</b><table cellspacing='0' cellpadding='1'>{cells}</table>"


class Hover:
    """Follows the pointer over one panel.

    Attributes
    ----------
    readout
        The small card with the numbers of the mark.
    """

    def __init__(
        self,
        widget: QWidget,
        key: str,
        words: Callable[[Mark], ReadOut | None],
        highlighted: Callable[[], Mark | None],
        highlight: Callable[[Mark | None], None],
        extent: Callable[[Mark, QPointF], QRectF | None],
    ) -> None:
        """Serve the panel `key` in `widget`; `words` gives the read-out.

        `extent` returns where a mark at a point is drawn, which the read-out does not cover.
        """
        self.readout = MarkReadout(widget, key, words, extent)
        self._highlighted, self._highlight = highlighted, highlight

    def point_at(self, mark: Mark | None, point: QPointF) -> None:
        """Highlight `mark`, or nothing, and read it out; `point` is in pixels of the panel."""
        if mark != self._highlighted():
            self._highlight(mark)
        self.readout.point_at(mark, point)

    def hide(self) -> None:
        """Hide the read-out; the highlight stays."""
        self.readout.point_at(None, QPointF())

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.readout.show_style(style)

    def refresh(self) -> None:
        """Show the current numbers."""
        self.readout.refresh()
