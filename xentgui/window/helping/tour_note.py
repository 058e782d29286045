"""The note of the tour, and the frame around what it points at."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.helping.note import Note

_TITLE = QT_TRANSLATE_NOOP("tour", "Tour: {step} of {count}")
_NEXT = QT_TRANSLATE_NOOP("tour", "Next")
_SKIP = QT_TRANSLATE_NOOP("tour", "Skip this step")
_END = QT_TRANSLATE_NOOP("tour", "End the tour (Esc)")
_FINISH = QT_TRANSLATE_NOOP("tour", "Finish")
_DONE = QT_TRANSLATE_NOOP("tour", "Done: {says}")
_AROUND_PX = 3


@guarded
class TourNote(Note):
    """Says what is to be done, and, once it is done, what followed.

    Signals
    -------
    next_requested()
        The next step is to come.
    """

    next_requested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("tour", parent)
        self._step, self._count = 0, 0
        self._asks = self._says = ""
        self._is_done = False
        self.text = PlainLabel(self)
        self.text.setObjectName("tour.text")
        self.text.setWordWrap(True)
        self.next, self.end = QPushButton(self), QPushButton(self)
        self.next.setObjectName("tour.next")
        self.end.setObjectName("tour.end")
        self.next.clicked.connect(lambda *_: self.next_requested.emit())
        self.end.clicked.connect(lambda *_: self.closed.emit())
        below = QHBoxLayout()
        below.addWidget(self.next)
        below.addStretch(1)
        below.addWidget(self.end)
        self.body.addWidget(self.text)
        self.body.addLayout(below)

    def ask(self, step: int, count: int, asks: str, says: str) -> None:
        """Show step `step` of `count`, from 1; texts are translated."""
        self._step, self._count, self._asks, self._says = step, count, asks, says
        self._is_done = False
        self.retranslate()

    def praise(self) -> None:
        """Say that it is done, and what followed."""
        self._is_done = True
        self.retranslate()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        super().show_style(style)
        line = f"{style.theme.accent}"
        filled = style.theme.on_accent
        self.next.setStyleSheet(
            f"QPushButton[done=true] {{ background: {line}; color: {filled}; }}"
        )

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        super().retranslate()
        title = translate("tour", _TITLE).format(step=self._step, count=self._count)
        said = translate("tour", _DONE).format(says=self._says) if self._is_done else self._asks
        self.title.setText(title)
        self.text.setText(said)
        last = self._step == self._count
        self.next.setText(
            translate("tour", (_FINISH if last else _NEXT) if self._is_done else _SKIP)
        )
        self.next.setProperty("done", self._is_done)
        self.next.style().polish(self.next)
        self.end.setText(translate("tour", _END))
        self.end.setVisible(not (last and self._is_done))
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)

    def tell(self) -> None:
        """Have it read to those who listen."""
        tell(self, f"{self.accessibleName()}. {self.accessibleDescription()}")


@guarded
class TourFrame(QWidget):
    """A frame over the window; presses go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour.frame")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._style: Style | None = None
        self.hide()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self.update()

    def surround(self, part: QRect) -> None:
        """Stand around `part`."""
        self.setGeometry(part.adjusted(-_AROUND_PX, -_AROUND_PX, _AROUND_PX, _AROUND_PX))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        if self._style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._style.pen(self._style.theme.accent, 2.5))
        radius = self._style.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
        painter.end()
