"""One size and one set of colours, which determine every font and line of a picture.

The few widgets that have a style sheet get its rules from them, too.
"""

from __future__ import annotations

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QFontMetricsF, QPen, QPixmap

from xentgui.painting.fonts import formula, math_font
from xentgui.painting.letters import TextWidth
from xentgui.painting.qt_arrays import PixmapSheet
from xentgui.painting.theme import Theme

_EM_OF_THE_DESIGN = 13.0
_FLAT, _MITER = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin
_RING_PX = 2  # the edge of what has the keys: seen beside the one pixel of all others


class Style:
    """How a picture looks.

    Fonts, pens, brushes and colours are made once and shared; code that changes one must copy it
    first.

    Attributes
    ----------
    theme
        The colours.
    em
        The font size in device-independent pixels; lines and marks scale with it.
    base_font
        The font from which all others are made (family, tabular digits).
    resolution
        Device pixels in a pixel, for level of detail; None to take the painter's.
    veiled
        Whether text over marks may have the card's colour behind it; false if there is no card.
    emphasis
        Whether bold text is bold; in a paper's figure all text has the weight of the paper's.
    snug
        Whether the room around a plot follows from what is written there, so that names may need more.
    shapes
        Whether the dots of each class have a shape of its own: in a figure, which may become grey.
    corner
        The width at the upper left, in design pixels, where a figure writes the letter of a panel.
    sheets
        Small pictures of marks, a cache for the modules that paint them.
    page_letters
        The least size of letters on a page, as a multiple of the usual least one: a page that would
        need smaller ones is higher than its widget, and scrolls.
    page_exponents
        The least size of exponents and indices on a page, as a share of the letters beside them.
    """

    page_letters = 1.0
    page_exponents = 0.0

    def __init__(
        self,
        theme: Theme,
        em: float,
        base_font: QFont,
        resolution: float | None = None,
        *,
        veiled: bool = True,
        emphasis: bool = True,
        snug: bool = False,
        shapes: bool = False,
        corner: float = 0.0,
    ) -> None:
        self.theme, self.em, self.base_font = theme, em, base_font
        self.resolution, self.veiled = resolution, veiled
        self.emphasis, self.snug, self.corner = emphasis, snug, corner
        self.shapes = shapes or theme.hatched
        self.sheets: dict[object, PixmapSheet] = {}
        self._fonts: dict[tuple[float, bool, bool, bool], QFont] = {}
        self._metrics: dict[tuple[float, bool, bool], QFontMetricsF] = {}
        self._rulers: dict[tuple[float, bool], TextWidth] = {}
        self._symbols: dict[str, tuple[str, QFont, int]] = {}
        self._colors: dict[tuple[str, float], QColor] = {}
        self._pens: dict[tuple[str, float, tuple[float, ...]], QPen] = {}
        self._brushes: dict[str, QBrush] = {}
        self._faint: Style | None = None

    @property
    def math_em(self) -> float:
        """The font size of formulas in device-independent pixels."""
        return self.em

    @property
    def faint(self) -> Style:
        """The style of marks that are muted while another is highlighted.

        Its colours are opaque, because Qt draws half-transparent outlines several times slower.
        """
        if self._faint is None:
            self._faint = Style(
                self.theme.faint(),
                self.em,
                self.base_font,
                self.resolution,
                veiled=self.veiled,
                emphasis=self.emphasis,
                snug=self.snug,
                shapes=self.shapes,
                corner=self.corner,
            )
        return self._faint

    def px(self, design_pixels: float) -> float:
        """Return a length of the design (drawn at a font size of 13 px) at this size."""
        return design_pixels * self.em / _EM_OF_THE_DESIGN

    def font(
        self, size: float = 1.0, *, bold: bool = False, italic: bool = False, number: bool = False
    ) -> QFont:
        """Return the font that is `size` times the em.

        The font for a `number` looks the same.  It has no kerning (as between "T" and "o"), and so
        it is drawn in two thirds of the time.
        """
        key = (size, bold, italic, number)
        font = self._fonts.get(key)
        if font is None:
            font = QFont(self.base_font)
            font.setPixelSize(max(1, round(self.em * size)))
            font.setBold(bold and self.emphasis)
            font.setItalic(italic)
            if number:
                font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
            self._fonts[key] = font
        return font

    def metrics(
        self, size: float = 1.0, *, bold: bool = False, italic: bool = False
    ) -> QFontMetricsF:
        """Return the measures of `font` with the same arguments."""
        key = (size, bold, italic)
        metrics = self._metrics.get(key)
        if metrics is None:
            metrics = self._metrics[key] = QFontMetricsF(self.font(size, bold=bold, italic=italic))
        return metrics

    def ruler(self, size: float = 1.0, *, bold: bool = False) -> TextWidth:
        """Return the fast ruler for text in `font` with the same arguments."""
        ruler = self._rulers.get((size, bold))
        if ruler is None:
            ruler = self._rulers[size, bold] = TextWidth(self.metrics(size, bold=bold))
        return ruler

    def symbol(self, text: str) -> tuple[str, QFont, int]:
        """Return the formula `text` as it is drawn, its font, and its width in pixels."""
        symbol = self._symbols.get(text)
        if symbol is None:
            drawn, font = formula(text), math_font(self.math_em)
            symbol = drawn, font, QFontMetrics(font).horizontalAdvance(drawn)
            self._symbols[text] = symbol
        return symbol

    def color(self, name: str, opacity: float = 1.0) -> QColor:
        """Return the colour `name`, ``#rrggbb``, as Qt wants it."""
        color = self._colors.get((name, opacity))
        if color is None:
            color = self._colors[name, opacity] = QColor(name)
            color.setAlphaF(opacity)
        return color

    def pen(self, color: str, width: float = 1.0, dash: tuple[float, ...] = ()) -> QPen:
        """Return a pen of `width` design pixels; `dash` is in multiples of the width."""
        pen = self._pens.get((color, width, dash))
        if pen is None:
            pen = QPen(self.color(color), self.px(width))
            pen.setCapStyle(_FLAT)
            pen.setJoinStyle(_MITER)
            if dash:
                pen.setDashPattern(list(dash))
            self._pens[color, width, dash] = pen
        return pen

    def round_pen(self, color: str, width: float) -> QPen:
        """Return a pen whose points are discs, `width` design pixels wide."""
        key = color, -width, ()
        pen = self._pens.get(key)
        if pen is None:
            pen = self._pens[key] = QPen(self.color(color), self.px(width))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen

    def brush(self, number: int) -> QBrush:
        """Return the fill of classes with the colour `number`, where it is not hatched."""
        name = self.theme.class_color(number)
        brush = self._brushes.get(name)
        if brush is None:
            brush = self._brushes[name] = QBrush(self.color(name))
        return brush

    def blank(
        self, size: QSizeF, ratio: float, color: str = "", again: QPixmap | None = None
    ) -> QPixmap:
        """Return an empty picture with `ratio` device pixels in a pixel of `size`.

        It has the `color`, or that of a card.  The memory of `again` is used again where it has
        that size: to get new memory takes longer than to fill it.
        """
        wanted = (size * ratio).toSize()
        fits = again is not None and again.size() == wanted
        picture = again if again is not None and fits else QPixmap(wanted)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self.color(color or self.theme.card))
        return picture


def font_rule(style: Style) -> str:
    """Return the font of `style` as a rule for the few widgets that have a style sheet."""
    families = ", ".join(f'"{family}"' for family in style.base_font.families())
    return f"font-family: {families}; font-size: {max(1, round(style.em))}px;"


def scroll_bar_sheet(style: Style) -> str:
    """Return the style sheet of a thin scroll bar without buttons."""
    thick, radius = round(style.px(8)), max(1, round(style.px(2.5)))
    theme = style.theme
    return f"""
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: {thick}px; }}
    QScrollBar:horizontal {{ height: {thick}px; }}
    QScrollBar::handle {{ background: {theme.mute}; border-radius: {radius}px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: {2 * thick}px; }}
    QScrollBar::handle:horizontal {{ min-width: {2 * thick}px; }}
    QScrollBar::handle:hover {{ background: {theme.accent}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def field_rules(theme: Theme, scale: float, *, up: float = 3.0, side: float = 5.0) -> str:
    """Return the rules for line edits, lists and boxes with arrows.

    A design pixel is `scale` pixels; `up` and `side` are the room around the text in design pixels.
    The text stays in its place when the edge gets wider.
    """
    high, wide = (max(_RING_PX, round(length * scale)) for length in (up, side))
    radius = max(1, round(4 * scale))
    fields = ("QLineEdit", "QComboBox", "QSpinBox", "QDoubleSpinBox")
    focused = ", ".join(f"{one}:focus" for one in fields)
    return f"""
    {", ".join(fields)} {{ background: {theme.field}; color: {theme.ink};
        border: 1px solid {theme.frame}; border-radius: {radius}px; padding: {high}px {wide}px; }}
    {focused} {{ border: {_RING_PX}px solid {theme.accent};
        padding: {high - 1}px {wide - 1}px; }}
    QLineEdit[wrong="true"] {{ border-color: {theme.warning}; color: {theme.warning}; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {theme.mute}; }}
    QComboBox::drop-down {{ border: none; width: {round(18 * scale)}px; }}
    """
