"""The colours: light, dark, and black ink for print."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette


class Theme(NamedTuple):
    """All colours, as ``#rrggbb``; each name says what the colour is for.

    On `card`, text colours (`ink`, `mute`, `accent`, `warning`, each of `classes`) have a contrast
    of 4.5 : 1 or more, and marks have 3 : 1 or more, also while they are muted.  So has `frame`, the
    edge by which a field is known, on everything that fields lie on; `line` only divides.  A test
    asserts all of it.
    """

    key: str
    window: str
    card: str
    line: str
    frame: str
    grid: str
    ink: str
    mute: str
    accent: str
    selection: str
    field: str
    warning: str
    on_accent: str
    classes: tuple[str, ...]
    hatched: bool = False

    def class_color(self, number: int) -> str:
        """Return the colour `number` of classes, which `State.color_of` gives.

        Colours repeat, so labels identify the classes.
        """
        return self.classes[number % len(self.classes)]

    def number_of(self, color: str) -> int:
        """Return the number of a colour of classes; 0 if it is none of them."""
        return self.classes.index(color) if color in self.classes else 0

    def ink_on(self, color: str) -> str:
        """Return the text colour, `card` or `ink`, that has more contrast on `color`."""
        card, ink = contrast(self.card, color), contrast(self.ink, color)
        return self.card if card >= ink else self.ink

    def faint(self) -> Theme:
        """Return the theme for muted marks: every colour mixed with that of the card."""
        return _faint(self)

    def left_of(self, color: str) -> float:
        """Return the share of `color`, 0 … 1, that is left of it on the card while it is muted."""
        return _left_of(color, self.card)


_RECEDED = 0.4
"""So much, or more, of a colour is left."""

_LEAST = 3.05
"""The least contrast of what is muted: the 3 : 1 of the standard, whatever the rounding."""


@cache
def _faint(theme: Theme) -> Theme:
    def veiled(color: str) -> str:
        return blended(theme.card, color, theme.left_of(color))

    return theme._replace(
        line=blended(theme.card, theme.line, _RECEDED),
        ink=veiled(theme.ink),
        mute=veiled(theme.mute),
        accent=veiled(theme.accent),
        warning=veiled(theme.warning),
        classes=tuple(veiled(color) for color in theme.classes),
    )


@cache
def _left_of(color: str, card: str) -> float:
    def contrast_with(hundredths: int) -> float:
        return contrast(blended(card, color, hundredths / 100.0), card)

    shares = range(round(100 * _RECEDED), 100)  # the more is left, the more contrast there is
    return (shares.start + bisect_left(shares, _LEAST, key=contrast_with)) / 100.0


def blended(below: str, color: str, share: float) -> str:
    """Return `share`, 0 … 1, of `color` over `below`.

    >>> blended("#ffffff", "#000000", 0.2)
    '#cccccc'
    """
    pairs = ((int(color[at : at + 2], 16), int(below[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(b + (a - b) * share):02x}" for a, b in pairs)


LIGHT = Theme(
    key="light",
    window="#f4f5f7",
    card="#ffffff",
    line="#dfe3e8",
    frame="#7d8896",
    grid="#eceff3",
    ink="#1b2430",
    mute="#5c6776",
    accent="#0b62c4",
    selection="#e8f1fc",
    field="#ffffff",
    warning="#8a4b00",
    on_accent="#ffffff",
    classes=(
        "#0072B2",
        "#C05300",
        "#007F5C",
        "#B5488A",
        "#8A6A00",
        "#1A7AAA",
        "#7A5195",
        "#4D4D4D",
    ),
)

DARK = Theme(
    key="dark",
    window="#14181d",
    card="#1c2229",
    line="#303843",
    frame="#778393",
    grid="#28303a",
    ink="#eef2f6",
    mute="#a9b4c1",
    accent="#6db3ff",
    selection="#22364f",
    field="#14181d",
    warning="#ffc266",
    on_accent="#14181d",
    classes=(
        "#4FA8E0",
        "#FF8A3D",
        "#2CC79B",
        "#E79AC6",
        "#E0B040",
        "#8FD0F5",
        "#B794D6",
        "#BFC7D0",
    ),
)

PRINT = Theme(
    key="print",
    window="#ffffff",
    card="#ffffff",
    line="#000000",
    frame="#000000",
    grid="#e4e4e4",
    ink="#000000",
    mute="#333333",
    accent="#000000",
    selection="#e6e6e6",
    field="#ffffff",
    warning="#000000",
    on_accent="#ffffff",
    # Seven steps of lightness apart (L* 0, 7 … 49), neighbours farther; lighter ink could not be read.
    classes=(
        "#000000",
        "#636363",
        "#242424",
        "#747474",
        "#424242",
        "#151515",
        "#525252",
        "#323232",
    ),
    hatched=True,
)

THEMES = {theme.key: theme for theme in (LIGHT, DARK, PRINT)}


def lightness(color: str) -> float:
    """Return L* of a colour: 0 is black, 100 is white, and equal steps look equal.

    Source: CIE 15:2004, with the luminance of sRGB.

    >>> round(lightness("#777777")), round(lightness("#ffffff"))
    (50, 100)
    """
    y = _luminance(color)
    return 116.0 * y ** (1.0 / 3.0) - 16.0 if y > 216.0 / 24389.0 else y * 24389.0 / 27.0


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21.

    Source: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def palette(theme: Theme) -> QPalette:
    """Return the palette that gives every Qt widget the colours of `theme`."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.ink,
        role.Base: theme.card,
        role.AlternateBase: theme.window,
        role.Text: theme.ink,
        role.PlaceholderText: theme.mute,
        role.Button: theme.card,
        role.ButtonText: theme.ink,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.ink,
        role.BrightText: theme.warning,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.card,
        role.Midlight: theme.grid,
        role.Mid: theme.line,
        role.Dark: theme.mute,
        role.Shadow: theme.line,
        role.Accent: theme.accent,
    }
    result = QPalette()
    for name, color in colours.items():
        result.setColor(name, QColor(color))
    for name in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.faint().mute))
    return result


FIELDS = ("QLineEdit", "QComboBox", "QAbstractSpinBox", "QCheckBox", "QRadioButton", "QListView")
"""The classes of Qt's widgets with an edge that shows what they are."""

_TICKED = ("QCheckBox", "QRadioButton", "QListView")
"""Those with boxes to tick, whose edge Fusion paints paler than that of a field."""


def field_palette(theme: Theme, kind: str) -> QPalette:
    """Return the palette that gives one of the `FIELDS` without a style sheet the theme's edge.

    Qt's style Fusion paints edges in the colour of windows, a fixed amount darker.
    """
    edge = QColor(theme.frame)
    if kind in _TICKED:
        edge = edge.darker(_PALER)
    result = palette(theme)
    result.setColor(QPalette.ColorRole.Window, edge.lighter(_EDGE))
    return result


_EDGE, _PALER = 140, 110  # per cent
