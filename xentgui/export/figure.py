"""A figure on any device: one panel, or several on cards, with titles and formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from xentgui.export.figure_by_content import paint_by_content
from xentgui.export.figure_parts import (
    GAP,
    paint_caption,
    paint_card,
    paint_heading,
    paint_note,
    paint_title,
    style_of,
)
from xentgui.export.layout import Box, arrange
from xentgui.export.spec import FigureError, FigureSpec
from xentgui.export.suited_view import suited
from xentgui.export.told import told
from xentgui.language.text import translate, translated_by
from xentgui.language.translation import languages, load
from xentgui.language.units import with_logarithm
from xentgui.model import Snapshot
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.parts import part
from xentgui.painting.theme import THEMES
from xentgui.panels import PANELS, Panel
from xentgui.panels.plot_panel import PlotPanel

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
        with speaking(self.spec.language):
            heading = told(self.spec, self.snapshot, self.view).heading
            if heading:
                return heading
            return " · ".join(translate("panels", panel.title) for panel in panels_of(self.spec))

    def description(self) -> str:
        """Return the figure in words and numbers, for those who cannot see it."""
        with speaking(self.spec.language):
            said = told(self.spec, self.snapshot, self.view)
            parts = [text for text in (said.heading, said.note) if text]
            for panel in panels_of(self.spec):
                words = panel.describe(self.snapshot, replace(self.view, highlight=None))
                parts.append(f"{translate('panels', panel.title)}: {words}")
            if said.caption:
                parts.append(said.caption)
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
    shown = suited(spec, snapshot, view)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, True)
    with speaking(spec.language):
        spec = told(spec, snapshot, view)
        if spec.look.snug:
            paint_by_content(painter, spec, panels_of(spec), snapshot, shown, ranges or {})
        else:
            _paint_on_grid(painter, spec, panels_of(spec), snapshot, shown, ranges or {})


def _paint_on_grid(
    painter: QPainter,
    spec: FigureSpec,
    panels: Sequence[Panel],
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Ranges],
) -> None:
    """Paint panels of equal size with the margins of the window, on cards if there are several."""
    style, theme = style_of(spec, painter), THEMES[spec.theme]
    on_cards = spec.look.cards and spec.background == "theme" and len(panels) > 1
    page = QRectF(0.0, 0.0, *spec.design_size)
    if spec.background != "transparent":
        white = spec.background == "white"
        painter.fillRect(
            page, style.color("#ffffff" if white else theme.window if on_cards else theme.card)
        )
    gap = GAP if on_cards else 0.0
    room = page.adjusted(gap, gap, -gap, -gap)
    room = paint_heading(painter, style, spec, room)
    room = paint_note(painter, style, spec, room)
    room = paint_caption(painter, style, spec, room)
    whole = Box(room.left(), room.top(), max(room.width(), 1.0), max(room.height(), 1.0))
    for panel, box in zip(panels, arrange(len(panels), whole, gap), strict=True):
        cell = QRectF(box.left, box.top, box.width, box.height)
        with part(painter, "panel", panel.key):
            if on_cards:
                paint_card(painter, theme, style, cell)
            formula = with_logarithm(panel.formula_of(snapshot), view.unit)
            inside = paint_title(painter, style, spec, panel, formula, cell)
            painter.save()
            shows = ranges.get(panel.key)
            if shows is not None and isinstance(panel, PlotPanel):
                panel.paint_within(painter, inside, shows, snapshot, view, style)
            else:
                panel.paint(painter, inside, snapshot, view, style)
            painter.restore()


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
