"""The room around the plots of figures, kept from one figure to the next.

What stands around a plot are names and numbers of axes, and most edits move none of them: while a
class is dragged, or a figure is tried in another size, the same axes would be measured again and
again.
"""

from __future__ import annotations

from collections import deque
from dataclasses import fields
from operator import attrgetter

from xentgui.language.text import language
from xentgui.model import Snapshot
from xentgui.model.view import View
from xentgui.painting.frame import Ranges
from xentgui.painting.style import Style
from xentgui.panels.plot_panel import PlotPanel
from xentgui.panels.room import AxesRuler, Sides

_MOST_ROOMS = 8  # of each panel: some looks of a figure, and some ranges
_MOST_SIZES = 512  # of each of these
_MOST_VIEWS = 8


class Rooms:
    """The room around one plot in pictures of any size.

    Attributes
    ----------
    ranges, style, language, view, key
        What the room depends on beside the panel that paints and the size: the ranges of the axes, how
        they look, and what `PlotPanel.around_key` says.
    """

    def __init__(
        self,
        face: PlotPanel,
        ranges: Ranges,
        style: Style,
        language: object,
        view: View,
        key: object,
    ) -> None:
        self.ranges, self.style, self.language = ranges, style, language
        self.view, self.key = view, key
        self._ruler = AxesRuler(face, ranges, view, style)
        self._known: dict[tuple[object, ...], Sides] = {}

    def around(
        self,
        size: tuple[float, float],
        snapshot: Snapshot,
        heights: tuple[float, float] | None = None,
        start: Sides | None = None,
    ) -> Sides:
        """Return the room in a picture of `size`; the other arguments are those of `AxesRuler.room`."""
        asked = size, heights, start
        found = self._known.get(asked)
        if found is None:
            if len(self._known) >= _MOST_SIZES:
                self._known.clear()
            found = self._known[asked] = self._ruler.room(size, snapshot, heights, start)
        return found


def rooms_of(
    face: PlotPanel, ranges: Ranges, snapshot: Snapshot, view: View, style: Style
) -> Rooms:
    """Return the room around the plot of `face`, with what is known of it.

    `view` is a `usual_view`.
    """
    kept = _kept.setdefault(type(face), deque(maxlen=_MOST_ROOMS))
    key, spoken = face.around_key(snapshot, view), language()
    for one in kept:
        if (
            one.style is style
            and one.view is view
            and one.language is spoken
            and one.ranges == ranges
            and one.key == key
        ):
            return one
    found = Rooms(face, ranges, style, spoken, view, key)
    kept.append(found)
    return found


def is_same_view(one: View, other: View) -> bool:
    """Return whether two views show the same; what would take long to compare is another one."""
    if one is other:
        return True
    for part, its in zip(_parts(one), _parts(other), strict=True):
        # What is neither a word nor a number may be long to compare, and stays the same object.
        if part is not its and not (isinstance(part, _SHORT) and part == its):
            return False
    return True


def usual_view(view: View) -> View:
    """Return the one of all views that show the same: it is the same object."""
    for one in _views:
        if is_same_view(one, view):
            return one
    _views.append(view)
    return view


_kept: dict[type[PlotPanel], deque[Rooms]] = {}
_views: deque[View] = deque(maxlen=_MOST_VIEWS)
_parts = attrgetter(*(one.name for one in fields(View)))
_SHORT = bool, int, float, str, dict
