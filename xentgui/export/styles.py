"""The styles of figures: how much stands around the plots, and how large the type is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from xentgui.model.message import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """One style of figures.

    Attributes
    ----------
    key
        The value of ``--style``.
    name
        Its name for people, in English, marked in the context "export".
    cards, headings, letters
        Whether several panels stand on cards, whether a panel has its title and its formula above
        it, and whether several panels have letters, as in a paper.
    emphasis
        Whether numbers and names are bold.
    snug
        Whether the room around plots follows from what is written there, so that the data get the
        rest, and plots side by side are of one size.
    points
        The size of the text in points where the figure is measured in centimetres.
    theme
        The theme that belongs to the style; "" if any can be chosen.
    larger
        How many times larger than usual the text is where it is measured in pixels.
    """

    key: str
    name: str
    cards: bool
    headings: bool
    letters: bool
    emphasis: bool
    snug: bool
    points: float
    larger: float = 1.0
    theme: str = ""


WINDOW: Final = FigureStyle(
    "window", QT_TRANSLATE_NOOP("export", "Window: cards"), True, True, False, True, False, 9.0
)
PAPER: Final = FigureStyle(
    "paper", QT_TRANSLATE_NOOP("export", "Paper: plots only"), False, False, True, False, True, 8.0
)
PRINT: Final = FigureStyle(
    "print",
    QT_TRANSLATE_NOOP("export", "Print: plots only, black, with patterns and shapes"),
    *(False, False, True, False, True, 8.0),
    theme="print",
)
SLIDE: Final = FigureStyle(
    "slide", QT_TRANSLATE_NOOP("export", "Slide: large type"), False, True, False, True, True, 14.0, 1.4
)  # fmt: skip

STYLES: Final[Mapping[str, FigureStyle]] = MappingProxyType(
    {one.key: one for one in (WINDOW, PAPER, SLIDE, PRINT)}
)
"""All styles by key, in the order of menus; the first is the default."""
