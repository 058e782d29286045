"""A small card with all numbers of the mark under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QHideEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from xentgui.model.mark import Mark
from xentgui.painting.style import Style
from xentgui.panels.marks import ReadOut

_DELAY_MS = 350


class MarkReadout(QFrame):
    """A small card beside the pointer; it appears when the pointer rests, and goes when it leaves.

    It lies over the whole window, not over one panel, because in a small panel it would have to
    cover the mark itself.
    """

    def __init__(self, panel: QWidget, key: str, words: Callable[[Mark], ReadOut | None]) -> None:
        """Show the text that `words` returns, over the widget `panel`."""
        super().__init__(panel)
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
        gap, window = 16, self._panel.window()
        at = self._panel.mapTo(window, self._point)
        x, y = at.x() + gap, at.y() + gap
        if x + self.width() > window.width():
            x = at.x() - gap - self.width()
        if y + self.height() > window.height():
            y = at.y() - gap - self.height()
        self.move(max(0, int(x)), max(0, int(y)))


def _html(name: str, lines: tuple[tuple[str, str], ...]) -> str:
    from html import escape  # noqa: PLC0415 - a start has no use for it

    cells = "".join(
        f"<tr><td>{caption}&nbsp;&nbsp;</td><td align='right'>{value}</td></tr>"
        for caption, value in lines
    )
    return f"<b>{escape(name)}</b><table cellspacing='0' cellpadding='1'>{cells}</table>"
