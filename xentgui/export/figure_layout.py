"""The layout of a figure whose room follows from its content; the latest ones are kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from xentgui.export.content_layout import ContentLayout
from xentgui.export.figure_parts import layout_style
from xentgui.export.kept_rooms import is_same_view
from xentgui.export.panel_needs import Shown
from xentgui.export.spec import FigureSpec
from xentgui.language.text import language
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels import Panel
from xentgui.panels.plot_panel import PlotPanel

LETTER = 18.0
"""The height of the letter above a panel, in design pixels."""

_TITLE = 34.0  # design pixels: the height of a title above a panel
_EDGE, _GAP = 2.0, 10.0  # design pixels: around all panels, and between them
_WIDER = 4.0  # times that, where there are titles
_AFTER_LETTER = 6.0  # design pixels


def content_layout(
    spec: FigureSpec,
    panels: Sequence[Panel],
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Ranges],
) -> ContentLayout:
    """Return the layout of `panels`, which depends neither on the device nor on the colours.

    The latest ones are kept: to find the size of a figure and to paint it takes the same.
    """
    asked = _Asked(
        (spec.style, spec.family, has_titles(spec), *spec.panels),
        language(),
        snapshot,
        view,
        tuple(ranges.get(panel.key) for panel in panels),
    )
    for kept, layout in _kept:
        if kept.is_same(asked):
            return layout
    layout = _laid_out(spec, panels, snapshot, view, ranges)
    _kept.append((asked, layout))
    return layout


class _Asked(NamedTuple):
    """What a layout depends on."""

    look: tuple[object, ...]
    language: object
    snapshot: Snapshot
    view: View
    ranges: tuple[Ranges | None, ...]

    def is_same(self, other: _Asked) -> bool:
        """Return whether the layout is the same."""
        return (
            self.snapshot is other.snapshot
            and self.language is other.language
            and self.look == other.look
            and self.ranges == other.ranges
            and is_same_view(self.view, other.view)
        )


_MOST_KEPT = 4
_kept: deque[tuple[_Asked, ContentLayout]] = deque(maxlen=_MOST_KEPT)


def _laid_out(
    spec: FigureSpec,
    panels: Sequence[Panel],
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Ranges],
) -> ContentLayout:
    shown, plain = [], layout_style(spec)
    corner = max(_corner(plain, nth) for nth in range(len(panels))) if has_letters(spec) else 0.0
    # Panels that share a style share its fonts and measures, which take most of the time.
    cornered = layout_style(spec, corner) if corner else plain
    for panel in panels:
        beside = _has_header(panel, view)
        head = _TITLE if has_titles(spec) else LETTER if corner and not beside else 0.0
        style = cornered if beside else plain
        shown.append(Shown(panel, style, head, ranges.get(panel.key)))
    return ContentLayout(shown, snapshot, view, _GAP * (_WIDER if has_titles(spec) else 1.0))


def edge_of(spec: FigureSpec) -> float:
    """Return the width of the edge around all panels, in design pixels."""
    return _EDGE * (_WIDER if has_titles(spec) else 1.0)


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


def has_titles(spec: FigureSpec) -> bool:
    """Return whether the panels have titles, or formulas, above them."""
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
