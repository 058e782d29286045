"""What cards that play have in common: their look, what is played, and its step in the title."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Protocol

from xentgui.language.text import QT_TRANSLATE_NOOP, translate
from xentgui.painting.style import Style, field_rules, font_rule
from xentgui.painting.text_widgets import PlainLabel

_STEP_OF = QT_TRANSLATE_NOOP("descent", "step {step} of {steps}")


def card_sheet(style: Style, card: str, values: Iterable[str], play: str) -> str:
    """Return the style sheet of a card whose objects are named ``<card>.…``.

    `values` are the keys of its numbers, and `play` is the key of the button that plays.
    """

    def px(design_pixels: float) -> str:
        return f"{max(1, round(style.px(design_pixels)))}px"

    theme = style.theme
    numbers = ", ".join(f"QLabel#{card}\\.{key}" for key in values)
    button = play.replace(".", "\\.")
    return f"""
    * {{ {font_rule(style)} }}
    QLabel {{ color: {theme.mute}; background: transparent; }}
    {numbers} {{ color: {theme.ink}; }}
    QLabel#{card}\\.verdict {{ color: {theme.accent}; }}
    QCheckBox {{ color: {theme.mute}; border: 1px solid transparent;
        border-radius: {px(4)}; padding: {px(1)}; }}
    QCheckBox:focus {{ border-color: {theme.accent}; }}
    QCheckBox::indicator {{ width: {px(13)}; height: {px(13)}; }}
    QToolButton {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.line};
        border-radius: {px(4)}; padding: {px(4)} {px(4)}; }}
    QToolButton:hover {{ background: {theme.window}; }}
    QToolButton:pressed, QToolButton:checked {{ background: {theme.selection}; }}
    QToolButton:checked {{ color: {theme.accent}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QToolButton:disabled {{ color: {theme.mute}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QToolButton#{card}\\.{button} {{ background: {theme.selection}; color: {theme.accent}; }}
    QToolButton[segment="first"] {{ border-top-right-radius: 0; border-bottom-right-radius: 0; }}
    QToolButton[segment="middle"] {{ border-radius: 0; border-left: none; border-right: none; }}
    QToolButton[segment="last"] {{ border-top-left-radius: 0; border-bottom-left-radius: 0; }}
    """ + field_rules(theme, style.px(1.0), up=2.0)


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
