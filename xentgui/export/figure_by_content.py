"""A figure that is laid out by its content: no cards, and the data get the room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from xentgui.export.content_layout import ContentLayout, Shown
from xentgui.export.figure_parts import (
    paint_caption,
    paint_heading,
    paint_note,
    paint_title,
    style_of,
)
from xentgui.export.spec import FigureSpec
from xentgui.language.logarithm import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.parts import part
from xentgui.painting.style import Style
from xentgui.painting.theme import THEMES
from xentgui.panels import Panel
from xentgui.panels.plot_panel import PlotPanel

_TITLE, _LETTER = 34.0, 18.0  # design pixels: the heights of what stands above a panel
_EDGE, _GAP = 2.0, 10.0  # design pixels: around all panels, and between them
_WIDER = 4.0  # times that, where there are titles
_ASIDE = 6.0  # design pixels
_AFTER_LETTER = 6.0  # design pixels
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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
            if _has_titles(spec):
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


def content_layout(
    spec: FigureSpec,
    panels: Sequence[Panel],
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Ranges],
) -> ContentLayout:
    """Return the layout of `panels`, which does not depend on the device."""
    shown, plain = [], style_of(spec)
    corner = max(_corner(plain, nth) for nth in range(len(panels))) if has_letters(spec) else 0.0
    # Panels that share a style share its fonts and measures, which take most of the time.
    cornered = style_of(spec, corner=corner) if corner else plain
    for panel in panels:
        beside = _has_header(panel, view)
        head = _TITLE if _has_titles(spec) else _LETTER if corner and not beside else 0.0
        style = cornered if beside else plain
        shown.append(Shown(panel, style, head, ranges.get(panel.key)))
    return ContentLayout(shown, snapshot, view, _GAP * (_WIDER if _has_titles(spec) else 1.0))


def edge_of(spec: FigureSpec) -> float:
    """Return the width of the edge around all panels, in design pixels."""
    return _EDGE * (_WIDER if _has_titles(spec) else 1.0)


def has_letters(spec: FigureSpec) -> bool:
    """Return whether the panels have letters: one alone needs none."""
    return spec.look.letters and len(spec.panels) > 1


def letter(nth: int) -> str:
    """Return the letter of the panel at place `nth`, from 0.

    >>> letter(0), letter(26)
    ('(a)', '(aa)')
    """
    text = chr(ord("a") + nth % 26)
    return f"({text * (1 + nth // 26)})"


def _has_titles(spec: FigureSpec) -> bool:
    return spec.look.headings and (spec.titles or spec.formulas)


def _has_header(panel: Panel, view: View) -> bool:
    """Return whether a letter can stand at the left of what the axes write above the plot."""
    if not isinstance(panel, PlotPanel):
        return False
    face = panel.face(view)
    header = face.header(view)
    written = header.name is not None or bool(header.samples)
    return "top" in face.measured.split() and written


def _corner(style: Style, nth: int) -> float:
    return style.metrics().horizontalAdvance(letter(nth)) + _AFTER_LETTER


def _paint_letter(painter: QPainter, style: Style, nth: int, cell: QRectF) -> None:
    painter.setFont(style.font())
    painter.setPen(style.color(style.theme.ink))
    painter.drawText(QRectF(cell.left(), cell.top(), cell.width(), _LETTER), _LEFT, letter(nth))
