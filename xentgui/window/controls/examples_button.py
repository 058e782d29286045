"""The button of the toolbar that opens the list of examples."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOption, QToolButton

from xentgui.painting.handlers import guarded

if TYPE_CHECKING:
    from xentgui.painting.style import Style
    from xentgui.window.controls.example_chooser import ExampleChooser
    from xentgui.window.controls.example_rows import ExampleRow


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
        """Paint the arrow of a menu, too."""
        super().paintEvent(event)
        option = QStyleOption()
        option.initFrom(self)
        side = round(self.fontMetrics().height() * 0.55)
        right = self.width() - round(side * 0.8) - side
        option.rect = QRect(right, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        arrow = QStyle.PrimitiveElement.PE_IndicatorArrowDown
        self.style().drawPrimitive(arrow, option, painter, self)
        painter.end()
