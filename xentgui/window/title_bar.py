"""The title bar of a card: its name, its tools and, to the right, a formula."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xentgui.painting import fonts
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.card_room import INSET_PX

_ANY_WIDTH = (1 << 24) - 1  # QWIDGETSIZE_MAX


@guarded
class _Formula(PlainLabel):
    """A label that can have any width, so that a long formula makes no narrow card wide."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())


@guarded
class TitleBar(QWidget):
    """The title, bold, and the formula; a double-click enlarges the card.

    Signals
    -------
    enlarge_requested()
        The title was double-clicked.
    pressed()
        The mouse was pressed, which can begin a drag.
    """

    enlarge_requested = Signal()
    pressed = Signal()

    def __init__(self, formula: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = PlainLabel(self)
        self._last: tuple[QWidget, Callable[[], int]] | None = None
        self._plain_formula = formula
        self.formula = _Formula(self)
        # Before its text: in another font, Qt would seek one that has the letters of formulas.
        self.formula.setFont(fonts.math_font(self.font().pixelSize()))
        self.formula.setText(fonts.formula(formula))
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.title)
        self._layout.addStretch(1)
        self._layout.addWidget(self.formula)
        self.title.setMinimumWidth(1)
        self.formula.setVisible(bool(formula))  # or it would be told as a label without text
        for label in (self.title, self.formula):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_formula(self, formula: str) -> None:
        """Show another formula."""
        if formula != self._plain_formula:
            self._plain_formula = formula
            self.formula.setText(fonts.formula(formula))
            self.formula.setVisible(bool(formula))
            self.share()

    def take(self, tools: QWidget) -> None:
        """Place `tools` beside the title, where they cover nothing."""
        self._layout.insertWidget(1, tools)
        self.share()

    def take_last(self, tools: QWidget, width: Callable[[], int]) -> None:
        """Place `tools`, this wide, after all others; where the title has no room, they give way."""
        self._last = tools, width
        self._layout.insertWidget(self._layout.count() - 2, tools)
        tools.show()  # the layout counts it from now on, not from when Qt would show it
        self.share()

    def show_title(self, title: str) -> None:
        """Show another title."""
        self.title.setText(title)
        self.share()

    def share(self) -> None:
        """Leave the formula out if there is no room for all of it beside the title."""
        # It is not hidden, because a label that is shown lays out all its parents at once: a card
        # that is being enlarged would get its new size while Qt still places its content by the
        # old one, which would stay.
        whole, most = self.formula.sizeHint().width(), self.formula.maximumWidth()
        rest = self._layout.sizeHint().width() - min(whole, most)
        if self._last is not None:
            tools, width = self._last
            rest += width() - tools.maximumWidth()
            gives_way = rest > self.width() > 0
            tools.setFixedWidth(0 if gives_way else width())
            rest -= width() * gives_way
        self.formula.setMaximumWidth(_ANY_WIDTH if rest + whole <= self.width() else 0)

    @property
    def has_formula(self) -> bool:
        """Whether there is room for the formula."""
        return self.formula.maximumWidth() > 0

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        side, top = round(style.px(14)) + INSET_PX, round(style.px(11)) + INSET_PX
        self._layout.setContentsMargins(side, top, side, round(style.px(3)))
        self.title.setFont(fonts.ui_font(style.em * 1.04, bold=True))
        # Chinese letters are higher than Latin ones, but titles side by side have one height.
        self.title.setFixedHeight(round(style.em * 1.5))
        self.formula.setFont(fonts.math_font(style.em))
        colors = self.formula.palette()
        colors.setColor(self.formula.foregroundRole(), QColor(style.theme.mute))
        self.formula.setPalette(colors)
        self.share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Distribute the new width."""
        super().resizeEvent(event)
        self.share()

    def event(self, event: QEvent) -> bool:
        """Distribute the width anew when a tool beside the title comes, goes, or gets larger."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.share()
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Report that a drag can begin, and let Qt handle it."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Request that the card be enlarged."""
        event.accept()  # otherwise Qt makes the dock float
        self.enlarge_requested.emit()
