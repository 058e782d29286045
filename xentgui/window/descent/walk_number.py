"""The control of a number of the walk: its name, a slider and its scale, and a box."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from xentgui.language.text import translate
from xentgui.model.setting import Scale
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel
from xentgui.window.controls.number_box import NumberBox
from xentgui.window.controls.slider import Slider


class RatioScale(NamedTuple):
    """Equal ratios from 1/`most` to `most`, with 1 in the middle.

    Attributes
    ----------
    most
        A power of ten.
    detent
        Positions nearer to the middle than this are exactly 1.
    """

    most: float = 1000.0
    steps: int = 600
    detent: int = 6
    arrow: int = 5
    page: int = 25
    marks: tuple[int, ...] = ()

    def value_at(self, position: int) -> float:
        """Return the number that `position` stands for; three digits, because a hand is no finer.

        >>> [RatioScale().value_at(place) for place in (0, 200, 300, 303, 400, 600)]
        [0.001, 0.1, 1.0, 1.0, 10.0, 1000.0]
        """
        middle = self.steps // 2
        if abs(position - middle) < self.detent:
            return 1.0
        exponent = (position - middle) / middle * math.log10(self.most)
        return float(f"{10.0**exponent:.3g}")

    def position_of(self, value: float) -> int:
        """Return the position that is nearest to `value`, which is above 0."""
        middle = self.steps // 2
        if value <= 0.0 or math.isinf(value):
            return 0 if value <= 0.0 else self.steps
        place = middle + math.log10(value) / math.log10(self.most) * middle
        return min(max(round(place), 0), self.steps)

    def has(self, value: float) -> bool:
        """Return whether `value` is within the ends."""
        return 1.0 / self.most <= value <= self.most


class WalkNumber(QWidget):
    """A slider and a box for one number, which are placed in a row of a grid.

    Signals
    -------
    chosen(float)
        A person wants this number.
    """

    chosen = Signal(float)

    def __init__(
        self,
        key: str,
        scale: Scale,
        name: str,
        tip: str,
        parent: QWidget,
        card: str = "descent",
    ) -> None:
        """`name` and `tip` are in the context "descent"; objects are named ``<card>.<key>…``."""
        super().__init__(parent)
        self._scale, self._name, self._tip = scale, name, tip
        self._more, self._value = "", 0.0
        self.label = PlainLabel(parent)
        self.slider = Slider(scale.steps, scale.marks, parent)
        self.slider.setSingleStep(scale.arrow)
        self.slider.setPageStep(scale.page)
        self.slider.setObjectName(f"{card}.{key}")
        self.box = NumberBox(parent)
        self.box.setObjectName(f"{card}.{key}_value")
        self.label.setBuddy(self.box)
        self.slider.moved.connect(lambda position: self.chosen.emit(scale.value_at(position)))
        for wanted in (self.box.entered, self.slider.value_wanted):
            wanted.connect(self.chosen)
        self.hide()

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put name, slider and box into `row` of `grid`."""
        for column, widget in enumerate((self.label, self.slider, self.box)):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)

    def show_value(self, value: float, *, enabled: bool) -> None:
        """Show `value`; where it means nothing, it cannot be changed."""
        self.box.show_value(value)
        self.slider.show_position(self._scale.position_of(value))
        self._value = value
        self._tell()
        for widget in (self.label, self.slider, self.box):
            if widget.isEnabled() != enabled:
                widget.setEnabled(enabled)

    def show_row(self, *, shown: bool) -> None:
        """Show the whole row, or leave it out."""
        for widget in (self.label, self.slider, self.box):
            if widget.isHidden() is shown:
                widget.setVisible(shown)

    def show_mark(self, position: int | None, words: str) -> None:
        """Show a tick at `position`, and what it says; none for None."""
        self.slider.show_marks(() if position is None else (position,))
        if words != self._more:
            self._more = words
            self.retranslate()

    def refuse(self, reason: str) -> None:
        """Leave what was typed in the box, with the reason."""
        self.box.setModified(True)
        self.box.refuse(reason)

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.slider.show_theme(style.theme)
        self.box.show_style(style)
        self.box.setFixedWidth(round(style.em * 4.2))

    def retranslate(self) -> None:
        """Show all texts in the current language."""
        name, tip = translate("descent", self._name), translate("descent", self._tip)
        tip = "\n".join(filter(None, (tip, self._more)))
        self.label.setText(name)
        for widget in (self.label, self.slider, self.box):
            widget.setToolTip(tip)
        self.box.setAccessibleName(name)
        self._tell()

    def _tell(self) -> None:
        scale = self._scale
        ends = scale.value_at(0), scale.value_at(scale.steps)
        self.slider.tell_value(translate("descent", self._name), self._value, *ends)
