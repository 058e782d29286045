"""A card: a dock with rounded corners, a title and, to the right, a formula."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDockWidget, QVBoxLayout, QWidget

from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.window.card_room import INSET_PX
from xentgui.window.title_bar import TitleBar


@guarded
class Card(QDockWidget):
    """One part of the window on its card.

    What is on it, its title among them, is made when it is first shown or filled: a start need not
    wait for the cards that it does not show.

    Attributes
    ----------
    key
        The dock is named ``dock.<key>``.
    """

    def __init__(self, key: str, formula: str, window: QWidget) -> None:
        super().__init__(window)  # given a parent later, it would take fonts and colours twice
        self.key = key
        self.setObjectName(f"dock.{key}")
        self._formula = formula
        self._bar: TitleBar | None = None  # until it is needed
        self._when_made: list[Callable[[Card], None]] = []
        self._least = (0, 0)
        self._margin = 0.0
        self._content_height: Callable[[], int] | None = None
        self._style: Style | None = None
        self._pen, self._brush = QPen(), QColor()

    def when_made(self, then: Callable[[Card], None]) -> None:
        """Call `then` once, with the card, as soon as it has a title bar."""
        if self.is_made:
            then(self)
        else:
            self._when_made.append(then)

    @property
    def is_made(self) -> bool:
        """Whether the card has been shown or filled."""
        return self._bar is not None

    @property
    def title_bar(self) -> TitleBar:
        """The title bar, which is made with the body of the card."""
        if self._bar is None:
            self._bar = TitleBar(self._formula, self)
            self.setTitleBarWidget(self._bar)
            self.setFeatures(
                QDockWidget.DockWidgetFeature.DockWidgetMovable
                | QDockWidget.DockWidgetFeature.DockWidgetClosable
            )
            self._body = QWidget(self)
            self._layout = QVBoxLayout(self._body)
            self.setWidget(self._body)
            self._bar.title.setText(self.windowTitle())
            if self._style is not None:
                self.show_style(self._style)
            self._keep_least_size(self._bar)
            for then in self._when_made:
                then(self)
        return self._bar

    def set_least_size(self, width: int, height: int) -> None:
        """Set the least size of the dock."""
        self._least = width, height
        if self._bar is not None:
            self._keep_least_size(self._bar)

    def _keep_least_size(self, bar: TitleBar) -> None:
        # Qt takes that of the content and adds the title; it does not ask the dock.
        width, height = self._least
        self._body.setMinimumSize(width, max(height - bar.sizeHint().height(), 1))

    @property
    def whole_height(self) -> int | None:
        """The height at which the content shows all that it has; None if it fills any height."""
        if self._content_height is None:
            return None
        margins = self._layout.contentsMargins()
        around = self.title_bar.sizeHint().height() + margins.top() + margins.bottom()
        return around + self._content_height()

    def fill(
        self,
        content: QWidget,
        margin: float,
        tools: QWidget | None = None,
        whole_height: Callable[[], int] | None = None,
    ) -> None:
        """Replace the content of the card; `margin`, in design pixels, is around it.

        `tools` go into the title bar.  `whole_height` gives the height at which the content shows
        all that it has; without it, it fills any height.
        """
        bar = self.title_bar
        self._margin, self._content_height = margin, whole_height
        item = self._layout.takeAt(0)
        self._layout.addWidget(content)
        before = item.widget() if item is not None else None
        if before is not None:
            # Replaced in one step, so that every frame shows one of them.
            content.setGeometry(before.geometry())
            content.show()
            before.hide()
            before.deleteLater()
        if tools is not None:
            bar.take(tools)
        self._place()

    def take_warning(self, warning: QWidget, came_or_went: SignalInstance) -> None:
        """Place `warning` beside the title; the signal says that it was shown or hidden."""
        self.title_bar.take(warning)
        came_or_went.connect(self.title_bar.share)

    def add_below(self, part: QWidget) -> None:
        """Give `part` room below the content, which gets less."""
        self._layout.addWidget(part)

    def remove_below(self, part: QWidget) -> None:
        """Give the content the room of `part` back."""
        self._layout.removeWidget(part)

    def content(self) -> QWidget | None:
        """Return what fills the card; None while it is empty."""
        item = self._layout.itemAt(0) if self.is_made else None
        return item.widget() if item is not None else None

    def take_keys(self) -> None:
        """Give the content the focus, if it accepts keys."""
        content = self.content()
        if content is not None and content.focusPolicy() != Qt.FocusPolicy.NoFocus:
            content.setFocus()

    def show_title(self, title: str) -> None:
        """Show `title`, in the current language."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        if self._bar is not None:
            self._bar.show_title(title)

    def show_formula(self, formula: str) -> None:
        """Show another formula beside the title."""
        self._formula = formula
        if self._bar is not None:
            self._bar.show_formula(formula)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        if self._bar is None:
            return
        self._pen = QPen(QColor(style.theme.line), 1.0)
        self._brush = QColor(style.theme.card)
        self._bar.show_style(style)
        self._place()
        self.update()

    def _place(self) -> None:
        if self._style is not None:
            side = round(self._style.px(self._margin)) + INSET_PX + 1
            bottom = round(self._style.px(8)) + INSET_PX
            self._layout.setContentsMargins(side, 0, side, bottom)

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 (Qt's signature)
        """Make what is on the card before it is seen."""
        if visible and self._bar is None:
            _ = self.title_bar
        super().setVisible(visible)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rounded card under the title and the content."""
        if self._style is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        painter.setBrush(self._brush)
        edge = INSET_PX + 0.5
        radius = self._style.px(6)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius
        )
