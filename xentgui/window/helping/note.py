"""A small card over the window, on which something is explained, beside what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from xentgui.language.text import escaped, translate
from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.icons import icon
from xentgui.painting.style import Style, font_rule
from xentgui.painting.text_widgets import PlainLabel, runs

_GAP = 6

WIDTH = 25.0  # em


@guarded
class Note(QFrame):
    """A title with a cross, and what is filled in below; Escape closes it.

    Attributes
    ----------
    body
        The layout below the title.

    Signals
    -------
    closed()
        Somebody has closed it.
    """

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = PlainLabel(self)
        self.cross = QToolButton(self)
        self.cross.setObjectName(f"{name}.close")
        self.cross.setAutoRaise(True)
        self.cross.clicked.connect(lambda *_: self.closed.emit())
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.cross)
        self.body = QVBoxLayout(self)
        self.body.addLayout(head)
        self.hide()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        theme, name = style.theme, self.objectName()
        side, radius = round(style.px(12)), round(style.px(6))
        self.body.setContentsMargins(side, round(style.px(8)), side, round(style.px(10)))
        self.body.setSpacing(round(style.px(7)))
        self.setStyleSheet(
            f"* {{ {font_rule(style)} }} QLabel {{ color: {theme.ink}; }}"
            f"#{name} {{ background: {theme.card};"
            f" border: 1px solid {theme.accent}; border-radius: {radius}px; }}"
            f"QPushButton, QToolButton {{ color: {theme.accent}; background: transparent;"
            f" border: 1px solid transparent; border-radius: {round(style.px(4))}px;"
            f" padding: {round(style.px(3))}px {round(style.px(6))}px; }}"
            f"QPushButton:hover, QPushButton:focus, QToolButton:hover, QToolButton:focus"
            f" {{ border-color: {theme.accent}; }}"
            f"QPushButton:disabled {{ color: {theme.mute}; }}"
            "QPushButton { text-align: left; }"
        )
        self.title.setFont(fonts.ui_font(style.em * 1.04, bold=True))
        size = round(style.px(12))
        self.cross.setIcon(icon("close", theme))
        self.cross.setIconSize(QSize(size, size))
        self.setFixedWidth(round(WIDTH * style.em))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.cross.setToolTip(translate("window", "Close"))
        self.cross.setAccessibleName(translate("window", "Close"))

    def stand_beside(self, part: QRect, room: QRect) -> bool:
        """Move beside `part`, within `room`; return False if there is no place."""
        self.adjustSize()
        height = self.heightForWidth(self.width()) if self.hasHeightForWidth() else self.height()
        self.resize(self.width(), max(height, self.minimumSizeHint().height()))
        place = beside(part, room, self.size())
        if place is not None:
            self.move(place)
        return place is not None

    def corner(self, room: QRect) -> None:
        """Move into the bottom right corner of `room`."""
        self.move(room.bottomRight() - QPoint(self.width(), self.height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Escape."""
        if is_escape(event):
            self.closed.emit()
        else:
            event.ignore()


def is_escape(event: QEvent) -> bool:
    """Return whether the key Escape was pressed."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape


def typeset(text: str) -> str:
    """Return `text` as HTML, in which H(y, p), D(y‖p) and their like are formulas.

    >>> typeset("a < b")
    'a &lt; b'
    """
    return "".join(
        f"<span style='font-family:\"{fonts.install().math}\"'>"
        f"{escaped(fonts.formula(run.text))}</span>"
        if run.is_formula
        else escaped(run.text)
        for run in runs(text)
    )


def beside(part: QRect, room: QRect, size: QSize) -> QPoint | None:
    """Return the top left corner of what is `size`, within `room` and off `part`; None if nowhere.

    To the right is best, then to the left, below and above: along `part`, as far as `room` allows.
    """
    width, height = size.width(), size.height()
    y = _between(part.top(), room.top(), room.bottom() + 1 - height)
    x = _between(part.left(), room.left(), room.right() + 1 - width)
    places = (
        QPoint(part.right() + 1 + _GAP, y),
        QPoint(part.left() - _GAP - width, y),
        QPoint(x, part.bottom() + 1 + _GAP),
        QPoint(x, part.top() - _GAP - height),
    )
    return next((place for place in places if room.contains(QRect(place, size))), None)


def _between(value: int, low: int, high: int) -> int:
    return max(min(value, high), low)
