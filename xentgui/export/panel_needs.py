"""What the panels of a figure need: the room around a plot, and the least size of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QSizeF

from xentgui.export.kept_rooms import Rooms, rooms_of, usual_view
from xentgui.export.suited_view import SUITED, unsuited
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels import Panel
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel

PAGE = 290.0, 120.0
"""The least size of a panel without a plot, in design pixels."""

TRUSTED = 0.85
"""Of the room that a plot needs around it in one cell, it needs at least so much in any other."""

_ALIKE = 24.0  # design pixels: a panel needs about the same in cells that differ by less


class Shown(NamedTuple):
    """A panel of the figure, and what it takes to paint it.

    `head` is the height of what the figure writes above it; `ranges` are those of its axes, or
    None.
    """

    panel: Panel
    style: Style
    head: float
    ranges: Ranges | None = None


class Need(NamedTuple):
    """What a panel needs: the room around its plot, with its head, and the least plot."""

    left: float
    top: float
    right: float
    bottom: float
    least: tuple[float, float]

    @property
    def width(self) -> float:
        """The least width of its cell."""
        return self.left + self.right + self.least[0]

    @property
    def around(self) -> QMarginsF:
        """The room around the plot, with the head."""
        return QMarginsF(self.left, self.top, self.right, self.bottom)


class PanelNeeds:
    """Measures what panels need; all lengths are in design pixels.

    To measure a panel takes about as long as to paint its axes, so that what is known is kept.
    """

    def __init__(self, shown: Sequence[Shown], snapshot: Snapshot, view: View) -> None:
        self._shown, self._snapshot, self._view = tuple(shown), snapshot, usual_view(view)
        self._plots = [_least_plot(one, snapshot, self._view) for one in self._shown]
        self._rooms: list[Rooms | None] = [None] * len(self._shown)
        self._about: dict[tuple[int, int], tuple[Need, ...]] = {}
        self._each: dict[tuple[int, int, int], Need] = {}
        self._pages: dict[tuple[int, float], tuple[float, float]] = {}

    def is_plot(self, nth: int) -> bool:
        """Return whether panel `nth` has a plot."""
        return self.plots[nth]

    @cached_property
    def plots(self) -> list[bool]:
        """Whether each panel has a plot."""
        return [one is not None for one in self._plots]

    @cached_property
    def pages(self) -> frozenset[int]:
        """The panels that have no plot."""
        return frozenset(nth for nth, one in enumerate(self._plots) if one is None)

    @cached_property
    def least_widths(self) -> list[float]:
        """The least width of each panel, without the room at its sides."""
        return [(one or PAGE)[0] for one in self._plots]

    @cached_property
    def lowest(self) -> float:
        """The least height of the lowest panel, with its head, without the room around its plot."""
        each = zip(self._shown, self._plots, strict=True)
        return min([shown.head + (least[1] if least else 0.0) for shown, least in each])

    @property
    def known(self) -> tuple[Need, ...] | None:
        """What the panels need in cells of some size that was asked about; None if none was."""
        return next(iter(self._about.values()), None)

    def about(self, size: tuple[float, float]) -> tuple[Need, ...]:
        """Return what the panels need in cells of about `size`, to choose an arrangement."""
        key = _alike(size)
        found = self._about.get(key)
        if found is None:
            every = range(len(self._shown))
            found = self._about[key] = tuple([self._one_about(nth, key) for nth in every])
        return found

    def _one_about(self, nth: int, key: tuple[int, int]) -> Need:
        found = self._each.get((nth, *key))
        if found is None:
            # In the same size whichever of those that are alike comes first.
            found = self.measured(nth, (key[0] * _ALIKE, key[1] * _ALIKE))
            self._each[nth, *key] = found
        return found

    def is_one_wider(self, width: float, size: tuple[float, float], trusted: float = 1.0) -> bool:
        """Return whether one panel alone is wider than `width`.

        It has `trusted` times the room at its sides that it needs in a cell of about `size`.  The
        panel that is widest by what is known is measured first, and no other if it tells.
        """
        key, known = _alike(size), self.known
        widths = self.least_widths if known is None else [one.width for one in known]
        for nth in _descending(widths):
            if self.least_widths[nth] > width:
                return True
            if self.is_plot(nth):
                one = self._one_about(nth, key)
                if width - (trusted * one.left + trusted * one.right) - one.least[0] < 0.0:
                    return True
        return False

    def widest(self, size: tuple[float, float]) -> float:
        """Return the width of the panel that is widest in a cell of about `size`."""
        if self.known is None:
            return max([one.width for one in self.about(size)])
        key, found, most = _alike(size), 0.0, self.widths_at_most(self.known)
        for nth in _descending(most):
            if most[nth] <= found:
                break
            found = max(found, self._one_about(nth, key).width if self.is_plot(nth) else PAGE[0])
        return found

    @staticmethod
    def widths_at_most(known: Sequence[Need]) -> list[float]:
        """Return the most width of each panel in any cell, where panels need `known` in some."""
        return [(one.left + one.right) / TRUSTED + one.least[0] for one in known]

    def measured(
        self,
        nth: int,
        size: tuple[float, float],
        heights: tuple[float, float] | None = None,
        start: Need | None = None,
    ) -> Need:
        """Return what panel `nth` needs in a cell of `size`.

        `heights` are those of the room above and below, if they are fixed; `start` is what it needs
        in a cell of about this size.
        """
        head, least = self._shown[nth].head, self._plots[nth]
        if least is None:
            return Need(0.0, head, 0.0, 0.0, self.least(nth, size[0]))
        inner = max(size[0], 1.0), max(size[1] - head, 1.0)
        if heights is not None:
            heights = heights[0] - head, heights[1]
        within = None
        if start is not None:
            within = start.left, max(start.top - head, 0.0), start.right, start.bottom
        rooms = self._rooms[nth] or self._rooms_of(nth)
        left, top, right, bottom = rooms.around(inner, self._snapshot, heights, within)
        return Need(left, top + head, right, bottom, least)

    def _rooms_of(self, nth: int) -> Rooms:
        """Return the room around plot `nth`; most sizes that are far too small need none."""
        shown = self._shown[nth]
        view = self._view if shown.panel.key == SUITED else self._others_view
        found = self._rooms[nth] = _rooms(shown, self._snapshot, view)
        return found

    @cached_property
    def _others_view(self) -> View:
        """The view that is the same for most plots, whatever suits one."""
        return usual_view(unsuited(self._view))

    def least(self, nth: int, width: float) -> tuple[float, float]:
        """Return the least size of the plot, or of the page, of panel `nth` in a cell of `width`."""
        least, panel = self._plots[nth], self._shown[nth].panel
        if least is not None:
            return least
        if not isinstance(panel, PagePanel):
            return PAGE
        found = self._pages.get((nth, width))
        if found is None:
            size, style = QSizeF(max(width, PAGE[0]), 1.0), self._shown[nth].style
            high = panel.height(size, self._snapshot, self._view, style)
            found = self._pages[nth, width] = PAGE[0], high
        return found


def _alike(size: tuple[float, float]) -> tuple[int, int]:
    """Return the same for cells in which a panel needs about the same."""
    return round(size[0] / _ALIKE), round(size[1] / _ALIKE)


def _descending(lengths: Sequence[float]) -> list[int]:
    return sorted(range(len(lengths)), key=lengths.__getitem__, reverse=True)


def _least_plot(shown: Shown, snapshot: Snapshot, view: View) -> tuple[float, float] | None:
    if not isinstance(shown.panel, PlotPanel):
        return None
    return shown.panel.face(view).least_plot_for(snapshot, view)


def _rooms(shown: Shown, snapshot: Snapshot, view: View) -> Rooms:
    assert isinstance(shown.panel, PlotPanel)
    face = shown.panel.face(view)
    ranges = shown.ranges or face.ranges(snapshot, view)
    return rooms_of(face, ranges, snapshot, view, shown.style)
