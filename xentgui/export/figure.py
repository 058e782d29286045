"""A figure on any device: one panel, or several on cards, with titles and formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPaintEngine, QPainter, QPainterPath

from xentgui.export.layout import Box, arrange
from xentgui.export.spec import EM, FigureError, FigureSpec
from xentgui.language.logarithm import with_logarithm
from xentgui.language.text import translate, translated_by
from xentgui.language.translation import languages, load
from xentgui.model import Snapshot
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.view import View
from xentgui.painting import fonts
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.painting.theme import THEMES, Theme
from xentgui.panels import PANELS, Panel
from xentgui.panels.plot_panel import PlotPanel

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

_GAP, _SIDE, _RADIUS = (
    14.0,
    14.0,
    6.0,
)  # design pixels, as in the window between cards and within them
_PANEL_WIDTH, _PANEL_HEIGHT = 1280.0, 800.0  # of a panel without a card
_NO_PANEL = QT_TRANSLATE_NOOP("errors", "There is no panel {value}. Choose from: {choices}.")
_EMPTY = QT_TRANSLATE_NOOP("errors", "A figure shows at least one panel. Choose one.")
_UNKNOWN_LANGUAGE = QT_TRANSLATE_NOOP(
    "errors", "There is no translation into {value}. Choose one of: {choices}."
)


@dataclass(frozen=True, eq=False)
class Figure:
    """Everything from which a file is made.

    Attributes
    ----------
    spec, snapshot, view
        The look of the figure, and the numbers that it shows.
    document
        The state as the text of a document, which is embedded in the file; "" for none.
    ranges
        The ranges of a panel's axes, by its key; by default they show all of its marks.
    """

    spec: FigureSpec
    snapshot: Snapshot
    view: View
    document: str = ""
    ranges: Mapping[str, Ranges] = field(default_factory=dict)

    def paint(self, painter: QPainter) -> None:
        """Paint the figure; `spec.design_size` units of `painter` are its width and height."""
        paint_figure(painter, self.spec, self.snapshot, self.view, self.ranges)

    def title(self) -> str:
        """Return what the file is called within itself."""
        if self.spec.heading:
            return self.spec.heading
        with speaking(self.spec.language):
            return " · ".join(translate("panels", panel.title) for panel in panels_of(self.spec))

    def description(self) -> str:
        """Return the figure in words and numbers, for those who cannot see it."""
        with speaking(self.spec.language):
            parts = [self.spec.heading] if self.spec.heading else []
            for panel in panels_of(self.spec):
                words = panel.describe(self.snapshot, replace(self.view, highlight=None))
                parts.append(f"{translate('panels', panel.title)}: {words}")
            if self.spec.caption:
                parts.append(self.spec.caption)
            return "\n".join(parts)


def panels_of(spec: FigureSpec) -> list[Panel]:
    """Return new panels for the keys of `spec`; raises FigureError on an unknown one."""
    known = {panel.key: panel for panel in PANELS}
    if not spec.panels:
        raise FigureError(_EMPTY)
    for key in spec.panels:
        if key not in known:
            raise FigureError(_NO_PANEL, value=key, choices=", ".join(known))
    return [known[key]() for key in spec.panels]


def paint_figure(
    painter: QPainter,
    spec: FigureSpec,
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Ranges] | None = None,
) -> None:
    """Paint a figure, `spec.design_size` units of `painter` wide and high.

    Only the painter's scale determines the size of the figure, so that every device shows the same
    picture.  The language of open windows does not change.
    """
    panels = panels_of(spec)
    theme = THEMES[spec.theme]
    scale = max(abs(painter.deviceTransform().m11()), 1e-6)
    # Detail finer than the design's pixels would make a larger picture differ from a smaller one.
    solid = spec.background != "transparent"
    style = Style(theme, EM, fonts.ui_font(EM), resolution=min(1.0, scale), veiled=solid)
    shown = replace(view, highlight=None, values=spec.values, handles=spec.handles)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
    page = QRectF(0.0, 0.0, *spec.design_size)
    on_cards = spec.background == "theme" and len(panels) > 1
    if solid:
        white = spec.background == "white"
        painter.fillRect(
            page, style.color("#ffffff" if white else theme.window if on_cards else theme.card)
        )
    edge = _GAP if on_cards else 0.0
    room = page.adjusted(edge, edge, -edge, -edge)
    with speaking(spec.language):
        room = _paint_heading(painter, style, spec, room)
        room = _paint_caption(painter, style, spec, room)
        gap = _GAP if on_cards else 0.0
        whole = Box(room.left(), room.top(), max(room.width(), 1.0), max(room.height(), 1.0))
        for panel, box in zip(panels, arrange(len(panels), whole, gap), strict=True):
            cell = QRectF(box.left, box.top, box.width, box.height)
            if on_cards:
                _paint_card(painter, theme, style, cell)
            formula = with_logarithm(panel.formula_of(snapshot), shown.unit)
            inside = _paint_title(painter, style, spec, panel, formula, cell)
            painter.save()
            shows = (ranges or {}).get(panel.key)
            if shows is not None and isinstance(panel, PlotPanel):
                panel.paint_within(painter, inside, shows, snapshot, shown, style)
            else:
                panel.paint(painter, inside, snapshot, shown, style)
            painter.restore()


def _paint_card(painter: QPainter, theme: Theme, style: Style, cell: QRectF) -> None:
    painter.setPen(style.pen(theme.line, 1.0))
    painter.setBrush(style.color(theme.card))
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)


def _paint_title(
    painter: QPainter,
    style: Style,
    spec: FigureSpec,
    panel: Panel,
    formula: str,
    cell: QRectF,
) -> QRectF:
    """Paint name and formula of `panel` and return the rest of `cell`, which is for the panel."""
    if not (spec.titles or spec.formulas):
        return cell.adjusted(0, 8, 0, -8)
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
        room = line.width() - metrics.horizontalAdvance(name) - _GAP
        if QFontMetricsF(font).horizontalAdvance(text) <= room:
            painter.setPen(style.color(style.theme.mute))
            _paint_formula(painter, line, font, text, formula)
    return cell.adjusted(0, 30, 0, -8)


def _paint_formula(painter: QPainter, line: QRectF, font: QFont, text: str, plain: str) -> None:
    """Paint `text` at the right end of `line`.

    In a PDF of Qt's, mathematical letters have no meaning.  So they are painted as outlines, with
    the `plain` letters over them, invisible, to be found and copied.
    """
    painter.setFont(font)
    if painter.paintEngine().type() != QPaintEngine.Type.Pdf:
        painter.drawText(line, _RIGHT, text)
        return
    metrics = QFontMetricsF(font)
    left = line.right() - metrics.horizontalAdvance(text)
    base = line.center().y() + (metrics.ascent() - metrics.descent()) / 2
    path = QPainterPath()
    path.addText(left, base, font, text)
    painter.fillPath(path, painter.pen().color())
    painter.setFont(fonts.ui_font(EM))  # which the file holds anyway
    painter.setPen(QColor(0, 0, 0, 0))
    painter.drawText(QPointF(left, base), plain)


def _paint_heading(painter: QPainter, style: Style, spec: FigureSpec, room: QRectF) -> QRectF:
    """Paint the sentence above the panels and return the room below it."""
    if not spec.heading:
        return room
    height = _text_height(style.metrics(1.6, bold=True), spec.heading, room.width() - 2 * _SIDE)
    box = QRectF(room.left() + _SIDE, room.top() + 12, room.width() - 2 * _SIDE, height)
    painter.setFont(style.font(1.6, bold=True))
    painter.setPen(style.color(style.theme.ink))
    painter.drawText(box, _WRAPPED, spec.heading)
    return room.adjusted(0, height + 20, 0, 0)


def _paint_caption(painter: QPainter, style: Style, spec: FigureSpec, room: QRectF) -> QRectF:
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


def panel_figure(
    key: str,
    snapshot: Snapshot,
    view: View,
    *,
    theme: str = "light",
    shape: float = _PANEL_WIDTH / _PANEL_HEIGHT,
    document: str = "",
) -> Figure:
    """Return the panel `key` as a figure of about a million pixels, for copying and dragging.

    `shape` is its width divided by its height, as on the screen, limited to what fits on a slide.
    """
    shape = min(max(shape, 0.5), 3.0)
    area = _PANEL_WIDTH * _PANEL_HEIGHT
    width, height = round((area * shape) ** 0.5), round((area / shape) ** 0.5)
    return Figure(
        FigureSpec.in_pixels((key,), width, height, theme=theme), snapshot, view, document
    )


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let `translate` use `language` within the context; "" changes nothing.

    No translator is installed, so that windows do not change their language.  Raises
    FigureError if there is no such language.
    """
    if not language:
        yield
        return
    codes = [one.code for one in languages()]
    if language not in codes:
        raise FigureError(_UNKNOWN_LANGUAGE, value=language, choices=", ".join(codes))
    with translated_by(load(language)):
        yield
