"""The paper of a handout: its size, its margins, and the size of its letters."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF

from xentgui.export.spec import EM
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import THEMES

_MM: Final = 96.0 / 25.4  # pixels of 1/96 inch
_POINT: Final = 96.0 / 72.0
_TEXT: Final = 10.0  # points
_MARGINS: Final = (18.0, 15.0, 18.0, 14.0)  # mm: left, top, right, bottom

ZOOM: Final = _TEXT * _POINT / EM
"""The size of a design pixel of a page, in pixels of 1/96 inch."""


class Paper(NamedTuple):
    """A kind of paper: its name, which is the same in every language, and its size in millimetres."""

    name: str
    width: float
    height: float

    @property
    def pixels(self) -> tuple[float, float]:
        """Width and height in pixels of 1/96 inch."""
        return self.width * _MM, self.height * _MM

    @property
    def room(self) -> QRectF:
        """What is within the margins, in design pixels."""
        left, top, right, bottom = (one * _MM / ZOOM for one in _MARGINS)
        width, height = (one / ZOOM for one in self.pixels)
        return QRectF(left, top, width - left - right, height - top - bottom)


PAPERS: Final[Mapping[str, Paper]] = MappingProxyType(
    {"a4": Paper("A4", 210.0, 297.0), "letter": Paper("Letter", 215.9, 279.4)}
)
"""All papers by key; the first is the usual one."""


def page_style() -> Style:
    """Return the style of what is written on a page, beside the figures."""
    return Style(THEMES["light"], EM, fonts.ui_font(EM), resolution=1.0, veiled=False)
