"""A formula among widgets, typeset as in the derivation."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from xentgui.painting.accessibility import TEXT, give_role
from xentgui.painting.handlers import guarded
from xentgui.painting.style import Style
from xentgui.panels.derivation_page.formula import formula_of_card
from xentgui.panels.derivation_page.glyph_writer import GlyphWriter

_SIZE = 1.2  # em


@guarded
class FormulaPicture(QWidget):
    """Draws a formula without numbers, smaller where there is not enough width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        give_role(self, TEXT)
        self._template = ""
        self._style: Style | None = None

    def show_formula(self, template: str, spoken: str, style: Style) -> None:
        """Show `template`, as `laid_out` takes it; `spoken` is for people who listen."""
        self._template, self._style = template, style
        self.setAccessibleName(spoken)
        formula = formula_of_card(template)
        self.setFixedHeight(round((formula.ascent + formula.descent) * style.em * _SIZE) + 2)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the whole formula."""
        if self._style is None:
            return QSize()
        width = formula_of_card(self._template).width * self._style.em * _SIZE
        return QSize(round(width) + 2, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the formula."""
        if self._style is None:
            return
        formula, em = formula_of_card(self._template), self._style.em * _SIZE
        em = min(em, self.width() / formula.width)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._style.color(self._style.theme.ink)
        GlyphWriter(painter, int(em)).formula(formula, 0.0, formula.ascent * em, ink)
        painter.end()
