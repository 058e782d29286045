"""A figure that is laid out by its content: no cards, and the data get the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from xentgui.export.figure_layout import (
    content_layout,
    edge_of,
    has_letters,
    has_titles,
    letter,
)
from xentgui.export.figure_parts import (
    paint_caption,
    paint_heading,
    paint_note,
    paint_title,
    style_of,
)
from xentgui.export.spec import FigureSpec
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.parts import part
from xentgui.painting.style import Style
from xentgui.painting.theme import THEMES
from xentgui.panels import Panel
from xentgui.panels.plot_panel import PlotPanel

_ASIDE = 6.0  # design pixels
_AT_TOP = 1.0  # design pixels above a letter


def paint_by_content(
    painter: QPainter,
    spec: FigureSpec,
    panels: Sequence[Panel],
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Ranges],
) -> None:
    """Paint a figure whose plots get all the room that what is written around them leaves."""
    style, theme = style_of(spec, painter), THEMES[spec.theme]
    page = QRectF(0.0, 0.0, *spec.design_size)
    if spec.background != "transparent":
        ground = "#ffffff" if spec.background == "white" else theme.card
        painter.fillRect(page, style.color(ground))
    room = paint_heading(painter, style, spec, page)
    room = paint_note(painter, style, spec, room)
    room = paint_caption(painter, style, spec, room)
    edge = edge_of(spec)
    room = room.adjusted(edge, edge, -edge, -edge)
    layout = content_layout(spec, panels, snapshot, view, ranges)
    for nth, (panel, place) in enumerate(zip(panels, layout.places(room), strict=True)):
        with part(painter, "panel", panel.key):
            inside = place.cell.adjusted(0.0, layout.shown[nth].head, 0.0, 0.0)
            if has_titles(spec):
                formula = with_logarithm(panel.formula_of(snapshot), view.unit)
                # A title begins where the name of the axis does.
                wider = place.cell.adjusted(-_ASIDE, 0.0, _ASIDE, 0.0)
                paint_title(painter, style, spec, panel, formula, wider)
            own = style_of(spec, painter, layout.shown[nth].style.corner)
            painter.save()
            if isinstance(panel, PlotPanel):
                shows = ranges.get(panel.key) or panel.face(view).ranges(snapshot, view)
                panel.paint_within(painter, inside, shows, snapshot, view, own, place.around)
            else:
                panel.paint(painter, inside, snapshot, view, own)
            painter.restore()
            if has_letters(spec):
                _paint_letter(painter, style, nth, place.cell)


def _paint_letter(painter: QPainter, style: Style, nth: int, cell: QRectF) -> None:
    painter.setFont(style.font())
    painter.setPen(style.color(style.theme.ink))
    # Level with a legend, whose letters begin at the edge of the cell, too.
    base = cell.top() + _AT_TOP + style.metrics().capHeight()
    painter.drawText(QPointF(cell.left(), base), letter(nth))
