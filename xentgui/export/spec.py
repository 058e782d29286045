"""The look of a figure, apart from the numbers that it shows."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from xentgui.export.styles import STYLES, WINDOW, FigureStyle
from xentgui.model.message import QT_TRANSLATE_NOOP, RefusedError, shown

EM = 13.0
"""The font size of the design, in design pixels; a figure is always painted at it."""

THEMES = ("light", "dark", "print")
BACKGROUNDS = ("theme", "white", "transparent")
UNITS = ("px", "cm")
SVG_TEXTS = ("outlines", "embedded", "named")
"""How an SVG holds its text: as outlines, or as text in fonts that it brings or that it names."""

FAMILIES = ("sans", "serif", "system")
"""Of the text: the program's own, one for papers in Computer Modern or Times, the system's."""

USUAL_PANELS = ("distribution", "information", "gradient")
"""The panels of a figure if none are chosen."""

LARGEST_SIDE = 32_767
LARGEST_AREA = 120_000_000
"""Pixels; the limit of Qt's images and of common memory."""

_CSS_INCH = 96.0
_CM = _CSS_INCH / 2.54
_POINT = _CSS_INCH / 72.0
_REFERENCE_AREA = 900.0 * 506.25  # pixels of a picture whose text has the size of the design
_USUAL_SHAPE = 16.0 / 9.0
_LEAST_SIDE = 60.0  # design pixels; in less, not even an axis has room

_SIZE = QT_TRANSLATE_NOOP(
    "errors", "The figure would be {value} wide or high. Give a size above 0, such as 1920x1080."
)
_TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "The picture would have {width} × {height} pixels. "
    "Choose a smaller size or fewer dots per inch, or SVG or PDF, which have no pixels.",
)
_TOO_SMALL = QT_TRANSLATE_NOOP(
    "errors", "The figure is too small for its text. Choose a larger size or a smaller font."
)
_WHITE_INK = QT_TRANSLATE_NOOP(
    "errors",
    "The dark theme has light ink, which cannot be seen on white. "
    "Choose the theme's own background or a transparent one, or another theme.",
)
_UNKNOWN = QT_TRANSLATE_NOOP("errors", "There is no {value} here. Choose one of: {choices}.")


class FigureError(RefusedError):
    """A figure that cannot be made; the message gives the reason and the remedy."""


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """The look of a figure; `in_pixels` and `in_centimetres` make one.

    Attributes
    ----------
    panels
        Keys of the panels, in reading order.
    width, height
        The size, in pixels of 1/96 inch.
    font_size
        The size of the text, in the same unit; lines and marks scale with it.
    density
        Device pixels in a pixel of 1/96 inch; a PNG is sharper with more.
    unit
        The unit in which the size was given: "px" or "cm".
    style
        The key of one of `STYLES`.
    theme, background
        One of `THEMES` and of `BACKGROUNDS`.
    titles, formulas, values, handles
        Whether panels have their names and formulas above them, numbers beside the marks,
        and rings that show what can be dragged.
    heading, caption
        Sentences above and below the panels; "" for none.
    moving
        What differs from frame to frame of an animation: keys of settings, and "logit1" and so on.
    note
        What stands above the panels, at the right; the figure finds it by itself.
    language
        A code such as "zh_CN", or "" for the current language.
    family
        One of `FAMILIES`: the letters of all but formulas.
    svg_text
        One of `SVG_TEXTS`; other formats do not ask.
    free_height
        Whether the height is provisional: `fitted` replaces it by the one that the content asks for.
    free_type
        Whether nobody has chosen the size of the text, so that `fitted` may make it smaller.
    """

    panels: tuple[str, ...]
    width: float
    height: float
    font_size: float
    density: float = 1.0
    unit: str = "px"
    style: str = WINDOW.key
    theme: str = "light"
    background: str = "theme"
    titles: bool = True
    formulas: bool = True
    values: bool = True
    handles: bool = False
    heading: str = ""
    caption: str = ""
    moving: tuple[str, ...] = ()
    note: str = ""
    language: str = ""
    svg_text: str = "outlines"
    family: str = "sans"
    free_height: bool = False
    free_type: bool = False

    def __post_init__(self) -> None:
        for value in (self.width, self.height, self.font_size, self.density):
            if not 0 < value < math.inf:
                raise FigureError(_SIZE, value=shown(value))
        if self.style in STYLES and self.look.theme:
            object.__setattr__(self, "theme", self.look.theme)
        for name, choices in (
            ("style", tuple(STYLES)),
            ("theme", THEMES),
            ("background", BACKGROUNDS),
            ("unit", UNITS),
            ("svg_text", SVG_TEXTS),
            ("family", FAMILIES),
        ):
            if getattr(self, name) not in choices:
                raise FigureError(
                    _UNKNOWN, value=f"{name} {getattr(self, name)}", choices=", ".join(choices)
                )
        if self.theme == "dark" and self.background == "white":
            raise FigureError(_WHITE_INK)
        across, down = self.design_size
        if across < _LEAST_SIDE or (down < _LEAST_SIDE and not self.free_height):
            raise FigureError(_TOO_SMALL)

    @classmethod
    def in_pixels(
        cls,
        panels: tuple[str, ...],
        width: float,
        height: float | None,
        font_size: float | None = None,
        **looks: Any,
    ) -> Self:
        """Return a figure of `width` x `height` pixels, with text of `font_size` pixels.

        Without a height, it is to follow from the content.

        By default the text grows with the figure: a picture of 3840 x 2160 pixels is the same as
        one of 960 x 540, but sharper.
        """
        size, tall = font_size, width / _USUAL_SHAPE if height is None else height
        if size is None:
            size = automatic_font_size(width, tall) * _style(looks).larger
        looks |= {"free_height": height is None, "free_type": font_size is None}
        return cls(panels, width, tall, size, **looks)

    @classmethod
    def in_centimetres(
        cls,
        panels: tuple[str, ...],
        width: float,
        height: float | None,
        dpi: float = 300.0,
        font_size: float | None = None,
        **looks: Any,
    ) -> Self:
        """Return a figure of `width` x `height` centimetres, with text of `font_size` points.

        By default the text has the size of the style.  Without a height, it is to follow from the
        content.
        """
        size = (_style(looks).points if font_size is None else font_size) * _POINT
        tall = width / _USUAL_SHAPE if height is None else height
        looks |= {"density": dpi / _CSS_INCH, "unit": "cm"}
        looks |= {"free_height": height is None, "free_type": font_size is None}
        return cls(panels, width * _CM, tall * _CM, size, **looks)

    @property
    def look(self) -> FigureStyle:
        """The style."""
        return STYLES[self.style]

    @property
    def zoom(self) -> float:
        """The size of a design pixel, in pixels of 1/96 inch."""
        return self.font_size / EM

    @property
    def design_size(self) -> tuple[float, float]:
        """Width and height of the painted area in design pixels."""
        return self.width / self.zoom, self.height / self.zoom

    def in_its_unit(self, length: float) -> float:
        """Return `length`, in pixels of 1/96 inch, in the unit in which the size was given."""
        return length / _CM if self.unit == "cm" else length

    @property
    def device_size(self) -> tuple[int, int]:
        """Width and height of a PNG in its own pixels; raises FigureError if too large."""
        width = max(1, round(self.width * self.density))
        height = max(1, round(self.height * self.density))
        if max(width, height) > LARGEST_SIDE or width * height > LARGEST_AREA:
            raise FigureError(_TOO_LARGE, width=width, height=height)
        return width, height


def _style(looks: Mapping[str, Any]) -> FigureStyle:
    # An unknown one is refused when the figure is made.
    return STYLES.get(looks.get("style", WINDOW.key), WINDOW)


def automatic_font_size(width: float, height: float) -> float:
    """Return the font size, in pixels, for a picture of this size in pixels.

    It depends on the area only, so that the same shape looks the same in every size.
    """
    if not 0 < width * height < math.inf:
        raise FigureError(_SIZE, value=shown(min(width, height)))
    return EM * math.sqrt(width * height / _REFERENCE_AREA)
