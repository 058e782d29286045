"""What a figure writes around its panels: cards, titles, formulas, letters and sentences."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from xentgui.export.spec import EM, FigureSpec
from xentgui.language.text import translate
from xentgui.painting import fonts
from xentgui.painting.style import Style
from xentgui.painting.theme import THEMES, Theme
from xentgui.panels import Panel

GAP = 14.0
"""Between cards, in design pixels, as in the window."""

_SIDE, _RADIUS = 14.0, 6.0  # design pixels, as in the window within cards
_TITLE, _BELOW = 30.0, 8.0  # design pixels: above and below a panel
_NOTE = 18.0  # design pixels: the height of the line of settings
_ELIDED = Qt.TextElideMode.ElideRight
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def style_of(spec: FigureSpec, painter: QPainter | None = None, corner: float = 0.0) -> Style:
    """Return the style of a figure, for `painter`, or to lay it out for all of them.

    Detail finer than the design's pixels would make a larger picture differ from a smaller one.
    """
    scale = 1.0 if painter is None else max(abs(painter.deviceTransform().m11()), 1e-6)
    return Style(
        THEMES[spec.theme],
        EM,
        fonts.text_font(spec.family, EM),
        resolution=min(1.0, scale),
        veiled=spec.background != "transparent",
        emphasis=spec.look.emphasis,
        snug=spec.look.snug,
        shapes=True,
        corner=corner,
    )


def layout_style(spec: FigureSpec, corner: float = 0.0) -> Style:
    """Return the style in which a figure is laid out, in the colours of one theme.

    Figures that look alike share it: it holds fonts and their measures, which are found slowly.
    """
    families = fonts.text_font(spec.family, EM).families()
    return _layout_style(spec.style, spec.family, tuple(families), corner)


@lru_cache(maxsize=16)
def _layout_style(style: str, family: str, _families: tuple[str, ...], corner: float) -> Style:
    return style_of(FigureSpec((), EM * EM, EM * EM, EM, style=style, family=family), corner=corner)


def paint_card(painter: QPainter, theme: Theme, style: Style, cell: QRectF) -> None:
    """Paint the card of a panel."""
    painter.setPen(style.pen(theme.line, 1.0))
    painter.setBrush(style.color(theme.card))
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def title_height(spec: FigureSpec) -> float:
    """Return how much of a cell `paint_title` takes, above and below the panel."""
    return _BELOW + (_TITLE if spec.titles or spec.formulas else _BELOW)


def paint_title(
    painter: QPainter,
    style: Style,
    spec: FigureSpec,
    panel: Panel,
    formula: str,
    cell: QRectF,
) -> QRectF:
    """Paint name and formula of `panel` and return the rest of `cell`, which is for the panel."""
    if not (spec.titles or spec.formulas):
        return cell.adjusted(0, _BELOW, 0, -_BELOW)
    line = QRectF(cell.left() + _SIDE, cell.top() + 9, cell.width() - 2 * _SIDE, 20)
    name = translate("panels", panel.title) if spec.titles else ""
    painter.setFont(style.font(1.04, bold=True))
    painter.setPen(style.color(style.theme.ink))
    metrics = style.metrics(1.04, bold=True)
    name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, _LEFT, name)
    if spec.formulas:
        font, text = fonts.math_font(EM), fonts.formula(formula)
        # A formula without enough room beside the title is left out, because half a formula is
        # wrong.
        room = line.width() - metrics.horizontalAdvance(name) - GAP
        if QFontMetricsF(font).horizontalAdvance(text) <= room:
            painter.setPen(style.color(style.theme.mute))
            painter.setFont(font)
            painter.drawText(line, _RIGHT, text)
    return cell.adjusted(0, _TITLE, 0, -_BELOW)


def paint_heading(painter: QPainter, style: Style, spec: FigureSpec, room: QRectF) -> QRectF:
    """Paint the sentence above the panels and return the room below it."""
    if not spec.heading:
        return room
    height = _text_height(style.metrics(1.6, bold=True), spec.heading, room.width() - 2 * _SIDE)
    box = QRectF(room.left() + _SIDE, room.top() + 12, room.width() - 2 * _SIDE, height)
    painter.setFont(style.font(1.6, bold=True))
    painter.setPen(style.color(style.theme.ink))
    painter.drawText(box, _WRAPPED, spec.heading)
    return room.adjusted(0, height + 20, 0, 0)


def paint_note(painter: QPainter, style: Style, spec: FigureSpec, room: QRectF) -> QRectF:
    """Paint the settings that are not usual, at the right, and return the room below them."""
    if not spec.note:
        return room
    side = 4.0 if spec.look.snug else _SIDE
    line = QRectF(room.left() + side, room.top(), room.width() - 2 * side, _NOTE)
    painter.setFont(style.font(0.92))
    painter.setPen(style.color(style.theme.ink))
    painter.drawText(line, _RIGHT, style.metrics(0.92).elidedText(spec.note, _ELIDED, line.width()))
    return room.adjusted(0, _NOTE, 0, 0)


def paint_caption(painter: QPainter, style: Style, spec: FigureSpec, room: QRectF) -> QRectF:
    """Paint the sentence below the panels and return the room above it."""
    if not spec.caption:
        return room
    height = _text_height(style.metrics(), spec.caption, room.width() - 2 * _SIDE)
    top = room.bottom() - height - (0 if spec.background == "theme" else 8)
    box = QRectF(room.left() + _SIDE, top, room.width() - 2 * _SIDE, height)
    painter.setFont(style.font())
    painter.setPen(style.color(style.theme.mute))
    painter.drawText(box, _WRAPPED, spec.caption)
    return room.adjusted(0, 0, 0, top - room.bottom() - 10)


def _text_height(metrics: QFontMetricsF, text: str, width: float) -> float:
    return metrics.boundingRect(QRectF(0, 0, max(width, 1.0), 1e6), _WRAPPED, text).height()
