"""What the panels of a figure need: the room around a plot, and the least size of the plot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QSizeF

from xentgui.export.kept_rooms import Rooms, rooms_of, usual_view
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels import Panel
from xentgui.panels.page_panel import PagePanel
from xentgui.panels.plot_panel import PlotPanel

PAGE = 290.0, 120.0
"""The least size of a panel without a plot, in design pixels."""

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
    def around(self) -> QMarginsF:
        """The room around the plot, with the head."""
        return QMarginsF(self.left, self.top, self.right, self.bottom)


class PanelNeeds:
    """Measures what panels need; all lengths are in design pixels.

    To measure a panel takes about as long as to paint its axes, so that what is known is kept.
    """

    def __init__(self, shown: Sequence[Shown], snapshot: Snapshot, view: View) -> None:
        self._shown, self._snapshot, self._view = tuple(shown), snapshot, usual_view(view)
        self._plots = [_plot(one, snapshot, self._view) for one in self._shown]
        self._about: dict[tuple[float, float], tuple[Need, ...]] = {}
        self._pages: dict[tuple[int, float], tuple[float, float]] = {}

    def is_plot(self, nth: int) -> bool:
        """Return whether panel `nth` has a plot."""
        return self._plots[nth] is not None

    @property
    def known(self) -> tuple[Need, ...] | None:
        """What the panels need in cells of some size that was asked about; None if none was."""
        return next(iter(self._about.values()), None)

    def about(self, size: tuple[float, float]) -> tuple[Need, ...]:
        """Return what the panels need in cells of about `size`, to choose an arrangement."""
        across, down = round(size[0] / _ALIKE), round(size[1] / _ALIKE)
        found = self._about.get((across, down))
        if found is None:
            # In the same size whichever of those that are alike comes first.
            usual = across * _ALIKE, down * _ALIKE
            found = tuple(self.measured(nth, usual) for nth in range(len(self._shown)))
            self._about[across, down] = found
        return found

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
        head, plot = self._shown[nth].head, self._plots[nth]
        if plot is None:
            return Need(0.0, head, 0.0, 0.0, self.least(nth, size[0]))
        inner = max(size[0], 1.0), max(size[1] - head, 1.0)
        if heights is not None:
            heights = heights[0] - head, heights[1]
        within = None
        if start is not None:
            within = start.left, max(start.top - head, 0.0), start.right, start.bottom
        left, top, right, bottom = plot.rooms.around(inner, self._snapshot, heights, within)
        return Need(left, top + head, right, bottom, plot.least)

    def least(self, nth: int, width: float) -> tuple[float, float]:
        """Return the least size of the plot, or of the page, of panel `nth` in a cell of `width`."""
        plot, panel = self._plots[nth], self._shown[nth].panel
        if plot is not None:
            return plot.least
        if not isinstance(panel, PagePanel):
            return PAGE
        found = self._pages.get((nth, width))
        if found is None:
            size, style = QSizeF(max(width, PAGE[0]), 1.0), self._shown[nth].style
            high = panel.height(size, self._snapshot, self._view, style)
            found = self._pages[nth, width] = PAGE[0], high
        return found


class _Plot(NamedTuple):
    """The room around a plot, and its least size."""

    rooms: Rooms
    least: tuple[float, float]


def _plot(shown: Shown, snapshot: Snapshot, view: View) -> _Plot | None:
    if not isinstance(shown.panel, PlotPanel):
        return None
    face = shown.panel.face(view)
    ranges = shown.ranges or face.ranges(snapshot, view)
    rooms = rooms_of(face, ranges, snapshot, view, shown.style)
    return _Plot(rooms, face.least_plot_for(snapshot, view))
