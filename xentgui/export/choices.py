"""The choices in the export dialog: plain data, remembered as text."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from xentgui.export.file_formats import EXPORT_FORMATS
from xentgui.export.spec import (
    BACKGROUNDS,
    FAMILIES,
    SVG_TEXTS,
    THEMES,
    UNITS,
    FigureSpec,
    automatic_font_size,
)
from xentgui.export.styles import PAPER, SLIDE, STYLES, WINDOW
from xentgui.model.message import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class SizePreset:
    """A common size, with the style that suits it.

    `height` is 0 if it follows from the content, and `font_size` is 0 if it is automatic.
    """

    key: str
    name: str
    unit: str
    width: float
    height: float
    style: str
    font_size: float = 0.0


_SLIDE_FONT = round(automatic_font_size(1920, 1080), 1)

PRESETS = (
    SizePreset("slide", QT_TRANSLATE_NOOP("export", "Slide, 16:9"), "px", 1920, 1080, SLIDE.key),
    SizePreset(
        "slide_4k", QT_TRANSLATE_NOOP("export", "Slide, 16:9, in 4K"), "px", 3840, 2160, SLIDE.key
    ),
    # Three panels one below the other leave no room for larger text than that of the window.
    SizePreset(
        "half_slide",
        QT_TRANSLATE_NOOP("export", "Half a slide"),
        "px",
        960,
        1080,
        SLIDE.key,
        _SLIDE_FONT,
    ),
    SizePreset(
        "column", QT_TRANSLATE_NOOP("export", "One column of a paper"), "cm", 8.5, 0, PAPER.key
    ),
    SizePreset(
        "page", QT_TRANSLATE_NOOP("export", "Two columns of a paper"), "cm", 17.5, 0, PAPER.key
    ),
    SizePreset("square", QT_TRANSLATE_NOOP("export", "Square"), "px", 1080, 1080, WINDOW.key),
    SizePreset("poster", QT_TRANSLATE_NOOP("export", "Poster"), "cm", 40, 0, SLIDE.key, 28.0),
)
"""Sizes by name, in the order of the list."""


@dataclass(frozen=True, slots=True)
class Choices:
    """All inputs of the dialog, in the units of the dialog.

    Attributes
    ----------
    width, height
        In `unit`; a height of 0 follows from the content.
    font_size
        In pixels, or in points if the size is in centimetres; 0 for automatic.
    kept
        Whether the state goes into the file.
    """

    panels: tuple[str, ...] = ("distribution", "information", "gradient")
    unit: str = "px"
    width: float = 1920.0
    height: float = 1080.0
    dpi: float = 300.0
    font_size: float = 0.0
    style: str = WINDOW.key
    theme: str = "light"
    background: str = "theme"
    titles: bool = True
    formulas: bool = True
    values: bool = True
    heading: str = ""
    caption: str = ""
    language: str = ""
    file_format: str = "png"
    kept: bool = True
    svg_text: str = "outlines"
    family: str = "sans"

    def spec(self) -> FigureSpec:
        """Return the chosen figure; raises FigureError if it cannot be made."""
        looks: dict[str, Any] = {
            name: getattr(self, name)
            for name in (
                *("style", "theme", "background", "titles", "formulas", "values"),
                *("heading", "caption", "language", "svg_text", "family"),
            )
        }
        font, height = self.font_size or None, self.height or None
        if self.unit == "cm":
            return FigureSpec.in_centimetres(
                self.panels, self.width, height, self.dpi, font, **looks
            )
        return FigureSpec.in_pixels(self.panels, self.width, height, font, **looks)

    def with_preset(self, preset: SizePreset) -> Choices:
        """Return these choices in the size and the style of `preset`."""
        return replace(
            self,
            unit=preset.unit,
            width=preset.width,
            height=preset.height,
            font_size=preset.font_size,
            style=preset.style,
        )

    def preset(self) -> SizePreset | None:
        """Return the preset with this size, or None."""
        size = (self.unit, self.width, self.height, self.font_size)
        return next((one for one in PRESETS if _size(one) == size), None)


def _size(preset: SizePreset) -> tuple[str, float, float, float]:
    return preset.unit, preset.width, preset.height, preset.font_size


def to_text(choices: Choices) -> str:
    """Return the text for `from_text`, without heading and caption: they belong to one figure."""
    return json.dumps(asdict(replace(choices, heading="", caption="")), ensure_ascii=False)


def from_text(text: str) -> Choices:
    """Return the choices in `text`; a missing or invalid one has its default.

    >>> from_text('{"theme": "dark", "width": "wide"}').theme
    'dark'
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return Choices()
    usual = Choices()
    kept = {
        field.name: _read(found[field.name], getattr(usual, field.name))
        for field in fields(Choices)
        if field.name in found
    }
    choices = replace(usual, **kept)
    for name, legal in (
        ("style", STYLES),
        ("theme", THEMES),
        ("background", BACKGROUNDS),
        ("unit", UNITS),
        ("svg_text", SVG_TEXTS),
        ("family", FAMILIES),
        ("file_format", EXPORT_FORMATS),
    ):
        if getattr(choices, name) not in legal:
            choices = replace(choices, **{name: getattr(usual, name)})
    return choices


def _read(value: object, usual: Any) -> Any:
    """Return `value` if it has the type of `usual`, else `usual`."""
    if isinstance(usual, bool):
        return value if isinstance(value, bool) else usual
    if isinstance(usual, float):
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return float(value) if number and 0 <= value < math.inf else usual  # type: ignore[operator,arg-type]
    if isinstance(usual, tuple):
        texts = isinstance(value, list) and value and all(isinstance(one, str) for one in value)
        return tuple(value) if texts else usual  # type: ignore[arg-type]
    return value if isinstance(value, str) else usual
