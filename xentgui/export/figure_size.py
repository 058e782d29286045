"""The size of a figure: the height can follow from the content, and none may be too small."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from xentgui.export.figure import panels_of, speaking
from xentgui.export.figure_layout import content_layout, edge_of
from xentgui.export.figure_parts import paint_caption, paint_heading, paint_note, style_of
from xentgui.export.grid_layout import GridLayout
from xentgui.export.spec import FigureError, FigureSpec
from xentgui.export.suited_view import suited
from xentgui.export.told import told
from xentgui.model import Snapshot
from xentgui.model.message import QT_TRANSLATE_NOOP
from xentgui.model.view import View
from xentgui.painting.frame import Ranges

_TALL = 1e5  # design pixels: a page with room for every sentence
_STEPS = {"px": 1.0, "cm": 0.1}  # of a least size, which is rounded up
_HIGHER, _WIDER = 1.06, 1.03  # times a height, or a width, is the next to try
_TRIES, _HALVINGS = 16, 3  # of heights
_TALLEST, _SMALLEST, _LEAST_POINTS = 2.5, 0.75, 6.0  # times the width, the usual type; points
_LITTLE_HIGHER = 1.01  # times a height is the next to try, if what it shows asks for less
_SMALLER = tuple(0.95**nth for nth in range(1, 14))  # down to half of the usual type
_LOWER = 0.92  # times a height is tried, too, where less was asked for
_WIDEST = 1e4  # design pixels; what does not fit there fits nowhere
_TOO_SMALL = {
    "px": QT_TRANSLATE_NOOP(
        "errors",
        "The figure is too small for what it shows. "
        "With text of {size} pixels it needs at least {width} × {height} pixels.",
    ),
    "cm": QT_TRANSLATE_NOOP(
        "errors",
        "The figure is too small for what it shows. "
        "With text of {size} points it needs at least {width} × {height} cm.",
    ),
}
_POINTS = 0.75  # in a pixel of 1/96 inch


class _Layout(Protocol):
    def could_fit(self, page: QRectF) -> bool: ...
    def is_too_narrow(self, page: QRectF) -> bool: ...
    def fits(self, page: QRectF) -> bool: ...
    def needed_height(self, page: QRectF) -> float: ...
    def is_too_wide(self, page: QRectF) -> bool: ...
    def least_height(self, width: float) -> float: ...
    def is_wide(self, width: float) -> bool: ...
    def least_width(self) -> float: ...
    def natural_height(self, width: float) -> float: ...
    def is_taller(self, width: float, height: float) -> bool: ...


def fitted(
    spec: FigureSpec,
    snapshot: Snapshot,
    view: View,
    ranges: Mapping[str, Ranges] | None = None,
) -> FigureSpec:
    """Return `spec` with the height that its content asks for, if its height is free.

    Text whose size nobody has chosen is made smaller where there is no room for it otherwise.

    Raises FigureError, with the least size that would do, if what it shows could not be read.
    """
    with speaking(spec.language):
        return _Size(spec, snapshot, view, ranges or {}).fitted()


class _Size:
    """What a figure needs."""

    def __init__(
        self, spec: FigureSpec, snapshot: Snapshot, view: View, ranges: Mapping[str, Ranges]
    ) -> None:
        self._spec, panels = spec, panels_of(spec)
        self._shown, self._ranges = (snapshot, view), ranges
        self._words = told(spec, snapshot, view)
        shown = suited(spec, snapshot, view)
        if spec.look.snug:
            self._layout: _Layout = content_layout(spec, panels, snapshot, shown, ranges)
            self._edge = edge_of(spec)
        else:
            grid = GridLayout(spec, panels, snapshot, shown)
            self._layout, self._edge = grid, grid.gap

    def fitted(self) -> FigureSpec:
        """Return the spec in a size that does."""
        spec = self._spec
        across, given = spec.design_size
        down: float | None = given
        if spec.free_height:
            denser = self._with_smaller_type(across)
            if denser is not None:
                return denser
            down = self._natural(across)
        if down is not None:
            # In print, the size of the text is that of the paper's, and does not give way.
            free = spec.free_type and spec.unit == "px"
            smaller = self._type(across, down, (1.0, *(_SMALLER if free else ())))
            if smaller is not None:
                size = spec.font_size * smaller
                height = down * spec.zoom
                return replace(spec, font_size=size, height=height, free_height=False)
        across, down = self._least(across)
        words = {
            "width": self._in_words(across),
            "height": self._in_words(down),
            "size": f"{spec.font_size * (_POINTS if spec.unit == 'cm' else 1.0):.3g}",
        }
        raise FigureError(_TOO_SMALL[spec.unit], **words)

    def _type(self, across: float, down: float, sizes: Sequence[float]) -> float | None:
        """Return the largest of these sizes of type, times the usual one, that has room; or None."""
        if self._fits(across / sizes[0], down / sizes[0]):
            return sizes[0]
        smaller = sizes[1:]
        # Where one is too large, so are all larger ones; and if the smallest is, so are all.
        if not smaller or not self._could_fit(across / smaller[-1], down / smaller[-1]):
            return None
        could, does = self._could_fit, self._fits
        first = bisect_left(smaller, True, key=lambda one: could(across / one, down / one))
        at = bisect_left(smaller, True, first, key=lambda one: does(across / one, down / one))
        return smaller[at] if at < len(smaller) else None

    def _natural(self, across: float) -> float | None:
        """Return the height that suits the content; None if the page is too narrow for it."""
        if self._layout.is_too_narrow(self._page(across, _TALL)):
            return None
        natural = self._layout.natural_height(across - 2 * self._edge)
        return self._fitting(across, self._around(across) + natural)

    def _with_smaller_type(self, across: float) -> FigureSpec | None:
        """Return the figure with smaller type, so that panels stand side by side; None if it may not.

        A figure with many panels in a column of a paper would be a strip of a metre otherwise.
        """
        spec = self._spec
        size = max(spec.font_size * _SMALLEST, _LEAST_POINTS / _POINTS)
        if not spec.free_type or spec.unit != "cm" or size >= spec.font_size:
            return None
        if not self._layout.is_taller(across - 2 * self._edge, _TALLEST * across):
            return None
        return _Size(
            replace(spec, font_size=size, free_type=False), *self._shown, self._ranges
        ).fitted()

    def _least(self, across: float) -> tuple[float, float]:
        """Return the least size that does: as wide as `across`, or wider if that is too narrow."""
        if not self._layout.is_wide(across - 2 * self._edge):
            across = self._stepped(self._layout.least_width() + 2 * self._edge)
        while True:
            start = self._around(across) + self._layout.least_height(across - 2 * self._edge)
            down = self._least_fitting(across, start)
            if down is not None or across > _WIDEST:
                return across, _WIDEST if down is None else down
            across = self._stepped(across * _WIDER)

    def _page(self, across: float, down: float) -> QRectF:
        """Return the room for the panels in a figure of this size."""
        edge = self._edge
        return QRectF(0.0, 0.0, across - 2 * edge, down - self._around(across))

    def _could_fit(self, across: float, down: float) -> bool:
        page = self._page(across, down)
        return page.height() > 0 and self._layout.could_fit(page)

    def _fits(self, across: float, down: float) -> bool:
        page = self._page(across, down)
        return page.height() > 0 and self._layout.fits(page)

    def _fitting(self, across: float, start: float) -> float | None:
        """Return a height from `start` on, or little more, in which everything can be read.

        None if there is none, because the page is too narrow.
        """
        if not math.isfinite(start):
            return None
        low = down = self._stepped(start)
        for _ in range(_TRIES):
            if self._fits(across, down):
                break
            low, down = down, self._stepped(down * _HIGHER)
        else:
            return None
        for _ in range(_HALVINGS):
            middle = self._stepped((low + down) / 2)
            if middle >= down:
                break
            low, down = (low, middle) if self._fits(across, middle) else (middle, down)
        return down

    def _least_fitting(self, across: float, start: float) -> float | None:
        """Return about the least height in which everything can be read, from that `start` on.

        None if there is none, because the page is too narrow.  What is laid out tells how high it
        would have to be: hardly another height has to be tried.
        """
        if not math.isfinite(start):
            return None
        down = self._stepped(start)
        for _ in range(_TRIES):
            page = self._page(across, down)
            needed = self._layout.needed_height(page)
            wanted = self._stepped(down + needed - page.height())
            if self._layout.fits(page):
                fits_lower = wanted < down and self._fits(across, wanted)
                return self._lowered(across, wanted if fits_lower else down)
            # In a higher figure, other panels stand side by side.
            least = _HIGHER if self._layout.is_too_wide(page) else _LITTLE_HIGHER
            down = max(wanted, self._stepped(down * least))
        return None

    def _lowered(self, across: float, down: float) -> float:
        """Return about the least height that does, where `down` does: pages ask for more than that."""
        while self._fits(across, lower := self._stepped(_LOWER * down)):
            down = lower
        return down

    def _stepped(self, length: float) -> float:
        """Return `length`, in design pixels, rounded up to what a person would type."""
        spec = self._spec
        step = _STEPS[spec.unit] / spec.in_its_unit(spec.zoom)
        return math.ceil(length / step - 1e-6) * step

    def _around(self, across: float) -> float:
        """Return the height of everything above and below the panels."""
        words = self._words
        if not (words.heading or words.note or words.caption):
            return 2 * self._edge
        page = QRectF(0.0, 0.0, across, _TALL)
        device = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        painter, style = QPainter(device), style_of(self._spec)
        room = paint_heading(painter, style, words, page)
        room = paint_note(painter, style, words, room)
        room = paint_caption(painter, style, words, room)
        painter.end()
        return _TALL - room.height() + 2 * self._edge

    def _in_words(self, length: float) -> str:
        """Return a length of the design in the unit of the figure."""
        return f"{self._spec.in_its_unit(length * self._spec.zoom):.6g}"
