"""The lesson of the example that was chosen, above the cards until it is put away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolBar, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting import fonts
from xentgui.painting.accessibility import tell
from xentgui.painting.handlers import guarded
from xentgui.painting.icons import icon
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.controls.example_rows import TWO_STROKES

_BACK = QT_TRANSLATE_NOOP("window", "Back to the example")


@guarded
class LessonBar(QToolBar):
    """A title and a lesson, and a way back once the numbers are others.

    It does not go by itself: what went during a drag would move the cards under the hand.

    Signals
    -------
    back_requested(), closed()
        The numbers of the example are to come back; the lesson is to be put away.
    """

    back_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lesson")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._line = QWidget(self)
        self._line.setAutoFillBackground(True)
        self.title, self.text = PlainLabel(self._line), PlainLabel(self._line)
        self.title.setObjectName("lesson.title")
        self.text.setObjectName("lesson.text")
        self.text.setWordWrap(True)
        self.back, self.cross = QPushButton(self._line), QToolButton(self._line)
        self.back.setObjectName("lesson.back")
        self.cross.setObjectName("lesson.close")
        self.cross.setAutoRaise(True)
        self.back.clicked.connect(lambda *_: self.back_requested.emit())
        self.cross.clicked.connect(lambda *_: self.closed.emit())
        self._layout = QHBoxLayout(self._line)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.text, 1)
        self._layout.addWidget(self.back)
        self._layout.addWidget(self.cross)
        self.addWidget(self._line)
        self.retranslate()

    def show_lesson(self, title: str, lesson: str, *, is_shown: bool) -> None:
        """Show a lesson; `is_shown` says whether the numbers are those of its example."""
        new = lesson != self.text.accessibleName()
        self.title.setText(title)
        self.setAccessibleName(title)
        self.text.setText(lesson.replace(*TWO_STROKES))
        self.text.setAccessibleName(lesson)
        self.text.setEnabled(is_shown)
        self.back.setVisible(not is_shown)
        self._fit()
        if new:
            tell(self.text, f"{title}. {lesson}")

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        theme = style.theme
        colors = QPalette(self.palette())
        colors.setColor(QPalette.ColorRole.Window, QColor(theme.card))
        colors.setColor(QPalette.ColorRole.WindowText, QColor(theme.ink))
        muted = QPalette.ColorGroup.Disabled
        colors.setColor(muted, QPalette.ColorRole.WindowText, QColor(theme.mute))
        self._line.setPalette(colors)
        self.title.setFont(fonts.ui_font(style.em, bold=True))
        self.text.setFont(fonts.ui_font(style.em))
        side, edge, size = round(style.px(14)), round(style.px(4)), round(style.px(12))
        self._layout.setContentsMargins(side, edge, side, edge)
        self._layout.setSpacing(round(style.px(12)))
        self.cross.setIcon(icon("close", theme))
        self.cross.setIconSize(QSize(size, size))
        self.cross.setStyleSheet(
            "QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px; }"
            f"QToolButton:hover {{ background: {theme.window}; }}"
            f"QToolButton:focus {{ border-color: {theme.accent}; }}"
        )
        self._fit()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.back.setText(translate("window", _BACK))
        self.cross.setToolTip(translate("window", "Close"))
        self.cross.setAccessibleName(translate("window", "Close"))

    def _fit(self) -> None:
        """Set the height for the text at the current width, because toolbars do not."""
        # The way back has its room from the start, so that nothing moves when it comes.
        margins = self._layout.contentsMargins()
        # It has a row of its own, as wide as the window also before it is shown.
        width = self.window().width() - margins.left() - margins.right()
        beside = (self.title, self.back, self.cross)
        width -= sum(part.sizeHint().width() + self._layout.spacing() for part in beside)
        height = max(self.text.heightForWidth(max(width, 100)), self.back.sizeHint().height())
        self.text.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the text again."""
        super().resizeEvent(event)
        self._fit()
