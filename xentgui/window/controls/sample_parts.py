"""The parts of the sample bar, arranged to its width."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.handlers import guarded
from xentgui.painting.icons import icon
from xentgui.painting.style import Style, field_rules
from xentgui.window.controls.sample_figures import SampleFigures
from xentgui.window.controls.sample_order import SampleOrder
from xentgui.window.controls.sample_steps import SampleSteps
from xentgui.window.controls.slider import Slider

NARROW_EM = 92

_CLOSE = QT_TRANSLATE_NOOP("samples", "Close the samples; the numbers stay")


@guarded
class SampleParts(QWidget):
    """The steps, a slider, the order, the figures, and a button to close."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style: Style | None = None
        self.steps = SampleSteps(self)
        self.slider = Slider(0)
        self.slider.setObjectName("control.sample.slider")
        self.order = SampleOrder(self)
        self.figures = SampleFigures(self)
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("control.sample.close")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._layout = QHBoxLayout(self)
        for widget in (self.steps, self.slider, self.order, self.figures, self.close_button):
            stretch = 1 if widget is self.slider else 0
            self._layout.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self._style = style
        self.setStyleSheet(_sheet(style))
        self.steps.show_style(style)
        self.slider.show_theme(style.theme)
        self.figures.show_style(style)
        side = round(style.em * 1.1)
        self.close_button.setIcon(icon("close", style.theme))
        self.close_button.setIconSize(QSize(side, side))
        self._fit()

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        self.steps.retranslate()
        self.order.retranslate()
        self.close_button.setToolTip(translate("samples", _CLOSE))
        self.close_button.setAccessibleName(translate("samples", _CLOSE))

    def _fit(self) -> None:
        if self._style is None:
            return
        em = self._style.em
        narrow = self.width() < NARROW_EM * em
        self._layout.setContentsMargins(*(round(em * part) for part in (0.9, 0.3, 0.6, 0.3)))
        self._layout.setSpacing(round(em * (0.6 if narrow else 1.2)))
        self.order.show_style(self._style, narrow=narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reduce the gaps if there is little room."""
        super().resizeEvent(event)
        self._fit()


def _sheet(style: Style) -> str:
    """Return the style sheet in the colours and sizes of `style`."""

    def px(design_pixels: float) -> str:
        return f"{max(1, round(style.px(design_pixels)))}px"

    theme = style.theme
    return f"""
    QToolButton {{ background: transparent; border: 1px solid transparent;
        border-radius: {px(4)}; padding: {px(3)}; }}
    QLabel {{ color: {theme.mute}; }}
    QLabel[figure="firm"] {{ color: {theme.ink}; }}
    QToolButton[switch="true"] {{ color: {theme.ink}; border-color: {theme.line};
        padding: {px(4)} {px(7)}; }}
    QToolButton[switch="true"]:checked {{ color: {theme.accent}; background: {theme.selection}; }}
    QToolButton[switch="true"]:disabled {{ color: {theme.mute}; }}
    QToolButton:hover {{ background: {theme.window}; }}
    QToolButton:pressed {{ background: {theme.selection}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QProgressBar {{ background: {theme.line}; border: none; border-radius: {px(2)}; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: {px(2)}; }}
    """ + field_rules(theme, style.px(1.0))
