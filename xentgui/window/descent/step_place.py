"""What is played step by step, and the number of the step in the title of the card that plays it."""

from __future__ import annotations

import math
from typing import Protocol

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style
from xentgui.painting.text_widgets import PlainLabel

_STEP_OF = QT_TRANSLATE_NOOP("descent", "step {step} of {steps}")


class Played(Protocol):
    """What a card shows of the walk, or of the training, itself."""

    @property
    def plays(self) -> bool:
        """Whether it goes on by itself."""

    @property
    def step(self) -> int:
        """The number of the present step."""

    @property
    def steps(self) -> int:
        """The number of the last step that is known."""

    @property
    def ending(self) -> str:
        """Why the last play ended by itself, in a sentence; or ""."""


class StepPlace(PlainLabel):
    """Says at which step of how many it is, in the title of the card called `card`."""

    def __init__(self, card: str) -> None:
        super().__init__()
        self.setObjectName(f"{card}.place")

    def show_step(self, played: Played) -> None:
        """Show the present step."""
        text = translate("descent", _STEP_OF).format(step=played.step, steps=played.steps)
        if self.text() != text:
            self.setText(text)
            if self._wanted_width() > self.maximumWidth() or not self._is_fitted:
                self._fit()

    def show_style(self, style: Style) -> None:
        """Apply colours and sizes."""
        self.setFont(style.font(0.92))
        self.setStyleSheet(f"color: {style.theme.mute};")
        self._fit()

    @property
    def _is_fitted(self) -> bool:
        return self.minimumWidth() == self.maximumWidth()

    def _wanted_width(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text())

    def _fit(self) -> None:
        # In tens, so that the title is not laid out anew with every step.
        width = 10 * math.ceil(self._wanted_width() / 10 + 1)
        self.setFixedSize(width, self.fontMetrics().height())
