"""The button of the toolbar that opens the list of examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QToolButton

from xentgui.painting.handlers import guarded

if TYPE_CHECKING:
    from xentgui.painting.style import Style
    from xentgui.window.controls.example_chooser import ExampleChooser
    from xentgui.window.controls.example_rows import ExampleRow

_ARROW_PX, _ARROW_ALPHA = 8.0, 160  # as of Qt's own arrows in this style


@guarded
class ExamplesButton(QToolButton):
    """Opens a list, which no start has to wait for; looks like the buttons with menus.

    Attributes
    ----------
    offered
        Returns the examples, and the key of the one that is shown, or "".
    """

    def __init__(self, take: Callable[[str], None]) -> None:
        """`take` is called with the key of the chosen example."""
        super().__init__()
        self.setObjectName("control.presets")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.offered: Callable[[], tuple[Sequence[ExampleRow], str]] = lambda: ((), "")
        self._take = take
        self._style: Style | None = None
        self.clicked.connect(lambda *_: self.open())

    def show_style(self, style: Style) -> None:
        """Use these colours and sizes for the list."""
        self._style = style

    def open(self) -> ExampleChooser | None:
        """Open the list and return it; None before there are colours."""
        from xentgui.window.controls.example_chooser import ExampleChooser  # noqa: PLC0415

        if self._style is None:
            return None
        rows, current = self.offered()
        chooser = ExampleChooser(rows, self._style, self)
        chooser.chosen.connect(self._take)
        chooser.open_below(self, current)
        return chooser

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arrow of a menu, too: not by `QStyle`, whose enumerations no picture needs."""
        super().paintEvent(event)
        side = round(self.fontMetrics().height() * 0.55)
        right = self.width() - round(side * 0.8)
        middle = QPointF(right - side / 2, (self.height() - side) // 2 + side / 2)
        ink = self.palette().buttonText().color()
        ink.setAlpha(_ARROW_ALPHA)
        across = min(side, int(_ARROW_PX * self.logicalDpiX() / 96)) / 2
        down = across * 4 / 7
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        corners = QPointF(-across, -down), QPointF(across, -down), QPointF(0.0, down)
        painter.drawPolygon(QPolygonF(corners).translated(middle))
        painter.end()
